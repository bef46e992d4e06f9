import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIM_TYPES, COLOURS, PROGRESS, SIGHTINGS } from '../../lib/model/vocabulary';
import { LibraryIndex } from '../../lib/search/library-index';
import { LibrarySearch } from '../../lib/search/search';
import { EMPTY_SEARCH, FACETS, type SearchState, SORTS, VIEWS } from '../../lib/search/state';
import { libraryRows } from '../bench/library-rows';
import { annotation, article, claim, uuid } from './rows';
import { type Library, naiveSearch } from './search-naive';

const WORDS = ['Ferry', 'ferries', 'digue', 'Énergie', 'l’état', '4.2', '港口', 'ab', 'a', 'Straße', '%', 'ليلى', '😀'];
const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((list) => list.join(' '));
const time = fc
  .integer({ min: Date.parse('2025-11-20T00:00:00Z'), max: Date.parse('2026-02-10T00:00:00Z') })
  .map((ms) => new Date(ms).toISOString());
const deletedAt = fc.option(time, { freq: 4 });

const oneArticle = fc
  .record({ n: fc.nat(4), title: words, siteName: fc.constantFrom('The Courier', 'Écho', null), deletedAt, at: time })
  .map(({ n, at, ...rest }) =>
    article({
      ...rest,
      id: uuid(n),
      publishedAt: at.slice(0, 10),
      language: n % 2 ? 'fr-CA' : null,
      authors: ['Ada Quill'],
    }),
  );
const oneClaim = fc
  .record({
    n: fc.nat(4),
    text: words.map((text) => text || 'x'),
    type: fc.option(fc.constantFrom(...CLAIM_TYPES)),
    progress: fc.constantFrom(...PROGRESS),
    label: fc.constantFrom('Mixed', 'Refuted', null),
    deletedAt,
    createdAt: time,
  })
  .map(({ n, label, ...rest }) =>
    claim({
      ...rest,
      id: uuid(100 + n),
      verdict:
        label === null
          ? null
          : { scaleId: 'neutral', label, value: 3, best: 5, worst: 1, explanation: 'ferry', setAt: rest.createdAt },
    }),
  );
const oneAnnotation = fc
  .record({
    n: fc.nat(9),
    articleId: fc.nat(4).map(uuid),
    claimId: fc.option(fc.nat(4).map((n) => uuid(100 + n))),
    exact: words.map((text) => text || 'x'),
    note: words,
    tags: fc.uniqueArray(fc.constantFrom('digue', 'énergie', 'Ferry trip'), { maxLength: 2 }),
    colour: fc.constantFrom(...COLOURS),
    status: fc.option(fc.constantFrom(...SIGHTINGS)),
    deletedAt,
    createdAt: time,
  })
  .map(({ n, exact, status, ...rest }) =>
    annotation({
      ...rest,
      id: uuid(200 + n),
      quote: { exact, prefix: '', suffix: '' },
      sighting: status === null ? null : { status, foundText: null, seenAt: rest.createdAt },
    }),
  );

type Step =
  | { readonly table: 'articles'; readonly row: ReturnType<typeof article> }
  | { readonly table: 'claims'; readonly row: ReturnType<typeof claim> }
  | { readonly table: 'annotations'; readonly row: ReturnType<typeof annotation> }
  | { readonly table: 'gone'; readonly id: string };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: oneArticle.map((row) => ({ table: 'articles' as const, row })) },
  { weight: 3, arbitrary: oneClaim.map((row) => ({ table: 'claims' as const, row })) },
  { weight: 6, arbitrary: oneAnnotation.map((row) => ({ table: 'annotations' as const, row })) },
  { weight: 1, arbitrary: fc.nat(9).map((n) => ({ table: 'gone' as const, id: uuid(200 + n) })) },
);

