import type { ExportRequest, Preview } from '../../../lib/exchange/export-file';
import type { ImportProgress, ImportResult } from '../../../lib/exchange/import-file';
import type { ImportCounts } from '../../../lib/exchange/import-report';

/** Where a file goes: one that the reader chose, or one in the extension's own storage that is then offered. */
export type Target =
  | { readonly kind: 'chosen'; readonly handle: FileSystemFileHandle }
  | { readonly kind: 'own'; readonly name: string; readonly type: string };

/** What the library's page asks of its exchange worker. One worker does one job. */
export type ToWorker =
  | { readonly kind: 'preview'; readonly request: ExportRequest }
  | { readonly kind: 'write'; readonly request: ExportRequest; readonly target: Target }
  | { readonly kind: 'prepare'; readonly file: File; readonly importId: string; readonly now: string }
  | { readonly kind: 'commit'; readonly leaveOut: boolean }
  | { readonly kind: 'cancel' };

export type WriteFailure = 'cancelled' | 'full' | 'failed';

/** What it answers. */
export type FromWorker =
  | { readonly kind: 'preview'; readonly preview: Preview }
  | { readonly kind: 'writing'; readonly rows: number; readonly bytes: number }
  /** `file` is the file to offer, null where the reader chose one. */
  | { readonly kind: 'written'; readonly rows: number; readonly bytes: number; readonly file: Blob | null }
  | { readonly kind: 'not-written'; readonly why: WriteFailure; readonly detail: string }
  | { readonly kind: 'importing'; readonly progress: ImportProgress }
  | { readonly kind: 'prepared' | 'committed'; readonly result: ImportResult<ImportCounts> };
