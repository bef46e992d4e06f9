import { Dexie, type ObservabilitySet } from 'dexie';
import { isTombstone } from '../../lib/model/tombstone';
import { copyStamp, loadIndex, saveIndex } from '../../lib/search/index-copy';
import { LibraryIndex, type Names } from '../../lib/search/library-index';
import type { AnnotationRow, ArticleRow, ClaimRow, PressmarkDatabase } from '../../lib/store/database';
import { JOURNALLED, type JournalledTable } from '../../lib/store/journal';
import { portions } from '../../lib/store/portions';
import { lastWrite, readCopy, SEARCH_COPY_LOCK, writeCopy, writtenSince } from '../../lib/store/search-copy';

/** Rows read at once: short enough that a question waits no longer than a key press takes. */
const CHUNK = 1_500;
/** Writes that come one after the other are read together. */
const SETTLE_MS = 40;
/** Named rows are fetched one by one; of more than these, reading the table through is quicker. */
const MOST_NAMED = 20_000;
/** The copy is made anew after so many changed rows, once nothing has changed for a while. */
const CHANGES_WORTH_A_COPY = 500;
const QUIET_MS = 4_000;

const pause = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Keeps an index of the library: takes over the copy of the last time or reads everything, then follows every change. */
export class Feed {
  readonly index: LibraryIndex;
  /** How much of the library was read, from 0 to 1. */
  read = 0;
  /** Resolves once all of the library was read: before, a list of everything would be a list of some. */
  readonly whole: Promise<void>;
  private becomeWhole: () => void = () => {};
  /** The last write that the index holds. */
  private seq = 0;
  /** Rows that changed since the copy was made; deleted ones weigh as much as it takes, since their words should go. */
  private unsaved = 0;
  private woken = false;
  private wake = (): void => {};

  constructor(
    private readonly db: PressmarkDatabase,
    names: Names,
    private readonly tell: () => void,
    private readonly quietMs = QUIET_MS,
  ) {
    this.index = new LibraryIndex(names);
    this.whole = new Promise((resolve) => {
      this.becomeWhole = resolve;
    });
  }

  /** Runs as long as the worker lives; rejects where the store cannot be read. */
  async run(): Promise<never> {
    // Watched before the first row is read: what changes meanwhile is read again.
    this.watch();
    await this.db.open();
    if (!(await this.takeOver())) {
      await this.fill();
      await this.follow();
      // The next start need not read everything again, however soon this page is closed.
      if (this.unsaved >= CHANGES_WORTH_A_COPY) await this.save();
    }
    for (;;) {
      await this.follow();
      if (this.unsaved >= CHANGES_WORTH_A_COPY && !(await this.wokenWithin(this.quietMs))) await this.save();
      while (!this.woken) await this.wokenWithin(null);
      this.woken = false;
      await pause(SETTLE_MS);
    }
  }

  /** Dexie tells of writes in all of the extension's contexts; what was written stands in the journal. */
  private watch(): void {
    const prefixes = JOURNALLED.map((table) => `idb://${this.db.name}/${table}/`);
    Dexie.on('storagemutated', (parts: ObservabilitySet) => {
      if (!parts['all'] && !prefixes.some((prefix) => Object.keys(parts).some((key) => key.startsWith(prefix)))) return;
      this.woken = true;
      this.wake();
    });
  }

