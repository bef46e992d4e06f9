import type { Annotation } from '../model/annotation';
import type { Article } from '../model/article';
import { isLiving, isTombstone, type Tombstone } from '../model/tombstone';
import type { AnnotationRow, ArticleRow, PressmarkDatabase, StoredSnapshot } from '../store/database';
import { RowReader } from '../store/portions';
import { ImportStopped, Refusals } from './import-report';
import { TABLES, type TableName } from './native-format';
import type { Staging, Waiting } from './staging';

/** What a merge does, counted. */
export interface MergeCounts {
  added: number;
  updated: number;
  unchanged: number;
}

export interface MergeOptions {
  /** False counts what would happen and writes nothing. */
  readonly write: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Told how many rows of those staged are done. */
  readonly onProgress?: ((rows: number) => void) | undefined;
}

/** What any row has; the staged rows were validated before they were staged. */
interface Row {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}
type Belonging = Annotation | StoredSnapshot;

/**
 * Merges staged rows into the library. By id, the later `updatedAt` wins; equal ones are left. An article that was saved
 * on two machines merges by canonical address: the row born first stays and takes the other's quotes and snapshots
 * along. Two rows of one file are never made one. What is read while merging does not depend on what was written, so
 * that counting beforehand and writing give the same counts.
 */
export class Merge {
  readonly counts: MergeCounts = { added: 0, updated: 0, unchanged: 0 };
  /** Rows whose article is nowhere. */
  readonly refusals = new Refusals();
  readonly #db: PressmarkDatabase;
  readonly #staging: Staging;
  readonly #options: MergeOptions;
  #reader: RowReader | null = null;
  #done = 0;
  /** Articles that went into another one: old id → the id that stays. */
  readonly #moved = new Map<string, string>();
  /** Articles of the store that were made one with an article of the file; each only once. */
  readonly #claimed = new Set<string>();
  /** Articles that went into another one and whose quotes lie in the store. */
  readonly #movedHere = new Set<string>();
  /** Articles of the file that were deleted here; one comes back if a quote that lives is saved on it. */
  readonly #buried = new Map<string, Article>();
  /** Articles that the file says were deleted, with the number of quotes that live on them here. */
  readonly #dead = new Map<string, { row: Tombstone; known: ArticleRow | undefined; living: number }>();

  /** Articles that are deleted and still have their words; one comes back if a quote lives on it in the end. */
  readonly #deleted = new Set<string>();

  constructor(db: PressmarkDatabase, staging: Staging, options: MergeOptions) {
    this.#db = db;
    this.#staging = staging;
    this.#options = options;
  }

