import type { Annotation } from '../model/annotation';
import type { Article } from '../model/article';
import type { Claim } from '../model/claim';
import { isLiving, isTombstone, type Tombstone } from '../model/tombstone';
import type { PressmarkDatabase } from './database';

/** A quote with what stands around it. */
export interface QuoteEntry {
  readonly annotation: Annotation;
  readonly article: Article | null;
  readonly claim: Claim | null;
}

/** The rows behind the lines of a list that are in sight. */
export interface WindowRows {
  readonly quotes: ReadonlyMap<string, QuoteEntry>;
  readonly articles: ReadonlyMap<string, Article>;
  readonly claims: ReadonlyMap<string, Claim>;
}

const living = <Row extends { id: string; deletedAt: string | null }>(row: Row | Tombstone | undefined): Row | null =>
  isLiving<Row>(row) ? row : null;

/** Reads what a list shows: these quotes with their articles and claims, and these articles and claims. */
export function readWindow(
  db: PressmarkDatabase,
  quoteIds: readonly string[],
  articleIds: readonly string[],
  claimIds: readonly string[],
): Promise<WindowRows> {
  return db.transaction('r', db.articles, db.annotations, db.claims, async () => {
    const annotations = (await db.annotations.bulkGet([...quoteIds])).flatMap((row) => living<Annotation>(row) ?? []);
    const [articles, claims] = await Promise.all([
      db.articles.bulkGet([...new Set([...articleIds, ...annotations.map(({ articleId }) => articleId)])]),
      db.claims.bulkGet([...new Set([...claimIds, ...annotations.flatMap(({ claimId }) => claimId ?? [])])]),
    ]);
    const articlesById = byId(articles.map((row) => living<Article>(row)));
    const claimsById = byId(claims.map((row) => living<Claim>(row)));
    const entry = (annotation: Annotation): QuoteEntry => ({
      annotation,
      article: articlesById.get(annotation.articleId) ?? null,
      claim: (annotation.claimId === null ? null : claimsById.get(annotation.claimId)) ?? null,
    });
    return {
      quotes: new Map(annotations.map((row) => [row.id, entry(row)])),
      articles: articlesById,
      claims: claimsById,
    };
  });
}

const byId = <Row extends { id: string }>(rows: readonly (Row | null)[]): Map<string, Row> =>
  new Map(rows.flatMap((row) => (row === null ? [] : [[row.id, row] as const])));

/** The latest quotes and claims that live, read by their index: what the library can show before anything was searched. */
export function latest(
  db: PressmarkDatabase,
  limit: number,
): Promise<{ annotations: readonly Annotation[]; claims: readonly Claim[] }> {
  return db.transaction('r', db.annotations, db.claims, async () => {
    const [annotations, claims] = await Promise.all([
      db.annotations
        .orderBy('createdAt')
        .reverse()
        .filter((row) => living<Annotation>(row) !== null)
        .limit(limit)
        .toArray(),
      db.claims
        .orderBy('createdAt')
        .reverse()
        .filter((row) => living<Claim>(row) !== null)
        .limit(limit)
        .toArray(),
    ]);
    return {
      annotations: annotations.flatMap((row) => living<Annotation>(row) ?? []),
      claims: claims.flatMap((row) => living<Claim>(row) ?? []),
    };
  });
}

/** Articles whose deletion can still be undone, the latest first; no more than `limit`. */
export async function deletedArticles(db: PressmarkDatabase, since: string, limit = 200): Promise<Article[]> {
  const rows = await db.articles.where('deletedAt').above(since).reverse().limit(limit).toArray();
  return rows.flatMap((row) => (isTombstone(row) ? [] : row));
}
