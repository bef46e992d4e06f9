import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportNative } from '../../lib/exchange/export-native';
import { importNative } from '../../lib/exchange/import-native';
import type { ImportReport } from '../../lib/exchange/import-report';
import { RowCutter } from '../../lib/exchange/json-rows';
import { mergeStaged } from '../../lib/exchange/merge';
import { COLOURS } from '../../lib/model/vocabulary';
import { PressmarkDatabase } from '../../lib/store/database';
import { packText, unpackText } from '../../lib/store/pack';
import { annotation, article, claim, uuid } from './rows';

let n = 0;
const open: PressmarkDatabase[] = [];
const store = (): PressmarkDatabase => {
  n += 1;
  const db = new PressmarkDatabase(`exchange-${n}`);
  open.push(db);
  return db;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((db) => db.delete()));
});

const head = { exportedAt: '2026-05-04T00:00:00.000Z', generator: 'test' };
const fileOf = async (db: PressmarkDatabase, articleIds?: string[]): Promise<string> => {
  let text = '';
  for await (const chunk of exportNative(db, articleIds ? { ...head, articleIds } : head)) text += chunk;
  return text;
};
const read = (db: PressmarkDatabase, text: string): Promise<ImportReport> =>
  importNative(db, new Blob([text]), { importId: 'test' });
const file = (rows: Record<string, unknown[]>, over = {}): string =>
  JSON.stringify({
    format: 'pressmark',
    version: 1,
    ...head,
    articles: [],
    snapshots: [],
    claims: [],
    annotations: [],
    ...rows,
    ...over,
  });
const rowsOf = async (db: PressmarkDatabase) => ({
  articles: await db.articles.toArray(),
  claims: await db.claims.toArray(),
  annotations: await db.annotations.toArray(),
  snapshots: await Promise.all(
    (await db.snapshots.toArray()).map(async (row) =>
      'packedText' in row ? { ...row, packedText: await unpackText(row.packedText) } : row,
    ),
  ),
});

async function filled(): Promise<PressmarkDatabase> {
  const db = store();
  await db.articles.bulkAdd([
    article(),
    article({ id: uuid(1002), canonicalUrl: 'https://courier.example/b', urls: ['https://courier.example/b'] }),
  ]);
  await db.claims.add(claim());
  await db.annotations.bulkAdd([
    annotation({ claimId: uuid(3001), note: 'Guillemets « » et “quotes”, emoji 🏴‍☠️, \u0000 and \u2028' }),
    annotation({ id: uuid(2002), articleId: uuid(1002) }),
    {
      id: uuid(2003),
      createdAt: '2026-05-01T00:00:00Z',
      updatedAt: '2026-05-02T00:00:00Z',
      deletedAt: '2026-05-02T00:00:00Z',
    },
  ]);
  await db.snapshots.add({
    id: uuid(4001),
    articleId: uuid(1001),
    takenAt: '2026-05-03T08:00:00.000Z',
    textHash: 'a'.repeat(64),
    packedText: await packText('The council met.'),
    corrections: ['Corrected on Monday'],
    createdAt: '2026-05-03T08:00:00.000Z',
    updatedAt: '2026-05-03T08:00:00.000Z',
  });
  return db;
}

describe('the native file', () => {
  it('gives the same rows in an empty store, deletions included', async () => {
    const from = await filled();
    const to = store();
    expect(await read(to, await fileOf(from))).toEqual({ ok: true, added: 7, updated: 0, unchanged: 0 });
    expect(await rowsOf(to)).toEqual(await rowsOf(from));
  });

  it('changes nothing when it is read a second time', async () => {
    const from = await filled();
    expect(await read(from, await fileOf(from))).toEqual({ ok: true, added: 0, updated: 0, unchanged: 7 });
  });

  it('takes along only what belongs to the chosen articles', async () => {
    const text = await fileOf(await filled(), [uuid(1001)]);
    const parsed = JSON.parse(text);
    expect([parsed.articles.length, parsed.claims.length, parsed.annotations.length, parsed.snapshots.length]).toEqual([
      1, 1, 1, 1,
    ]);
  });

  it('round-trips whatever a person may have typed', async () => {
    const someAnnotation = fc.record({
      note: fc.string({ unit: 'binary', maxLength: 200 }),
      tags: fc.array(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((tag) => tag.trim() === tag && tag !== ''),
        { maxLength: 4 },
      ),
      colour: fc.constantFrom(...COLOURS),
      exact: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(someAnnotation, { maxLength: 8 }), async (list) => {
        const from = store();
        const to = store();
        await from.articles.add(article());
        await from.annotations.bulkAdd(
          list.map(({ exact, ...words }, i) =>
            annotation({ id: uuid(2100 + i), ...words, quote: { exact, prefix: '', suffix: '' } }),
          ),
        );
        expect((await read(to, await fileOf(from))).ok).toBe(true);
        expect(await rowsOf(to)).toEqual(await rowsOf(from));
      }),
      { numRuns: 25 },
    );
  });
});