  async run(): Promise<void> {
    const sizes = TABLES.map((name) => [name, this.#staging.ids[name].size] as const);
    this.#reader = await RowReader.for(this.#db, Object.fromEntries(sizes));
    await this.#staging.each<Article | Tombstone>('articles', (rows) => this.#articles(rows));
    await this.#staging.each<Belonging | Tombstone>('snapshots', (rows) => this.#belonging('snapshots', rows));
    await this.#staging.each<Row>('claims', (rows) => this.#claims(rows));
    await this.#staging.each<Belonging | Tombstone>('annotations', (rows) => this.#belonging('annotations', rows));
    if (this.#options.write) await this.#repoint();
    await this.#deadArticles();
    if (this.#options.write) await this.#bringBack();
  }

  #step(rows: number): void {
    if (this.#options.signal?.aborted) throw new ImportStopped({ code: 'cancelled' });
    this.#done += rows;
    this.#options.onProgress?.(this.#done);
  }

  async #put(table: TableName, rows: readonly Row[]): Promise<void> {
    if (this.#options.write && rows.length > 0) await this.#db.table(table).bulkPut([...rows]);
  }

  /** The rows that the library has of those that wait. Each id is asked for once, before anything is written under it. */
  async #known<Stored extends Row>(table: TableName, waiting: readonly Waiting<Row>[]) {
    const ids = waiting.map(({ row }) => row.id);
    return (await this.#reader?.read<Stored>(table, ids)) ?? [];
  }

  async #articles(waiting: readonly Waiting<Article | Tombstone>[]): Promise<void> {
    const known = await this.#known<ArticleRow>('articles', waiting);
    const twins = await this.#twins(waiting.map(({ row }) => row));
    const put: ArticleRow[] = [];
    for (const [i, { row }] of waiting.entries()) {
      const before = known[i];
      if (isTombstone(row)) this.#dead.set(row.id, { row, known: before, living: await this.#livingOn(row.id) });
      else put.push(...this.#article(row, before, twins));
    }
    await this.#put('articles', put);
    this.#step(waiting.length);
  }

  /** What an article that is not deleted in the file becomes: the rows to write. */
  #article(row: Article, before: ArticleRow | undefined, twins: Map<string, Article>): ArticleRow[] {
    if (row.deletedAt !== null || isDeleted(before)) this.#deleted.add(row.id);
    const twin = row.deletedAt === null ? twins.get(row.canonicalUrl) : undefined;
    if (before && isTombstone(before) && !isLater(row, before)) {
      // Deleted here, or gone into another row when it was merged before.
      if (twin) this.#moved.set(row.id, twin.id);
      else this.#buried.set(row.id, row);
      this.counts.unchanged += 1;
      return [];
    }
    if (before) return this.#laterWins(row, before) ? [row] : [];
    if (!twin) {
      this.counts.added += 1;
      return [row];
    }
    twins.delete(row.canonicalUrl);
    this.#claimed.add(twin.id);
    const [stays, goes] = isOlder(twin, row) ? [twin, row] : [row, twin];
    this.#moved.set(goes.id, stays.id);
    if (goes === twin) this.#movedHere.add(goes.id);
    this.counts.updated += 1;
    return [
      joined(stays, goes),
      { id: goes.id, createdAt: goes.createdAt, updatedAt: goes.updatedAt, deletedAt: goes.updatedAt },
    ];
  }

  /** Articles of the store, not of the file, that live at the canonical addresses of these rows. */
  async #twins(rows: readonly (Article | Tombstone)[]): Promise<Map<string, Article>> {
    const addresses = rows.filter(isLiving<Article>).map((row) => row.canonicalUrl);
    if (addresses.length === 0) return new Map();
    const found = await this.#db.articles.where('canonicalUrl').anyOf(addresses).toArray();
    const free = found
      .filter(isLiving<Article>)
      .filter(({ id }) => !this.#staging.ids.articles.has(id) && !this.#claimed.has(id));
    return new Map(free.map((row) => [row.canonicalUrl, row]));
  }

  async #claims(waiting: readonly Waiting<Row>[]): Promise<void> {
    const known = await this.#known('claims', waiting);
    const put = waiting.filter(({ row }, i) => this.#laterWins(row, known[i])).map(({ row }) => row);
    await this.#put('claims', put);
    this.#step(waiting.length);
  }

  async #belonging(
    table: 'snapshots' | 'annotations',
    waiting: readonly Waiting<Belonging | Tombstone>[],
  ): Promise<void> {
    const known = await this.#known<AnnotationRow>(table, waiting);
    const homes = await this.#homes(waiting.map(({ row }) => row));
    const put: Row[] = [];
    const revived: Article[] = [];
    for (const [i, { row, number }] of waiting.entries()) {
      const before = known[i];
      const lives = !isTombstone(row) && !('deletedAt' in row && row.deletedAt !== null);
      if (!isTombstone(row) && !this.#hasHome(row, lives, homes)) {
        this.refusals.add({ list: table, number, id: row.id }, { code: 'no-article' });
        continue;
      }
      if (lives && 'articleId' in row && isDeleted(homes.get(row.articleId))) this.#deleted.add(row.articleId);
      if (!this.#laterWins(row, before)) continue;
      if (table === 'annotations') this.#count(row, before, lives, revived);
      put.push(isTombstone(row) ? row : moveTo(row, this.#follow(row.articleId)));
    }
    await this.#put('articles', revived);
    await this.#put(table, put);
    this.#step(waiting.length);
  }

  /** The store's rows of the articles that these rows belong to, but for those that the file brings itself. */
  async #homes(rows: readonly (Belonging | Tombstone)[]): Promise<Map<string, ArticleRow>> {
    const all = new Set(rows.flatMap((row) => ('articleId' in row ? [row.articleId] : [])));
    const ids = [...all].filter((id) => !this.#staging.ids.articles.has(id) || this.#dead.has(id));
    const found = await this.#db.articles.bulkGet(ids);
    return new Map(found.flatMap((row) => (row ? [[row.id, row]] : [])));
  }

  /** A row that lives needs an article that lives, or it would be seen by nobody. */
  #hasHome(row: Belonging, lives: boolean, homes: ReadonlyMap<string, ArticleRow>): boolean {
    const { articleId } = row;
    const here = homes.get(articleId);
    if (this.#moved.has(articleId) || this.#buried.has(articleId)) return true;
    if (this.#staging.ids.articles.has(articleId) && !(lives && this.#dead.has(articleId))) return true;
    return here !== undefined && !(lives && isTombstone(here));
  }

  /** Keeps count of the quotes that live on articles that the file says were deleted, and brings buried ones back. */
  #count(
    row: Annotation | Tombstone | Belonging,
    before: AnnotationRow | undefined,
    lives: boolean,
    revived: Article[],
  ) {
    const was = isLiving<Annotation>(before) ? before.articleId : null;
    const home = was === null ? undefined : this.#dead.get(was);
    if (home) home.living -= 1;
    if (!lives || isTombstone(row)) return;
    const dead = this.#dead.get(row.articleId);
    if (dead) dead.living += 1;
    const buried = this.#buried.get(row.articleId);
    if (!buried) return;
    revived.push(buried);
    this.#buried.delete(row.articleId);
    this.#moved.delete(row.articleId);
  }

  #laterWins(row: Row, before: Row | undefined): boolean {
    if (!before) this.counts.added += 1;
    else if (isLater(row, before)) this.counts.updated += 1;
    else this.counts.unchanged += 1;
    return !before || isLater(row, before);
  }

  /** The article that an article's rows belong to now. */
  #follow(id: string): string {
    return this.#moved.get(id) ?? id;
  }

  /** Quotes and snapshots of an article of the store that went into another one follow it. */
  async #repoint(): Promise<void> {
    for (const from of this.#movedHere) {
      for (const name of ['annotations', 'snapshots'] as const) {
        const table = this.#db.table<Belonging, string>(name);
        const rows = await table.where('articleId').equals(from).toArray();
        const whole = rows.filter((row) => !isTombstone<Belonging>(row));
        await table.bulkPut(whole.map((row) => ({ ...row, articleId: this.#follow(from) })));
      }
    }
  }

  async #livingOn(articleId: string): Promise<number> {
    const quotes = await this.#db.annotations.where('articleId').equals(articleId).toArray();
    return quotes.filter(isLiving<Annotation>).length;
  }

  /** An article that was deleted elsewhere goes, unless quotes live on it here. */
  async #deadArticles(): Promise<void> {
    const put: Tombstone[] = [];
    for (const { row, known, living } of this.#dead.values()) {
      if (isDeleted(known)) this.#deleted.add(row.id);
      if (known && living > 0) this.counts.unchanged += 1;
      else if (this.#laterWins(row, known)) put.push(row);
    }
    await this.#put('articles', put);
  }

  /** Whatever a file says, a quote that lives brings its article back, as it does when it is restored by hand. */
  async #bringBack(): Promise<void> {
    for (const id of this.#deleted) {
      const row = await this.#db.articles.get(id);
      if (isDeleted(row) && (await this.#livingOn(id)) > 0) await this.#db.articles.put({ ...row, deletedAt: null });
    }
  }
}

/** Deleted, with its words still there. */
const isDeleted = (row: ArticleRow | undefined): row is Article =>
  row !== undefined && !isTombstone(row) && row.deletedAt !== null;

const moveTo = (row: Belonging, articleId: string): Belonging => ({ ...row, articleId });

/** Times may differ in their fractions of a second, so they are compared as times. */
const isLater = (a: Row, b: Row): boolean => Date.parse(a.updatedAt) > Date.parse(b.updatedAt);

/** The row that was born first; both machines decide alike. */
function isOlder(a: Row, b: Row): boolean {
  const [one, other] = [Date.parse(a.createdAt), Date.parse(b.createdAt)];
  return one === other ? a.id < b.id : one < other;
}

/** What is known of an article on both sides: its addresses together, the facts of the side that was changed last. */
function joined(stays: Article, goes: Article): Article {
  const later = isLater(goes, stays) ? goes : stays;
  return {
    ...later,
    id: stays.id,
    url: stays.url,
    canonicalUrl: stays.canonicalUrl,
    urls: [...new Set([...stays.urls, ...goes.urls])].slice(0, 200),
    archiveUrl: later.archiveUrl ?? stays.archiveUrl ?? goes.archiveUrl,
    firstSeenAt: stays.firstSeenAt < goes.firstSeenAt ? stays.firstSeenAt : goes.firstSeenAt,
    lastSeenAt: stays.lastSeenAt > goes.lastSeenAt ? stays.lastSeenAt : goes.lastSeenAt,
    createdAt: stays.createdAt,
  };
}
