import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnnotationWords } from '../../lib/model/annotation';
import type { BulkAction, BulkTarget } from '../../lib/model/bulk';
import { wordsOfQuote } from '../../lib/model/quote-merge';
import { COLOURS } from '../../lib/model/vocabulary';
import { deleteAnnotation, getAnnotation } from '../../lib/store/annotations';
import { runBulk } from '../../lib/store/bulk';
import { UNDO_WINDOW_MS } from '../../lib/store/clock';
import { PressmarkDatabase } from '../../lib/store/database';
import { recentOperations, undoOperation } from '../../lib/store/operations';
import { editQuote } from '../../lib/store/quote-edits';
import { deleteArticle, purge } from '../../lib/store/removal';
import { retag, tagsInUse } from '../../lib/store/tags';
import { annotation, article, claim, testClock, uuid } from './rows';

let db: PressmarkDatabase;
let clock: ReturnType<typeof testClock>;
let n = 0;
beforeEach(() => {
  n += 1;
  db = new PressmarkDatabase(`bulk-${n}`);
  clock = testClock();
});
afterEach(() => db.delete());

const OPERATION = uuid(9001);
const quotes = (...ids: number[]): BulkTarget => ({ of: 'annotations', ids: ids.map(uuid) });
const run = (target: BulkTarget, action: BulkAction, id = OPERATION) => runBulk(db, id, target, action, clock);
const undo = (id = OPERATION) => undoOperation(db, id, clock);

/** All rows without `updatedAt`, which moves on with an undo as with any other change. */
async function everything(): Promise<unknown> {
  const bare = (rows: object[]) => rows.map((row) => ({ ...row, updatedAt: '' }));
  return [await db.articles.toArray(), await db.annotations.toArray(), await db.claims.toArray()].map(bare);
}

async function fill(): Promise<void> {
  await db.articles.bulkAdd([article(), article({ id: uuid(1002), canonicalUrl: 'https://gazette.example/port' })]);
  await db.claims.bulkAdd([
    claim({ id: uuid(3001), evidence: [] }),
    claim({ id: uuid(3002), createdAt: '2026-05-02T08:00:00.000Z', priority: 'yes, not urgent', progress: 'checked' }),
    claim({ id: uuid(3003) }),
  ]);
  await db.annotations.bulkAdd([
    annotation({ id: uuid(2001), tags: ['harbour'], claimId: uuid(3001) }),
    annotation({ id: uuid(2002), tags: ['Harbour', 'costs'], claimId: uuid(3002) }),
    annotation({ id: uuid(2003), articleId: uuid(1002), colour: 'green', claimId: uuid(3003) }),
    annotation({ id: uuid(2004), articleId: uuid(1002), tags: ['costs'], deletedAt: '2026-05-03T07:59:00.000Z' }),
    annotation({ id: uuid(2005), articleId: uuid(1002) }),
  ]);
}
const row = async (id: number) => {
  const found = await db.annotations.get(uuid(id));
  if (!found || !('tags' in found)) throw new Error('no words');
  return found;
};

/** What a person writes on a quote, begun from how it stands. */
async function rewrite(n: number, words: AnnotationWords): Promise<void> {
  const row = await getAnnotation(db, uuid(n));
  if (!row) throw new Error('no quote');
  const base = wordsOfQuote(row, null);
  await editQuote(db, row.id, { mine: { words, claim: null }, base, draft: null }, clock);
}

