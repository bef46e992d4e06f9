import { describe, expect, it } from 'vitest';
import { composerOf, emptyComposer, finishedWords, fold, hasWords, withTag } from '../../components/composer-value';
import { restrictionOf } from '../../entrypoints/pages/restriction';
import { sampleAnnotation, sampleClaim } from '../browser/ui-samples';

const OWN = 'chrome-extension://abcdef/';

describe('pages that are out of reach', () => {
  it.each([
    ['chrome://settings/', 'browser'],
    ['about:config', 'browser'],
    ['about:blank', 'empty'],
    ['', 'empty'],
    ['devtools://devtools/bundled/x.html', 'browser'],
    ['https://chromewebstore.google.com/detail/x', 'store'],
    ['https://addons.mozilla.org/en-GB/firefox/', 'store'],
    ['file:///tmp/a.html', 'file'],
    ['javascript:alert(1)', 'script'],
    ['view-source:https://paper.example/', 'source'],
    [`${OWN}library.html`, 'own'],
    ['data:text/html,hello', 'other'],
    ['https://paper.example/2024/story', null],
  ])('%s → %s', (address, reason) => {
    expect(restrictionOf(address, OWN)).toBe(reason);
  });
});

describe('what is typed', () => {
  it('counts a tag that was not closed, and no tag twice whatever its accents', () => {
    const value = emptyComposer();
    const typed = { ...value, words: { ...value.words, tags: ['Énergie'], tagInput: '  wind  power ' } };
    expect(finishedWords(typed).tags).toEqual(['Énergie', 'wind power']);
    expect(withTag(['Énergie'], 'energie')).toEqual(['Énergie']);
  });

  it('is compared without accents, case and spaces', () => {
    expect(fold('  ÉNERGIE\u00a0 Éolienne ')).toBe('energie eolienne');
  });

  it('knows words from an empty form', () => {
    expect(hasWords(emptyComposer('blue'))).toBe(false);
    expect(hasWords({ ...emptyComposer(), claim: composerOf(sampleAnnotation(), sampleClaim()).claim })).toBe(true);
  });
});
