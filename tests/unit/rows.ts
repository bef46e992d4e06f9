import type { Annotation } from '../../lib/model/annotation';
import type { Article } from '../../lib/model/article';
import type { Claim, ClaimWords } from '../../lib/model/claim';
import type { Visit } from '../../lib/store/articles';
import type { Clock } from '../../lib/store/clock';

/** Rows for tests, of our own writing; each takes what the test cares about. */

export const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

/** A clock that ticks a second at each look and counts its ids. */
export function testClock(start = '2026-05-03T08:00:00.000Z'): Clock & { advance(ms: number): void } {
  let time = Date.parse(start);
  let ids = 0;
  return {
    now: () => {
      time += 1000;
      return new Date(time).toISOString();
    },
    newId: () => {
      ids += 1;
      return uuid(ids);
    },
    advance: (ms) => {
      time += ms;
    },
  };
}

const times = { createdAt: '2026-05-03T08:00:00.000Z', updatedAt: '2026-05-03T08:00:00.000Z' };

export const article = (over: Partial<Article> = {}): Article => ({
  id: uuid(1001),
  url: 'https://courier.example/harbour',
  canonicalUrl: 'https://courier.example/harbour',
  urls: ['https://courier.example/harbour'],
  title: 'Harbour dredging to start in spring',
  authors: ['Ada Quill'],
  siteName: 'The Courier',
  publisher: null,
  section: 'Local',
  language: 'en',
  publishedAt: '2026-05-02',
  modifiedAt: null,
  wordCount: 420,
  textHash: null,
  archiveUrl: null,
  firstSeenAt: times.createdAt,
  lastSeenAt: times.createdAt,
  ...times,
  deletedAt: null,
  ...over,
});

export const annotation = (over: Partial<Annotation> = {}): Annotation => ({
  id: uuid(2001),
  articleId: uuid(1001),
  quote: { exact: 'The dredging will cost 4.2 million', prefix: 'she said. ', suffix: ', the council heard' },
  position: { start: 120, end: 154 },
  note: '',
  tags: [],
  colour: 'yellow',
  speaker: null,
  claimId: null,
  revisions: [],
  sighting: null,
  ...times,
  deletedAt: null,
  ...over,
});

export const claim = (over: Partial<Claim> = {}): Claim => ({
  id: uuid(3001),
  text: 'The dredging will cost 4.2 million',
  language: 'en',
  type: 'prediction',
  worthiness: null,
  priority: null,
  progress: 'unstarted',
  claimant: null,
  claimDate: null,
  verdict: null,
  evidence: [],
  sameAs: [],
  history: [],
  ...times,
  deletedAt: null,
  ...over,
});

export const visit = (over: Partial<Visit> = {}): Visit => ({
  url: 'https://courier.example/harbour',
  canonicalUrl: 'https://courier.example/harbour',
  facts: {
    title: 'Harbour dredging to start in spring',
    authors: ['Ada Quill'],
    siteName: 'The Courier',
    publisher: null,
    section: null,
    language: 'en',
    publishedAt: null,
    modifiedAt: null,
  },
  wordCount: 420,
  text: 'The council met on Tuesday.\n\nThe dredging will cost 4.2 million.',
  corrections: [],
  ...over,
});

export const words = {
  note: 'check the figure',
  tags: ['harbour', ' Harbour ', 'costs'],
  colour: 'green',
  speaker: null,
} as const;
export const selectors = {
  quote: { exact: 'The dredging will cost 4.2 million', prefix: 'on Tuesday. ', suffix: '.' },
  position: { start: 28, end: 62 },
};
export const quick = {
  claimant: 'Mayor Ilse Brandt',
  claimantKind: 'Person',
  type: 'prediction',
  scaleId: 'neutral',
  verdict: '',
} as const;

/** What a person writes on a claim, without the row's bookkeeping. */
export const claimWords = (): ClaimWords => {
  const { id: _id, history: _history, createdAt: _c, updatedAt: _u, deletedAt: _d, ...rest } = claim();
  return rest;
};
