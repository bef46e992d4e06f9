import type { Annotation } from '../model/annotation';
import { isTombstone, type Tombstone } from '../model/tombstone';
import { type Clock, UNDO_WINDOW_MS } from './clock';
import type { PressmarkDatabase } from './database';

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
  return db.transaction('rw', db.articles, db.annotations, db.claims, db.snapshots, async () => {
    const emptied = new Set<string>();
    let erased = 0;
    for (const row of await db.annotations.where('deletedAt').below(limit).toArray()) {
      if (isTombstone(row) || row.deletedAt === null) continue;
      await db.annotations.put(remains(row, row.deletedAt));
      emptied.add(row.articleId);
      erased += 1;
    }
    for (const row of await db.claims.where('deletedAt').below(limit).toArray()) {
      if (isTombstone(row) || row.deletedAt === null) continue;
      await db.claims.put(remains(row, row.deletedAt));
      erased += 1;
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
