import type { ClaimBundle } from './bundle';

/**
 * ClaimReview (schema.org, in the profile that Google published): a draft per claim. Only the publisher knows the
 * address of the fact-check and who signs it, so both are given by the reader; without what the standard requires there
 * is no draft, but a list of what is missing.
 */
export interface ReviewPublisher {
  readonly name: string;
  readonly url: string | null;
}

export type MissingPart = 'verdict' | 'url';

export type ClaimReviewDraft =
  | { readonly ok: true; readonly review: Record<string, unknown>; readonly longClaim: boolean }
  | { readonly ok: false; readonly missing: readonly MissingPart[] };

/** Longer claims are accepted, but shown cut off. */
const IDEAL_LENGTH = 75;

/** The draft for one claim. `url` is where the fact-check is published. */
export function claimReview(
  { claim, appearances }: ClaimBundle,
  url: string | null,
  publisher: ReviewPublisher | null,
): ClaimReviewDraft {
  const missing: MissingPart[] = [];
  if (claim.verdict === null) missing.push('verdict');
  if (url === null) missing.push('url');
  const { verdict } = claim;
  if (verdict === null || url === null) return { ok: false, missing };
  const numbers =
    verdict.value === null ? {} : { ratingValue: verdict.value, bestRating: verdict.best, worstRating: verdict.worst };
  return {
    ok: true,
    longClaim: [...claim.text].length > IDEAL_LENGTH,
    review: {
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      '@id': `urn:uuid:${claim.id}`,
      url,
      claimReviewed: claim.text,
      ...(publisher
        ? {
            author: { '@type': 'Organization', name: publisher.name, ...(publisher.url ? { url: publisher.url } : {}) },
          }
        : {}),
      datePublished: verdict.setAt.slice(0, 10),
      ...(claim.language ? { inLanguage: claim.language } : {}),
      reviewRating: {
        '@type': 'Rating',
        alternateName: verdict.label,
        ...numbers,
        ...(verdict.explanation ? { ratingExplanation: verdict.explanation } : {}),
      },
      itemReviewed: itemReviewed({ claim, appearances }),
    },
  };
}

function itemReviewed({ claim, appearances }: ClaimBundle): Record<string, unknown> {
  const urls = [...new Set(appearances.map(({ article }) => article.canonicalUrl))];
  const work = (url: string) => ({ '@type': 'NewsArticle', url });
  const { claimant } = claim;
  return {
    '@type': 'Claim',
    '@id': `urn:uuid:${claim.id}#claim`,
    text: claim.text,
    ...(claimant
      ? {
          author: {
            '@type': claimant.kind,
            name: claimant.name,
            ...(claimant.role && claimant.kind === 'Person' ? { jobTitle: claimant.role } : {}),
            ...(claimant.sameAs ? { sameAs: claimant.sameAs } : {}),
          },
        }
      : {}),
    ...(claim.claimDate ? { datePublished: claim.claimDate } : {}),
    ...(urls[0] ? { firstAppearance: work(urls[0]) } : {}),
    ...(urls.length > 0 ? { appearance: urls.map(work) } : {}),
    ...(claim.sameAs.length > 0 ? { sameAs: claim.sameAs } : {}),
  };
}
