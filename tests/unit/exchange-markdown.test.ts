import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import {
  articleNote,
  DEFAULT_TEMPLATE,
  exportMarkdown,
  markdownNotes,
  noteName,
  obsidianTag,
  templateOf,
  templateValues,
} from '../../lib/exchange/export-markdown';
import { fillTemplate, parseTemplate, TEMPLATE_NAMES } from '../../lib/exchange/template';
import { zipNotes } from '../../lib/exchange/zip-notes';
import { sampleBundles } from '../fixtures/sample-library';
import { bundled, textOf } from './exchange';
import { annotation, article, claim, uuid } from './rows';

const usual = templateOf(null);
const bundle = (over: Parameters<typeof annotation>[0] = {}, of: Parameters<typeof article>[0] = {}) => ({
  annotation: annotation(over),
  article: article(of),
  claim: claim(),
});

describe('Markdown', () => {
  it('has front matter, quote blocks with links, and escapes what people typed', () => {
    const note = articleNote(
      {
        article: article({ title: 'A "title": with # marks' }),
        quotes: [
          bundle({
            note: '*not bold* [x](javascript:1)\n- no list\n==no mark== %%no comment%%',
            tags: ['new harbour'],
          }),
        ],
      },
      usual,
    );
    expect(note).toMatchInlineSnapshot(`
      "---
      title: "A \\"title\\": with # marks"
      url: "https://courier.example/harbour"
      authors:
        - "Ada Quill"
      site: "The Courier"
      published: 2026-05-02
      language: "en"
      tags:
        - "new-harbour"
      saved: 2026-05-03
      ---

      # A "title": with \\# marks

      > The dredging will cost 4.2 million

      — [The Courier](https://courier.example/harbour#:~:text=The%20dredging%20will%20cost%204.2%20million)

      \\*not bold\\* \\[x\\](javascript:1)
      \\- no list
      \\=\\=no mark\\=\\= \\%\\%no comment\\%\\%

      #new-harbour

      **Claim:** The dredging will cost 4.2 million
      "
    `);
  });
  it('keeps each line of a quote in its block', () =>
    expect(
      fillTemplate(usual, templateValues(bundle({ quote: { exact: 'one\ntwo', prefix: '', suffix: '' } }))),
    ).toMatch(/^> one\n> two\n/));
  it('lets no title or name leave its line', () => {
    const odd = bundle({ speaker: 'Ada\n# Quill' }, { title: 'One\n---\ntwo: <b>', siteName: 'a](javascript:1)' });
    const note = articleNote({ article: odd.article, quotes: [odd] }, usual);
    expect(note).toContain('# One --- two: \\<b\\>');
    expect(note).toContain('Ada \\# Quill');
    expect(note.slice(note.indexOf('# One'))).not.toMatch(/[^\\]\]\(javascript/);
  });
  it('has front matter that a reader of YAML takes for the very words, whatever they are', () => {
    const odd = 'a: b\n--- "c" \'d\' #e \\ \u0007\u007f\u0085\u2028\ufeff 😀 \ud800';
    const note = articleNote({ article: article({ title: odd, authors: [odd], siteName: odd }), quotes: [] }, usual);
    const front = load(/^---\n(.*?)\n---\n/s.exec(note)?.[1] ?? '');
    expect(front).toMatchObject({ title: odd.toWellFormed(), authors: [odd.toWellFormed()], site: odd.toWellFormed() });
  });
  it('makes tags that Obsidian takes', () =>
    expect(['new harbour', '2026', 'à l’été !', '#x'].map(obsidianTag)).toEqual([
      'new-harbour',
      't2026',
      'à-l-été',
      'x',
    ]));
  it.each([
    ['../a: b/c? "d" <e>', 'a b c d e'],
    ['...', '00000000'],
    ['CON', 'CON -'],
    ['x'.repeat(300), 'x'.repeat(100)],
    ['nul.txt', 'nul -.txt'],
    ['com¹', 'com¹ -'],
    ['constant', 'constant'],
    ['日'.repeat(300), '日'.repeat(60)],
    ['👨‍👩‍👧‍👦'.repeat(60), '👨‍👩‍👧‍👦'.repeat(7)],
    ['\u202egnp.exe', 'gnp.exe'],
    [`${'x'.repeat(99)}. y`, 'x'.repeat(99)],
  ])('makes of %j a file name that every system takes', (title, name) => expect(noteName(title, uuid(1))).toBe(name));
  it('writes several articles into one file', async () =>
    expect((await textOf(exportMarkdown(bundled(sampleBundles(24)), usual))).match(/^# /gm)).toHaveLength(7));
  it('gives each note a name of its own in the zip file, and a time that zip files know', async () => {
    const list = [1, 2, 3].map((i) =>
      bundle({ id: uuid(i) }, { id: uuid(i), title: i === 2 ? 'SAME' : 'Same', updatedAt: '1912-04-15T02:20:00Z' }),
    );
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let rows = 0;
    for await (const part of zipNotes(markdownNotes(bundled(list), usual))) {
      parts.push(part.bytes);
      rows += part.rows;
    }
    const zip = await new Blob(parts).text();
    expect([...zip.matchAll(/(?:Same|SAME)(?: \(\d\))?\.md/g)].map(([name]) => name).slice(0, 3)).toEqual([
      'Same.md',
      'SAME (2).md',
      'Same (3).md',
    ]);
    expect(rows).toBe(3);
  });
});

describe('a template', () => {
  const fill = (source: string, over: Parameters<typeof annotation>[0] = {}): string => {
    const parsed = parseTemplate(source);
    if (!parsed.ok) throw new Error(parsed.problem.code);
    return fillTemplate(parsed.template, templateValues(bundle(over)));
  };
  it('leaves lines without a value out, and words that go with one', () => {
    expect(fill('a {{note}}\nb {{colour}}')).toBe('b yellow');
    expect(fill('x{{#note}}: {{note}}{{/note}}')).toBe('x');
    expect(fill('x{{#note}}: {{note}}{{/note}}', { note: 'y' })).toBe('x: y');
  });
  it('goes on as a line began', () =>
    expect(fill('- {{note}}\n> > {{note}}', { note: 'a\nb' })).toBe('- a\n  b\n> > a\n> > b'));
  it.each([
    ['{{qoute}}', { code: 'unknown-name', line: 1, name: 'qoute' }],
    ['a\n{{#note}}', { code: 'not-closed', line: 2, name: 'note' }],
    ['{{/note}}', { code: 'not-opened', line: 1, name: 'note' }],
    ['{{#note}}{{/tags}}', { code: 'not-opened', line: 1, name: 'tags' }],
    ['{{#note}}{{#tags}}{{/tags}}{{/note}}', { code: 'not-closed', line: 1, name: 'tags' }],
  ])('says what is wrong with %j', (source, problem) => expect(parseTemplate(source)).toEqual({ ok: false, problem }));
  it('runs nothing and replaces nothing in what it puts in', () => {
    expect(fill('{{note}}', { note: '{{quote}} $& $1' })).toBe('\\{\\{quote\\}\\} \\$\\& \\$1');
    expect(parseTemplate('{{constructor}}').ok).toBe(false);
    expect(parseTemplate('{{__proto__}}').ok).toBe(false);
  });
  it('knows every name that it offers', () =>
    expect(parseTemplate(TEMPLATE_NAMES.map((name) => `{{ ${name} }}`).join('\n')).ok).toBe(true));
  it('of the reader that cannot be read gives way to the usual one', () =>
    expect(templateOf('{{x}}')).toEqual(templateOf(DEFAULT_TEMPLATE)));
  it('takes any text for what it is', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.replaceAll('{{', '');
        expect(parseTemplate(plain).ok).toBe(true);
      }),
    ));
});
