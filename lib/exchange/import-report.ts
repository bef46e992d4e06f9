import type { Settings } from '../settings/settings';

/**
 * The lists that rows are counted in: those of a native file, annotations of another tool, or a table's rows. A native
 * file's settings are named like a row.
 */
export type RowList = 'articles' | 'snapshots' | 'claims' | 'annotations' | 'table' | 'settings';

/** A row of a file, named so that a person finds it: rows are counted from 1, a table's header included. */
export interface RowName {
  readonly list: RowList;
  readonly number: number;
  readonly id: string | null;
}

/** What is wrong with a field; each has a sentence in `_locales` (`importField_…`). */
export type FieldProblem =
  | 'missing'
  | 'unknown'
  | 'kind'
  | 'choice'
  | 'long'
  | 'empty'
  | 'time'
  | 'date'
  | 'address'
  | 'id'
  | 'value';

/** Why one row is refused; each code has a sentence in `_locales` (`importRow_…`). */
export type Reason =
  | { readonly code: 'field'; readonly field: string; readonly problem: FieldProblem; readonly value: string | null }
  | { readonly code: 'not-json' }
  | { readonly code: 'not-object' }
  | { readonly code: 'forbidden-key' }
  | { readonly code: 'duplicate' }
  | { readonly code: 'no-article' }
  | { readonly code: 'no-quote' }
  | { readonly code: 'no-address' }
  | { readonly code: 'cells'; readonly found: number; readonly wanted: number };

export interface Refusal {
  readonly row: RowName;
  readonly reason: Reason;
}

/** Why a whole file is refused; each code has a sentence in `_locales` (`import_…`). */
export type FileProblem =
  | { readonly code: 'not-json'; readonly at: number; readonly row: RowName | null }
  | { readonly code: 'broken-off'; readonly row: RowName | null }
  | { readonly code: 'row-too-large'; readonly row: RowName | null }
  | { readonly code: 'not-utf8'; readonly at: number }
  | { readonly code: 'not-pressmark' }
  | { readonly code: 'newer-version'; readonly version: number }
  | { readonly code: 'refused-rows' }
  | { readonly code: 'busy' }
  | { readonly code: 'cancelled' }
  | { readonly code: 'storage-full' }
  | { readonly code: 'storage'; readonly detail: string };

/** Ends an import; never leaves the import's own modules. */
export class ImportStopped extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem.code);
  }
}

/** So many refused rows are named; the others are counted. */
export const NAMED_REFUSALS = 200;

/** Refused rows: all are counted, the first are named. */
export class Refusals {
  #count = 0;
  readonly #named: Refusal[] = [];

  get count(): number {
    return this.#count;
  }

  get named(): readonly Refusal[] {
    return this.#named;
  }

  add(row: RowName, reason: Reason): void {
    this.#count += 1;
    if (this.#named.length < NAMED_REFUSALS) this.#named.push({ row, reason });
  }
}

/** What an import would do, or did. */
export interface ImportCounts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  /** The settings that are taken over from the file. */
  readonly settings: readonly (keyof Settings)[];
  /** The first of the refused rows. */
  readonly refusals: readonly Refusal[];
}
