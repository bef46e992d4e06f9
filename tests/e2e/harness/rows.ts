import type { Page } from 'playwright';

const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const TIME = '2026-05-03T08:00:00.000Z';
const TITLES = [
  'Council approves harbour dredging',
  'Tram line runs two years late',
  'Ferry firm was warned in August',
];
const QUOTES = [
  'The work will cost 4.2 million euros',
  'The tram line is two years late',
  'The fault had been reported three times',
  'On ne construit pas une digue sur du sable',
];
/** Tags of the quotes, one list after the other; two of them are spellings of one. */
const TAGS = [['harbour', 'costs'], ['Économie'], ['safety'], ['economie', 'costs'], []];

/** Rows of our own writing: `quotes` quotes on eight articles, every third with one of five claims. */
export function sampleRows(quotes: number) {
  const times = { createdAt: TIME, updatedAt: TIME };
  const articles = Array.from({ length: 8 }, (_, n) => ({
    id: uuid(1001 + n),
    url: `https://courier.example/${n}`,
    canonicalUrl: `https://courier.example/${n}`,
    urls: [`https://courier.example/${n}`],
    title: `${TITLES[n % TITLES.length]} (${n + 1})`,
    authors: ['Ada Quill'],
    siteName: n % 2 === 0 ? 'The Courier' : 'Gazette du Littoral',
    publisher: null,
    section: null,
    language: n % 2 === 0 ? 'en' : 'fr',
    publishedAt: `2026-0${1 + (n % 5)}-02`,
    modifiedAt: null,
    wordCount: 420,
    textHash: null,
    archiveUrl: null,
    firstSeenAt: TIME,
    lastSeenAt: TIME,
    ...times,
    deletedAt: null,
  }));
  const claims = Array.from({ length: 5 }, (_, n) => ({
    id: uuid(3001 + n),
    text: `${QUOTES[n % QUOTES.length]}, as ${n + 1} said.`,
    language: 'en',
    type: null,
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
  }));
  const annotations = Array.from({ length: quotes }, (_, n) => ({
    id: uuid(100_001 + n),
    articleId: uuid(1001 + (n % 8)),
    quote: { exact: `${QUOTES[n % QUOTES.length]}, part ${n + 1}`, prefix: 'before ', suffix: ' after' },
    position: { start: n, end: n + 30 },
    note: '',
    tags: TAGS[n % TAGS.length] ?? [],
    colour: 'yellow',
    speaker: null,
    claimId: n % 3 === 0 ? uuid(3001 + (n % 5)) : null,
    revisions: [],
    sighting: null,
    createdAt: new Date(Date.parse(TIME) + n * 1000).toISOString(),
    updatedAt: TIME,
    deletedAt: null,
  }));
  return { articles, claims, annotations };
}

/** Writes rows straight into the extension's store, from one of its own pages that has opened it. */
export async function putRows(own: Page, rows: Readonly<Record<string, readonly object[]>>): Promise<void> {
  await own.evaluate(
    (tables) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('pressmark');
        opening.onerror = () => reject(new Error('the store does not open'));
        opening.onsuccess = () => {
          const db = opening.result;
          const transaction = db.transaction([...Object.keys(tables), 'searchParts'], 'readwrite');
          // Rows that are written around the journal leave no copy of the search true.
          transaction.objectStore('searchParts').clear();
          for (const [name, list] of Object.entries(tables)) {
            for (const row of list) transaction.objectStore(name).put(row);
          }
          transaction.oncomplete = () => {
            db.close();
            resolve();
          };
          transaction.onerror = () => reject(new Error('the rows were not stored'));
        };
      }),
    rows,
  );
}
