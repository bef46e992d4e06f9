import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compareTexts } from '../../lib/anchor/compare-texts';
import { textFragmentFor } from '../../lib/anchor/text-fragment';
import { readMetadata } from '../../lib/article/metadata';
import { noteName, obsidianTag } from '../../lib/exchange/export-markdown';
import { quoteFragment } from '../../lib/exchange/export-w3c';
import { parseTemplate } from '../../lib/exchange/template';
import { splitSentences } from '../../lib/text/sentences';
import { buildTextIndex } from '../../lib/text/text-index';

// Text of pages, files and people that is made to be slow. Nothing is timed: each is of a size at which a pattern that
// is worse than linear takes many minutes, so that a test which comes to its end has done linear work.
const MANY = 1_000_000;

describe('a template', () => {
  it('is read where a name never ends', () => {
    // 20,000 characters are what the settings take of a template.
    for (const length of [20_000, MANY]) {
      const endless = `{{${' '.repeat(length)}`;
      expect(parseTemplate(endless)).toEqual({
        ok: true,
        template: { lines: [[{ kind: 'text', text: endless }]] },
      });
    }
    expect(parseTemplate(`{{${' '.repeat(MANY)}x}}`)).toEqual({
      ok: false,
      problem: { code: 'unknown-name', line: 1, name: 'x' },
    });
    expect(parseTemplate(`{{${' '.repeat(MANY)}quote${' '.repeat(MANY)}}}`)).toEqual({
      ok: true,
      template: { lines: [[{ kind: 'name', name: 'quote' }]] },
    });
  });

  it('is read as the pattern that was slow did', () => {
    const slow = /\{\{([#/]?)\s*([^{}]*?)\s*\}\}/g;
    const pieces = fc.constantFrom('{{', '}}', '{', '}', '#', '/', ' ', '\t', '\ufeff', 'note', 'x');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (all) => {
        const source = all.join('');
        const first = [...source.matchAll(slow)].find(([, , name]) => name !== 'note');
        const parsed = parseTemplate(source);
        const unknown = parsed.ok || parsed.problem.code !== 'unknown-name' ? undefined : parsed.problem.name;
        // What comes before an unknown name may be wrong in its own way: opened twice, or never.
        if (unknown !== undefined || parsed.ok) expect(unknown).toBe(first?.[2]);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('sentences', () => {
  const MARKS = ['.', '!', '?', '…', '.!?', '."', '?”)'];

  it.each(MARKS)('are cut where %j goes on and on', (marks) => {
    const row = marks.repeat(MANY / marks.length);
    expect(splitSentences(`${row}x`)).toHaveLength(1);
    expect(splitSentences(`${row} ${row}`)).toHaveLength(2);
  });

  it('of texts that are nothing but marks are compared', () => {
    const row = '.'.repeat(MANY);
    expect(compareTexts(row, row)).toMatchObject({ changed: 0, removed: 0, added: 0 });
    expect(compareTexts(`${row}x`, 'y')).toMatchObject({ removed: 1, added: 1 });
  });

  test('are those that the slow pattern cut', () => {
    const slow = /[.!?…]+["'”’»)\]]*(?=\s)|\n[^\S\n]*\n/g;
    const abbreviation = /(?:^|[\s(“"«])(?:\p{L}|(?:\p{L}\.)+\p{L}|mr|dr)$/iu;
    const reference = (text: string): string[] => {
      const parts: string[] = [];
      let from = 0;
      for (const match of text.matchAll(slow)) {
        const end = match.index + match[0].length;
        const before = text.slice(Math.max(from, match.index - 8), match.index);
        if (match[0] === '.' && abbreviation.test(before)) continue;
        if (!match[0].startsWith('\n') && /^\s+\p{Ll}/u.test(text.slice(end, end + 4))) continue;
        parts.push(text.slice(from, end));
        from = end;
      }
      return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== '');
    };
    const pieces = fc.constantFrom('.', '!', '?', '…', '"', '”', ')', ' ', '\n', 'Mr', 'A', 'Ferry', 'harbour', '5');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 24 }), (all) => {
        const text = all.join('');
        const sentences = splitSentences(text);
        expect(sentences.map((sentence) => sentence.text)).toEqual(reference(text));
        for (const { start, end, text: own } of sentences) expect(text.slice(start, end)).toBe(own);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('what is written into files', () => {
  it('is a fragment of a quote full of white space', () => {
    expect(quoteFragment(`one${'\t'.repeat(MANY)}two`)).toBe(':~:text=one%20two');
    expect(quoteFragment(`one\t\n \n\ttwo`)).toBe(':~:text=one,two');
    expect(quoteFragment(' \n ')).toBe(':~:text=');
  });

  it('is a name without dots and a tag without dashes at their ends', () => {
    expect(noteName(`Ferry${'.'.repeat(MANY)}timetable`, 'id')).toMatch(/^Ferry\.*$/);
    expect(noteName(' . Ferry. . ', 'id')).toBe('Ferry');
    expect(obsidianTag(`a${'-'.repeat(MANY)}b--`)).toBe(`a${'-'.repeat(MANY)}b`);
  });
});

describe('a page', () => {
  const read = (head: string, body: string) => {
    const html = `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
    const doc = new DOMParser().parseFromString(html, 'text/html');
    return readMetadata(doc, 'https://www.harbour-news.example/politics/council-votes-for-new-ferry');
  };
  const HEADLINE = '<h1>Council votes for a new ferry</h1>';

  it('whose description is broken off in white space', () => {
    const block = `{"@type": "NewsArticle", "headline": "New ferry", "author":${' '.repeat(MANY)}`;
    expect(read(`<script type="application/ld+json">${block}</script>`, HEADLINE).authors).toEqual([]);
  });

  it('whose lines by the headline are single letters, each of which could be an initial', () => {
    const letters = Array.from({ length: 50 }, () => 'A').join(' ');
    const { authors } = read('', `${HEADLINE}<p>${letters}</p><p>4 May 2026</p><p>Words of the story.</p>`);
    expect(authors).toEqual([]);
  });

  it('whose fields have names without end', () => {
    const name = 'issue'.repeat(MANY / 5);
    expect(read(`<meta name="${name}" content="2026-05-04">`, HEADLINE).publishedAt).toBeNull();
    expect(read('<meta name="publicationDate" content="2026-05-04">', HEADLINE).publishedAt).toMatch(/^2026-05-04/);
  });

  it('whose words stand behind a row of low lines', () => {
    document.body.innerHTML = `<p>${'_'.repeat(MANY)}a <em>ferry</em></p>`;
    const index = buildTextIndex(document);
    const start = index.text.indexOf('ferry');
    expect(textFragmentFor(index, { start, end: start + 5 })).toBe(':~:text=ferry');
  });
});
