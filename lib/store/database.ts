import Dexie, { type Table } from 'dexie';
import type { Annotation } from '../model/annotation';
import type { Article } from '../model/article';
import type { ChangedTable, Operation, UndoReport } from '../model/bulk';
import type { Claim } from '../model/claim';
import type { Draft } from '../model/draft';
import type { Tombstone } from '../model/tombstone';
import { settingAside } from './damaged';
import { durability } from './durability';
import { type JournalEntry, journalling } from './journal';
import { SCHEMAS, type Schema } from './migrations';

/** A snapshot as it lies in the store: its text compressed (gzip). */
export interface StoredSnapshot {
  id: string;
  articleId: string;
  takenAt: string;
  textHash: string;
  packedText: Uint8Array<ArrayBuffer>;
  corrections: string[];
  createdAt: string;
  updatedAt: string;
}

export interface StoredSetting {
  key: string;
  value: unknown;
}

/** Rows of one list of a file that is being imported, until the last row of all has proved valid. */
export interface StagedRows {
  importId: string;
  seq: number;
  /** Each with its place in the list. */
  rows: readonly { readonly number: number; readonly row: object }[];
}

/** What was done to one row: the fields that changed, as they stood before and as they were left. */
export interface RowChange {
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** An operation as it lies in the store; once it was undone it keeps what the undo reported, for whoever asks again. */
export interface StoredOperation extends Operation {
  /** How many rows of `changes` belong to it. */
  chunks: number;
  undone: UndoReport | null;
}

/** Changes of an operation, some hundred rows in each: the whole may not fit into memory comfortably. */
export interface StoredChanges {
  operationId: string;
  seq: number;
  table: ChangedTable;
  rows: RowChange[];
}

/** A part of a copy of the search's index, or its head: the one row of edition ''. */
export interface StoredSearchPart {
  edition: string;
  number: number;
  value: unknown;
}

/** Held while a file is being imported: whoever else would clear the staging table waits or leaves it. */
export const IMPORT_LOCK = 'pressmark-import';

/** Shared by exports; what moves many rows at once holds it alone, so that no file tells half of it. */
export const EXPORT_LOCK = 'pressmark-export';

export type ArticleRow = Article | Tombstone;
export type AnnotationRow = Annotation | Tombstone;
export type ClaimRow = Claim | Tombstone;

/** The one database, in the extension's own origin. Content scripts never open it: theirs would be the page's. */
export class PressmarkDatabase extends Dexie {
  declare articles: Table<ArticleRow, string>;
  declare snapshots: Table<StoredSnapshot | Tombstone, string>;
  declare annotations: Table<AnnotationRow, string>;
  declare claims: Table<ClaimRow, string>;
  declare drafts: Table<Draft, [string, string]>;
  declare settings: Table<StoredSetting, string>;
  declare staging: Table<StagedRows, [string, number]>;
  declare operations: Table<StoredOperation, string>;
  declare changes: Table<StoredChanges, [string, number]>;
  declare journal: Table<JournalEntry, number>;
  declare searchParts: Table<StoredSearchPart, [string, number]>;

  constructor(name = 'pressmark', schemas: readonly Schema[] = SCHEMAS) {
    super(name);
    this.use(journalling);
    this.use(durability);
    this.use(settingAside);
    for (const schema of schemas) {
      const version = this.version(schema.version).stores(schema.stores);
      if (schema.upgrade) version.upgrade(schema.upgrade);
    }
  }
}
