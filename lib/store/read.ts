import { addressKey } from '../model/address';
import type { Annotation } from '../model/annotation';
import type { Article } from '../model/article';
import type { Claim } from '../model/claim';
import { isLiving, isTombstone } from '../model/tombstone';
import type { PressmarkDatabase } from './database';

/** Reading for views: rows that live, and rows whose deletion can still be undone, apart from each other. */

/** The article that was seen at one of these addresses, or undefined. */
export async function findArticle(db: PressmarkDatabase, addresses: readonly string[]): Promise<Article | undefined> {
  const keys = addresses.flatMap((address) => addressKey(address) ?? []);
  const rows = await db.articles
    .where('urls')
    .anyOf([...new Set(keys)])
    .toArray();
  return rows.filter(isLiving<Article>).sort((a, b) => a.createdAt.localeCompare(b.createdAt))[0];
}

/** An article's quotes in reading order; with `deleted`, those that can still be restored instead. */
export async function annotationsOf(db: PressmarkDatabase, articleId: string, deleted = false): Promise<Annotation[]> {
  const rows = await db.annotations.where('articleId').equals(articleId).toArray();
  return rows
    .filter((row): row is Annotation => !isTombstone(row) && (row.deletedAt !== null) === deleted)
    .sort((a, b) => a.position.start - b.position.start || a.createdAt.localeCompare(b.createdAt));
}

/** The claims with these ids that live. */
export async function claimsById(db: PressmarkDatabase, ids: readonly string[]): Promise<Claim[]> {
  const rows = await db.claims.bulkGet([...new Set(ids)]);
  return rows.filter(isLiving<Claim>);
}
