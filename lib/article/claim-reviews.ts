import { isNode, type LinkedData, type LinkedNode, readLinkedData, resolve, textValue, typesOf } from './json-ld';

/** A check that the page itself publishes (schema.org `ClaimReview`): its statement, not ours. */
export interface PageReview {
  /** The claim that was checked, as the page words it. */
  readonly claim: string;
  readonly claimant: string | null;
  /** The rating in the page's own words. */
  readonly rating: string;
  /** Who publishes the check. */
  readonly author: string | null;
  /** The address of the check; null where the page names none that can be opened. */
  readonly url: string | null;
}

const MAX_REVIEWS = 20;
const SHORT = 500;
const LONG = 5_000;

const orNull = (text: string): string | null => (text === '' ? null : text.slice(0, SHORT));

function nodeOf(value: unknown, data: LinkedData): LinkedNode | null {
  const one: unknown = resolve(Array.isArray(value) ? value[0] : value, data);
  return isNode(one) ? one : null;
}

function ratingOf(review: LinkedNode, data: LinkedData): string {
  const rating = nodeOf(review['reviewRating'], data);
  if (!rating) return textValue(review['reviewRating']);
  const words = textValue(rating['alternateName'] ?? rating['name']);
  if (words !== '') return words;
  const value = textValue(rating['ratingValue']);
  const best = textValue(rating['bestRating']);
  return value !== '' && best !== '' ? `${value} / ${best}` : value;
}

const addressOf = (value: unknown, base: string): string | null => {
  const text = isNode(value) ? textValue(value['@id'] ?? value['url']) : textValue(value);
  if (text === '' || !URL.canParse(text, base)) return null;
  const { href } = new URL(text, base);
  return /^https?:/i.test(href) && href.length <= 8192 ? href : null;
};

function readReview(node: LinkedNode, data: LinkedData, base: string): PageReview | null {
  const item = nodeOf(node['itemReviewed'], data);
  const claim = textValue(node['claimReviewed'] ?? item?.['name'] ?? '').slice(0, LONG);
  const rating = ratingOf(node, data).slice(0, SHORT);
  if (claim === '' || rating === '') return null;
  return {
    claim,
    claimant: orNull(textValue(resolve(item?.['author'], data))),
    rating,
    author: orNull(textValue(resolve(node['author'] ?? node['publisher'], data))),
    url: addressOf(node['url'], base),
  };
}

/** The checks that a page publishes in its linked data, each once, in document order. Never throws. */
export function readClaimReviews(doc: Document, address: string): PageReview[] {
  try {
    const data = readLinkedData(doc);
    const reviews = data.nodes
      .filter((node) => typesOf(node).includes('ClaimReview'))
      .flatMap((node) => readReview(node, data, address) ?? []);
    const seen = new Set<string>();
    return reviews
      .filter((review) => {
        const key = `${review.claim}\n${review.rating}`;
        return !seen.has(key) && seen.add(key);
      })
      .slice(0, MAX_REVIEWS);
  } catch {
    return [];
  }
}
