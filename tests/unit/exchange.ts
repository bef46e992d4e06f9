import type { QuoteBundle } from '../../lib/exchange/bundle';
import { ImportJob, type ImportResult } from '../../lib/exchange/import-file';
import type { ImportCounts } from '../../lib/exchange/import-report';
import type { ImportSource } from '../../lib/exchange/read-file';
import type { ArticleBundle, Chunk } from '../../lib/exchange/scope';
import { PressmarkDatabase } from '../../lib/store/database';
import { unpackText } from '../../lib/store/pack';

/** What tests of exports and imports share. */

export const NOW = '2026-05-04T00:00:00.000Z';

let n = 0;
const open: PressmarkDatabase[] = [];

/** A store of its own for a test. */
export function store(): PressmarkDatabase {
  n += 1;
  const db = new PressmarkDatabase(`exchange-${n}`);
  open.push(db);
  return db;
}

/** Deletes the stores; for `afterEach`. */
export const dropStores = async (): Promise<void> => {
  await Promise.all(open.splice(0).map((db) => db.delete()));
};

/** A file that holds a text, read in chunks of `size` bytes. */
export function source(text: string, name = 'file.json', size = 65_536): ImportSource {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return {
    name,
    type: '',
    size: bytes.byteLength,
    stream: () =>
      new ReadableStream({
        pull(controller) {
          if (at >= bytes.byteLength) return controller.close();
          controller.enqueue(bytes.slice(at, at + size));
          at += size;
        },
      }),
  };
}

export interface Imported {
  readonly planned: ImportResult<ImportCounts>;
  readonly done: ImportResult<ImportCounts> | null;
}

/** Imports a file the way a person does: looks at what would happen, then says yes. */
export async function importFile(
  db: PressmarkDatabase,
  file: ImportSource,
  { leaveOut = false, signal }: { leaveOut?: boolean; signal?: AbortSignal } = {},
): Promise<Imported> {
  const job = new ImportJob(db, { importId: 'test', now: NOW, ...(signal ? { signal } : {}) });
  try {
    const planned = await job.prepare(file);
    return { planned, done: planned.ok ? await job.commit(leaveOut) : null };
  } finally {
    await job.clear();
  }
}

/** The words of a generated file. */
export async function textOf(chunks: AsyncIterable<Chunk>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk.text;
  return text;
}

/** Quotes gathered under their articles, as the exports get them from the store. */
export async function* bundled(bundles: readonly QuoteBundle[]): AsyncGenerator<readonly ArticleBundle[]> {
  for (const quotes of Map.groupBy(bundles, ({ article }) => article.id).values()) {
    const [first] = quotes;
    if (first) yield [{ article: first.article, quotes }];
  }
}

/** All rows of a store, snapshots with their text. */
export const rowsOf = async (db: PressmarkDatabase) => ({
  articles: await db.articles.toArray(),
  claims: await db.claims.toArray(),
  annotations: await db.annotations.toArray(),
  snapshots: await Promise.all(
    (await db.snapshots.toArray()).map(async (row) =>
      'packedText' in row ? { ...row, packedText: await unpackText(row.packedText) } : row,
    ),
  ),
});
