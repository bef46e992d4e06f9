import type { Annotation } from '../model/annotation';
import type { Article } from '../model/article';
import type { Claim } from '../model/claim';
import { isLiving } from '../model/tombstone';
import { claimsAt } from '../store/claim-places';
import type { PressmarkDatabase } from '../store/database';
import { portions } from '../store/portions';
import { claimsById } from '../store/read';
import type { QuoteBundle } from './bundle';

/** What is exported: everything, some articles with all that is saved on them, or some quotes. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'articles'; readonly ids: readonly string[] }
  | { readonly kind: 'annotations'; readonly ids: readonly string[] };

/** An article with those of its quotes that are exported, in reading order; never without one. */
export interface ArticleBundle {
  readonly article: Article;
  readonly quotes: readonly QuoteBundle[];
}

/** A stretch of a file, and how many rows it holds. */
export interface Chunk {
  readonly text: string;
  readonly rows: number;
}

/** A stretch of a file in bytes, and how many rows it holds. */
export interface Bytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: number;
}

const ARTICLES_AT_ONCE = 50;
const ROWS_AT_ONCE = 1_000;

/** The ids of the articles that a scope touches, the last seen first where it is everything. */
export async function articleIdsOf(db: PressmarkDatabase, scope: Scope): Promise<readonly string[]> {
  if (scope.kind === 'articles') return scope.ids;
  if (scope.kind === 'all') return db.articles.orderBy('lastSeenAt').reverse().primaryKeys();
  const ids = new Set<string>();
  for await (const rows of chosenAnnotations(db, scope)) for (const row of rows) ids.add(row.articleId);
  return [...ids];
}

/** The quotes of a choice that live, part by part. */
export async function* chosenAnnotations(
  db: PressmarkDatabase,
  scope: Exclude<Scope, { kind: 'all' }>,
): AsyncGenerator<readonly Annotation[]> {
  if (scope.kind === 'annotations') {
    for (const part of portions(scope.ids, ROWS_AT_ONCE)) {
      yield (await db.annotations.bulkGet([...part])).filter(isLiving<Annotation>);
    }
    return;
  }
  for (const part of portions(scope.ids, ARTICLES_AT_ONCE)) {
    const rows = await db.annotations
      .where('articleId')
      .anyOf([...part])
      .toArray();
    yield rows.filter(isLiving<Annotation>);
  }
}

/** The ids of the claims that the quotes of a choice point to; of chosen articles also those without a quote. */
export async function chosenClaimIds(
  db: PressmarkDatabase,
  scope: Exclude<Scope, { kind: 'all' }>,
): Promise<readonly string[]> {
  const ids = new Set<string>();
  for await (const rows of chosenAnnotations(db, scope))
    for (const { claimId } of rows) if (claimId !== null) ids.add(claimId);
  if (scope.kind === 'articles') {
    for (const part of portions(scope.ids, ARTICLES_AT_ONCE)) {
      const articles = (await db.articles.bulkGet([...part])).filter(isLiving<Article>);
      for (const { id } of await claimsAt(
        db,
        articles.flatMap(({ urls }) => urls),
      ))
        ids.add(id);
    }
  }
  return [...ids];
}

/** The articles of a scope with their quotes, a few at a time: what every format but the native one is written from. */
export async function* articleBundles(db: PressmarkDatabase, scope: Scope): AsyncGenerator<readonly ArticleBundle[]> {
  const chosen = scope.kind === 'annotations' ? new Set(scope.ids) : null;
  for (const ids of portions(await articleIdsOf(db, scope), ARTICLES_AT_ONCE)) {
    // One transaction for all that is read of these articles: they are told of as they stand at one moment.
    yield await db.transaction('r', db.articles, db.annotations, db.claims, () =>
      bundlesOf(db, ids, (id) => chosen === null || chosen.has(id)),
    );
  }
}

async function bundlesOf(
  db: PressmarkDatabase,
  ids: readonly string[],
  isChosen: (id: string) => boolean,
): Promise<ArticleBundle[]> {
  const [articles, ...rows] = await Promise.all([
    db.articles.bulkGet([...ids]),
    // One request for each article: asked for together, the rows would come one by one.
    ...ids.map((id) => db.annotations.where('articleId').equals(id).toArray()),
  ]);
  const quotes = rows
    .flat()
    .filter(isLiving<Annotation>)
    .filter(({ id }) => isChosen(id))
    .sort((a, b) => a.position.start - b.position.start || a.createdAt.localeCompare(b.createdAt));
  const claims = new Map<string, Claim>();
  const claimIds = quotes.flatMap(({ claimId }) => claimId ?? []);
  for (const claim of await claimsById(db, claimIds)) claims.set(claim.id, claim);
  const byArticle = Map.groupBy(quotes, ({ articleId }) => articleId);
  return articles.filter(isLiving<Article>).flatMap((article) => {
    const own = byArticle.get(article.id) ?? [];
    if (own.length === 0) return [];
    const bundle = (annotation: Annotation): QuoteBundle => ({
      annotation,
      article,
      claim: annotation.claimId === null ? null : (claims.get(annotation.claimId) ?? null),
    });
    return [{ article, quotes: own.map(bundle) }];
  });
}

/** How many quotes a scope holds. */
export async function countQuotes(db: PressmarkDatabase, scope: Scope): Promise<number> {
  if (scope.kind === 'annotations') return scope.ids.length;
  if (scope.kind === 'articles') {
    let count = 0;
    for await (const rows of chosenAnnotations(db, scope)) count += rows.length;
    return count;
  }
  // The index of deletions holds the deleted rows alone.
  return (await db.annotations.count()) - (await db.annotations.where('deletedAt').above('').count());
}
