import { browser } from '../../lib/browser';
import { exportNative } from '../../lib/exchange/export-native';
import { importNative } from '../../lib/exchange/import-native';
import type { ImportReport } from '../../lib/exchange/import-report';
import { ask } from '../../lib/messages/client';
import { IMPORT_LOCK, type PressmarkDatabase } from '../../lib/store/database';
import { downloadFile } from './download';
import { type ForeignFormat, readable, writeAs } from './formats';

/** Writes the whole library, or one article, into a file and offers it. Gives the file's name. */
export async function exportToFile(db: PressmarkDatabase, articleId?: string): Promise<string> {
  const exportedAt = new Date().toISOString();
  const chunks: Blob[] = [];
  const options = {
    exportedAt,
    generator: `Pressmark ${browser.runtime.getManifest().version}`,
    ...(articleId === undefined ? {} : { articleIds: [articleId] }),
  };
  // Each chunk becomes a blob at once: browsers keep those on disk, strings in memory.
  for await (const chunk of exportNative(db, options)) chunks.push(new Blob([chunk]));
  const name = `pressmark-${exportedAt.slice(0, 10)}.json`;
  downloadFile(new Blob(chunks, { type: 'application/json' }), name);
  return name;
}

/** Reads a file into the library, all or nothing, and tells the open pages if anything changed. */
export async function importFromFile(
  db: PressmarkDatabase,
  file: File,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<ImportReport> {
  const source = await readable(file);
  if (!source.ok) return source;
  // The background may start meanwhile and would take staged rows for leftovers of a dead import.
  const report = await navigator.locks.request(IMPORT_LOCK, () =>
    importNative(db, source.file, { onProgress, signal, importId: crypto.randomUUID() }),
  );
  if (report.ok && report.added + report.updated > 0) await ask('store.changed', {});
  return report;
}

/** Writes everything, or one article, in another tool's format. Gives the file's name. */
export async function exportAs(db: PressmarkDatabase, format: ForeignFormat, articleId?: string): Promise<string> {
  const { blob, extension } = await writeAs(db, format, articleId);
  const name = `pressmark-${new Date().toISOString().slice(0, 10)}.${extension}`;
  downloadFile(blob, name);
  return name;
}
