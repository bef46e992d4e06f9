import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '../../lib/model/new-id';
import { wordsOfQuote } from '../../lib/model/quote-merge';
import { createAnnotation, deleteAnnotation } from '../../lib/store/annotations';
import { prepareVisit } from '../../lib/store/articles';
import { runBulk } from '../../lib/store/bulk';
import { makeClaim } from '../../lib/store/claims';
import { PressmarkDatabase } from '../../lib/store/database';
import { putDraft } from '../../lib/store/drafts';
import { undoOperation } from '../../lib/store/operations';
import { editQuote } from '../../lib/store/quote-edits';
import { patchSettings } from '../../lib/store/settings';
import { importFile, source } from './exchange';
import { annotation, article, claimWords, quick, selectors, testClock, visit, words } from './rows';

interface Written {
  readonly stores: readonly string[];
  readonly durability: string;
}

describe('what is written', () => {
  let db: PressmarkDatabase;
  const clock = testClock();
  /** Each transaction that the store really began to write in since it was last asked. */
  let writes: () => Written[];
  beforeEach(async () => {
    db = new PressmarkDatabase(`durability-${newId()}`);
    const seen: Written[] = [];
    const begin = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      const begun = begin.apply(this, args);
      const stores = [...begun.objectStoreNames];
      if (begun.mode === 'readwrite') seen.push({ stores, durability: begun.durability });
      return begun;
    });
    writes = () => seen.splice(0);
    // The store takes the browser's own way to begin a transaction as it opens.
    await db.open();
    writes();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await db.delete();
  });
  const all = (durability: string) => {
    const written = writes();
    expect(written.length).toBeGreaterThan(0);
    expect(written.filter((one) => one.durability !== durability)).toEqual([]);
  };
  const save = async () => {
    const quote = { id: newId(), selectors, words: { ...words, tags: [] }, claim: { ...quick } };
    const saved = await createAnnotation(db, await prepareVisit(visit()), quote, clock);
    if (!saved) throw new Error('not saved');
    return saved;
  };

  it('of what a reader saves is on the disk before it is said to be saved', async () => {
    const saved = await save();
    all('strict');
    const base = wordsOfQuote(saved, null);
    await editQuote(db, saved.id, { mine: { ...base, claim: null }, base, draft: null }, clock);
    await deleteAnnotation(db, saved.id, clock);
    await makeClaim(db, newId(), claimWords(), clock);
    await patchSettings(db, { colour: 'green' });
    all('strict');
  });

  it('by a change of many rows and its undo is too', async () => {
    const saved = await save();
    writes();
    const id = newId();
    await runBulk(db, id, { of: 'annotations', ids: [saved.id] }, { kind: 'recolour', colour: 'blue' }, clock);
    await undoOperation(db, id, clock);
    all('strict');
  });

  it('by an import is once it is in the library, and is not waited for while it is put aside', async () => {
    const head = { format: 'pressmark', version: 1, exportedAt: '2026-05-04T00:00:00.000Z', generator: 'test' };
    const rows = { articles: [article()], snapshots: [], claims: [], annotations: [annotation()] };
    await importFile(db, source(JSON.stringify({ ...head, ...rows })));
    const written = writes();
    const kinds = (durability: string) => written.filter((one) => one.durability === durability);
    expect(kinds('strict')).toMatchObject([{ stores: expect.arrayContaining(['annotations', 'articles', 'staging']) }]);
    expect(kinds('relaxed').map(({ stores }) => stores)).toContainEqual(['staging']);
    expect(kinds('default')).toEqual([]);
  });

  it('of what is only typed, staged or copied is not', async () => {
    const draft = { page: 'https://courier.example/', composer: 'card' as const, annotationId: null, selectors: null };
    const typed = { ...draft, words: { ...words, tags: [], tagInput: '' }, claim: null, updatedAt: clock.now() };
    await putDraft(db, typed);
    await db.searchParts.put({ edition: '', number: 0, value: null });
    all('relaxed');
  });
});
