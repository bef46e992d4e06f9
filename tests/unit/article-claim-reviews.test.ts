import { describe, expect, it } from 'vitest';
import { readClaimReviews } from '../../lib/article/claim-reviews';

const page = (data: unknown): Document =>
  new DOMParser().parseFromString(
    `<html><head><script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script></head><body></body></html>`,
    'text/html',
  );
const AT = 'https://checks.example/ferry';
const review = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: '/ferry#claim',
  claimReviewed: 'The ferry had <b>17</b> incidents &amp; none was reported',
  author: { '@type': 'Organization', name: 'Checks' },
  itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: 'Hanne Siversen' } },
  reviewRating: { '@type': 'Rating', ratingValue: 1, bestRating: 5, alternateName: 'Mostly false' },
};

describe('a page’s own checks', () => {
  it('are read from its linked data as plain words, each once', () => {
    expect(readClaimReviews(page({ '@graph': [review, review] }), AT)).toEqual([
      {
        claim: 'The ferry had 17 incidents & none was reported',
        claimant: 'Hanne Siversen',
        rating: 'Mostly false',
        author: 'Checks',
        url: 'https://checks.example/ferry#claim',
      },
    ]);
  });

  it('have numbers where there are no words, and no address that runs', () => {
    const bare = { ...review, url: 'javascript:alert(1)', reviewRating: { ratingValue: 2, bestRating: 5 } };
    expect(readClaimReviews(page(bare), AT)).toMatchObject([{ rating: '2 / 5', url: null }]);
  });

  it('are left out where claim or rating is missing, and bad data defeats nothing', () => {
    expect(readClaimReviews(page({ ...review, claimReviewed: '' }), AT)).toEqual([]);
    expect(readClaimReviews(page({ ...review, reviewRating: null }), AT)).toEqual([]);
    expect(readClaimReviews(page('{"@type":"ClaimReview", broken'), AT)).toEqual([]);
  });
});
