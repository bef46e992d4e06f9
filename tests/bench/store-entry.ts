import { createAnnotation } from '../../lib/store/annotations';
import { prepareVisit } from '../../lib/store/articles';
import { systemClock } from '../../lib/store/clock';
import { PressmarkDatabase } from '../../lib/store/database';
import { libraryRows } from './library-rows';

/** Run inside the extension's own pages by `npm run bench -- store` and for the pictures; never part of the package. */

const TABLES = ['articles', 'claims', 'annotations'] as const;
const AT_ONCE = 5_000;

function openStore(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('pressmark');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('the store does not open'));
  });
}

/** Writes a made-up library into the store, in place of what is there. Gives how many rows each table has then. */
export async function seed(annotations: number, seedNumber = 1): Promise<Record<string, number>> {
  const rows = libraryRows(annotations, seedNumber);
  const db = await openStore();
  await emptied(db);
  for (const table of TABLES) {
    for (let at = 0; at === 0 || at < rows[table].length; at += AT_ONCE) {
      await new Promise<void>((resolve, reject) => {
        const transaction = db.transaction(table, 'readwrite', { durability: 'relaxed' });
        const store = transaction.objectStore(table);
        if (at === 0) store.clear();
        for (const row of rows[table].slice(at, at + AT_ONCE)) store.put(row);
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
    }
  }
  db.close();
  return Object.fromEntries(TABLES.map((table) => [table, rows[table].length]));
}

/** Rows that are written around the journal leave no copy of the search true. */
function emptied(db: IDBDatabase): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('searchParts', 'readwrite');
    transaction.objectStore('searchParts').clear();
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
}

/** The rows of a made-up library, for those who keep them in another way. */
export const rowsFor = (annotations: number) => libraryRows(annotations);

/** Saves quotes one after the other, as the background does; milliseconds of each. */
export async function insertSome(count: number): Promise<number[]> {
  const db = new PressmarkDatabase();
  await db.open();
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const url = `https://courier.example/bench/${i}`;
    const from = performance.now();
    const visit = await prepareVisit({
      url,
      canonicalUrl: url,
      facts: {
        title: 'Saved during the bench',
        authors: ['Ada Quill'],
        siteName: 'The Courier',
        publisher: null,
        section: null,
        language: 'en',
        publishedAt: null,
        modifiedAt: null,
      },
      wordCount: 400,
      text: 'The council met on Tuesday. '.repeat(80),
      corrections: [],
    });
    const quote = { exact: `the council met, number ${i}`, prefix: 'before ', suffix: ' after' };
    const words = { note: '', tags: [], colour: 'yellow' as const, speaker: null };
    const selectors = { quote, position: { start: 4, end: 20 } };
    await createAnnotation(db, visit, { id: systemClock.newId(), selectors, words, claim: null }, systemClock);
    times.push(performance.now() - from);
  }
  db.close();
  return times;
}
