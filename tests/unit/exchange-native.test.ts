import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportNative } from '../../lib/exchange/export-native';
import { ImportJob } from '../../lib/exchange/import-file';
import type { Scope } from '../../lib/exchange/scope';
import type { Claim } from '../../lib/model/claim';
import { COLOURS } from '../../lib/model/vocabulary';
import type { PressmarkDatabase } from '../../lib/store/database';
import { packText } from '../../lib/store/pack';
import { dropStores, importFile, NOW, rowsOf, source, store, textOf } from './exchange';
import { annotation, article, claim, uuid } from './rows';

afterEach(dropStores);

const BEFORE_1970 = '1912-04-15T02:20:00Z';
const head = { exportedAt: NOW, generator: 'test' };
const fileOf = (db: PressmarkDatabase, scope: Scope = { kind: 'all' }): Promise<string> =>
  textOf(exportNative(db, { ...head, scope }));
/** What an import did; what it said beforehand is the same. */
const read = async (db: PressmarkDatabase, text: string) => {
  const { planned, done } = await importFile(db, source(text));
  expect(done ?? planned).toEqual(planned);
  return planned;
};
const counts = (added: number, updated: number, unchanged: number) => ({
  ok: true,
  value: { added, updated, unchanged, settings: [], refused: 0, refusals: [] },
});
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

