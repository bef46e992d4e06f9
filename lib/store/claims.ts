import { addressKey } from '../model/address';
import type { Annotation } from '../model/annotation';
import type { Claim, ClaimWords, Verdict } from '../model/claim';
import { mergeClaimWords, type SavedClaim, sameVerdict, wordsOfClaim } from '../model/claim-merge';
import type { QuickClaim } from '../model/draft';
import { isTombstone } from '../model/tombstone';
import { scaleBounds, type VerdictScale } from '../model/vocabulary';
import { type PreparedVisit, recordVisit } from './articles';
import type { Clock } from './clock';
import type { PressmarkDatabase } from './database';

/**
 * The verdict that a quick form names, null where the person set none. Words outside a scale have no number; a rating
 * that was there before keeps its own.
 */
export function quickVerdict(
  quick: QuickClaim,
  before: Verdict | null,
  scales: readonly VerdictScale[],
  now: string,
): Verdict | null {
  const label = quick.verdict.trim();
  if (label === '') return null;
  const explanation = before?.explanation ?? '';
  if (before?.scaleId === quick.scaleId && before.label === label) return { ...before, setAt: now };
  const scale = scales.find(({ id }) => id === quick.scaleId);
  const step = scale?.steps.find((candidate) => candidate.label === label);
  const bounds = scale && step && step.value !== null ? scaleBounds(scale) : { best: null, worst: null };
  return { scaleId: quick.scaleId, label, value: step?.value ?? null, ...bounds, explanation, setAt: now };
}

/** The claim with a changed verdict logged: what stood before is kept, with the time of the change. */
function withHistory(before: Claim, after: Claim, now: string): Claim {
  if (sameVerdict(before.verdict, after.verdict)) return { ...after, verdict: before.verdict };
  return { ...after, history: [...before.history, { verdict: before.verdict, changedAt: now }] };
}

/** A claim of which nothing is known but its words; not stored yet. */
export function blankClaim(text: string, language: string | null, clock: Clock): Claim {
  const now = clock.now();
  return {
    id: clock.newId(),
    text,
    language,
    type: null,
    worthiness: null,
    priority: null,
    progress: 'unstarted',
    claimant: null,
    claimDate: null,
    verdict: null,
    evidence: [],
    sameAs: [],
    history: [],
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
}

/**
 * Makes a claim of a quote or replaces the quick fields of the one it has. Runs inside the caller's transaction over
 * `claims`; the caller stores the claim's id with the quote.
 */
export async function putQuickClaim(
  db: PressmarkDatabase,
  quote: Pick<Annotation, 'quote' | 'claimId'> & { language: string | null },
  quick: QuickClaim,
  clock: Clock,
  scales: readonly VerdictScale[],
): Promise<Claim> {
  const known = quote.claimId === null ? undefined : await getClaim(db, quote.claimId);
  const before = known ?? blankClaim(quote.quote.exact, quote.language, clock);
  const now = clock.now();
  const claimantName = quick.claimant.trim();
  const after: Claim = {
    ...before,
    type: quick.type,
    claimant:
      claimantName === ''
        ? null
        : {
            role: before.claimant?.role ?? (quick.claimantRole?.trim() || null),
            sameAs: before.claimant?.sameAs ?? null,
            name: claimantName,
            kind: quick.claimantKind,
          },
    verdict: quickVerdict(quick, before.verdict, scales, now),
    updatedAt: now,
    deletedAt: null,
  };
  const claim = known ? withHistory(before, after, now) : after;
  await db.claims.put(claim);
  return claim;
}

/** A claim with its words, deleted or not. */
export async function getClaim(db: PressmarkDatabase, id: string): Promise<Claim | undefined> {
  const row = await db.claims.get(id);
  return row && !isTombstone(row) ? row : undefined;
}

/** Whether anything beyond the quick form was worked on a claim. */
export const workedOn = (claim: Claim): boolean =>
  claim.evidence.length > 0 ||
  claim.history.length > 0 ||
  claim.progress !== 'unstarted' ||
  claim.sameAs.length > 0 ||
  (claim.appearsAt ?? []).length > 0;

/**
 * A quote was taken off this claim: one that appears nowhere else and was not worked on is deleted. Runs inside the caller's
 * transaction over `annotations` and `claims`.
 */
export async function leaveClaim(db: PressmarkDatabase, claim: Claim, now: string): Promise<void> {
  const elsewhere = await db.annotations.where('claimId').equals(claim.id).count();
  if (elsewhere === 0 && !workedOn(claim)) await db.claims.put({ ...claim, deletedAt: now, updatedAt: now });
}

/**
 * Makes a claim without a quote. Its id is made by whoever saves: a save that was made before is answered with its row as
 * it stands. It appears in the article of `visit`, which is saved with it. Undefined where that row is gone.
 */
export function makeClaim(
  db: PressmarkDatabase,
  id: string,
  words: ClaimWords,
  clock: Clock,
  visit: PreparedVisit | null = null,
): Promise<SavedClaim | undefined> {
  return db.transaction('rw', db.claims, db.articles, db.snapshots, async () => {
    const made = await db.claims.get(id);
    if (made) return isTombstone(made) ? undefined : { claim: made, conflicts: [] };
    const article = visit && (await recordVisit(db, visit, clock));
    const place = article && (addressKey(article.canonicalUrl) ?? article.canonicalUrl);
    const appearsAt = place === null ? {} : { appearsAt: [place] };
    const claim: Claim = { ...blankClaim(words.text, words.language, clock), ...words, ...appearsAt, id };
    await db.claims.add(claim);
    return { claim, conflicts: [] };
  });
}

/**
 * Saves what a person wrote on a claim. With `base`, the words that they began from, a change that was saved elsewhere in
 * the meantime stays; where both changed one field nothing is saved and the field is named. Undefined where `id` names none.
 */
export function putClaim(
  db: PressmarkDatabase,
  id: string,
  words: ClaimWords,
  clock: Clock,
  base: ClaimWords | null = null,
): Promise<SavedClaim | undefined> {
  return db.transaction('rw', db.claims, async () => {
    const before = await getClaim(db, id);
    if (!before) return undefined;
    const merged = base && mergeClaimWords(base, words, wordsOfClaim(before));
    if (merged && merged.conflicts.length > 0) return { claim: before, conflicts: merged.conflicts };
    const now = clock.now();
    const claim = withHistory(before, { ...before, ...(merged?.words ?? words), updatedAt: now }, now);
    await db.claims.put(claim);
    return { claim, conflicts: [] };
  });
}

/** Deletes a claim (`deletedAt` set) or takes that back (null). Its quotes stay. Undefined where there is none. */
export function setClaimDeleted(
  db: PressmarkDatabase,
  id: string,
  deleted: boolean,
  clock: Clock,
): Promise<Claim | undefined> {
  return db.transaction('rw', db.claims, async () => {
    const row = await getClaim(db, id);
    if (!row) return undefined;
    const now = clock.now();
    const changed: Claim = { ...row, deletedAt: deleted ? now : null, updatedAt: now };
    await db.claims.put(changed);
    return changed;
  });
}