  /** Waits for a write, no longer than given. Says whether there was one. */
  private async wokenWithin(ms: number | null): Promise<boolean> {
    if (!this.woken) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        if (ms !== null) setTimeout(resolve, ms);
      });
    }
    return this.woken;
  }

  private stamp(): string {
    return copyStamp(this.db.verno);
  }

  private async takeOver(): Promise<boolean> {
    const copy = await readCopy(this.db, this.stamp());
    if (copy === null || !loadIndex(this.index, copy.parts)) return false;
    this.seq = copy.seq;
    await this.follow();
    return true;
  }

  private async fill(): Promise<void> {
    this.seq = await lastWrite(this.db);
    const sizes = await Promise.all(JOURNALLED.map((table) => this.db[table].count()));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    let done = 0;
    for (const table of JOURNALLED) {
      await this.readTable(table, (rows) => {
        done += rows;
        this.read = Math.min(0.999, done / Math.max(1, total));
        this.tell();
      });
    }
    this.unsaved = total;
    this.complete();
  }

  /** Reads a table from its first row to its last, in chunks. Gives the ids that it holds. */
  private async readTable(table: JournalledTable, onChunk: (rows: number) => void): Promise<Set<string>> {
    const ids = new Set<string>();
    const after = (last: string) => this.db[table].where(':id').above(last).limit(CHUNK).toArray();
    let reading = after('');
    for (;;) {
      const rows = await reading;
      const last = rows.at(-1)?.id;
      const more = rows.length === CHUNK && last !== undefined;
      // The next chunk is fetched while this one is laid out.
      if (more) reading = after(last);
      for (const row of rows) {
        this.put(table, row);
        ids.add(row.id);
      }
      onChunk(rows.length);
      if (!more) return ids;
      await pause();
    }
  }

  /** Reads what was written since; rows are read after the journal, so they are at least as new as it says. */
  private async follow(): Promise<void> {
    const written = await writtenSince(this.db, this.seq);
    const seq = written?.seq ?? (await lastWrite(this.db));
    for (const table of JOURNALLED) {
      const keys = written === null ? 'all' : written.changes.get(table);
      if (keys === undefined) continue;
      if (keys === 'all' || keys.size > MOST_NAMED) await this.readAgain(table);
      else await this.readKeys(table, [...keys]);
    }
    this.seq = seq;
    this.complete();
  }

  private complete(): void {
    this.read = 1;
    this.becomeWhole();
    this.tell();
  }

  private async readKeys(table: JournalledTable, keys: readonly string[]): Promise<void> {
    for (const some of portions(keys)) {
      const rows = await this.db[table].bulkGet([...some]);
      some.forEach((id, at) => {
        const row = rows[at];
        if (row) this.put(table, row);
        else this.drop(table, id);
      });
      this.unsaved += some.length;
      if (keys.length > some.length) await pause();
    }
  }

  private async readAgain(table: JournalledTable): Promise<void> {
    const held = await this.readTable(table, this.tell);
    const { slots } = { articles: this.index.articles, claims: this.index.claims, annotations: this.index.rows }[table];
    for (const id of slots.ids) if (id !== '' && !held.has(id)) this.drop(table, id);
    this.unsaved += held.size + CHANGES_WORTH_A_COPY;
  }

  private put(table: JournalledTable, row: ArticleRow | AnnotationRow | ClaimRow): void {
    if (isTombstone(row)) this.drop(table, row.id);
    else {
      if (row.deletedAt !== null) this.unsaved += CHANGES_WORTH_A_COPY;
      if ('canonicalUrl' in row) this.index.putArticle(row);
      else if ('articleId' in row) this.index.putAnnotation(row);
      else this.index.putClaim(row);
    }
  }

  private drop(table: JournalledTable, id: string): void {
    if (table === 'articles') this.index.dropArticle(id);
    else if (table === 'claims') this.index.dropClaim(id);
    else if (!id.startsWith('claim ')) this.index.dropAnnotation(id);
  }

  /** Keeps a copy for the next time, unless another context is at it. */
  private async save(): Promise<void> {
    await navigator.locks.request(SEARCH_COPY_LOCK, { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      this.unsaved = 0;
      const copy = { parts: saveIndex(this.index), seq: this.seq, stamp: this.stamp() };
      await writeCopy(this.db, crypto.randomUUID(), copy).catch(() => {
        // Without room for it, the next start reads everything, as it would have.
      });
    });
  }
}
