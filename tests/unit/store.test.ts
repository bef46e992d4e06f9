import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptOf } from '../../lib/anchor/kept';
import type { QuoteWords } from '../../lib/model/draft';
import { newId } from '../../lib/model/new-id';
import { wordsOfQuote } from '../../lib/model/quote-merge';
import { isTombstone } from '../../lib/model/tombstone';
import {
  createAnnotation,
  deleteAnnotation,
  getAnnotation,
  keepOldText,
  restoreAnnotation,
  takeNewText,
} from '../../lib/store/annotations';
import { prepareVisit, recordSeen } from '../../lib/store/articles';
import { allClaims } from '../../lib/store/claim-views';
import { getClaim, makeClaim, putClaim } from '../../lib/store/claims';
import { UNDO_WINDOW_MS } from '../../lib/store/clock';
import { PressmarkDatabase } from '../../lib/store/database';
import { clearDraft, getDraft, putDraft } from '../../lib/store/drafts';
import { unpackText } from '../../lib/store/pack';
import { editQuote, tagAsClaim } from '../../lib/store/quote-edits';
import { annotationsOf, findArticle } from '../../lib/store/read';
import { deleteArticle, isPurgeDue, purge, restoreArticle } from '../../lib/store/removal';
import { recordSightings } from '../../lib/store/sightings';
import { tagsInUse } from '../../lib/store/tags';
import { claimWords, quick, selectors, testClock, visit, words } from './rows';

let db: PressmarkDatabase;
let clock: ReturnType<typeof testClock>;
let n = 0;
beforeEach(() => {
  n += 1;
  db = new PressmarkDatabase(`store-${n}`);
  clock = testClock();
});
afterEach(() => db.delete());

/** Saves the same words, each time on purpose unless an id says that it is the same save. */
const save = async (claim: typeof quick | null = null, over = {}, id = newId()) => {
  const saved = await askToSave(claim, over, id);
  if (!saved) throw new Error('not saved');
  return saved;
};
const askToSave = async (claim: typeof quick | null, over: object, id: string) =>
  createAnnotation(
    db,
    await prepareVisit(visit(over)),
    { id, selectors, words: { ...words, tags: [...words.tags] }, claim },
    clock,
  );
/** Saves an edit of a quote, begun from how it stands. */
const edit = async (annotationId: string, mine: Partial<QuoteWords>) => {
  const row = await getAnnotation(db, annotationId);
  if (!row) throw new Error('no quote');
  const base = wordsOfQuote(row, (row.claimId && (await getClaim(db, row.claimId))) || null);
  return editQuote(db, annotationId, { mine: { ...base, ...mine }, base, draft: null }, clock);
};

