import type { ClaimReview, NewsArticle, Organization, Person, Rating, Claim as SchemaClaim } from 'schema-dts';
import type { Annotation } from '../model/annotation';
import type { Article } from '../model/article';
import type { Claim, Claimant, Verdict } from '../model/claim';
import { isLiving } from '../model/tombstone';
import { articlesAt } from '../store/claim-places';
import type { PressmarkDatabase } from '../store/database';
import { portions } from '../store/portions';
import { type Chunk, chosenClaimIds, type Scope } from './scope';

/** ClaimReview after schema.org and Google's profile of it: a draft, for whoever published the check to put online. */

/** Who publishes the checks; without it there is no ClaimReview. */
export interface Publisher {
  readonly name: string;
  readonly url: string;
}

/** What a claim lacks to become a ClaimReview; each has a sentence in `_locales` (`reviewMissing_…`). */
export type MissingPart = 'verdict' | 'review-url' | 'publisher-name' | 'publisher-url';

export interface Unreviewed {
  readonly id: string;
  readonly text: string;
  readonly missing: readonly MissingPart[];
}

/** What a claim lacks; empty where a draft can be written. */
export function missingParts(claim: Claim, publisher: Publisher): MissingPart[] {
  return [
    ...(claim.verdict === null ? (['verdict'] as const) : []),
    ...(claim.reviewUrl ? [] : (['review-url'] as const)),
    ...(publisher.name.trim() === '' ? (['publisher-name'] as const) : []),
    ...(publisher.url.trim() === '' ? (['publisher-url'] as const) : []),
  ];
}

function ratingOf(verdict: Verdict): Rating {
  const { label, value, best, worst, explanation } = verdict;
  return {
    '@type': 'Rating',
    alternateName: label,
    name: label,
    // The numbers stand together or not at all: a rating without its scale says nothing.
    ...(value === null || best === null || worst === null
      ? {}
      : { ratingValue: value, bestRating: best, worstRating: worst }),
    ...(explanation === '' ? {} : { ratingExplanation: explanation }),
  };
}

function claimantOf({ name, kind, role, sameAs }: Claimant): Person | Organization {
  const link = sameAs === null ? {} : { sameAs };
  if (kind === 'Organization') return { '@type': 'Organization', name, ...link };
  return { '@type': 'Person', name, ...(role ? { jobTitle: role } : {}), ...link };
}

/** An article as far as it is known; of one that was deleted only the address is. */
type Appearing = Pick<Article, 'canonicalUrl' | 'title' | 'publishedAt' | 'siteName'>;

function appearanceOf(article: Appearing): NewsArticle {
  return {
    '@type': 'NewsArticle',
    url: article.canonicalUrl,
    ...(article.title === '' ? {} : { headline: article.title }),
    ...(article.publishedAt === null ? {} : { datePublished: article.publishedAt }),
    ...(article.siteName === null ? {} : { publisher: { '@type': 'Organization', name: article.siteName } }),
  };
}

/** The draft of a claim that lacks nothing; `articles` are those it appears in, the earliest first. */
export function claimReview(claim: Claim, articles: readonly Appearing[], publisher: Publisher): ClaimReview | null {
  if (claim.verdict === null || !claim.reviewUrl || missingParts(claim, publisher).length > 0) return null;
  const [first] = articles;
  // Where nobody said when it was made, it was public at the latest when an article first quoted it.
  const madeOn = claim.claimDate ?? first?.publishedAt;
  const reviewed: SchemaClaim = {
    '@type': 'Claim',
    text: claim.text,
    ...(claim.claimant ? { author: claimantOf(claim.claimant) } : {}),
    ...(madeOn ? { datePublished: madeOn } : {}),
    ...(first ? { firstAppearance: appearanceOf(first), appearance: articles.map(appearanceOf) } : {}),
    ...(claim.sameAs.length > 0 ? { sameAs: claim.sameAs } : {}),
  };
  return {
    '@type': 'ClaimReview',
    '@id': `urn:uuid:${claim.id}`,
    url: claim.reviewUrl,
    claimReviewed: claim.text,
    // When it was published only its publisher knows; when the verdict was set is known in any case.
    ...(claim.reviewDate ? { datePublished: claim.reviewDate } : {}),
    dateModified: claim.verdict.setAt,
    author: { '@type': 'Organization', name: publisher.name.trim(), url: publisher.url.trim() },
    reviewRating: ratingOf(claim.verdict),
    itemReviewed: reviewed,
    ...(claim.language === null ? {} : { inLanguage: claim.language }),
  };
}

interface ReviewedClaim {
  readonly claim: Claim;
  /** The earliest first. */
  readonly articles: readonly Appearing[];
}

const CLAIMS_AT_ONCE = 200;

/** The claims of a scope with the articles that they appear in, part by part. */
export async function* claimsWithArticles(
  db: PressmarkDatabase,
  scope: Scope,
): AsyncGenerator<readonly ReviewedClaim[]> {
  const all = scope.kind === 'all' ? await db.claims.toCollection().primaryKeys() : await chosenClaimIds(db, scope);
  for (const ids of portions(all, CLAIMS_AT_ONCE)) {
    const claims = (await db.claims.bulkGet([...ids])).filter(isLiving<Claim>);
    const quotes = (
      await db.annotations
        .where('claimId')
        .anyOf([...ids])
        .toArray()
    ).filter(isLiving<Annotation>);
    const found = await db.articles.bulkGet([...new Set(quotes.map(({ articleId }) => articleId))]);
    const articles = new Map(found.filter(isLiving<Article>).map((row) => [row.id, row]));
    const byClaim = Map.groupBy(quotes, ({ claimId }) => claimId);
    const without = await articlesAt(
      db,
      claims.flatMap(({ appearsAt = [] }) => appearsAt),
    );
    yield claims.map((claim) => {
      const quoted = (byClaim.get(claim.id) ?? []).flatMap(({ articleId }) => articles.get(articleId) ?? []);
      const places = claim.appearsAt ?? [];
      const at = new Map([...quoted, ...places.flatMap((url) => without.get(url) ?? [])].map((row) => [row.id, row]));
      const lost = places.filter((url) => !without.has(url)).map(bareArticle);
      return { claim, articles: [...[...at.values()].sort((a, b) => timeOf(a).localeCompare(timeOf(b))), ...lost] };
    });
  }
}

const bareArticle = (canonicalUrl: string): Appearing => ({
  canonicalUrl,
  title: '',
  publishedAt: null,
  siteName: null,
});

const timeOf = (article: Article): string => article.publishedAt ?? article.firstSeenAt;

/** A ClaimReview for each claim that lacks nothing, as one JSON-LD graph in bounded chunks. */
export async function* exportClaimReviews(
  claims: AsyncIterable<readonly ReviewedClaim[]>,
  publisher: Publisher,
): AsyncGenerator<Chunk> {
  yield { text: '{\n "@context": "https://schema.org",\n "@graph": [', rows: 0 };
  let before = '\n';
  for await (const part of claims) {
    const reviews = part.flatMap(({ claim, articles }) => claimReview(claim, articles, publisher) ?? []);
    if (reviews.length === 0) continue;
    yield {
      text: `${before}${reviews.map((review) => JSON.stringify(review, null, 1)).join(',\n')}`,
      rows: reviews.length,
    };
    before = ',\n';
  }
  yield { text: '\n ]\n}\n', rows: 0 };
}
