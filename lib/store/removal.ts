import type { Annotation } from '../model/annotation';
import type { Article } from '../model/article';
import { isLiving, isTombstone, type Tombstone } from '../model/tombstone';
import { articlesAt } from './claim-places';
import { type Clock, UNDO_WINDOW_MS } from './clock';
import type { AnnotationRow, ClaimRow, PressmarkDatabase } from './database';
import { forgetOperations } from './operations';
import { portions } from './portions';
import { forgetErased, forgetSearchCopy } from './search-copy';

/** Deletes an article with its quotes, together or not at all. False where there is none. */
export function deleteArticle(db: PressmarkDatabase, id: string, clock: Clock): Promise<boolean> {
  return db.transaction('rw', db.articles, db.annotations, async () => {
    const article = await db.articles.get(id);
    if (!article || isTombstone(article)) return false;
    const now = clock.now();
    await db.articles.put({ ...article, deletedAt: now, updatedAt: now });
    const quotes = await quotesOf(db, id);
    const living = quotes.filter((row) => row.deletedAt === null);
    await db.annotations.bulkPut(living.map((row) => ({ ...row, deletedAt: now, updatedAt: now })));
    return true;
  });
}

/** Takes back the deletion of an article, with the quotes that went along; quotes deleted before it stay deleted. */
export function restoreArticle(db: PressmarkDatabase, id: string, clock: Clock): Promise<boolean> {
  return db.transaction('rw', db.articles, db.annotations, async () => {
    const article = await db.articles.get(id);
    if (!article || isTombstone(article) || article.deletedAt === null) return false;
    const { deletedAt } = article;
    const now = clock.now();
    await db.articles.put({ ...article, deletedAt: null, updatedAt: now });
    const quotes = await quotesOf(db, id);
    const went = quotes.filter((row) => row.deletedAt === deletedAt);
    await db.annotations.bulkPut(went.map((row) => ({ ...row, deletedAt: null, updatedAt: now })));
    return true;
  });
}

async function quotesOf(db: PressmarkDatabase, articleId: string): Promise<Annotation[]> {
  const rows = await db.annotations.where('articleId').equals(articleId).toArray();
  return rows.filter((row): row is Annotation => !isTombstone(row));
}

const remains = (row: Omit<Tombstone, 'deletedAt'>, deletedAt: string): Tombstone => ({
  id: row.id,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  deletedAt,
});

type Purged = 'annotations' | 'claims';
/** Rows that have this field beside `deletedAt` were deleted and still have their words. */
const WORDED = { annotations: '[deletedAt+articleId]', claims: '[deletedAt+progress]' } as const;

function purgeable(db: PressmarkDatabase, name: Purged, limit: string) {
  return db
    .table<AnnotationRow | ClaimRow, string>(name)
    .where(WORDED[name])
    .between(['', ''], [limit, ''], true, false);
}

/** Whether anything waits for `purge`. Reads a few keys and holds nobody up, so that it can be asked at every start. */
export async function isPurgeDue(db: PressmarkDatabase, clock: Clock): Promise<boolean> {
  const limit = undoLimit(clock);
  const waiting = await Promise.all([
    purgeable(db, 'annotations', limit).limit(1).primaryKeys(),
    purgeable(db, 'claims', limit).limit(1).primaryKeys(),
    deletedArticleIds(db, limit, 1),
    db.operations.where('at').below(limit).limit(1).primaryKeys(),
  ]);
  return waiting.some((keys) => keys.length > 0);
}

const undoLimit = (clock: Clock): string => new Date(Date.parse(clock.now()) - UNDO_WINDOW_MS).toISOString();

/**
 * Erases the words of rows that were deleted longer than the undo window ago; their tombstones stay, so that the
 * deletion reaches other copies. An article goes with its last quote: what nothing is saved on is nobody's business.
 * Run by the background where `isPurgeDue`. Returns how many rows were erased.
 */
export function purge(db: PressmarkDatabase, clock: Clock): Promise<number> {
  const now = clock.now();
  const limit = undoLimit(clock);
  const { articles, annotations, claims, snapshots, operations, changes, drafts, searchParts, journal } = db;
  const tables = [articles, annotations, claims, snapshots, operations, changes, drafts, searchParts, journal];
  return db.transaction('rw', tables, async () => {
    await forgetOperations(db, now);
    const emptied = new Set<string>();
    let erased = 0;
    for (const name of ['annotations', 'claims'] as const) {
      const table = db.table<AnnotationRow | ClaimRow, string>(name);
      for (const ids of portions(await purgeable(db, name, limit).primaryKeys())) {
        const remaining: Tombstone[] = [];
        for (const row of await table.bulkGet([...ids])) {
          if (!row || isTombstone(row) || row.deletedAt === null) continue;
          remaining.push(remains(row, row.deletedAt));
          if ('articleId' in row) emptied.add(row.articleId);
          else for (const { id } of (await articlesAt(db, row.appearsAt ?? [])).values()) emptied.add(id);
        }
        await forgetErased(db, new Set(ids));
        await table.bulkPut(remaining);
        // What was typed about a quote and never saved goes with it.
        await db.drafts.bulkDelete(remaining.map(({ id }): [string, string] => [id, 'edit']));
        erased += remaining.length;
      }
    }
    for (const id of await deletedArticleIds(db, limit)) emptied.add(id);
    for (const articleId of emptied) {
      if (!(await isNeeded(db, articleId))) erased += await eraseArticle(db, articleId, now);
    }
    return erased;
  });
}

/** Articles that were deleted before a time and still have their words: tombstones have no time of a visit. */
function deletedArticleIds(db: PressmarkDatabase, limit: string, most = Number.POSITIVE_INFINITY): Promise<string[]> {
  const rows = db.articles.where('[deletedAt+lastSeenAt]').between(['', ''], [limit, ''], true, false);
  return rows.limit(most).primaryKeys();
}

/** Whether a quote is left of an article, or, as long as it lives, a claim that appears in it without one. */
async function isNeeded(db: PressmarkDatabase, id: string): Promise<boolean> {
  if ((await db.annotations.where('articleId').equals(id).count()) > 0) return true;
  const article = await db.articles.get(id);
  return isLiving<Article>(article) && (await db.claims.where('appearsAt').anyOf(article.urls).count()) > 0;
}

async function eraseArticle(db: PressmarkDatabase, id: string, now: string): Promise<number> {
  const row = await db.articles.get(id);
  if (!row || isTombstone(row)) return 0;
  const deletedAt = row.deletedAt ?? now;
  if (row.deletedAt === null) await forgetSearchCopy(db);
  else await forgetErased(db, new Set([id]));
  await db.articles.put(remains({ ...row, updatedAt: deletedAt }, deletedAt));
  for (const snapshot of await db.snapshots.where('articleId').equals(id).toArray()) {
    await db.snapshots.put(remains({ ...snapshot, updatedAt: deletedAt }, deletedAt));
  }
  return 1;
}
