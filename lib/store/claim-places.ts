import { addressKey } from '../model/address';
import type { Article } from '../model/article';
import type { Claim } from '../model/claim';
import { isLiving } from '../model/tombstone';
import type { PressmarkDatabase } from './database';

/** Where a claim appears without a quote of it. */
export interface ClaimPlace {
  readonly address: string;
  /** The article that is filed there; null where none is, or not any more. */
  readonly article: Article | null;
}

/** The claims that live and appear without a quote at one of these addresses, the oldest first. */
export async function claimsAt(db: PressmarkDatabase, addresses: readonly string[]): Promise<Claim[]> {
  const keys = addresses.flatMap((address) => addressKey(address) ?? []);
  // One claim may be found by several addresses of one article.
  const ids = await db.claims
    .where('appearsAt')
    .anyOf([...new Set(keys)])
    .primaryKeys();
  const rows = await db.claims.bulkGet([...new Set(ids)]);
  return rows.filter(isLiving<Claim>).sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}

/** The living articles that are filed at these addresses, by address. */
export async function articlesAt(
  db: PressmarkDatabase,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, Article>> {
  const rows = await db.articles
    .where('urls')
    .anyOf([...new Set(addresses)])
    .toArray();
  const living = rows.filter(isLiving<Article>).sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return new Map(living.flatMap((article) => article.urls.map((url) => [url, article] as const)));
}

/** Where a claim appears without a quote, in the order in which that was noted. */
export async function placesOf(db: PressmarkDatabase, claim: Claim): Promise<ClaimPlace[]> {
  const addresses = claim.appearsAt ?? [];
  const articles = await articlesAt(db, addresses);
  return addresses.map((address) => ({ address, article: articles.get(address) ?? null }));
}