describe('one thing done to many quotes', () => {
  beforeEach(fill);

  it('adds tags without doubles and moves the time of what it changed', async () => {
    const before = await row(2001);
    const done = await run(quotes(2001, 2002, 2003, 2004), { kind: 'tag', tags: ['costs', ' budget '] });
    expect(done?.rows).toEqual({ articles: 0, annotations: 3, claims: 0 });
    expect((await row(2002)).tags).toEqual(['Harbour', 'costs', 'budget']);
    expect((await row(2001)).updatedAt > before.updatedAt).toBe(true);
    expect((await row(2004)).tags).toEqual(['costs']);
  });

  it('takes tags off, and leaves alone what never had them', async () => {
    const done = await run(quotes(2001, 2002, 2003), { kind: 'untag', tags: ['costs'] });
    expect(done?.rows.annotations).toBe(1);
    expect((await row(2002)).tags).toEqual(['Harbour']);
  });

  it('means the quotes of articles and claims by them', async () => {
    await run({ of: 'articles', ids: [uuid(1002)] }, { kind: 'recolour', colour: 'pink' });
    expect([(await row(2001)).colour, (await row(2003)).colour, (await row(2005)).colour]).toEqual([
      'yellow',
      'pink',
      'pink',
    ]);
    await run({ of: 'claims', ids: [uuid(3001)] }, { kind: 'tag', tags: ['mine'] }, uuid(9002));
    expect((await row(2001)).tags).toEqual(['harbour', 'mine']);
  });

  it('deletes quotes, and the articles with theirs', async () => {
    await run({ of: 'articles', ids: [uuid(1002)] }, { kind: 'delete' });
    const gone = await db.articles.get(uuid(1002));
    expect(gone?.deletedAt).not.toBeNull();
    expect((await row(2005)).deletedAt).toBe(gone?.deletedAt);
    expect((await row(2001)).deletedAt).toBeNull();
  });

  it('points quotes to a claim; one that nobody worked on and nothing points to goes', async () => {
    const done = await run(quotes(2001, 2003, 2005), { kind: 'link', claimId: uuid(3002) });
    expect(done?.rows).toEqual({ articles: 0, annotations: 3, claims: 2 });
    expect((await db.claims.get(uuid(3001)))?.deletedAt).not.toBeNull();
    expect((await db.claims.get(uuid(3002)))?.deletedAt).toBeNull();
  });

  it('refuses a claim that is not there', async () => {
    expect(await run(quotes(2001), { kind: 'link', claimId: uuid(3999) })).toBeUndefined();
    expect(await db.operations.count()).toBe(0);
  });

  it('joins the claims of quotes into the oldest, with what was written on the others', async () => {
    await run(quotes(2001, 2002, 2005), { kind: 'join', keep: null });
    expect([(await row(2001)).claimId, (await row(2005)).claimId]).toEqual([uuid(3002), uuid(3002)]);
    expect((await db.claims.get(uuid(3001)))?.deletedAt).not.toBeNull();
  });

  it('makes a claim of quotes that have none, and takes it back', async () => {
    const before = await everything();
    await run(quotes(2005), { kind: 'join', keep: null });
    const made = (await row(2005)).claimId;
    expect(made === null ? null : await db.claims.get(made)).toMatchObject({ text: (await row(2005)).quote.exact });
    await undo();
    if (made) expect((await db.claims.get(made))?.deletedAt).not.toBeNull();
    if (made) await db.claims.delete(made);
    expect(await everything()).toEqual(before);
  });

  it('joins chosen claims into the one that is named', async () => {
    const target: BulkTarget = { of: 'claims', ids: [uuid(3001), uuid(3002)] };
    await run(target, { kind: 'join', keep: uuid(3001) });
    expect(await db.claims.get(uuid(3001))).toMatchObject({ priority: 'yes, not urgent' });
    expect((await row(2002)).claimId).toBe(uuid(3001));
    expect(await undo()).toMatchObject({ kept: 0 });
    expect((await row(2002)).claimId).toBe(uuid(3002));
    expect(await db.claims.get(uuid(3001))).toMatchObject({ priority: null });
  });

  it('is done once when asked twice', async () => {
    const first = await run(quotes(2001), { kind: 'tag', tags: ['one'] });
    expect(await run(quotes(2001), { kind: 'tag', tags: ['two'] })).toEqual(first);
    expect((await row(2001)).tags).toEqual(['harbour', 'one']);
  });

  it('changes nothing at all when it breaks off', async () => {
    const before = await everything();
    db.changes.hook('creating', () => {
      throw new Error('power cut');
    });
    await expect(run(quotes(2001, 2002), { kind: 'delete' })).rejects.toThrow();
    expect(await everything()).toEqual(before);
    expect(await db.operations.count()).toBe(0);
  });
});

describe('undo', () => {
  beforeEach(fill);

  it('outlives the store being closed', async () => {
    const before = await everything();
    await run(quotes(2001, 2002), { kind: 'delete' });
    db.close();
    db = new PressmarkDatabase(db.name);
    expect((await recentOperations(db)).map(({ kind }) => kind)).toEqual(['delete']);
    expect(await undo()).toEqual({ undone: 2, kept: 0 });
    expect(await everything()).toEqual(before);
    expect(await db.changes.count()).toBe(0);
  });

  it('answers the same when asked twice', async () => {
    await run(quotes(2001), { kind: 'tag', tags: ['one'] });
    expect(await undo()).toEqual(await undo());
    expect(await recentOperations(db)).toEqual([]);
  });

  it('leaves what was decided otherwise since, and says how much', async () => {
    await run(quotes(2001, 2002, 2003), { kind: 'recolour', colour: 'blue' });
    const { note, tags, speaker } = await row(2002);
    await rewrite(2002, { note, tags: [...tags], speaker, colour: 'orange' });
    expect(await undo()).toEqual({ undone: 2, kept: 1 });
    expect([(await row(2001)).colour, (await row(2002)).colour, (await row(2003)).colour]).toEqual([
      'yellow',
      'orange',
      'green',
    ]);
  });

  it('keeps a note and a tag that came since', async () => {
    await run(quotes(2001), { kind: 'tag', tags: ['costs'] });
    await rewrite(2001, {
      note: 'ask the port',
      tags: ['harbour', 'costs', 'later'],
      speaker: null,
      colour: 'yellow',
    });
    expect(await undo()).toEqual({ undone: 1, kept: 0 });
    expect(await row(2001)).toMatchObject({ note: 'ask the port', tags: ['harbour', 'later'] });
  });

  it('brings back the article that was deleted after its quotes', async () => {
    await run(quotes(2001), { kind: 'delete' });
    await deleteArticle(db, uuid(1001), clock);
    await undo();
    expect((await db.articles.get(uuid(1001)))?.deletedAt).toBeNull();
  });

  it('does not bring back what was deleted before', async () => {
    await deleteAnnotation(db, uuid(2001), clock);
    await run({ of: 'articles', ids: [uuid(1001)] }, { kind: 'delete' });
    await undo();
    expect((await row(2001)).deletedAt).not.toBeNull();
    expect((await row(2002)).deletedAt).toBeNull();
  });

  it('ends with its window, with the words', async () => {
    await run(quotes(2001), { kind: 'delete' });
    clock.advance(UNDO_WINDOW_MS + 60_000);
    await purge(db, clock);
    expect(await undo()).toBeUndefined();
    expect(await db.changes.count()).toBe(0);
    expect(Object.keys((await db.annotations.get(uuid(2001))) ?? {})).toHaveLength(4);
  });
});

