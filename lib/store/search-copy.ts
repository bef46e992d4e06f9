import * as v from 'valibot';
import type { PressmarkDatabase } from './database';
import type { JournalledTable } from './journal';

/**
 * A copy of the search's index, kept so that the library is searchable at once. The tables are the truth: the copy says
 * up to which write it has them, and the journal names what was written since. Where either is not whole, it is made anew.
 */

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const headSchema = v.object({
  /** The edition that is in force; empty for none. */
  edition: v.string(),
  parts: count,
  /** What made it: see `copyStamp`. */
  stamp: v.string(),
  /** The last write that it holds. */
  seq: count,
  /** Writes up to this one are not in the journal any more. */
  forgotten: count,
});
type Head = v.InferOutput<typeof headSchema>;

const HEAD: [string, number] = ['', 0];
const NO_COPY: Head = { edition: '', parts: 0, stamp: '', seq: 0, forgotten: 0 };

async function headOf(db: PressmarkDatabase): Promise<Head> {
  const head = v.safeParse(headSchema, (await db.searchParts.get(HEAD))?.value);
  return head.success ? head.output : NO_COPY;
}

const putHead = (db: PressmarkDatabase, head: Head): Promise<unknown> =>
  db.searchParts.put({ edition: HEAD[0], number: HEAD[1], value: head });

const partsOf = (db: PressmarkDatabase, edition: string) =>
  db.searchParts.where('[edition+number]').between([edition, 0], [edition, Number.MAX_SAFE_INTEGER]);

/** The copy in force, if it was made with this stamp and is whole, with the last write that it holds. */
export function readCopy(
  db: PressmarkDatabase,
  stamp: string,
): Promise<{ readonly parts: readonly unknown[]; readonly seq: number } | null> {
  return db.transaction('r', db.searchParts, async () => {
    const head = await headOf(db);
    if (head.edition === '' || head.stamp !== stamp || head.seq < head.forgotten) return null;
    const rows = await partsOf(db, head.edition).toArray();
    return rows.length === head.parts ? { parts: rows.map(({ value }) => value), seq: head.seq } : null;
  });
}

/**
 * Puts a copy in force that holds everything up to write `seq`. Its parts are written before, one by one, so that nobody
 * waits for long; until the last step the former copy stays. Run it under `SEARCH_COPY_LOCK`.
 */
export async function writeCopy(
  db: PressmarkDatabase,
  edition: string,
  { parts, seq, stamp }: { readonly parts: readonly unknown[]; readonly seq: number; readonly stamp: string },
): Promise<void> {
  for (const [number, value] of parts.entries()) await db.searchParts.put({ edition, number, value });
  await db.transaction('rw', db.searchParts, db.journal, async () => {
    const before = await headOf(db);
    // Others may still be reading what the former copy lacked; what it held already, nobody needs.
    const forgotten = Math.max(before.forgotten, before.seq);
    await db.journal.where('seq').belowOrEqual(forgotten).delete();
    await putHead(db, { edition, parts: parts.length, stamp, seq, forgotten });
    await db.searchParts.where('edition').noneOf(['', edition]).delete();
  });
}

/** What was written after a write; null where the journal does not reach back so far. */
export interface Written {
  readonly changes: ReadonlyMap<JournalledTable, ReadonlySet<string> | 'all'>;
  readonly seq: number;
}

/** Which rows were written after write `seq`. Null where the journal does not reach back so far. */
export function writtenSince(db: PressmarkDatabase, seq: number): Promise<Written | null> {
  return db.transaction('r', db.searchParts, db.journal, async () => {
    if ((await headOf(db)).forgotten > seq) return null;
    const changes = new Map<JournalledTable, Set<string> | 'all'>();
    let last = seq;
    for (const entry of await db.journal.where('seq').above(seq).toArray()) {
      const known = changes.get(entry.table) ?? new Set();
      if (entry.ids === null || known === 'all') changes.set(entry.table, 'all');
      else {
        for (const id of entry.ids) known.add(id);
        changes.set(entry.table, known);
      }
      last = entry.seq;
    }
    return { changes, seq: last };
  });
}

/** The last write that was noted. */
export function lastWrite(db: PressmarkDatabase): Promise<number> {
  return db.transaction('r', db.searchParts, db.journal, async () => {
    const last = await db.journal.orderBy('seq').last();
    return Math.max((await headOf(db)).forgotten, last?.seq ?? 0);
  });
}

/** Forgets the copy and all that was written. Runs inside the caller's transaction over `searchParts` and the journal. */
export async function forgetSearchCopy(db: PressmarkDatabase): Promise<void> {
  const last = await db.journal.orderBy('seq').last();
  const { forgotten } = await headOf(db);
  await db.journal.clear();
  await db.searchParts.clear();
  await putHead(db, { ...NO_COPY, forgotten: Math.max(forgotten, last?.seq ?? 0) });
}

/** More writes than these are not worth keeping: reading everything takes no longer than catching up. */
const MOST_WRITES = 5_000;

/** Keeps the journal short where nobody opens the library. */
export async function trimJournal(db: PressmarkDatabase, most = MOST_WRITES): Promise<void> {
  if ((await db.journal.count()) <= most) return;
  await db.transaction('rw', db.searchParts, db.journal, () => forgetSearchCopy(db));
}

/**
 * Forgets the copy if it may still hold words of rows that are being erased: those deleted since it was made. Runs inside
 * the caller's transaction over `searchParts` and the journal.
 */
export async function forgetErased(db: PressmarkDatabase, ids: ReadonlySet<string>): Promise<void> {
  if (ids.size === 0) return;
  const head = await headOf(db);
  if (head.edition === '') return;
  const later = await db.journal.where('seq').above(head.seq).toArray();
  const stale = later.some((entry) => entry.ids === null || entry.ids.some((id) => ids.has(id)));
  if (stale) await forgetSearchCopy(db);
}

/** Held while a copy is written: one context does it for all. */
export const SEARCH_COPY_LOCK = 'pressmark-search-copy';
