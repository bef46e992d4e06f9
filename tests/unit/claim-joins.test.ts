import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { joinClaims, splitClaim, unjoinClaims } from '../../lib/store/claim-joins';
import { getClaim } from '../../lib/store/claims';
import { PressmarkDatabase } from '../../lib/store/database';
import { annotation, claim, testClock, uuid } from './rows';

const KEEP = uuid(3001);
const GONE = uuid(3002);
const verdict = (label: string) => ({
  scaleId: 'neutral',
  label,
  value: null,
  best: null,
  worst: null,
  explanation: 'as the minutes say',
  setAt: '2026-05-01T08:00:00.000Z',
});
const evidence = (title: string) => ({
  url: null,
  archiveUrl: null,
  title,
  stance: 'supports' as const,
  quote: '',
  annotationId: null,
  addedAt: '2026-05-01T08:00:00.000Z',
});

let db: PressmarkDatabase;
let clock: ReturnType<typeof testClock>;
let n = 0;
beforeEach(async () => {
  n += 1;
  db = new PressmarkDatabase(`joins-${n}`);
  clock = testClock();
  await db.claims.bulkAdd([
    claim({ id: KEEP, verdict: verdict('Mixed'), evidence: [evidence('shared'), evidence('mine')], priority: null }),
    claim({
      id: GONE,
      verdict: verdict('Refuted'),
      evidence: [evidence('shared'), evidence('theirs')],
      priority: 'yes, not urgent',
      sameAs: ['https://example.org/claim'],
    }),
  ]);
  await db.annotations.bulkAdd([
    annotation({ id: uuid(2001), claimId: KEEP }),
    annotation({ id: uuid(2002), claimId: GONE, articleId: uuid(1002) }),
    annotation({ id: uuid(2003), claimId: GONE, deletedAt: '2026-05-03T09:00:00.000Z' }),
  ]);
});
afterEach(() => db.delete());

const claimOf = async (id: number) => {
  const row = await db.annotations.get(uuid(id));
  return row && 'claimId' in row ? row.claimId : undefined;
};

describe('joining two claims', () => {
  it('makes one with all appearances, evidence and verdicts, and loses nothing', async () => {
    const record = await joinClaims(db, KEEP, GONE, clock);
    const keep = await getClaim(db, KEEP);
    expect(await Promise.all([2001, 2002, 2003].map(claimOf))).toEqual([KEEP, KEEP, KEEP]);
    expect(keep?.evidence.map(({ title }) => title)).toEqual(['shared', 'mine', 'theirs']);
    expect(keep?.verdict?.label).toBe('Mixed');
    expect(keep?.history.map((entry) => entry.verdict?.label)).toEqual(['Refuted']);
    expect(keep?.priority).toBe('yes, not urgent');
    expect(keep?.sameAs).toEqual(['https://example.org/claim']);
    expect((await getClaim(db, GONE))?.deletedAt).not.toBeNull();
    expect(record?.annotationIds.sort()).toEqual([uuid(2002), uuid(2003)]);
  });

  it('can be taken back whole', async () => {
    const before = [await getClaim(db, KEEP), await getClaim(db, GONE)];
    const record = await joinClaims(db, KEEP, GONE, clock);
    expect(record && (await unjoinClaims(db, record, clock))).toBe(true);
    const after = [await getClaim(db, KEEP), await getClaim(db, GONE)];
    expect(after.map((row) => ({ ...row, updatedAt: '' }))).toEqual(before.map((row) => ({ ...row, updatedAt: '' })));
    expect(await Promise.all([2001, 2002, 2003].map(claimOf))).toEqual([KEEP, GONE, GONE]);
  });

  it('keeps what was written between a join and its undo', async () => {
    const record = await joinClaims(db, KEEP, GONE, clock);
    const keep = await getClaim(db, KEEP);
    if (!record || !keep) throw new Error('not joined');
    await db.claims.put({ ...keep, priority: 'yes, very urgent', evidence: [...keep.evidence, evidence('later')] });
    await db.annotations.put(annotation({ id: uuid(2002), claimId: null }));
    await unjoinClaims(db, record, clock);
    const after = await getClaim(db, KEEP);
    expect(after?.priority).toBe('yes, very urgent');
    expect(after?.evidence.map(({ title }) => title)).toEqual(['shared', 'mine', 'later']);
    expect(await claimOf(2002)).toBeNull();
  });

  it('takes a verdict over where the other has none', async () => {
    await db.claims.put(claim({ id: KEEP }));
    await joinClaims(db, KEEP, GONE, clock);
    const keep = await getClaim(db, KEEP);
    expect(keep?.verdict?.label).toBe('Refuted');
    expect(keep?.history).toEqual([]);
  });

  it('refuses a claim with itself, unknown ones and deleted ones', async () => {
    expect(await joinClaims(db, KEEP, KEEP, clock)).toBeUndefined();
    expect(await joinClaims(db, KEEP, uuid(1), clock)).toBeUndefined();
    await db.claims.update(GONE, { deletedAt: '2026-05-03T09:00:00.000Z' });
    expect(await joinClaims(db, KEEP, GONE, clock)).toBeUndefined();
    expect(await claimOf(2002)).toBe(GONE);
  });
});

describe('splitting a claim', () => {
  it('makes one appearance a claim of its own, without verdict or evidence', async () => {
    const part = await splitClaim(db, uuid(2002), uuid(3009), clock);
    expect(part?.id).toBe(uuid(3009));
    // Asked for again because no answer came, it is done once.
    expect(await splitClaim(db, uuid(2002), uuid(3009), clock)).toEqual(part);
    expect(part).toMatchObject({ text: annotation().quote.exact, verdict: null, evidence: [], history: [] });
    expect(await claimOf(2002)).toBe(part?.id);
    expect(await claimOf(2003)).toBe(GONE);
    expect((await getClaim(db, GONE))?.verdict?.label).toBe('Refuted');
  });

  it('refuses the only appearance and quotes without a claim', async () => {
    expect(await splitClaim(db, uuid(2001), uuid(3009), clock)).toBeUndefined();
    await db.annotations.put(annotation({ id: uuid(2002), claimId: null }));
    expect(await splitClaim(db, uuid(2002), uuid(3009), clock)).toBeUndefined();
  });
});
