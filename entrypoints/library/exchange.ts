import { browser } from '../../lib/browser';
import { exportNative } from '../../lib/exchange/export-native';
import { type ImportReport, importNative } from '../../lib/exchange/import-native';
import { ask } from '../../lib/messages/client';
import type { PressmarkDatabase } from '../../lib/store/database';
import { downloadFile } from './download';

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
  const report = await importNative(db, file, { onProgress, signal, importId: crypto.randomUUID() });
  if (report.ok && report.added + report.updated > 0) await ask('store.changed', {});
  return report;
}
