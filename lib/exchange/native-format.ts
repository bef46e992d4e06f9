import * as v from 'valibot';
import { annotationSchema } from '../model/annotation';
import { articleSchema, snapshotSchema } from '../model/article';
import { claimSchema } from '../model/claim';
import { tombstoneSchema } from '../model/tombstone';
import { settingsPatchSchema } from '../settings/settings';

/** The native export: every row as it is, deletions as tombstones. See design.md, "The native export". */
export const FORMAT = 'pressmark';
export const FORMAT_VERSION = 1;

/** The tables of a file, in the order in which they are written. */
export const TABLES = ['articles', 'snapshots', 'claims', 'annotations'] as const;
export type TableName = (typeof TABLES)[number];

/** What a row of each table must be. */
export const ROW_SCHEMAS = {
  articles: articleSchema,
  snapshots: snapshotSchema,
  claims: claimSchema,
  annotations: annotationSchema,
} as const;

/** What a file must be as a whole; the source of the JSON Schema in `public/`. */
export const fileSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(FORMAT_VERSION),
  exportedAt: v.string(),
  generator: v.string(),
  /** What the reader set, in files with everything. Files of before have no such field, and readers of before skip it. */
  settings: v.exactOptional(settingsPatchSchema),
  articles: v.array(v.union([articleSchema, tombstoneSchema])),
  snapshots: v.array(v.union([snapshotSchema, tombstoneSchema])),
  claims: v.array(v.union([claimSchema, tombstoneSchema])),
  annotations: v.array(v.union([annotationSchema, tombstoneSchema])),
});

export const isTableName = (key: string): key is TableName => (TABLES as readonly string[]).includes(key);
