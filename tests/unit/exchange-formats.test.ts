import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvHeader, csvLines, joinList, parseCsv, splitList, unguard } from '../../lib/exchange/csv';
import { articleNote, exportMarkdown, noteName, obsidianTag } from '../../lib/exchange/export-markdown';
import { exportW3c } from '../../lib/exchange/export-w3c';
import { readCsv, readForeignJson } from '../../lib/exchange/import-foreign';
import { importNative } from '../../lib/exchange/import-native';
import { stableId } from '../../lib/exchange/stable-id';
import { PressmarkDatabase } from '../../lib/store/database';
import { sampleBundles } from '../fixtures/sample-library';
import { annotation, article, claim, uuid } from './rows';

const NOW = '2026-05-04T00:00:00.000Z';
const bundles = sampleBundles(24);
const w3c = () =>
  JSON.parse(JSON.stringify(exportW3c(bundles, { generatedAt: NOW, collectionId: uuid(255), label: 'Sample' })));

describe('W3C Web Annotation', () => {
  it('counts, pages and names its purposes', () => {
    const collection = w3c();
    expect(collection).toMatchObject({
      type: 'AnnotationCollection',
      total: 24,
      first: { type: 'AnnotationPage', partOf: { type: 'AnnotationCollection' } },
    });
    const [first] = collection.first.items;
    expect(first.body.map((body: { purpose: string }) => body.purpose)).toEqual([
      'commenting',
      'tagging',
      'tagging',
      'identifying',
      'classifying',
      'assessing',
    ]);
    expect(first.bodyValue).toBeUndefined();
  });

  it('keeps what the format can hold through export and import', async () => {
    const read = await readForeignJson(w3c(), NOW);
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    const db = new PressmarkDatabase('w3c');
    expect(await importNative(db, read.file, { importId: 'x' })).toMatchObject({ ok: true, added: 24 + 7 });
    for (const { annotation: row } of bundles) {
      expect(await db.annotations.get(row.id)).toMatchObject({
        quote: row.quote,
        position: row.position,
        note: row.note,
        tags: row.tags,
        colour: row.colour,
        speaker: row.speaker,
      });
    }
    await db.delete();
  });
});

describe('Hypothesis', () => {
  const file = {
    export_date: NOW,
    annotations: [
      {
        id: 'Xyz_123',
        created: '2025-01-02T03:04:05.678901+00:00',
        updated: '2025-02-02T03:04:05+00:00',
        uri: 'https://courier.example/harbour?utm_source=x',
        text: 'my note',
        tags: ['a', 'a', 'b'],
        document: { title: ['Harbour'] },
        target: [
          {
            source: 'https://courier.example/harbour',
            selector: [
              { type: 'RangeSelector', startContainer: '/p[1]', startOffset: 0, endContainer: '/p[1]', endOffset: 5 },
              { type: 'TextPositionSelector', start: 5, end: 10 },
              { type: 'TextQuoteSelector', exact: 'words', prefix: 'a', suffix: 'b' },
            ],
          },
        ],
      },
    ],
  };
  it('is read, and read twice adds nothing', async () => {
    const db = new PressmarkDatabase('hypothesis');
    for (const added of [2, 0]) {
      const read = await readForeignJson(file, NOW);
      if (!read.ok) throw new Error(JSON.stringify(read.problem));
      expect(await importNative(db, read.file, { importId: 'x' })).toMatchObject({ ok: true, added });
    }
    expect((await db.annotations.toArray())[0]).toMatchObject({
      note: 'my note',
      tags: ['a', 'b'],
      position: { start: 5, end: 10 },
      createdAt: '2025-01-02T03:04:05.678Z',
    });
    await db.delete();
  });
  it('names a row without a quote', async () =>
    expect(
      await readForeignJson({ annotations: [{ ...file.annotations[0], target: [{ source: 'x' }] }] }, NOW),
    ).toEqual({ ok: false, problem: { code: 'bad-row', row: 'annotation 1', detail: 'has no TextQuoteSelector' } }));
  it.each([null, 5, 'x', {}, { type: 'Note' }])('refuses %j', async (value) =>
    expect((await readForeignJson(value, NOW)).ok).toBe(false),
  );
});

describe('CSV', () => {
  it('keeps what it can hold through export and import', async () => {
    const read = await readCsv(csvHeader() + csvLines(bundles), NOW);
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    const rows = JSON.parse(await read.file.text()).annotations;
    expect(
      rows.map(({ quote, note, tags }: { quote: unknown; note: string; tags: string[] }) => ({ quote, note, tags })),
    ).toEqual(bundles.map(({ annotation: { quote, note, tags } }) => ({ quote, note, tags })));
  });
  it('gives any cell back as it was', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 2, maxLength: 6 }), (cells) => {
        const line = `${cells.map(csvCell).join(',')}\r\n`;
        expect((parseCsv(line) ?? [])[0]?.map(unguard)).toEqual(cells);
      }),
    ));
  it('lets no cell begin like a formula', () =>
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (lead, rest) => {
        expect(csvCell(lead + rest).replace(/^"/, '')).toMatch(/^'/);
      }),
    ));
  it('keeps lists apart', () => expect(splitList(joinList(['a; b', 'c\\d', 'e']))).toEqual(['a; b', 'c\\d', 'e']));
  it('refuses a quote that never closes', async () =>
    expect((await readCsv('id,quote,url\n1,"x', NOW)).ok).toBe(false));
  it('names a short line', async () =>
    expect(await readCsv('id,quote,url\r\n1,x', NOW)).toMatchObject({ problem: { row: 'line 2' } }));
});

describe('Markdown', () => {
  it('has front matter, quote blocks with links, and escapes what people typed', () => {
    const note = articleNote([
      {
        annotation: annotation({ note: '*not bold* [x](javascript:1)', tags: ['new harbour'] }),
        article: article({ title: 'A "title": with # marks' }),
        claim: claim(),
      },
    ]);
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

      —  [↗](https://courier.example/harbour#:~:text=The%20dredging%20will%20cost%204.2%20million)

      \\*not bold\\* \\[x\\](javascript:1)

      #new-harbour

      **Claim:** The dredging will cost 4.2 million
      "
    `);
  });
  it('makes tags that Obsidian takes', () =>
    expect(['new harbour', '2026', 'à l’été !', '#x'].map(obsidianTag)).toEqual([
      'new-harbour',
      't2026',
      'à-l’été',
      'x',
    ]));
  it('makes file names that every system takes', () =>
    expect(noteName('../a: b/c? "d" <e>', uuid(1))).toBe('a b c d e.md'));
  it('writes several articles into one file', () =>
    expect(exportMarkdown([bundles.slice(0, 1), bundles.slice(1, 2)]).match(/^# /gm)).toHaveLength(2));
});

describe('stable ids', () => {
  it('keeps a UUID and is the same for the same name', async () => {
    expect(await stableId(`urn:uuid:${uuid(7)}`)).toBe(uuid(7));
    expect(await stableId('a')).toBe(await stableId('a'));
    expect(await stableId('a')).not.toBe(await stableId('b'));
    expect(await stableId('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
