import type { Annotation } from '../model/annotation';
import type { Article } from '../model/article';
import { isTombstone, type Tombstone } from '../model/tombstone';
import type { PressmarkDatabase, StoredSnapshot } from '../store/database';
import type { ImportProblem } from './import-report';
import type { TableName } from './native-format';

export interface MergeCounts {
  added: number;
  updated: number;
  unchanged: number;
}

type Outcome = { ok: true; value: MergeCounts } | { ok: false; error: ImportProblem };

/** What any row has; the staged rows were validated before they were staged. */
interface Row {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const CHUNK = 500;

/** Rolls the transaction back. */
class Conflict extends Error {
  constructor(readonly problem: ImportProblem) {
    super(problem.code);
  }
}

/**
 * Moves staged rows into the library in one transaction that awaits nothing but the store. By id, the later
 * `updatedAt` wins; equal ones are left. Articles that were saved on two machines merge by canonical address: the older
 * row stays and takes the other's quotes and snapshots along.
 */
export async function mergeStaged(db: PressmarkDatabase, importId: string, staged: number): Promise<Outcome> {
  const tables = [db.articles, db.snapshots, db.claims, db.annotations, db.staging];
  try {
    const value = await db.transaction('rw', tables, async () => {
      await complete(db, importId, staged);
      return await new Merge(db, importId).run();
    });
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Conflict) return { ok: false, error: error.problem };
    throw error;
  }
}

/** All rows that were staged are still there: half a file is never merged. */
async function complete(db: PressmarkDatabase, importId: string, staged: number): Promise<void> {
  const there = await db.staging
    .where('[importId+seq]')
    .between([importId, -1], [importId, Number.MAX_SAFE_INTEGER])
    .count();
  if (there !== staged) throw new Conflict({ code: 'storage', detail: `${there} / ${staged}` });
}

class Merge {
  readonly #db: PressmarkDatabase;
  readonly #importId: string;
  readonly #counts: MergeCounts = { added: 0, updated: 0, unchanged: 0 };
  /** Articles that went into another one: old id → the id that stays. */
  readonly #moved = new Map<string, string>();
  /** Articles of the file that were deleted here; one comes back if a quote that lives is saved on it. */
  readonly #buried = new Map<string, Article>();

  constructor(db: PressmarkDatabase, importId: string) {
    this.#db = db;
    this.#importId = importId;
  }

  async run(): Promise<MergeCounts> {
    const deadArticles: Tombstone[] = [];
    await this.#eachStaged('articles', async (row) => {
      if (isTombstone(row)) deadArticles.push(row);
      else await this.#article(row as Article);
    });
    for (const table of ['snapshots', 'claims', 'annotations'] as const) {
      await this.#eachStaged(table, (row) => this.#row(table, row));
    }
    await this.#repoint();
    for (const row of deadArticles) await this.#deadArticle(row);
    return this.#counts;
  }

  /** No async generator here: its steps would leave the transaction. */
  async #eachStaged(table: TableName, use: (row: Row) => Promise<void>): Promise<void> {
    let from = -1;
    for (;;) {
      const rows = await this.#db.staging
        .where('[importId+seq]')
        .between([this.#importId, from], [this.#importId, Number.MAX_SAFE_INTEGER], false, true)
        .limit(CHUNK)
        .toArray();
      const last = rows.at(-1);
      if (!last) return;
      for (const staged of rows) if (staged.table === table) await use(staged.row as Row);
      from = last.seq;
    }
  }

  async #article(row: Article): Promise<void> {
    const known = await this.#db.articles.get(row.id);
    if (known && isTombstone(known) && known.updatedAt >= row.updatedAt) this.#buried.set(row.id, row);
    if (known) return this.#laterWins('articles', row, known);
    const twin = row.deletedAt === null ? await this.#twinOf(row) : undefined;
    if (!twin) {
      await this.#db.articles.put(row);
      this.#counts.added += 1;
      return;
    }
    const [stays, goes] = older(twin, row) ? [twin, row] : [row, twin];
    await this.#db.articles.bulkPut([
      joined(stays, goes),
      { id: goes.id, createdAt: goes.createdAt, updatedAt: goes.updatedAt, deletedAt: goes.updatedAt },
    ]);
    this.#moved.set(goes.id, stays.id);
    this.#counts.updated += 1;
  }

  async #twinOf(row: Article): Promise<Article | undefined> {
    const same = await this.#db.articles.where('canonicalUrl').equals(row.canonicalUrl).toArray();
    return same.find((other): other is Article => !isTombstone(other) && other.deletedAt === null);
  }

  async #row(table: Exclude<TableName, 'articles'>, row: Row): Promise<void> {
    if ('articleId' in row) await this.#needsArticle(table, row as Annotation | StoredSnapshot);
    const known = await this.#db.table<Row, string>(table).get(row.id);
    if (known) return this.#laterWins(table, row, known);
    await this.#db.table(table).put(row);
    this.#counts.added += 1;
  }

  async #needsArticle(table: TableName, row: Annotation | StoredSnapshot): Promise<void> {
    if (this.#moved.has(row.articleId)) return;
    const article = await this.#db.articles.get(row.articleId);
    if (!article) throw new Conflict({ code: 'missing-article', row: `${table} (${row.id})` });
    const buried = this.#buried.get(row.articleId);
    if (!buried || !('deletedAt' in row) || row.deletedAt !== null) return;
    const known = await this.#db.annotations.get(row.id);
    if (known && known.updatedAt >= row.updatedAt) return;
    await this.#db.articles.put(buried);
    this.#buried.delete(row.articleId);
  }

  async #laterWins(table: TableName, row: Row, known: Row): Promise<void> {
    if (row.updatedAt > known.updatedAt) {
      await this.#db.table(table).put(row);
      this.#counts.updated += 1;
    } else this.#counts.unchanged += 1;
  }

  /** Quotes and snapshots of an article that went into another one follow it. */
  async #repoint(): Promise<void> {
    for (const [from, to] of this.#moved) {
      for (const name of ['annotations', 'snapshots'] as const) {
        const table = this.#db.table<Annotation | StoredSnapshot, string>(name);
        const rows = await table.where('articleId').equals(from).toArray();
        await table.bulkPut(rows.map((row) => ({ ...row, articleId: to })));
      }
    }
  }

  /** An article that was deleted elsewhere goes, unless quotes live on it here. */
  async #deadArticle(row: Tombstone): Promise<void> {
    const known = await this.#db.articles.get(row.id);
    if (known && row.updatedAt > known.updatedAt) {
      const quotes = await this.#db.annotations.where('articleId').equals(row.id).toArray();
      if (quotes.some((quote) => !isTombstone(quote) && quote.deletedAt === null)) {
        this.#counts.unchanged += 1;
        return;
      }
    }
    if (known) return this.#laterWins('articles', row, known);
    await this.#db.articles.put(row);
    this.#counts.added += 1;
  }
}

/** The row that was born first; both machines decide alike. */
const older = (a: Article, b: Article): boolean =>
  a.createdAt === b.createdAt ? a.id < b.id : a.createdAt < b.createdAt;

/** What is known of an article on both sides: its addresses together, the facts of the side that was changed last. */
function joined(stays: Article, goes: Article): Article {
  const later = goes.updatedAt > stays.updatedAt ? goes : stays;
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