describe('tags', () => {
  beforeEach(fill);

  it('are renamed across all quotes, merged and taken off', async () => {
    const before = await everything();
    await retag(db, uuid(9001), { from: ['harbour', 'Harbour'], to: ' Port ' }, clock);
    expect(await tagsInUse(db)).toEqual([
      { tag: 'Port', uses: 2 },
      { tag: 'costs', uses: 1 },
    ]);
    await retag(db, uuid(9002), { from: ['costs'], to: 'Port' }, clock);
    expect((await row(2002)).tags).toEqual(['Port']);
    await retag(db, uuid(9003), { from: ['Port'], to: null }, clock);
    expect(await tagsInUse(db)).toEqual([]);
    for (const id of [9003, 9002, 9001]) expect(await undo(uuid(id))).toMatchObject({ kept: 0 });
    expect(await everything()).toEqual(before);
  });
});

describe('as many rows as there may be', () => {
  it('are changed and restored in portions', async () => {
    const ids = Array.from({ length: 1_777 }, (_, i) => uuid(10_000 + i));
    await db.articles.add(article());
    await db.annotations.bulkAdd(ids.map((id) => annotation({ id })));
    const done = await run({ of: 'articles', ids: [uuid(1001)] }, { kind: 'tag', tags: ['all'] });
    expect(done?.rows.annotations).toBe(1_777);
    expect(await tagsInUse(db)).toEqual([{ tag: 'all', uses: 1_777 }]);
    expect(await undo()).toEqual({ undone: 1_777, kept: 0 });
    expect(await tagsInUse(db)).toEqual([]);
  });
});

describe('any operation and its undo', () => {
  const tag = fc.constantFrom('harbour', 'Harbour', 'costs', 'économie', '港', 'new');
  const some = (base: number, count: number) =>
    fc.uniqueArray(fc.integer({ min: base, max: base + count }).map(uuid), { minLength: 1, maxLength: count });
  const target: fc.Arbitrary<BulkTarget> = fc.oneof(
    some(2001, 5).map((ids) => ({ of: 'annotations' as const, ids })),
    some(1001, 2).map((ids) => ({ of: 'articles' as const, ids })),
    some(3001, 3).map((ids) => ({ of: 'claims' as const, ids })),
  );
  const action: fc.Arbitrary<BulkAction> = fc.oneof(
    fc.record({ kind: fc.constant('tag' as const), tags: fc.array(tag, { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('untag' as const), tags: fc.array(tag, { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('recolour' as const), colour: fc.constantFrom(...COLOURS) }),
    fc.record({ kind: fc.constant('link' as const), claimId: fc.constantFrom(null, uuid(3001), uuid(3002)) }),
    fc.record({ kind: fc.constant('join' as const), keep: fc.constantFrom(uuid(3001), uuid(3003)) }),
    fc.constant({ kind: 'delete' as const }),
  );
  it('leave everything as it was, several of them in reverse too', async () => {
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(target, action), { minLength: 1, maxLength: 4 }), async (steps) => {
        turn += 1;
        await db.delete();
        db = new PressmarkDatabase(`bulk-property-${turn}`);
        await fill();
        const before = await everything();
        for (const [at, [rows, what]] of steps.entries()) await run(rows, what, uuid(9100 + at));
        for (let at = steps.length - 1; at >= 0; at--) {
          const report = await undo(uuid(9100 + at));
          expect(report?.kept ?? 0).toBe(0);
        }
        expect(await everything()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});
