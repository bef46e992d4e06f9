import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QuoteWords } from '../../lib/model/draft';
import { newId } from '../../lib/model/new-id';
import { mergeQuoteWords, sameQuick, withQuoteFields, wordsOfQuote } from '../../lib/model/quote-merge';
import { deleteAnnotation, getAnnotation } from '../../lib/store/annotations';
import { getClaim, putClaim } from '../../lib/store/claims';
import { PressmarkDatabase } from '../../lib/store/database';
import { putDraft } from '../../lib/store/drafts';
import { editQuote } from '../../lib/store/quote-edits';
import { annotation, article, claim, claimWords, quick, testClock, uuid } from './rows';

const base: QuoteWords = {
  words: { note: 'check it', tags: ['harbour'], colour: 'yellow', speaker: null },
  claim: { ...quick },
};
const withNote = (note: string): QuoteWords => ({ ...base, words: { ...base.words, note } });

const someClaim = fc.option(
  fc.record({
    claimant: fc.constantFrom('', 'Ada', 'Ilse'),
    claimantKind: fc.constantFrom('Person' as const, 'Organization' as const),
    type: fc.constantFrom(null, 'prediction' as const),
    scaleId: fc.constantFrom('neutral', 'own'),
    verdict: fc.constantFrom('', 'Mixed', 'Refuted'),
  }),
);
const someWords: fc.Arbitrary<QuoteWords> = fc.record({
  words: fc.record({
    note: fc.constantFrom('', 'a', 'b'),
    tags: fc.uniqueArray(fc.constantFrom('x', 'y', 'z')),
    colour: fc.constantFrom('yellow' as const, 'green' as const),
    speaker: fc.constantFrom(null, 'Ada'),
  }),
  claim: someClaim,
});
const says = ({ words, claim: of }: QuoteWords) => ({ ...words, tags: [...words.tags].sort(), isClaim: of !== null });

