import { isTombstone } from '../../lib/model/tombstone';
import { LibraryIndex, type Names } from '../../lib/search/library-index';
import type { AnnotationRow, ArticleRow, ClaimRow, PressmarkDatabase } from '../../lib/store/database';
import { type Changes, mergeChanges, TABLES, type TableName, watchStore } from './changes';

/** Rows read at once: short enough that a question waits no longer than a key press takes. */
const CHUNK = 1_500;
/** Writes that come one after the other are read together. */
const SETTLE_MS = 40;

const pause = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Keeps an index of the library: reads it once, then follows every change. */
export class Feed {
  readonly index: LibraryIndex;
  /** How much of the library was read, from 0 to 1. */
  read = 0;
  private waiting: Changes = new Map();

  constructor(
    private readonly db: PressmarkDatabase,
    names: Names,
    private readonly tell: () => void,
  ) {
    this.index = new LibraryIndex(names);
  }

  /** Runs as long as the worker lives; rejects where the store cannot be read. */
  async run(): Promise<never> {
    // Watched before the first row is read: what changes meanwhile is read again.
    let wake = (): void => {};
    watchStore(this.db.name, (changes) => {
      mergeChanges(this.waiting, changes);
      wake();
    });
    await this.fill();
    for (;;) {
      if (this.waiting.size === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      await pause(SETTLE_MS);
      await this.follow();
    }
  }

  private async fill(): Promise<void> {
    const sizes = await Promise.all(TABLES.map((table) => this.db[table].count()));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    let done = 0;
    for (const table of TABLES) {
      await this.readTable(table, (rows) => {
        done += rows;
        this.read = Math.min(0.999, done / Math.max(1, total));
        this.tell();
      });
    }
    this.read = 1;
    this.tell();
  }

  /** Reads a table from its first row to its last, in chunks. Gives the ids that it holds. */
  private async readTable(table: TableName, onChunk: (rows: number) => void): Promise<Set<string>> {
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

  private async follow(): Promise<void> {
    const changes = this.waiting;
    this.waiting = new Map();
    for (const [table, keys] of changes) {
      if (keys === 'all') await this.readAgain(table);
      else await this.readKeys(table, [...keys]);
    }
    this.tell();
  }

  private async readKeys(table: TableName, keys: readonly string[]): Promise<void> {
    const rows = await this.db[table].bulkGet([...keys]);
    keys.forEach((id, at) => {
      const row = rows[at];
      if (row) this.put(table, row);
      else this.drop(table, id);
    });
  }

  private async readAgain(table: TableName): Promise<void> {
    const held = await this.readTable(table, this.tell);
    const { slots } = { articles: this.index.articles, claims: this.index.claims, annotations: this.index.rows }[table];
    for (const id of slots.ids) if (id !== '' && !held.has(id)) this.drop(table, id);
  }

  private put(table: TableName, row: ArticleRow | AnnotationRow | ClaimRow): void {
    if (isTombstone(row)) this.drop(table, row.id);
    else if ('canonicalUrl' in row) this.index.putArticle(row);
    else if ('articleId' in row) this.index.putAnnotation(row);
    else this.index.putClaim(row);
  }

  private drop(table: TableName, id: string): void {
    if (table === 'articles') this.index.dropArticle(id);
    else if (table === 'claims') this.index.dropClaim(id);
    else if (!id.startsWith('claim ')) this.index.dropAnnotation(id);
  }
}
