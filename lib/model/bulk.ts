import * as v from 'valibot';
import { id, tag } from './fields';
import { COLOURS } from './vocabulary';

/** The rows that something is done to at once. Articles and claims stand for their quotes where quotes are meant. */
export interface BulkTarget {
  readonly of: 'annotations' | 'articles' | 'claims';
  readonly ids: readonly string[];
}

const tags = v.pipe(v.array(tag), v.minLength(1), v.maxLength(100));

/** What can be done to many rows at once. */
export const bulkActionSchema = v.variant('kind', [
  v.object({ kind: v.literal('tag'), tags }),
  v.object({ kind: v.literal('untag'), tags }),
  v.object({ kind: v.literal('recolour'), colour: v.picklist(COLOURS) }),
  /** Points the quotes to a claim, or to none. */
  v.object({ kind: v.literal('link'), claimId: v.nullable(id) }),
  /**
   * Makes one claim of those chosen, or of the chosen quotes' claims. With `keep` null the oldest stays, and where there
   * is none at all, one is made of the first quote.
   */
  v.object({ kind: v.literal('join'), keep: v.nullable(id) }),
  v.object({ kind: v.literal('delete') }),
]);
export type BulkAction = v.InferOutput<typeof bulkActionSchema>;

/** Gives the tags in `from` one name, wherever they stand; with `to` null they are taken off. */
export const retagSchema = v.object({ from: tags, to: v.nullable(tag) });
export type Retag = v.InferOutput<typeof retagSchema>;

/** The tables whose rows an operation may change. */
export type ChangedTable = 'articles' | 'annotations' | 'claims';

/** Something that was done to many rows at once and can be taken back. */
export interface Operation {
  readonly id: string;
  readonly at: string;
  readonly kind: 'tag' | 'untag' | 'recolour' | 'link' | 'join' | 'delete' | 'rename-tag' | 'delete-tag';
  /** What it was done with: the tags, the colour, the claim's words. */
  readonly what: string;
  /** How many rows were changed. */
  readonly rows: Readonly<Record<ChangedTable, number>>;
}

/** What an undo did: rows that are as they were, and rows that were changed since and stay as they are now. */
export interface UndoReport {
  readonly undone: number;
  readonly kept: number;
}