describe('two windows that changed one quote', () => {
  it('keep what each of them changed', () => {
    const mine = { ...withNote('mine'), claim: { ...quick, verdict: 'Mixed' } };
    const theirs: QuoteWords = {
      words: { ...base.words, tags: ['theirs'], colour: 'green' },
      claim: { ...quick, type: null },
    };
    const { quote, conflicts } = mergeQuoteWords(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(quote.words).toEqual({ note: 'mine', tags: ['theirs'], colour: 'green', speaker: null });
    expect(quote.claim).toMatchObject({ claimant: 'Mayor Ilse Brandt', type: null, verdict: 'Mixed' });
  });

  it('are told of what both changed, each in another way', () => {
    expect(mergeQuoteWords(base, withNote('mine'), withNote('theirs')).conflicts).toEqual(['note']);
    const untagged = { ...base, claim: null };
    const judged = { ...base, claim: { ...quick, verdict: 'Mixed' } };
    expect(mergeQuoteWords(base, untagged, judged).conflicts).toEqual(['claim']);
    expect(mergeQuoteWords(base, judged, untagged).conflicts).toEqual(['claim']);
    expect(mergeQuoteWords(base, untagged, base)).toMatchObject({ conflicts: [], quote: { claim: null } });
    expect(mergeQuoteWords(base, base, untagged)).toMatchObject({ conflicts: [], quote: { claim: null } });
    const plain = { ...base, claim: null };
    const other = { ...base, claim: { ...quick, claimant: 'Ada Quill' } };
    expect(mergeQuoteWords(plain, base, other).conflicts).toEqual(['claimant']);
  });

  it('lose no change, and nothing that is asked for again makes another', () =>
    fc.assert(
      fc.property(someWords, someWords, someWords, (from, mine, theirs) => {
        const { quote, conflicts } = mergeQuoteWords(from, mine, theirs);
        expect(mergeQuoteWords(from, mine, from)).toMatchObject({ conflicts: [] });
        expect(says(mergeQuoteWords(from, mine, from).quote)).toEqual(says(mine));
        expect(says(mergeQuoteWords(from, from, theirs).quote)).toEqual(says(theirs));
        if (conflicts.length > 0) return;
        for (const field of ['note', 'colour', 'speaker'] as const) {
          const changed = [mine, theirs].find(({ words }) => words[field] !== from.words[field]);
          expect(quote.words[field]).toEqual((changed ?? from).words[field]);
        }
        // The answer did not come and it is asked again: what stands is what was merged.
        const again = mergeQuoteWords(from, mine, quote);
        expect(again.conflicts).toEqual([]);
        expect(says(again.quote)).toEqual(says(quote));
        expect(sameQuick(again.quote.claim, quote.claim)).toBe(true);
      }),
    ));

  it('have no conflict left once a person has chosen, whichever side', () =>
    fc.assert(
      fc.property(someWords, someWords, someWords, (from, mine, theirs) => {
        const { conflicts } = mergeQuoteWords(from, mine, theirs);
        const known = withQuoteFields(from, theirs, conflicts);
        expect(mergeQuoteWords(known, mine, theirs).conflicts).toEqual([]);
        const taken = withQuoteFields(mine, theirs, conflicts);
        expect(mergeQuoteWords(known, taken, theirs).conflicts).toEqual([]);
      }),
    ));
});

describe('saving an edit', () => {
  let db: PressmarkDatabase;
  const clock = testClock();
  beforeEach(async () => {
    db = new PressmarkDatabase(`edits-${newId()}`);
    await db.articles.add(article());
    await db.claims.add(claim());
    await db.annotations.add(annotation({ claimId: uuid(3001), note: 'check it', tags: ['harbour'] }));
  });
  afterEach(() => db.delete());
  const now = async (): Promise<QuoteWords> => {
    const row = await getAnnotation(db, uuid(2001));
    if (!row) throw new Error('no quote');
    return wordsOfQuote(row, (row.claimId && (await getClaim(db, row.claimId))) || null);
  };
  const save = (mine: QuoteWords, from: QuoteWords) =>
    editQuote(db, uuid(2001), { mine, base: from, draft: null }, clock);
  const noted = (from: QuoteWords, note: string): QuoteWords => ({ ...from, words: { ...from.words, note } });

  it('saves nothing of it where both changed the note, and says what stands there', async () => {
    const from = await now();
    await save(noted(from, 'theirs'), from);
    const mine = { ...noted(from, 'mine'), claim: null };
    expect(await save(mine, from)).toMatchObject({ conflicts: ['note'], annotation: { note: 'theirs' } });
    expect(await now()).toMatchObject({ words: { note: 'theirs' }, claim: {} });
  });

  it('leaves on the claim what was worked on it elsewhere', async () => {
    const from = await now();
    await putClaim(db, uuid(3001), { ...claimWords(), type: null, priority: 'yes, very urgent' }, clock);
    await save({ ...from, claim: from.claim && { ...from.claim, claimant: 'Ada Quill' } }, from);
    expect(await getClaim(db, uuid(3001))).toMatchObject({
      type: null,
      priority: 'yes, very urgent',
      claimant: { name: 'Ada Quill' },
    });
  });

  it('does not touch a claim on which nothing was changed', async () => {
    const from = await now();
    const before = await getClaim(db, uuid(3001));
    await save(noted(from, 'mine'), from);
    expect(await getClaim(db, uuid(3001))).toEqual(before);
  });

  it('writes the note and the claim together or not at all', async () => {
    const from = await now();
    const broken = {
      ...clock,
      newId: () => {
        throw new Error('no more ids');
      },
    };
    await db.annotations.put(annotation({ note: 'check it', tags: ['harbour'] }));
    const plain = { ...from, claim: null };
    const mine = { ...noted(plain, 'mine'), claim: { ...quick } };
    await expect(editQuote(db, uuid(2001), { mine, base: plain, draft: null }, broken)).rejects.toThrow();
    expect(await now()).toMatchObject({ words: { note: 'check it' }, claim: null });
  });

  it('refuses a quote that was deleted meanwhile, and keeps the draft', async () => {
    const from = await now();
    const updatedAt = clock.now();
    const key = { page: uuid(2001), composer: 'edit' as const, updatedAt };
    const words = { ...from.words, note: 'mine', tagInput: '' };
    await putDraft(db, { ...key, annotationId: uuid(2001), selectors: null, words, claim: null });
    await deleteAnnotation(db, uuid(2001), clock);
    const edit = { mine: noted(from, 'mine'), base: from, draft: key };
    expect(await editQuote(db, uuid(2001), edit, clock)).toBe('deleted');
    expect(await db.drafts.count()).toBe(1);
    expect(await editQuote(db, uuid(9), edit, clock)).toBeUndefined();
  });
});
