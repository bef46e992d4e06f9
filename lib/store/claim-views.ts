import type { Annotation } from '../model/annotation';
import type { Article } from '../model/article';
import type { Claim } from '../model/claim';
import { isTombstone } from '../model/tombstone';
import type { PressmarkDatabase } from './database';

/** A quote that a claim appears in, with its article. */
export interface Appearance {
  readonly annotation: Annotation;
  readonly article: Article | null;
}

/** Every claim that lives, the last changed first. */
export async function allClaims(db: PressmarkDatabase): Promise<Claim[]> {
  const rows = await db.claims.toArray();
  return rows
    .filter((row): row is Claim => !isTombstone(row) && row.deletedAt === null)
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
}

/** The ids of the claims that some quote points to; read from the index alone. */
export async function claimsInQuotes(db: PressmarkDatabase): Promise<ReadonlySet<string>> {
  return new Set((await db.annotations.orderBy('claimId').uniqueKeys()).map(String));
}

/** The quotes that a claim appears in, the oldest first, each with its article. */
export async function appearancesOf(db: PressmarkDatabase, claimId: string): Promise<Appearance[]> {
  const rows = await db.annotations.where('claimId').equals(claimId).toArray();
  const living = rows.filter((row): row is Annotation => !isTombstone(row) && row.deletedAt === null);
  const articles = await db.articles.bulkGet(living.map(({ articleId }) => articleId));
  return living
    .map((annotation, at) => {
      const article = articles[at];
      return { annotation, article: article && !isTombstone(article) ? article : null };
    })
    .sort((a, b) => a.annotation.createdAt.localeCompare(b.annotation.createdAt));
}
