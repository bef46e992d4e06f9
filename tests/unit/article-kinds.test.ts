import { describe, expect, it } from 'vitest';
import { detectArticle } from '../../lib/article/detect';

const SITE = 'https://harbour-news.example';
const text =
  '<p>The council of the harbour town has decided to buy a second ferry, which will sail next year, it said.</p>';
const linked = (data: object): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const og = (type: string, title: string): string =>
  `<title>${title}</title><meta property="og:type" content="${type}"><meta property="og:title" content="${title}">`;

/** What kind of page this is. */
function kindOf(path: string, head: string, body: string): string {
  const doc = new DOMParser().parseFromString(
    `<!doctype html><html lang="en"><head>${head}</head><body><main>${body}</main></body></html>`,
    'text/html',
  );
  return detectArticle(doc, SITE + path).kind;
}

const UPDATES = Array.from({ length: 6 }, (_, i) => ({
  '@type': 'BlogPosting',
  headline: `The ferry fire, update ${i}`,
  datePublished: `2026-04-01T1${i}:00:00Z`,
}));
const TEASERS = Array.from(
  { length: 30 },
  (_, i) =>
    `<article><h2><a href="/news/2026/04/story-number-${i}-of-the-day">Story number ${i} of the day</a></h2><p>In short.</p></article>`,
).join('');

describe('kinds of page', () => {
  it.each([
    [
      'news',
      '/news/2026/04/council-votes-for-a-second-ferry',
      og('article', 'Council votes for a second ferry') +
        linked({ '@type': 'NewsArticle', headline: 'Council votes for a second ferry' }),
      `<article><h1>Council votes for a second ferry</h1>${text.repeat(9)}</article>`,
    ],
    [
      'live',
      '/news/live/2026/04/ferry-fire-live-updates',
      og('article', 'Ferry fire: live updates') +
        linked({
          '@type': 'LiveBlogPosting',
          headline: 'Ferry fire: live updates',
          coverageStartTime: '2026-04-01T10:00:00Z',
          liveBlogUpdate: UPDATES,
        }),
      `<h1>Ferry fire: live updates</h1>${`<article><h2>11:02</h2>${text}</article>`.repeat(9)}`,
    ],
    [
      'media',
      '/video/ferry-burns-in-the-harbour-1234567',
      og('video.other', 'Ferry burns in the harbour') +
        linked({ '@type': 'VideoObject', name: 'Ferry burns in the harbour', uploadDate: '2026-04-01' }),
      '<h1>Ferry burns in the harbour</h1><video></video><p>Watch it burn.</p>',
    ],
    [
      'media',
      '/gallery/the-ferry-fire-in-pictures',
      og('website', 'The ferry fire in pictures') +
        linked({ '@type': 'ImageGallery', name: 'The ferry fire in pictures' }),
      `<h1>The ferry fire in pictures</h1>${'<figure><img alt=""><figcaption>Smoke over the quay.</figcaption></figure>'.repeat(12)}`,
    ],
    [
      'section',
      '/news/',
      og('website', 'News') + linked({ '@type': 'CollectionPage', name: 'News' }),
      `<h1>News</h1>${TEASERS}`,
    ],
    ['section', '/', og('website', 'Harbour News'), TEASERS],
    [
      'other',
      '/shop/rubber-boots',
      og('product', 'Rubber boots') +
        linked({ '@type': 'Product', name: 'Rubber boots', offers: { '@type': 'Offer', price: '29.90' } }),
      '<h1>Rubber boots</h1><p>29.90 €</p><button>Add to basket</button>',
    ],
  ])('%s: %s', (kind, path, head, body) => {
    expect(kindOf(path, head, body)).toBe(kind);
  });
});
