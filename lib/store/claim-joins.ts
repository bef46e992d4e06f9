import type { Annotation } from '../model/annotation';
import { type Claim, MOST_PLACES } from '../model/claim';
import { FILLED, type Filled, type JoinRecord } from '../model/claim-join';
import { isTombstone } from '../model/tombstone';
import { getClaim } from './claims';
import type { Clock } from './clock';
import type { PressmarkDatabase } from './database';

const MAX_EVIDENCE = 1_000;
const MAX_ADDRESSES = 200;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const without = <Item>(list: readonly Item[], known: readonly Item[]): Item[] =>
  list.filter((item) => !known.some((one) => same(one, item)));

/** The first of each equal item goes: what stood there twice stays once. */
function minus<Item>(list: readonly Item[], gone: readonly Item[]): Item[] {
  const left = [...gone];
  return list.filter((item) => {
    const at = left.findIndex((one) => same(one, item));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

async function appearancesOf(db: PressmarkDatabase, claimId: string): Promise<Annotation[]> {
  const rows = await db.annotations.where('claimId').equals(claimId).toArray();
  return rows.filter((row): row is Annotation => !isTombstone(row));
}

/** The claim that stays with what comes from the other: nothing that a person wrote is lost. */
export function mergedClaim(
  keep: Claim,
  gone: Claim,
  now: string,
): { claim: Claim; record: Omit<JoinRecord, 'annotationIds'> } {
  const filled: Filled[] = FILLED.filter((field) => (keep[field] ?? null) === null && (gone[field] ?? null) !== null);
  const evidence = without(gone.evidence, keep.evidence).slice(0, Math.max(0, MAX_EVIDENCE - keep.evidence.length));
  const sameAs = without(gone.sameAs, keep.sameAs).slice(0, Math.max(0, MAX_ADDRESSES - keep.sameAs.length));
  // A verdict that gives way to another one is history.
  const replaced =
    gone.verdict !== null && !filled.includes('verdict') && !same(gone.verdict, keep.verdict)
      ? [{ verdict: gone.verdict, changedAt: now }]
      : [];
  const history = [...without(gone.history, keep.history), ...replaced];
  const places = keep.appearsAt ?? [];
  const appearsAt = without(gone.appearsAt ?? [], places).slice(0, Math.max(0, MOST_PLACES - places.length));
  const blanks = Object.fromEntries(filled.map((field) => [field, gone[field]]));
  const claim: Claim = {
    ...keep,
    ...blanks,
    evidence: [...keep.evidence, ...evidence],
    sameAs: [...keep.sameAs, ...sameAs],
    ...(appearsAt.length === 0 ? {} : { appearsAt: [...places, ...appearsAt] }),
    history: [...keep.history, ...history].sort((a, b) => a.changedAt.localeCompare(b.changedAt)),
    updatedAt: now,
  };
  return { claim, record: { keep: keep.id, gone: gone.id, evidence, history, sameAs, filled, appearsAt } };
}

/**
 * Makes one claim of two, in one transaction: the appearances of `goneId` point to `keepId`, its evidence and history
 * go along, and it is deleted (restorable like every deletion). Answers what was done, for `unjoinClaims`; undefined
 * where one of the two does not live or both are one.
 */
export function joinClaims(
  db: PressmarkDatabase,
  keepId: string,
  goneId: string,
  clock: Clock,
): Promise<JoinRecord | undefined> {
  return db.transaction('rw', db.annotations, db.claims, async () => {
    const [keep, gone] = [await getClaim(db, keepId), await getClaim(db, goneId)];
    if (!keep || !gone || keepId === goneId || keep.deletedAt !== null || gone.deletedAt !== null) return undefined;
    const now = clock.now();
    const { claim, record } = mergedClaim(keep, gone, now);
    const moved = await appearancesOf(db, goneId);
    await db.claims.bulkPut([claim, { ...gone, deletedAt: now, updatedAt: now }]);
    await db.annotations.bulkPut(moved.map((row) => ({ ...row, claimId: keepId, updatedAt: now })));
    return { ...record, annotationIds: moved.map(({ id }) => id) };
  });
}

/** Takes a join back; what was written on the claim since then stays. False where one of the two is gone for good. */
export function unjoinClaims(db: PressmarkDatabase, record: JoinRecord, clock: Clock): Promise<boolean> {
  return db.transaction('rw', db.annotations, db.claims, async () => {
    const [keep, gone] = [await getClaim(db, record.keep), await getClaim(db, record.gone)];
    if (!keep || !gone) return false;
    const now = clock.now();
    const emptied = record.filled.filter((field) => same(keep[field], gone[field]));
    await db.claims.bulkPut([
      {
        ...keep,
        ...Object.fromEntries(emptied.map((field) => [field, null])),
        evidence: minus(keep.evidence, record.evidence),
        history: minus(keep.history, record.history),
        sameAs: minus(keep.sameAs, record.sameAs),
        ...(keep.appearsAt ? { appearsAt: minus(keep.appearsAt, record.appearsAt ?? []) } : {}),
        updatedAt: now,
      },
      { ...gone, deletedAt: null, updatedAt: now },
    ]);
    const rows = await db.annotations.bulkGet(record.annotationIds);
    const back = rows.filter(
      (row): row is Annotation => row !== undefined && !isTombstone(row) && row.claimId === record.keep,
    );
    await db.annotations.bulkPut(back.map((row) => ({ ...row, claimId: record.gone, updatedAt: now })));
    return true;
  });
}

/**
 * Makes one appearance of a claim a claim of its own, worded as it is quoted there, by the same claimant and without
 * verdict or evidence. Its id is made by whoever asks; asked again with the same it answers what was done. Undefined where the
 * quote has no claim or is its only appearance.
 */
export function splitClaim(
  db: PressmarkDatabase,
  annotationId: string,
  partId: string,
  clock: Clock,
): Promise<Claim | undefined> {
  return db.transaction('rw', db.annotations, db.claims, async () => {
    const row = await db.annotations.get(annotationId);
    if (!row || isTombstone(row) || row.claimId === null) return undefined;
    const whole = await getClaim(db, row.claimId);
    if (whole?.id === partId) return whole;
    if (!whole || (await appearancesOf(db, whole.id)).length < 2) return undefined;
    const now = clock.now();
    const { appearsAt: _elsewhere, ...shared } = whole;
    const part: Claim = {
      ...shared,
      id: partId,
      text: row.quote.exact,
      progress: 'unstarted',
      verdict: null,
      evidence: [],
      sameAs: [],
      reviewUrl: null,
      reviewDate: null,
      history: [],
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
    };
    await db.claims.add(part);
    await db.annotations.put({ ...row, claimId: part.id, updatedAt: now });
    return part;
  });
}
