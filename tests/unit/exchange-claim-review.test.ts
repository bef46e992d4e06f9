import 'fake-indexeddb/auto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterEach, describe, expect, it } from 'vitest';
import { claimReview, claimsWithArticles, exportClaimReviews, missingParts } from '../../lib/exchange/claim-review';
import { dropStores, store, textOf } from './exchange';
import { annotation, article, claim, uuid } from './rows';

afterEach(dropStores);

const publisher = { name: 'Harbour Check', url: 'https://check.example/' };
const verdict = {
  scaleId: 'neutral',
  label: 'Mixed',
  value: 3,
  best: 5,
  worst: 1,
  explanation: 'Two of three.',
  setAt: '2026-05-03T08:00:00Z',
};
const checked = claim({
  verdict,
  reviewUrl: 'https://check.example/dredging',
  reviewDate: '2026-05-04',
  claimant: { name: 'Ilse Brandt', kind: 'Person', role: 'mayor', sameAs: 'https://who.example/brandt' },
  claimDate: '2026-05-01',
  sameAs: ['https://other.example/claim'],
});

/**
 * What schema.org says of these types, and what Google's profile requires, written down after
 * https://schema.org/ClaimReview and https://developers.google.com/search/docs/appearance/structured-data/factcheck.
 */
const url = { type: 'string', format: 'uri', pattern: '^https?://' };
const date = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d' };
const text = { type: 'string', minLength: 1 };
const organization = {
  type: 'object',
  properties: { '@type': { const: 'Organization' }, name: text, url, sameAs: url },
  required: ['@type', 'name'],
  additionalProperties: false,
};
const person = {
  type: 'object',
  properties: { '@type': { const: 'Person' }, name: text, jobTitle: text, sameAs: url },
  required: ['@type', 'name'],
  additionalProperties: false,
};
const newsArticle = {
  type: 'object',
  properties: { '@type': { const: 'NewsArticle' }, url, headline: text, datePublished: date, publisher: organization },
  required: ['@type', 'url'],
  additionalProperties: false,
};
const rating = {
  type: 'object',
  properties: {
    '@type': { const: 'Rating' },
    alternateName: text,
    name: text,
    ratingValue: { type: 'number' },
    bestRating: { type: 'number' },
    worstRating: { type: 'number' },
    ratingExplanation: text,
  },
  required: ['@type', 'alternateName'],
  dependentRequired: { ratingValue: ['bestRating', 'worstRating'] },
  additionalProperties: false,
};
const review = {
  type: 'object',
  properties: {
    '@type': { const: 'ClaimReview' },
    '@id': { type: 'string', format: 'uri' },
    url,
    claimReviewed: text,
    author: { ...organization, required: ['@type', 'name', 'url'] },
    inLanguage: text,
    datePublished: date,
    dateModified: date,
    reviewRating: rating,
    itemReviewed: {
      type: 'object',
      properties: {
        '@type': { const: 'Claim' },
        text,
        author: { oneOf: [person, organization] },
        datePublished: date,
        firstAppearance: newsArticle,
        appearance: { type: 'array', items: newsArticle },
        sameAs: { type: 'array', items: url },
      },
      required: ['@type'],
      additionalProperties: false,
    },
  },
  required: ['@type', 'url', 'claimReviewed', 'author', 'reviewRating', 'itemReviewed'],
  additionalProperties: false,
};
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile({
  type: 'object',
  properties: { '@context': { const: 'https://schema.org' }, '@graph': { type: 'array', items: review } },
  required: ['@context', '@graph'],
  additionalProperties: false,
});

const exported = async (db: ReturnType<typeof store>) =>
  JSON.parse(await textOf(exportClaimReviews(claimsWithArticles(db, { kind: 'all' }), publisher)));

describe('ClaimReview', () => {
  it('has what schema.org and the profile of it require', async () => {
    const db = store();
    await db.claims.bulkAdd([
      checked,
      claim({
        ...checked,
        id: uuid(3002),
        claimant: { name: 'The Port', kind: 'Organization', role: null, sameAs: null },
      }),
      claim({
        ...checked,
        id: uuid(3003),
        claimant: null,
        verdict: { ...verdict, value: null, best: null, worst: null, explanation: '' },
      }),
      claim({ id: uuid(3004) }),
    ]);
    await db.articles.bulkAdd([
      article(),
      article({
        id: uuid(1002),
        canonicalUrl: 'https://gazette.example/b',
        publishedAt: '2026-05-01T10:00:00+02:00',
        title: '',
      }),
    ]);
    await db.annotations.bulkAdd([
      annotation({ claimId: checked.id }),
      annotation({ id: uuid(2002), articleId: uuid(1002), claimId: checked.id }),
      annotation({ id: uuid(2003), articleId: uuid(1002), claimId: uuid(3002), deletedAt: '2026-05-04T00:00:00Z' }),
    ]);
    const file = await exported(db);
    validate(file);
    expect(validate.errors).toBeNull();
    expect(file['@graph']).toHaveLength(3);
    expect(file['@graph'][0]).toMatchObject({
      url: 'https://check.example/dredging',
      author: publisher,
      reviewRating: { alternateName: 'Mixed', ratingValue: 3, bestRating: 5, worstRating: 1 },
      itemReviewed: {
        author: { '@type': 'Person', name: 'Ilse Brandt', jobTitle: 'mayor' },
        firstAppearance: { url: 'https://gazette.example/b' },
        appearance: [{ url: 'https://gazette.example/b' }, { url: 'https://courier.example/harbour' }],
      },
    });
    expect(file['@graph'][0]).toMatchObject({
      datePublished: '2026-05-04',
      dateModified: '2026-05-03T08:00:00Z',
      itemReviewed: { datePublished: '2026-05-01', firstAppearance: { datePublished: '2026-05-01T10:00:00+02:00' } },
    });
    expect(file['@graph'][1].itemReviewed.appearance).toBeUndefined();
    expect(file['@graph'][2].reviewRating).toEqual({ '@type': 'Rating', alternateName: 'Mixed', name: 'Mixed' });
  });
  it('dates the claim by its first article where nobody said when it was made, and the check by nothing made up', () => {
    const { reviewDate: _date, ...undated } = checked;
    const draft = claimReview({ ...undated, claimDate: null }, [article({ publishedAt: '2026-04-30' })], publisher);
    expect(draft).toMatchObject({ itemReviewed: { datePublished: '2026-04-30' } });
    expect(draft).not.toHaveProperty('datePublished');
    expect(claimReview({ ...undated, claimDate: null }, [], publisher)?.itemReviewed).not.toHaveProperty(
      'datePublished',
    );
  });
  it('finds fault with a draft that lacks something', () => {
    const { url: _url, ...rest } = { ...claimReview(checked, [], publisher), url: '' };
    expect(validate({ '@context': 'https://schema.org', '@graph': [rest] })).toBe(false);
  });
  it('says what a claim lacks, and drafts nothing for it', () => {
    const nobody = { name: ' ', url: '' };
    expect(missingParts(claim(), nobody)).toEqual(['verdict', 'review-url', 'publisher-name', 'publisher-url']);
    expect(missingParts(checked, publisher)).toEqual([]);
    expect(claimReview(claim({ ...checked, verdict: null }), [], publisher)).toBeNull();
    expect(claimReview({ ...checked, reviewUrl: null }, [], publisher)).toBeNull();
    expect(claimReview(checked, [], nobody)).toBeNull();
  });
  it('is an empty graph where no claim is ready', async () => {
    const file = await exported(store());
    expect(file).toEqual({ '@context': 'https://schema.org', '@graph': [] });
  });
});
