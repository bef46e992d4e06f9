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