const query = fc
  .array(
    fc.constantFrom(
      ...WORDS,
      'fer',
      '"Ferry trip"',
      'tag:digue',
      '-ferry',
      'verdict:mixed',
      'before:2026',
      'saved:2025-12',
      'colour:y',
      'language:fr',
      'published:2026-01',
      'site:courier',
      'https://courier.example/harbour',
      'nonsense:ferry',
      'etat',
    ),
    { maxLength: 3 },
  )
  .map((list) => list.join(' '));
const filters = fc.record(
  {
    site: fc.subarray(['The Courier', 'Écho', 'nowhere'], { minLength: 1 }),
    tag: fc.subarray(['digue', 'énergie'], { minLength: 1 }),
    verdict: fc.subarray(['', 'neutral/Mixed'], { minLength: 1 }),
    month: fc.subarray(['2025-12', '2026-01'], { minLength: 1 }),
  },
  { requiredKeys: [] },
);
const state: fc.Arbitrary<SearchState> = fc.record({
  view: fc.constantFrom(...VIEWS),
  sort: fc.constantFrom(...SORTS),
  query,
  filters,
});

function fill(index: LibraryIndex, { articles, claims, annotations }: Library): LibraryIndex {
  for (const row of annotations) index.putAnnotation(row);
  for (const row of claims) index.putClaim(row);
  for (const row of articles) index.putArticle(row);
  return index;
}

/** Counts of nothing are shown for chosen values only: they say the same as no count. */
const facetsOf = (search: LibrarySearch, asked: SearchState) =>
  Object.fromEntries(
    Object.entries(search.run(asked).facets).map(([facet, counts]) => [
      facet,
      Object.fromEntries(counts.flatMap(({ value, count }) => (count > 0 ? [[value, count]] : []))),
    ]),
  );