describe('saving a quote', () => {
  it('writes article, snapshot, annotation and claim together', async () => {
    const saved = await save(quick);
    expect(saved.tags).toEqual(['harbour', 'costs']);
    expect(await db.articles.count()).toBe(1);
    expect(await db.snapshots.count()).toBe(1);
    const claim = saved.claimId ? await getClaim(db, saved.claimId) : undefined;
    expect(claim).toMatchObject({
      text: selectors.quote.exact,
      claimant: { name: 'Mayor Ilse Brandt', kind: 'Person' },
    });
  });

  it('finds the article again under another of its addresses and keeps one row', async () => {
    await save();
    await save(null, { url: 'https://m.courier.example/harbour' });
    const article = await findArticle(db, ['https://m.courier.example/harbour']);
    expect(article?.urls).toHaveLength(2);
    expect(await db.articles.count()).toBe(1);
    expect(await db.snapshots.count()).toBe(1);
  });

  it('keeps another snapshot when the text has changed', async () => {
    await save();
    await save(null, { text: 'The council met on Wednesday.' });
    expect(await db.snapshots.count()).toBe(2);
  });

  it('keeps the text of a later visit once, and no visit to what nothing is saved on', async () => {
    const seen = async (over: Parameters<typeof visit>[0]) => recordSeen(db, await prepareVisit(visit(over)), clock);
    expect(await seen({})).toBe(false);
    expect(await db.articles.count()).toBe(0);
    const { updatedAt, articleId } = await save();
    const changed = { text: 'The council met on Wednesday.', corrections: ['Correction: it met on Wednesday.'] };
    expect([await seen({}), await seen(changed), await seen(changed)]).toEqual([true, true, true]);
    const snapshots = await db.snapshots.orderBy('takenAt').toArray();
    expect(snapshots.map((row) => ('corrections' in row ? row.corrections : null))).toEqual([[], changed.corrections]);
    const article = await db.articles.get(articleId);
    expect(article).toMatchObject({
      updatedAt: expect.stringMatching(/./),
      textHash: (await prepareVisit(visit(changed))).textHash,
    });
    expect((article?.updatedAt ?? '') <= updatedAt).toBe(true);
  });

  it('keeps no more than fifty texts of a page that changes at every visit: the first ones and the last', async () => {
    await save();
    for (let at = 0; at < 60; at++) await recordSeen(db, await prepareVisit(visit({ text: `Text ${at}` })), clock);
    const snapshots = await db.snapshots.orderBy('takenAt').toArray();
    const last = snapshots.at(-1);
    expect(snapshots).toHaveLength(50);
    expect(last && 'packedText' in last ? await unpackText(last.packedText) : null).toBe('Text 59');
  });

  it('does not lose what the page has stopped saying', async () => {
    await save();
    await save(null, { facts: { ...visit().facts, authors: [], title: '' } });
    const [row] = await db.articles.toArray();
    expect(row).toMatchObject({ authors: ['Ada Quill'], title: 'Harbour dredging to start in spring' });
  });

  it('loses nothing when two tabs write at once', async () => {
    const visited = await prepareVisit(visit());
    const at = (start: number) => ({ ...selectors, position: { start, end: start + 34 } });
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        createAnnotation(
          db,
          visited,
          { id: newId(), selectors: at(i), words: { ...words, tags: [] }, claim: null },
          clock,
        ),
      ),
    );
    expect(await db.annotations.count()).toBe(20);
    expect(await db.articles.count()).toBe(1);
  });

  it('makes one row of a save that is asked for twice, told by its id alone', async () => {
    const id = newId();
    const [one, two] = await Promise.all([save(quick, {}, id), save(quick, {}, id)]);
    expect([one.id, two.id]).toEqual([id, id]);
    expect(two).toEqual(one);
    expect(await db.annotations.count()).toBe(1);
    expect(await db.claims.count()).toBe(1);
    expect(await save(null, {}, id)).toMatchObject({ claimId: one.claimId });
  });

  it.each([
    ['at once', 0],
    ['after the clock was set back', -5 * 3_600_000],
    ['after the clock was set forward', 5 * 3_600_000],
  ])('keeps a claim of words that were highlighted before, %s', async (_when, ms) => {
    const first = await save();
    clock.advance(ms);
    const second = await save(quick);
    expect(second.id).not.toBe(first.id);
    expect(second.claimId && (await getClaim(db, second.claimId))).toMatchObject({
      claimant: { name: 'Mayor Ilse Brandt' },
    });
    expect(await db.annotations.count()).toBe(2);
  });

  it("refuses a save with the id of another article's row, and of one that is gone", async () => {
    const { id } = await save();
    const other = { url: 'https://courier.example/other', canonicalUrl: 'https://courier.example/other' };
    expect(await askToSave(null, other, id)).toBeUndefined();
    expect(await db.articles.count()).toBe(1);
    await deleteAnnotation(db, id, clock);
    clock.advance(UNDO_WINDOW_MS);
    await purge(db, clock);
    expect(await askToSave(null, {}, id)).toBeUndefined();
    expect(await db.annotations.count()).toBe(1);
  });

  it('writes nothing when one part fails', async () => {
    const broken = {
      ...clock,
      newId: () => {
        throw new Error('no more ids');
      },
    };
    await expect(
      createAnnotation(
        db,
        await prepareVisit(visit()),
        { id: newId(), selectors, words: { ...words, tags: [] }, claim: null },
        broken,
      ),
    ).rejects.toThrow();
    expect(await db.articles.count()).toBe(0);
  });
});