async function filled(): Promise<PressmarkDatabase> {
  const db = store();
  await db.articles.bulkAdd([
    article(),
    article({ id: uuid(1002), canonicalUrl: 'https://courier.example/b', urls: ['https://courier.example/b'] }),
  ]);
  await db.claims.add(claim());
  await db.annotations.bulkAdd([
    annotation({ claimId: uuid(3001), note: 'Guillemets « » et “quotes”, emoji 🏴‍☠️, \u0000 and \u2028' }),
    annotation({
      id: uuid(2002),
      articleId: uuid(1002),
      sighting: {
        ...{ status: 'edited', foundText: 'The pier was rarely inspected.' },
        ...{ seenAt: '2026-05-05T08:00:00Z', since: '2026-05-03T08:00:00Z' },
      },
      kept: {
        ...{ foundText: 'The pier was rarely inspected.' },
        ...{ since: '2026-05-03T08:00:00Z', keptAt: '2026-05-04T08:00:00Z' },
      },
    }),
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
    expect(await read(to, await fileOf(from))).toEqual(counts(7, 0, 0));
    expect(await rowsOf(to)).toEqual(await rowsOf(from));
  });

  it('changes nothing when it is read a second time', async () => {
    const from = await filled();
    expect(await read(from, await fileOf(from))).toEqual(counts(0, 0, 7));
  });

  it('takes along only what belongs to the chosen articles', async () => {
    const text = await fileOf(await filled(), { kind: 'articles', ids: [uuid(1001)] });
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
    expect(await read(db, file({ annotations: [newer, older] }))).toEqual(counts(0, 1, 1));
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

describe('a bad file is refused whole, and what it would do is said row by row', () => {
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
    const { planned, done } = await importFile(db, source(text));
    expect(done).toBeNull();
    return planned.ok ? null : planned.problem;
  };
  /** The refused rows of a file that can be read; importing it without leaving them out does nothing. */
  const refusals = async (text: string) => {
    const { planned, done } = await importFile(db, source(text));
    expect(done).toEqual({ ok: false, problem: { code: 'refused-rows' } });
    return planned.ok ? planned.value.refusals : null;
  };

  it('that is not JSON', async () => expect(await problem('hello')).toEqual({ code: 'not-json', at: 0, row: null }));
  it('that is empty', async () => expect(await problem('')).toMatchObject({ code: 'not-json' }));
  it('that is cut off, with the row where it breaks', async () =>
    expect(await problem(file({ annotations: [good, good, good] }).slice(0, -30))).toEqual({
      code: 'broken-off',
      row: { list: 'annotations', number: 3, id: null },
    }));
  it('that goes on after its end', async () =>
    expect(await problem(`${file({})}{`)).toMatchObject({ code: 'not-json' }));
  it('that has a comma too many, with the row before it', async () =>
    expect(await problem(file({ annotations: [good] }).replace('}]}', '},,]}'))).toMatchObject({
      code: 'not-json',
      row: { list: 'annotations', number: 2 },
    }));
  it('that is not UTF-8', async () => {
    const bytes = new Uint8Array([0x7b, 0x22, 0xff, 0xfe]);
    const { planned } = await importFile(db, {
      ...source(''),
      stream: () => new Blob([bytes]).stream(),
    });
    expect(planned).toMatchObject({ ok: false, problem: { code: 'not-utf8' } });
  });
  it('of another program', async () => expect(await problem('{"highlights":[]}')).toEqual({ code: 'not-pressmark' }));
  it('of another program with lists like ours', async () =>
    expect(await problem('{"articles":[{"title":"x"}]}')).toEqual({ code: 'not-pressmark' }));
  it('of a newer version', async () =>
    expect(await problem(file({}, { version: 2 }))).toEqual({ code: 'newer-version', version: 2 }));
  it('with bad rows, each of which it names with its reason', async () =>
    expect(
      await refusals(
        file({
          annotations: [
            good,
            { ...annotation({ id: uuid(2051) }), colour: 'beige' },
            { ...annotation({ id: uuid(2052) }), extra: 1 },
            { ...annotation({ id: uuid(2053) }), createdAt: 'yesterday' },
            { ...annotation({ id: uuid(2054) }), note: undefined },
            { ...annotation(), id: 'row-six' },
            { ...annotation({ id: uuid(2055) }), note: 'x'.repeat(200_001) },
            17,
          ],
        }),
      ),
    ).toEqual([
      { row: { list: 'annotations', number: 2, id: uuid(2051) }, reason: field('colour', 'choice', 'beige') },
      { row: { list: 'annotations', number: 3, id: uuid(2052) }, reason: field('extra', 'unknown', null) },
      { row: { list: 'annotations', number: 4, id: uuid(2053) }, reason: field('createdAt', 'time', 'yesterday') },
      { row: { list: 'annotations', number: 5, id: uuid(2054) }, reason: field('note', 'missing', null) },
      { row: { list: 'annotations', number: 6, id: 'row-six' }, reason: field('id', 'id', 'row-six') },
      { row: { list: 'annotations', number: 7, id: uuid(2055) }, reason: field('note', 'long', `${'x'.repeat(60)}…`) },
      { row: { list: 'annotations', number: 8, id: null }, reason: { code: 'not-object' } },
    ]));
  const field = (name: string, problem: string, value: string | null) => ({
    code: 'field',
    field: name,
    problem,
    value,
  });
  it('with a __proto__ key, at any depth', async () => {
    const text = (json: string) => file({}).replace('"annotations":[]', `"annotations":[${json}]`);
    const row = { row: { list: 'annotations', number: 1, id: uuid(2050) }, reason: { code: 'forbidden-key' } };
    expect(await refusals(text(JSON.stringify(good).replace('{', '{"__proto__":{"x":1},')))).toEqual([row]);
    expect(await refusals(text(JSON.stringify(good).replace('"quote":{', '"quote":{"__proto__" : {},')))).toEqual([
      row,
    ]);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });
  it('with a row that is no JSON by itself', async () =>
    expect(await refusals(file({}).replace('"claims":[]', '"claims":[{"id":tru}]'))).toMatchObject([
      { row: { list: 'claims', number: 1 }, reason: { code: 'not-json' } },
    ]));
  it('with an id twice', async () =>
    expect(await refusals(file({ annotations: [good, good] }))).toEqual([
      { row: { list: 'annotations', number: 2, id: uuid(2050) }, reason: { code: 'duplicate' } },
    ]));
  it('with a quote on no article', async () =>
    expect(await refusals(file({ annotations: [annotation({ id: uuid(2060), articleId: uuid(9) })] }))).toEqual([
      { row: { list: 'annotations', number: 1, id: uuid(2060) }, reason: { code: 'no-article' } },
    ]));
  it('with an address that runs', async () =>
    expect(await refusals(file({ articles: [article({ id: uuid(7), url: 'javascript:alert(1)' })] }))).toMatchObject([
      { reason: { field: 'url', problem: 'address', value: 'javascript:alert(1)' } },
    ]));
  it('whose staged rows were taken away before the end', async () => {
    const job = new ImportJob(db, { importId: 'half', now: NOW });
    expect(await job.prepare(source(file({ annotations: [good] })))).toMatchObject({ ok: true });
    await db.staging.clear();
    expect(await job.commit(false)).toMatchObject({ ok: false, problem: { code: 'storage' } });
  });
  it('that was cancelled before it was read', async () => {
    const { planned } = await importFile(db, source(file({ annotations: [good] })), { signal: AbortSignal.abort() });
    expect(planned).toEqual({ ok: false, problem: { code: 'cancelled' } });
  });
  it('that was cancelled while it was written', async () => {
    const stop = new AbortController();
    const job = new ImportJob(db, {
      importId: 'test',
      now: NOW,
      signal: stop.signal,
      onProgress: ({ phase, done }) => {
        if (phase === 'writing' && done >= 1_000) stop.abort();
      },
    });
    const many = Array.from({ length: 2_500 }, (_, i) => annotation({ id: uuid(50_000 + i) }));
    expect(await job.prepare(source(file({ annotations: many })))).toMatchObject({ ok: true, value: { added: 2_500 } });
    expect(await job.commit(false)).toEqual({ ok: false, problem: { code: 'cancelled' } });
    await job.clear();
  });
});

describe('a file with refused rows', () => {
  it('comes in without them where the reader says so, all of the rest at once', async () => {
    const db = store();
    const text = file({
      articles: [article(), { ...article({ id: uuid(1002) }), wordCount: -1 }],
      annotations: [annotation(), annotation({ id: uuid(2002), articleId: uuid(1002) })],
    });
    const { planned, done } = await importFile(db, source(text), { leaveOut: true });
    expect(planned).toEqual(done);
    expect(done).toMatchObject({ ok: true, value: { added: 2, refused: 2 } });
    expect(done?.ok && done.value.refusals.map(({ row, reason }) => [row.list, row.number, reason.code])).toEqual([
      ['articles', 2, 'field'],
      ['annotations', 2, 'no-article'],
    ]);
    expect(await db.annotations.count()).toBe(1);
  });
});

describe('odd rows that are none the worse for it', () => {
  it('are kept: dates before 1970, addresses that lead in a circle, markup and formulas in every text', async () => {
    const odd = '=1+1</script><img src=x onerror=alert(1)> "; DROP';
    const [one, other] = ['https://a.example/one', 'https://a.example/other'];
    const oddVerdict = {
      verdict: {
        ...{ scaleId: odd, label: odd, value: null, best: null, worst: null, explanation: odd },
        setAt: BEFORE_1970,
      },
      changedAt: BEFORE_1970,
    };
    const oddWords = {
      // Who said it leads to the claim, and the claim to them.
      claimant: { name: odd, kind: 'Person', role: odd, sameAs: one },
      claimDate: '1066-10-14',
      verdict: oddVerdict.verdict,
      evidence: [
        {
          ...{ url: one, archiveUrl: null, title: odd, stance: 'refutes', quote: odd, annotationId: uuid(2001) },
          addedAt: BEFORE_1970,
        },
      ],
    } satisfies Partial<Claim>;
    const text = file({
      articles: [
        article({
          title: odd,
          authors: [odd],
          siteName: odd,
          publisher: odd,
          section: odd,
          publishedAt: '1887-01-02',
          firstSeenAt: BEFORE_1970,
          createdAt: BEFORE_1970,
          updatedAt: '1969-12-31T23:59:59Z',
        }),
      ],
      claims: [
        claim({ sameAs: [one] }),
        claim({ id: uuid(3002), text: odd, sameAs: [other, one, one], ...oddWords, history: [oddVerdict] }),
      ],
      snapshots: [
        {
          ...{ id: uuid(4001), articleId: uuid(1001), textHash: 'a'.repeat(64), text: odd, corrections: [odd] },
          ...{ takenAt: BEFORE_1970, createdAt: BEFORE_1970, updatedAt: BEFORE_1970 },
        },
      ],
      annotations: [
        annotation({
          quote: { exact: odd, prefix: odd, suffix: odd },
          note: odd,
          tags: [odd],
          speaker: odd,
          claimId: uuid(3002),
          sighting: { status: 'edited', foundText: odd, seenAt: BEFORE_1970 },
          revisions: [
            { quote: { exact: odd, prefix: '', suffix: '' }, position: { start: 0, end: 1 }, replacedAt: NOW },
          ],
        }),
      ],
    });
    const db = store();
    expect(await read(db, text)).toEqual(counts(5, 0, 0));
    const again = store();
    await read(again, await fileOf(db));
    expect(await rowsOf(again)).toEqual(await rowsOf(db));
  });
});
