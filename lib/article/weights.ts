/**
 * The detector's weights, fitted by scripts/fit-detection.mjs; see docs/detection.md before touching one by hand.
 * A table's score is 1 / (1 + exp(-(bias + sum of weight × signal))).
 */

/** Signal → weight in log odds; `bias` is added to every page. */
export type Weights = Readonly<Record<string, number>>;

/** Address and head alone: an article, or another page? */
export const HEAD_WEIGHTS: Weights = {
  bias: -2.24,
  'data-news': 2.0,
  'og-article': 1.2,
  'title-words': 1.0,
  'data-access': 0.8,
  'address-slug': 0.6,
  'address-slug-long': 0.5,
  'meta-date': 0.6,
  'address-deep': 0.9,
  'og-website': -0.5,
  'meta-amp': 0.6,
  'address-news-word': 1.0,
  'address-html': 0.5,
  'meta-news-keywords': 0.7,
  'class-single': 0.9,
  'data-list': -1.4,
  'meta-author': 1.0,
  'address-short-word': -1.1,
  'address-section': -0.5,
  'data-article': 1.0,
  'address-number-query': 3.0,
  'data-product': -1.3,
  'address-other-word': -1.4,
  'micro-article': 1.6,
  'data-live': 0.5,
  'data-article-many': -2.0,
  'class-page': -1.4,
  'data-service': -0.3,
  'address-blog': 2.1,
  'data-talk': -0.5,
  'meta-none': -0.5,
  'address-other-host': -1.4,
  'class-shop': -1.8,
  'class-list': -1.1,
  'meta-software': -1.1,
  'og-product': -1.5,
};

/** The page's shape, with the head's log odds (a quarter of them, within ±1) as one signal: an article? */
export const SHAPE_WEIGHTS: Weights = {
  bias: -0.64,
  'text-in-one-place': 1.0,
  'text-quotes': 1.2,
  'text-addresses-reader': -1.0,
  'links-per-text': -0.8,
  'heading-words': 1.2,
  'teasers-many': -0.5,
  'time-few': 0.6,
  'time-many': -0.6,
  'price-marked': -1.4,
  'code-marked': -1.3,
  'head-odds': 2.8,
};

/** Address and head: among articles, news rather than a guide, blog or feature? */
export const NEWS_WEIGHTS: Weights = {
  bias: -2.43,
  'data-news': 1.4,
  'og-article': 0.6,
  'data-access': 0.5,
  'address-slug': 0.7,
  'address-slug-long': 0.3,
  'address-number': 1.5,
  'og-website': -0.4,
  'meta-amp': 1.3,
  'address-news-word': 1.1,
  'address-html': 1.1,
  'meta-news-keywords': 0.7,
  'class-single': 0.5,
  'address-short-word': -0.7,
  'meta-reading-time': -1.7,
  'address-number-query': 5.6,
  'data-product': -2.4,
  'address-other-word': -1.1,
  'micro-article': 0.9,
  'data-live': 1.8,
  'data-article-many': -1.9,
  'class-page': -1.6,
  'data-service': -0.3,
  'address-blog': -1.6,
  'data-talk': -1.7,
  'meta-none': -0.5,
  'address-other-host': -1.6,
  'class-shop': -1.9,
  'class-list': -1.1,
  'meta-software': -1.9,
};
