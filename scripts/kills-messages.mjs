// The messages of `bench -- kills`, and how one is told from its row: the one place to change when the protocol does.

/** The article on which everything is saved, and what its page says of itself. */
export const ARTICLE = 'http://harbour-courier.example/news/2026/04/ferry-engine-memo';

const CLAIM = { claimant: '', claimantKind: 'Person', type: null, scaleId: 'neutral', verdict: '' };

/** The N-th save: words of its own, a note, and a claim, so that a half of it can be seen. */
export function saveMessage(n) {
  const exact = `Words of save ${n} that were spoken at the pier`;
  return {
    type: 'annotation.create',
    payload: {
      // The same for each try of the same save: told by it, a save that was made is not made again.
      id: `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`,
      selectors: {
        quote: { exact, prefix: 'before ', suffix: ' after' },
        position: { start: n * 100, end: n * 100 + 40 },
      },
      words: { note: `save ${n}`, tags: [`t${n}`], colour: 'yellow', speaker: null },
      claim: CLAIM,
      privateConsent: false,
      page: {
        url: ARTICLE,
        canonicalUrl: ARTICLE,
        facts: {
          title: 'Ferry firm was warned in August',
          authors: ['Ada Quill'],
          siteName: null,
          publisher: null,
          section: null,
          language: 'en',
          publishedAt: null,
          modifiedAt: null,
        },
        wordCount: 420,
        text: 'The words of the article, as they stood on the page.',
        corrections: [],
      },
    },
  };
}

/** The N-th edit of a quote, which `row` is as the sender last saw it: two fields that belong together. */
export function editMessage(n, row) {
  const { note, tags, speaker, colour } = row;
  const mine = { words: { note: `edit ${n}`, tags: [`e${n}`], colour, speaker }, claim: CLAIM };
  const base = { words: { note, tags, colour, speaker }, claim: CLAIM };
  return { type: 'annotation.update', payload: { id: row.id, mine, base, draft: null } };
}

/** The row that an edit was acknowledged with; null where it was not saved. */
export const editedRow = (answer) =>
  answer?.ok && answer.value.conflicts.length === 0 ? answer.value.annotation : null;

/** The number of the save that a row comes from; null for another row. */
export const saveOf = (row) => numberIn(/^Words of save (\d+) /.exec(row.quote?.exact ?? ''));

/** The number of the last edit that a row shows, by its note and by its tag: they differ where half an edit was stored. */
export const editOf = (row) => ({
  note: numberIn(/^edit (\d+)$/.exec(row.note)) ?? 0,
  tag: numberIn(/^e(\d+)$/.exec(row.tags[0] ?? '')) ?? 0,
});

const numberIn = (match) => (match ? Number(match[1]) : null);
