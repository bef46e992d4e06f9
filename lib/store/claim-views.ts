import type { Annotation } from '../model/annotation';
import type { Article } from '../model/article';
import type { Claim } from '../model/claim';
import { isLiving, isTombstone } from '../model/tombstone';
import { type ClaimPlace, placesOf } from './claim-places';
import type { PressmarkDatabase } from './database';

/** A quote that a claim appears in, with its article. */
export interface Appearance {
  readonly annotation: Annotation;
  readonly article: Article | null;
}

/** Every claim that lives, the last changed first. */
export async function allClaims(db: PressmarkDatabase): Promise<Claim[]> {
  const rows = await db.claims.toArray();
  return rows.filter(isLiving<Claim>).sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
}

/** The ids of the claims that some quote points to; read from the index alone. */
export async function claimsInQuotes(db: PressmarkDatabase): Promise<ReadonlySet<string>> {
  return new Set((await db.annotations.orderBy('claimId').uniqueKeys()).map(String));
}

/** The quotes that a claim appears in, the oldest first, each with its article. */
export async function appearancesOf(db: PressmarkDatabase, claimId: string): Promise<Appearance[]> {
  const rows = await db.annotations.where('claimId').equals(claimId).toArray();
  const living = rows.filter(isLiving<Annotation>);
  const articles = await db.articles.bulkGet(living.map(({ articleId }) => articleId));
  return living
    .map((annotation, at) => {
      const article = articles[at];
      return { annotation, article: article && !isTombstone(article) ? article : null };
    })
    .sort((a, b) => a.annotation.createdAt.localeCompare(b.annotation.createdAt));
}

/** A claim with all that its page shows. */
export interface ClaimView {
  readonly claim: Claim;
  /** By the day its article was published, or else the day it was saved. */
  readonly appearances: readonly Appearance[];
  /** Where it appears without a quote. */
  readonly places: readonly ClaimPlace[];
}

/** The moment that an appearance counts from: its article's day of publication, or else when it was saved. */
export const appearedAt = ({ annotation, article }: Appearance): string => article?.publishedAt ?? annotation.createdAt;

/** Reads a claim with its appearances in time; null where it does not live. Fit for a live query. */
export function claimView(db: PressmarkDatabase, id: string): Promise<ClaimView | null> {
  return db.transaction('r', db.claims, db.annotations, db.articles, async () => {
    const claim = await db.claims.get(id);
    if (!isLiving<Claim>(claim)) return null;
    const appearances = await appearancesOf(db, id);
    const places = await placesOf(db, claim);
    return { claim, appearances: appearances.sort((a, b) => timeOf(a) - timeOf(b)), places };
  });
}

const timeOf = (appearance: Appearance): number => Date.parse(appearedAt(appearance)) || 0;

/** The living claims after an id in the order of ids, some at a time; `next` is null after the last. */
export async function claimPortion(
  db: PressmarkDatabase,
  after: string,
  size: number,
): Promise<{ claims: Claim[]; next: string | null }> {
  const rows = await db.claims.where(':id').above(after).limit(size).toArray();
  const claims = rows.filter(isLiving<Claim>);
  return { claims, next: rows.length < size ? null : (rows.at(-1)?.id ?? null) };
}
