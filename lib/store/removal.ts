import type { Annotation } from '../model/annotation';
import { isTombstone, type Tombstone } from '../model/tombstone';
import { type Clock, UNDO_WINDOW_MS } from './clock';
import type { AnnotationRow, ClaimRow, PressmarkDatabase } from './database';
import { forgetOperations, portions } from './operations';

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

/**
 * Erases the words of rows that were deleted longer than the undo window ago; their tombstones stay, so that the
 * deletion reaches other copies. An article goes with its last quote: what nothing is saved on is nobody's business.
 * Run at every start of the background. Returns how many rows were erased.
 */
export function purge(db: PressmarkDatabase, clock: Clock): Promise<number> {
  const now = clock.now();
  const limit = new Date(Date.parse(now) - UNDO_WINDOW_MS).toISOString();
  const tables = [db.articles, db.annotations, db.claims, db.snapshots, db.operations, db.changes, db.drafts];
  return db.transaction('rw', tables, async () => {
    await forgetOperations(db, now);
    const emptied = new Set<string>();
    let erased = 0;
    for (const name of ['annotations', 'claims']) {
      const table = db.table<AnnotationRow | ClaimRow, string>(name);
      for (const ids of portions(await table.where('deletedAt').below(limit).primaryKeys())) {
        const remaining: Tombstone[] = [];
        for (const row of await table.bulkGet([...ids])) {
          if (!row || isTombstone(row) || row.deletedAt === null) continue;
          remaining.push(remains(row, row.deletedAt));
          if ('articleId' in row) emptied.add(row.articleId);
        }
        await table.bulkPut(remaining);
        // What was typed about a quote and never saved goes with it.
        await db.drafts.bulkDelete(remaining.map(({ id }): [string, string] => [id, 'edit']));
        erased += remaining.length;
      }
    }
    for (const articleId of emptied) {
      if ((await db.annotations.where('articleId').equals(articleId).count()) === 0) {
        erased += await eraseArticle(db, articleId, now);
      }
    }
    return erased;
  });
}

async function eraseArticle(db: PressmarkDatabase, id: string, now: string): Promise<number> {
  const row = await db.articles.get(id);
  if (!row || isTombstone(row)) return 0;
  const deletedAt = row.deletedAt ?? now;
  await db.articles.put(remains({ ...row, updatedAt: deletedAt }, deletedAt));
  for (const snapshot of await db.snapshots.where('articleId').equals(id).toArray()) {
    await db.snapshots.put(remains({ ...snapshot, updatedAt: deletedAt }, deletedAt));
  }
  return 1;
}
