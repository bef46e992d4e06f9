import { describe, expect, it } from 'vitest';
import { composerOf, emptyComposer, finishedWords, fold, hasWords, withTag } from '../../components/composer-value';
import { searchLibrary, sortLibrary } from '../../entrypoints/library/search';
import { restrictionOf } from '../../entrypoints/popup/restriction';
import { sampleAnnotation, sampleArticle, sampleClaim } from '../browser/ui-samples';

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

  it('knows words from an empty form', () => {
    expect(hasWords(emptyComposer('blue'))).toBe(false);
    expect(hasWords({ ...emptyComposer(), claim: composerOf(sampleAnnotation(), sampleClaim()).claim })).toBe(true);
  });
});

describe('the search in the library', () => {
  const entries = [{ article: sampleArticle(), annotations: [sampleAnnotation()] }];
  const claims = new Map([[sampleClaim().id, sampleClaim()]]);

  it('puts accents, case and spaces aside', () => {
    expect(fold('  ÉNERGIE\u00a0 Éolienne ')).toBe('energie eolienne');
    expect(searchLibrary(entries, claims, 'HARBOUR   courier')).toHaveLength(1);
  });

  it('looks into quote, note, tag, title, author, site and claimant', () => {
    for (const query of ['negotiable', 'board', 'safety', 'ferry', 'okonkwo', 'courier', 'siversen']) {
      expect(searchLibrary(entries, claims, query), query).toHaveLength(1);
    }
    expect(searchLibrary(entries, claims, 'negotiable zeppelin')).toHaveLength(0);
  });

  it('sorts without losing any', () => {
    for (const sort of ['recent', 'published', 'site'] as const) expect(sortLibrary(entries, sort)).toHaveLength(1);
  });
});