describe('merging', () => {
  it('lets the later change win, on either side', async () => {
    const db = await filled();
    const newer = annotation({ note: 'newer', updatedAt: '2026-06-01T00:00:00Z' });
    const older = annotation({
      id: uuid(2002),
      articleId: uuid(1002),
      note: 'older',
      updatedAt: '2020-01-01T00:00:00Z',
    });
    expect(await read(db, file({ annotations: [newer, older] }))).toEqual({
      ok: true,
      added: 0,
      updated: 1,
      unchanged: 1,
    });
    expect(await db.annotations.get(uuid(2001))).toMatchObject({ note: 'newer' });
    expect(await db.annotations.get(uuid(2002))).toMatchObject({ note: '' });
  });

  it('carries a deletion over', async () => {
    const db = await filled();
    const gone = {
      id: uuid(2001),
      createdAt: '2026-05-03T08:00:00Z',
      updatedAt: '2026-07-01T00:00:00Z',
      deletedAt: '2026-07-01T00:00:00Z',
    };
    await read(db, file({ annotations: [gone] }));
    expect(await db.annotations.get(uuid(2001))).toEqual(gone);
  });

  it.each([
    ['2026-05-01T00:00:00Z', uuid(1009)],
    ['2026-05-09T00:00:00Z', uuid(1001)],
  ])('merges an article saved on two machines by its canonical address (born %s)', async (createdAt, stays) => {
    const db = await filled();
    const twin = article({
      id: uuid(1009),
      createdAt,
      urls: ['https://courier.example/harbour', 'https://m.courier.example/harbour'],
    });
    const report = await read(
      db,
      file({ articles: [twin], annotations: [annotation({ id: uuid(2009), articleId: uuid(1009) })] }),
    );
    expect(report.ok).toBe(true);
    const quotes = await db.annotations.where('articleId').equals(stays).toArray();
    expect(quotes.map(({ id }) => id).sort()).toEqual([uuid(2001), uuid(2009)]);
    expect(await db.snapshots.where('articleId').equals(stays).count()).toBe(1);
    expect(await db.articles.get(stays)).toMatchObject({
      urls: expect.arrayContaining(['https://m.courier.example/harbour']),
    });
  });
});

describe('a bad file is refused whole', () => {
  let db: PressmarkDatabase;
  let before: Awaited<ReturnType<typeof rowsOf>>;
  beforeEach(async () => {
    db = await filled();
    before = await rowsOf(db);
  });
  afterEach(async () => {
    expect(await rowsOf(db)).toEqual(before);
    expect(await db.staging.count()).toBe(0);
  });
  const good = annotation({ id: uuid(2050) });
  const problem = async (text: string) => {
    const report = await read(db, text);
    return report.ok ? null : report.problem;
  };

  it('that is not JSON', async () => expect(await problem('hello')).toMatchObject({ code: 'not-json' }));
  it('that is empty', async () => expect(await problem('')).toMatchObject({ code: 'not-json' }));
  it('that is cut off', async () =>
    expect(await problem(file({ annotations: [good] }).slice(0, -30))).toMatchObject({ code: 'not-json' }));
  it('that is not UTF-8', async () => {
    const report = await importNative(db, new Blob([new Uint8Array([0x7b, 0x22, 0xff, 0xfe])]), { importId: 'test' });
    expect(report).toMatchObject({ ok: false, problem: { code: 'not-json' } });
  });
  it('of another program', async () => expect(await problem('{"highlights":[]}')).toEqual({ code: 'not-pressmark' }));
  it('of a newer version', async () =>
    expect(await problem(file({}, { version: 2 }))).toEqual({ code: 'newer-version', version: 2 }));
  it('with one bad row, which it names', async () =>
    expect(
      await problem(file({ annotations: [good, { ...annotation({ id: uuid(2051) }), colour: 'beige' }] })),
    ).toMatchObject({
      code: 'bad-row',
      row: `annotations[2] (${uuid(2051)})`,
      detail: expect.stringContaining('colour'),
    }));
  it('with a row that has more than it should', async () =>
    expect(await problem(file({ annotations: [{ ...good, extra: 1 }] }))).toMatchObject({ code: 'bad-row' }));
  it('with a __proto__ key', async () =>
    expect(
      await problem(
        file({}).replace(
          '"annotations":[]',
          `"annotations":[${JSON.stringify(good).replace('{', '{"__proto__":{"x":1},')}]`,
        ),
      ),
    ).toMatchObject({ code: 'bad-row' }));
  it('with an id twice', async () =>
    expect(await problem(file({ annotations: [good, good] }))).toMatchObject({ code: 'duplicate-id' }));
  it('with a quote on no article', async () =>
    expect(await problem(file({ annotations: [annotation({ id: uuid(2060), articleId: uuid(9) })] }))).toMatchObject({
      code: 'missing-article',
    }));
  it('with an address that runs', async () =>
    expect(await problem(file({ articles: [article({ id: uuid(7), url: 'javascript:alert(1)' })] }))).toMatchObject({
      code: 'bad-row',
    }));
  it('whose staged rows were taken away before the end', async () => {
    await db.staging.put({ importId: 'half', seq: 1, table: 'annotations', row: good });
    expect(await mergeStaged(db, 'half', 2)).toMatchObject({ ok: false, error: { code: 'storage' } });
    await db.staging.clear();
  });
  it('that was cancelled', async () => {
    const report = await importNative(db, new Blob([file({ annotations: [good] })]), {
      importId: 'test',
      signal: AbortSignal.abort(),
    });
    expect(report).toEqual({ ok: false, problem: { code: 'cancelled' } });
  });
});

describe('RowCutter', () => {
  it('finds the same rows however the text is cut into chunks', () => {
    const text = file({
      annotations: [annotation({ note: 'a "quoted" } ] , {brace' }), annotation()],
      claims: [claim()],
    });
    const pieces = (sizes: number[]) => {
      const cutter = new RowCutter();
      const out = [];
      let at = 0;
      for (let i = 0; at < text.length; i += 1) {
        const size = sizes[i % sizes.length] ?? 1;
        out.push(...cutter.feed(text.slice(at, at + size)));
        at += size;
      }
      cutter.finish();
      return out;
    };
    const whole = pieces([text.length]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 10 }), (sizes) => {
        expect(pieces(sizes)).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });
});