describe('changing and deleting', () => {
  it('replaces the words and moves updatedAt', async () => {
    const saved = await save();
    await edit(saved.id, { words: { ...words, tags: ['x', ' X '], note: 'new' } });
    const changed = await getAnnotation(db, saved.id);
    expect(changed).toMatchObject({ note: 'new', tags: ['x'] });
    expect(changed && changed.updatedAt > saved.updatedAt).toBe(true);
  });

  it('deletes, and takes it back', async () => {
    const saved = await save();
    await deleteAnnotation(db, saved.id, clock);
    expect(await annotationsOf(db, saved.articleId)).toHaveLength(0);
    expect(await annotationsOf(db, saved.articleId, true)).toHaveLength(1);
    await restoreAnnotation(db, saved.id, clock);
    expect(await annotationsOf(db, saved.articleId)).toHaveLength(1);
  });

  it('leaves nothing but id and times once the undo window has passed', async () => {
    const saved = await save(quick);
    await deleteAnnotation(db, saved.id, clock);
    await putDraft(db, {
      page: saved.id,
      composer: 'edit',
      annotationId: saved.id,
      selectors: null,
      words: { ...words, tags: [], note: 'never finished', tagInput: '' },
      claim: null,
      updatedAt: clock.now(),
    });
    await purge(db, clock);
    expect(await getAnnotation(db, saved.id)).toBeDefined();
    expect(await db.drafts.count()).toBe(1);
    expect(await isPurgeDue(db, clock)).toBe(false);
    clock.advance(UNDO_WINDOW_MS);
    expect(await isPurgeDue(db, clock)).toBe(true);
    await purge(db, clock);
    // What is left of a deleted row is not looked at again.
    expect(await isPurgeDue(db, clock)).toBe(false);
    expect(await db.drafts.count()).toBe(0);
    const row = await db.annotations.get(saved.id);
    expect(row && Object.keys(row).sort()).toEqual(['createdAt', 'deletedAt', 'id', 'updatedAt']);
    const article = await db.articles.get(saved.articleId);
    expect(article && isTombstone(article)).toBe(true);
    expect(
      (await db.snapshots.toArray()).every((snapshot) => 'deletedAt' in snapshot && !('packedText' in snapshot)),
    ).toBe(true);
  });

  it('brings back with an article only the quotes that went with it', async () => {
    const early = await save();
    const late = await save();
    await deleteAnnotation(db, early.id, clock);
    await deleteArticle(db, early.articleId, clock);
    expect(await findArticle(db, [visit().url])).toBeUndefined();
    await restoreArticle(db, early.articleId, clock);
    expect((await annotationsOf(db, early.articleId)).map(({ id }) => id)).toEqual([late.id]);
  });

  it('keeps the replaced text when the new one is taken', async () => {
    const saved = await save();
    const quote = { ...selectors.quote, exact: 'The dredging will cost 5 million' };
    await takeNewText(db, saved.id, { ...selectors, quote }, clock);
    const taken = await takeNewText(db, saved.id, { ...selectors, quote }, clock);
    expect(taken?.revisions).toHaveLength(1);
    expect(taken?.quote.exact).toBe('The dredging will cost 5 million');
    expect(taken?.revisions[0]?.quote.exact).toBe(selectors.quote.exact);
  });
});