describe('the search index', () => {
  it('finds what a plain filter finds and counts what it counts, after whatever changes', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.array(state, { minLength: 1, maxLength: 4 }),
        (steps, asked) => {
          const index = new LibraryIndex();
          const search = new LibrarySearch(index);
          const rows = { articles: new Map(), claims: new Map(), annotations: new Map() };
          steps.forEach((one, at) => {
            if (one.table === 'gone') {
              index.dropAnnotation(one.id);
              rows.annotations.delete(one.id);
            } else {
              rows[one.table].set(one.row.id, one.row);
              if (one.table === 'articles') index.putArticle(one.row);
              else if (one.table === 'claims') index.putClaim(one.row);
              else index.putAnnotation(one.row);
            }
            // Searches in between must leave nothing behind that is stale later.
            if (at % 7 === 0) search.run(asked[0] ?? EMPTY_SEARCH);
          });
          const library = {
            articles: [...rows.articles.values()],
            claims: [...rows.claims.values()],
            annotations: [...rows.annotations.values()],
          };
          const rebuilt = new LibrarySearch(fill(new LibraryIndex(), library));
          for (const one of asked) {
            const naive = naiveSearch(library, one);
            const facets = facetsOf(search, one);
            expect(search.run(one).totals).toEqual(naive.totals);
            expect(facets).toEqual(naive.facets);
            const ids = search.idsOf(0, 1_000).ids;
            expect([...ids].sort()).toEqual([...naive.ids].sort());
            rebuilt.run(one);
            expect(ids).toEqual(rebuilt.idsOf(0, 1_000).ids);
            expect(search.items(0, 99).map(({ id }) => id)).toEqual(ids);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('agrees with the filter on a library of several languages', () => {
    const library = libraryRows(400, 7);
    const search = new LibrarySearch(fill(new LibraryIndex(), library));
    for (const typed of [
      '',
      'budget',
      'l’état pre',
      '予算',
      'الميزانية',
      'Straße -haushalt',
      '"the council"',
      'tag:energie',
      'siversen 3',
    ]) {
      for (const view of VIEWS) {
        const asked = { ...EMPTY_SEARCH, view, query: typed };
        search.run(asked);
        expect(search.idsOf(0, 1_000).ids.sort(), typed).toEqual(naiveSearch(library, asked).ids.sort());
      }
    }
  });
});

describe('the order', () => {
  const at = (day: number): string => `2026-03-${String(day).padStart(2, '0')}T10:00:00.000Z`;
  const library: Library = {
    articles: [
      article({ id: uuid(1), siteName: 'Zeitung', publishedAt: '2026-03-01', title: 'A ferry' }),
      article({ id: uuid(2), siteName: 'Écho', publishedAt: '2026-02-01' }),
      article({ id: uuid(3), siteName: 'Dispatch', publishedAt: null }),
    ],
    claims: [],
    annotations: [
      annotation({ id: uuid(11), articleId: uuid(1), createdAt: at(1) }),
      annotation({
        id: uuid(12),
        articleId: uuid(2),
        createdAt: at(3),
        quote: { exact: 'the ferry', prefix: '', suffix: '' },
      }),
      annotation({ id: uuid(13), articleId: uuid(3), createdAt: at(2), note: 'not the ferry' }),
    ],
  };
  const search = new LibrarySearch(fill(new LibraryIndex(), library));
  const order = (part: Partial<SearchState>): string[] => {
    search.run({ ...EMPTY_SEARCH, ...part });
    return search.idsOf(0, 1_000).ids;
  };

  it.each([
    ['newest', [12, 13, 11]],
    ['oldest', [11, 13, 12]],
    ['published', [11, 12, 13]],
    ['site', [13, 12, 11]],
  ] as const)('%s', (sort, expected) => {
    expect(order({ sort })).toEqual(expected.map(uuid));
  });

  it('puts the quote that says it before the title, and that before the note', () => {
    expect(order({ sort: 'relevance', query: 'ferry' })).toEqual([12, 11, 13].map(uuid));
  });

  it('lists articles by their first quote in that order', () => {
    expect(order({ view: 'articles', sort: 'newest' })).toEqual([2, 3, 1].map(uuid));
  });

  it('gives the quotes of an article that were found, the newest first', () => {
    search.run({ ...EMPTY_SEARCH, view: 'articles', query: 'ferry' });
    expect(search.items(0, 1)).toEqual([{ id: uuid(2), count: 1, quoteIds: [uuid(12)] }]);
    expect(search.quoteIdsOf([uuid(1), uuid(3)])).toEqual([uuid(11), uuid(13)]);
  });
});

describe('deleted rows', () => {
  it('vanish and come back with an undo, the article’s site too', () => {
    const index = new LibraryIndex();
    const search = new LibrarySearch(index);
    const row = annotation();
    const paper = article();
    fill(index, { articles: [paper], claims: [], annotations: [row] });
    const totals = () => search.run({ ...EMPTY_SEARCH, query: 'courier dredging' }).totals;
    expect(totals()).toEqual({ articles: 1, quotes: 1, claims: 0 });
    index.putAnnotation({ ...row, deletedAt: row.createdAt });
    expect(totals().quotes).toBe(0);
    index.putAnnotation(row);
    index.putArticle({ ...paper, deletedAt: row.createdAt });
    expect(totals().quotes).toBe(0);
    index.putArticle(paper);
    expect(totals()).toEqual({ articles: 1, quotes: 1, claims: 0 });
  });

  it('leave a claim behind that stands without its quote', () => {
    const index = new LibraryIndex();
    const search = new LibrarySearch(index);
    const row = annotation({ claimId: claim().id });
    fill(index, { articles: [article()], claims: [claim()], annotations: [row] });
    expect(search.run(EMPTY_SEARCH).totals).toEqual({ articles: 1, quotes: 1, claims: 1 });
    index.dropAnnotation(row.id);
    expect(search.run(EMPTY_SEARCH).totals).toEqual({ articles: 0, quotes: 0, claims: 1 });
  });
});

describe('facets', () => {
  it('name every facet, and chosen values that nothing has', () => {
    const { facets } = new LibrarySearch(new LibraryIndex()).run({ ...EMPTY_SEARCH, filters: { tag: ['gone'] } });
    expect(Object.keys(facets)).toEqual([...FACETS]);
    expect(facets.tag).toEqual([{ value: 'gone', count: 0 }]);
  });
});
