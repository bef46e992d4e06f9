import type { QuoteBundle } from '../../../lib/exchange/bundle';
import { t } from '../../../lib/i18n/translate';

const ID = '00000000-0000-4000-8000-000000000000';
const TIME = '2026-05-03T08:00:00.000Z';
const TIMES = { createdAt: TIME, updatedAt: TIME, deletedAt: null };

/** A quote to show a template on: with note, tags, speaker, claim and verdict, so that every name has a value. */
export function sampleQuote(): QuoteBundle {
  const exact = t('sampleQuote');
  const claimant = { name: t('sampleSpeaker'), kind: 'Person', role: null, sameAs: null } as const;
  return {
    annotation: {
      id: ID,
      articleId: ID,
      quote: { exact, prefix: '', suffix: '' },
      position: { start: 0, end: exact.length },
      note: t('sampleNote'),
      tags: ['harbour'],
      colour: 'yellow',
      speaker: t('sampleSpeaker'),
      claimId: ID,
      revisions: [],
      sighting: { status: 'unchanged', foundText: null, seenAt: TIME },
      ...TIMES,
    },
    article: {
      id: ID,
      url: 'https://courier.example/harbour',
      canonicalUrl: 'https://courier.example/harbour',
      urls: ['https://courier.example/harbour'],
      title: t('sampleTitle'),
      authors: ['Ada Quill'],
      siteName: 'The Harbour Courier',
      publisher: null,
      section: null,
      language: null,
      publishedAt: '2026-05-02',
      modifiedAt: null,
      wordCount: 0,
      textHash: null,
      archiveUrl: null,
      firstSeenAt: TIME,
      lastSeenAt: TIME,
      ...TIMES,
    },
    claim: {
      id: ID,
      text: exact,
      language: null,
      type: null,
      worthiness: null,
      priority: null,
      progress: 'checked',
      claimant,
      claimDate: null,
      verdict: {
        scaleId: 'free',
        label: t('sampleVerdict'),
        value: null,
        best: null,
        worst: null,
        explanation: '',
        setAt: TIME,
      },
      evidence: [],
      sameAs: [],
      history: [],
      ...TIMES,
    },
  };
}