describe('claims', () => {
  it('logs a changed verdict', async () => {
    const saved = await save({ ...quick, verdict: 'Mixed' } as never);
    await edit(saved.id, { claim: { ...quick, verdict: 'Refuted' } });
    const claim = saved.claimId ? await getClaim(db, saved.claimId) : undefined;
    expect(claim?.verdict).toMatchObject({ label: 'Refuted', value: 1, best: 5, worst: 1 });
    expect(claim?.history.map((entry) => entry.verdict?.label)).toEqual(['Mixed']);
  });

  it('deletes an untouched claim with its last quote tag, but keeps one that was worked on', async () => {
    const saved = await save(quick);
    await edit(saved.id, { claim: null });
    expect(await allClaims(db)).toHaveLength(0);
    const again = await tagAsClaim(db, saved.id, quick, clock);
    if (!again) throw new Error('no claim');
    // What it has already is not written over.
    expect(await tagAsClaim(db, saved.id, { ...quick, claimant: '' }, clock)).toEqual(again);
    await putClaim(db, again.id, { ...claimWords(), text: again.text, progress: 'in progress' }, clock);
    await edit(saved.id, { claim: null });
    expect((await allClaims(db)).map(({ id }) => id)).toContain(again.id);
  });

  it('stands without a quote', async () => {
    const id = newId();
    const made = await makeClaim(db, id, { ...claimWords(), text: 'A photograph shows the pier under water' }, clock);
    expect(made?.claim.text).toContain('photograph');
    // Asked for again because no answer came, it is the same claim, as it stands now.
    await putClaim(db, id, { ...claimWords(), text: 'A photograph shows the pier dry' }, clock);
    const again = await makeClaim(db, id, { ...claimWords(), text: 'A photograph shows the pier under water' }, clock);
    expect(again?.claim.text).toBe('A photograph shows the pier dry');
    expect(await db.claims.count()).toBe(1);
  });

  it('keeps what another window saved meanwhile, and saves nothing where both changed one field', async () => {
    const made = await makeClaim(db, newId(), { ...claimWords(), text: 'The pier is under water' }, clock);
    if (!made) throw new Error('no claim');
    const { id } = made.claim;
    const base = { ...claimWords(), text: 'The pier is under water' };
    await putClaim(db, id, { ...base, priority: 'yes, very urgent' }, clock, base);
    const second = await putClaim(db, id, { ...base, progress: 'checked' }, clock, base);
    expect(second).toMatchObject({ conflicts: [], claim: { priority: 'yes, very urgent', progress: 'checked' } });
    const third = await putClaim(db, id, { ...base, progress: 'dropped', text: 'The pier is dry' }, clock, base);
    expect(third?.conflicts).toEqual(['progress']);
    expect(await getClaim(db, id)).toMatchObject({ progress: 'checked', text: 'The pier is under water' });
  });
});

