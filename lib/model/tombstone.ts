import * as v from 'valibot';
import { id, instant, rowTimes } from './fields';

export const tombstoneSchema = v.strictObject({ id, ...rowTimes, deletedAt: instant });
/** What is left of a deleted row once its undo window has passed: that it was, and when. */
export type Tombstone = v.InferOutput<typeof tombstoneSchema>;

/** Tells a row from what is left of one: a tombstone has no words. */
export function isTombstone<Row extends { id: string }>(row: Row | Tombstone): row is Tombstone {
  return Object.keys(row).length === 4 && 'deletedAt' in row && row.deletedAt !== null;
}

/** Whether a row is there, has its words and was not deleted. */
export const isLiving = <Row extends { readonly id: string; readonly deletedAt: string | null }>(
  row: Row | Tombstone | undefined,
): row is Row => row !== undefined && !isTombstone(row) && row.deletedAt === null;
