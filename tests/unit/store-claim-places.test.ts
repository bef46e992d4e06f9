import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimReview, claimsWithArticles } from '../../lib/exchange/claim-review';
import { exportNative } from '../../lib/exchange/export-native';
import { articleView } from '../../lib/store/article-view';
import { prepareVisit } from '../../lib/store/articles';
import { joinClaims, unjoinClaims } from '../../lib/store/claim-joins';
import { claimsAt, placesOf } from '../../lib/store/claim-places';
import { getClaim, makeClaim, putClaim, setClaimDeleted } from '../../lib/store/claims';
import { UNDO_WINDOW_MS } from '../../lib/store/clock';
import { PressmarkDatabase } from '../../lib/store/database';
import { findArticle } from '../../lib/store/read';
import { deleteArticle, isPurgeDue, purge, restoreArticle } from '../../lib/store/removal';
import { importFile, source } from './exchange';
import { claimWords, testClock, visit } from './rows';

const HARBOUR = 'https://courier.example/harbour';
const BRIDGE = 'https://courier.example/bridge';

let db: PressmarkDatabase;
let clock: ReturnType<typeof testClock>;

beforeEach(() => {
  db = new PressmarkDatabase('claim-places');
  clock = testClock();
});
afterEach(() => db.delete());

/** A claim that is made in the panel of the article at an address. */
async function claimOn(address: string, text: string) {
  const page = await prepareVisit({ ...visit(), url: address, canonicalUrl: address, text: null });
  const saved = await makeClaim(db, clock.newId(), { ...claimWords(), text }, clock, page);
  if (!saved) throw new Error('not saved');
  return saved.claim;
}
const articleAt = async (address: string) => {
  const article = await findArticle(db, [address]);
  if (!article) throw new Error('no article');
  return article;
};

describe('a claim that is made on an article without a quote', () => {
  it('belongs to that article and to no other, which is saved with it', async () => {
    const claim = await claimOn(HARBOUR, 'The picture shows the old pier');
    await claimOn(BRIDGE, 'The bridge is the longest in the county');
    const article = await articleAt(HARBOUR);
    expect((await articleView(db, article.id))?.unquoted.map(({ id }) => id)).toEqual([claim.id]);
    expect((await claimsAt(db, [`${HARBOUR}/?utm_source=letter`])).map(({ id }) => id)).toEqual([claim.id]);
    expect(await placesOf(db, claim)).toEqual([{ address: HARBOUR, article }]);
  });

  it('keeps its place when its words are changed', async () => {
    const { id } = await claimOn(HARBOUR, 'The picture shows the old pier');
    await putClaim(db, id, { ...claimWords(), text: 'The picture shows the new pier' }, clock);
    expect((await getClaim(db, id))?.appearsAt).toEqual([HARBOUR]);
  });

  it('stands when the article is deleted, and is in it again when that is taken back', async () => {
    const claim = await claimOn(HARBOUR, 'The picture shows the old pier');
    const { id } = await articleAt(HARBOUR);
    await deleteArticle(db, id, clock);
    expect((await getClaim(db, claim.id))?.deletedAt).toBeNull();
    expect(await placesOf(db, claim)).toEqual([{ address: HARBOUR, article: null }]);
    await restoreArticle(db, id, clock);
    expect((await placesOf(db, claim))[0]?.article?.id).toBe(id);
  });

  it('goes with its places when it is joined, and takes them back', async () => {
    const keep = await claimOn(HARBOUR, 'The pier is old');
    const gone = await claimOn(BRIDGE, 'The pier is an old one');
    const record = await joinClaims(db, keep.id, gone.id, clock);
    expect((await getClaim(db, keep.id))?.appearsAt).toEqual([HARBOUR, BRIDGE]);
    expect(await claimsAt(db, [BRIDGE])).toMatchObject([{ id: keep.id }]);
    if (!record) throw new Error('not joined');
    await unjoinClaims(db, record, clock);
    expect((await getClaim(db, keep.id))?.appearsAt).toEqual([HARBOUR]);
    expect(await claimsAt(db, [BRIDGE])).toMatchObject([{ id: gone.id }]);
  });

  it('lets its article go once both were deleted and cannot be had back', async () => {
    const claim = await claimOn(HARBOUR, 'The picture shows the old pier');
    const { id } = await articleAt(HARBOUR);
    await setClaimDeleted(db, claim.id, true, clock);
    clock.advance(UNDO_WINDOW_MS + 5_000);
    await purge(db, clock);
    expect(Object.keys((await db.articles.get(id)) ?? {}).sort()).toEqual([
      'createdAt',
      'deletedAt',
      'id',
      'updatedAt',
    ]);
  });

  it('keeps nothing of an article that was deleted under it', async () => {
    await claimOn(HARBOUR, 'The picture shows the old pier');
    const { id } = await articleAt(HARBOUR);
    await deleteArticle(db, id, clock);
    expect(await isPurgeDue(db, clock)).toBe(false);
    clock.advance(UNDO_WINDOW_MS + 5_000);
    expect(await isPurgeDue(db, clock)).toBe(true);
    await purge(db, clock);
    expect(await db.articles.get(id)).not.toHaveProperty('title');
    expect(await isPurgeDue(db, clock)).toBe(false);
  });

  it('is in the file of its article, comes back from it, and names the article in its ClaimReview', async () => {
    const claim = await claimOn(HARBOUR, 'The picture shows the old pier');
    await claimOn(BRIDGE, 'The bridge is the longest in the county');
    const article = await articleAt(HARBOUR);
    const scope = { kind: 'articles', ids: [article.id] } as const;
    let text = '';
    for await (const chunk of exportNative(db, { scope, exportedAt: clock.now(), generator: 'test' }))
      text += chunk.text;
    expect(JSON.parse(text).claims).toEqual([await getClaim(db, claim.id)]);

    for await (const [first] of claimsWithArticles(db, scope)) {
      const verdict = {
        scaleId: 'neutral',
        label: 'Refuted',
        value: 1,
        best: 5,
        worst: 1,
        explanation: '',
        setAt: clock.now(),
      };
      const reviewed = { ...claim, verdict, reviewUrl: 'https://checks.example/pier' };
      const review = claimReview(reviewed, first?.articles ?? [], { name: 'Checks', url: 'https://checks.example/' });
      expect(review?.itemReviewed).toMatchObject({ appearance: [{ url: HARBOUR, headline: article.title }] });
    }

    const other = new PressmarkDatabase('claim-places-other');
    await importFile(other, source(text));
    expect(await claimsAt(other, [HARBOUR])).toMatchObject([{ id: claim.id }]);
    await other.delete();
  });
});