describe('sightings, drafts, tags', () => {
  it('notes a sighting without calling it a change', async () => {
    const saved = await save();
    await recordSightings(db, [{ id: saved.id, status: 'missing', foundText: null }], clock);
    const row = await getAnnotation(db, saved.id);
    expect(row?.sighting?.status).toBe('missing');
    expect(row?.updatedAt).toBe(saved.updatedAt);
  });

  it('remembers since when the page says something else, and forgets it when the page says yet another thing', async () => {
    const saved = await save();
    const seen = async (foundText: string) => {
      await recordSightings(db, [{ id: saved.id, status: 'edited', foundText }], clock);
      return (await getAnnotation(db, saved.id))?.sighting;
    };
    const first = await seen('The pier was rarely inspected.');
    expect(first).not.toHaveProperty('since');
    const second = await seen('The pier was rarely inspected.');
    expect(second?.since).toBe(first?.seenAt);
    expect((await seen('The pier was rarely inspected.'))?.since).toBe(first?.seenAt);
    expect(await seen('The pier was always inspected.')).not.toHaveProperty('since');
  });

  it('remembers that the reader keeps the old words, as a change of theirs, until they decide again', async () => {
    const saved = await save();
    const foundText = 'The pier was “rarely” inspected.';
    await recordSightings(db, [{ id: saved.id, status: 'edited', foundText }], clock);
    const seenAt = (await getAnnotation(db, saved.id))?.sighting?.seenAt;
    const kept = await keepOldText(db, saved.id, foundText, clock);
    expect(kept).toMatchObject({ quote: saved.quote, revisions: [], kept: { foundText, since: seenAt } });
    expect((kept?.updatedAt ?? '') > saved.updatedAt).toBe(true);
    expect(kept?.kept?.keptAt).toBe(kept?.updatedAt);
    if (!kept) throw new Error('not kept');
    expect(keptOf(kept, 'The pier was "rarely"  inspected.')).toEqual(kept.kept);
    expect(keptOf(kept, 'The pier was always inspected.')).toBeNull();
    // Later visits leave the decision alone.
    await recordSightings(db, [{ id: saved.id, status: 'edited', foundText }], clock);
    expect((await getAnnotation(db, saved.id))?.kept).toEqual(kept.kept);
    expect(await keepOldText(db, saved.id, null, clock)).not.toHaveProperty('kept');
  });

  it('needs no such decision any more once the new words were taken', async () => {
    const saved = await save();
    await keepOldText(db, saved.id, 'The pier was rarely inspected.', clock);
    expect(await takeNewText(db, saved.id, selectors, clock)).not.toHaveProperty('kept');
  });

  it('learns nothing from a page that was not there', async () => {
    const saved = await save();
    await recordSightings(db, [{ id: saved.id, status: 'unseen', foundText: null }], clock);
    expect((await getAnnotation(db, saved.id))?.sighting?.status).toBe('unchanged');
  });

  it('keeps one draft per page and composer', async () => {
    const draft = {
      page: 'https://courier.example/harbour',
      composer: 'popup',
      annotationId: null,
      selectors,
      words: { ...words, tags: [], tagInput: 'har' },
      claim: null,
      updatedAt: clock.now(),
    } as const;
    await putDraft(db, { ...draft, words: { ...draft.words, tags: [] } });
    await putDraft(db, { ...draft, words: { ...draft.words, note: 'longer', tags: [] } });
    expect((await getDraft(db, draft.page, 'popup'))?.words.note).toBe('longer');
    await clearDraft(db, draft.page, 'popup');
    expect(await getDraft(db, draft.page, 'popup')).toBeUndefined();
  });

  it('ends the draft of words that are saved, in the same moment, and no other', async () => {
    const draft = (start: number, annotationId: string | null = null) => ({
      page: 'https://courier.example/harbour',
      composer: annotationId ? ('panel' as const) : start === 28 ? ('popup' as const) : ('card' as const),
      annotationId,
      selectors: { ...selectors, position: { start, end: start + 34 } },
      words: { ...words, tags: ['harbour'], tagInput: 'costs' },
      claim: null,
      updatedAt: clock.now(),
    });
    await putDraft(db, draft(28));
    await putDraft(db, draft(999));
    // Other words that were typed about the same quote are not what is saved.
    await putDraft(db, { ...draft(28), composer: 'panel', words: { ...draft(28).words, note: 'in the panel' } });
    const saved = await save();
    expect((await db.drafts.toArray()).map(({ composer }) => composer)).toEqual(['card', 'panel']);
    await clearDraft(db, visit().url, 'panel');
    const own = draft(28, saved.id);
    await putDraft(db, own);
    const base = wordsOfQuote(saved, null);
    await editQuote(db, saved.id, { mine: base, base, draft: { ...own, updatedAt: clock.now() } }, clock);
    expect(await db.drafts.count()).toBe(2);
    await editQuote(db, saved.id, { mine: base, base, draft: own }, clock);
    expect((await db.drafts.toArray()).map(({ composer }) => composer)).toEqual(['card']);
  });

  it('counts each tag once per living quote', async () => {
    const saved = await save();
    await save();
    await deleteAnnotation(db, saved.id, clock);
    expect(await tagsInUse(db)).toEqual([
      { tag: 'costs', uses: 1 },
      { tag: 'harbour', uses: 1 },
    ]);
  });
});
