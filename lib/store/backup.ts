import type { Table } from 'dexie';
import * as v from 'valibot';
import { instant } from '../model/fields';
import type { Settings } from '../settings/settings';
import type { AnnotationRow, ClaimRow, PressmarkDatabase } from './database';

const KEY = 'backup';

const backupSchema = v.object({
  /** When the last file with everything was begun; null before the first. */
  lastAt: v.nullable(instant),
  /** Until when the reader does not want to be reminded. */
  snoozedUntil: v.nullable(instant),
});
export type BackupRecord = v.InferOutput<typeof backupSchema>;

const NONE: BackupRecord = { lastAt: null, snoozedUntil: null };

/** What is known of the last backup. */
export async function getBackup(db: PressmarkDatabase): Promise<BackupRecord> {
  const row = await db.settings.get(KEY);
  const parsed = v.safeParse(backupSchema, row?.value);
  return parsed.success ? parsed.output : NONE;
}

/** Notes that everything was written into a file; what changed after `at` is not in it. */
export async function noteBackup(db: PressmarkDatabase, at: string): Promise<void> {
  await db.settings.put({ key: KEY, value: { lastAt: at, snoozedUntil: null } satisfies BackupRecord });
}

/** Puts the reminder off. */
export async function snoozeBackup(db: PressmarkDatabase, until: string): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    await db.settings.put({
      key: KEY,
      value: { ...(await getBackup(db)), snoozedUntil: until } satisfies BackupRecord,
    });
  });
}

/** How things stand with backups. */
export interface BackupState extends BackupRecord {
  /** Quotes and claims that were made or changed since the last one; all of them before the first. */
  readonly changes: number;
  /** Full days since the last one, or since the first quote before that; null where nothing is saved. */
  readonly days: number | null;
  /** Whether the reader wants to be reminded now. */
  readonly due: boolean;
}

const DAY_MS = 24 * 3_600_000;

/**
 * Says whether a reminder is due, and how much changed since the last backup: with `most`, no more than that is counted,
 * since an index of 100,000 rows takes most of a second to count.
 */
export async function backupState(
  db: PressmarkDatabase,
  settings: Pick<Settings, 'backupDays' | 'backupChanges'>,
  now: string,
  most = Number.POSITIVE_INFINITY,
): Promise<BackupState> {
  const record = await getBackup(db);
  const since = record.lastAt ?? '';
  const annotations = await countAfter(db.annotations, since, most);
  const claims = await countAfter(db.claims, since, most - annotations);
  const first = record.lastAt === null ? await db.annotations.orderBy('createdAt').first() : undefined;
  const changes = annotations + claims;
  const from = record.lastAt ?? first?.createdAt ?? null;
  const days = from === null ? null : Math.max(0, Math.floor((Date.parse(now) - Date.parse(from)) / DAY_MS));
  const isOld = settings.backupDays > 0 && days !== null && days >= settings.backupDays;
  const isMany = settings.backupChanges > 0 && changes >= settings.backupChanges;
  const isSnoozed = record.snoozedUntil !== null && record.snoozedUntil > now;
  return { ...record, changes, days, due: changes > 0 && (isOld || isMany) && !isSnoozed };
}

/** How many changes make a reminder due by themselves; as many as must be counted to know. */
export const enoughChanges = ({ backupChanges }: Pick<Settings, 'backupChanges'>): number => Math.max(1, backupChanges);

async function countAfter(
  table: Table<AnnotationRow | ClaimRow, string>,
  since: string,
  most: number,
): Promise<number> {
  if (most === Number.POSITIVE_INFINITY) {
    // Counting a whole table is several times as quick as counting all of an index.
    return since === '' ? table.count() : table.where('updatedAt').above(since).count();
  }
  if (most <= 0) return 0;
  return (await table.where('updatedAt').above(since).limit(most).primaryKeys()).length;
}
