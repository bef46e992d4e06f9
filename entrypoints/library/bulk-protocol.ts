import type { BulkAction, BulkTarget, Operation, Retag, UndoReport } from '../../lib/model/bulk';
import type { Failure } from '../../lib/model/result';

/** What the library's page and its bulk worker say to each other. */

/** Something to be done to many rows. The ids of a target are sent before it, part by part. */
export type BulkJob =
  | { readonly kind: 'run'; readonly id: string; readonly of: BulkTarget['of']; readonly action: BulkAction }
  | { readonly kind: 'retag'; readonly id: string; readonly change: Retag }
  | { readonly kind: 'undo'; readonly id: string };

export type ToBulkWorker = { readonly kind: 'ids'; readonly ids: readonly string[] } | BulkJob;

export type FromBulkWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly value: Operation | UndoReport }
  | { readonly kind: 'failed'; readonly error: Failure };
