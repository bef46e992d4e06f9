import { describe, expect, it } from 'vitest';
import { explain, settledBy } from '../../lib/article/explain';
import { HEAD_WEIGHTS, SHAPE_WEIGHTS } from '../../lib/article/weights';
import { signalText } from '../../lib/i18n/signal-words';

describe('explain', () => {
  it('gives the weightiest reasons first and leaves out what weighs nothing', () => {
    const head = { 'data-article': 1, 'og-website': 1, 'kind-media': 1, 'class-page': 1 };
    const reasons = explain({ head, shape: {} });
    expect(reasons.map(({ signal }) => signal)).toEqual(['class-page', 'data-article', 'og-website']);
  });

  it('puts the page’s shape first where the head was not sure', () => {
    const head = { 'og-article': 1, 'meta-author': 1 };
    expect(explain({ head, shape: { 'text-quotes': 1 } })[0]?.signal).toBe('text-quotes');
  });

  it('has words for every signal that is weighed', () => {
    const weighed = [...Object.keys(HEAD_WEIGHTS), ...Object.keys(SHAPE_WEIGHTS)].filter((name) => name !== 'bias');
    expect(weighed.filter((name) => signalText(name) === name)).toEqual([]);
  });

  it.each([
    ['https://harbour.example/', 'address-home'],
    ['https://harbour.example/imprint', 'address-legal'],
    ['https://harbour.example/politics/', 'address-folder'],
    ['about:blank', 'address-not-web'],
    ['https://harbour.example/politics/council-votes-for-a-second-ferry', null],
  ])('says what of an address settled it: %s', (address, signal) => {
    expect(settledBy(address)).toBe(signal);
  });
});
