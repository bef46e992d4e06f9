import type { Annotation } from '../model/annotation';
import type { Claim } from '../model/claim';
import { FILLED } from '../model/claim-join';
import { isLiving, isTombstone } from '../model/tombstone';
import { type BulkRun, changeOf, changeQuotes, changeRows } from './change-rows';
import { mergedClaim } from './claim-joins';
import { blankClaim, workedOn } from './claims';
import { portions } from './portions';

/** Claims that quotes were taken from: those that appear nowhere else and were not worked on are deleted with it. */
export async function leaveClaims(run: BulkRun, ids: readonly string[]): Promise<void> {
  const idle: string[] = [];
  for (const id of ids) if ((await run.db.annotations.where('claimId').equals(id).count()) === 0) idle.push(id);
  await changeRows<Claim>(run, 'claims', idle, (claim) => (workedOn(claim) ? {} : { deletedAt: run.now }));
}

/**
 * Makes one claim of many: of `chosen`, or of the claims of `quotes` where none are chosen. Quotes without a claim get
 * it too. Gives the words of the claim that stays; undefined where there is none to be made.
 */
export async function joinAll(
  run: BulkRun,
  chosen: readonly string[] | null,
  quotes: readonly string[],
  keepId: string | null,
): Promise<string | undefined> {
  const ids = new Set(chosen ?? (await claimsOfQuotes(run, quotes)));
  if (keepId !== null) ids.add(keepId);
  const claims = await livingClaims(run, [...ids]);
  const kept = keepId === null ? oldest(claims) : claims.find(({ id }) => id === keepId);
  if (keepId !== null && !kept) return undefined;
  const keep = kept ?? (await claimOfFirst(run, quotes));
  if (!keep) return undefined;
  const gone = claims.filter(({ id }) => id !== keep.id);
  await absorb(run, keep, gone);
  const appearances: string[] = [];
  for (const some of portions(gone)) {
    const of = some.map(({ id }) => id);
    appearances.push(...(await run.db.annotations.where('claimId').anyOf(of).primaryKeys()));
  }
  await changeQuotes(run, [...appearances, ...quotes], () => ({ claimId: keep.id }));
  return keep.text;
}

async function claimsOfQuotes({ db }: BulkRun, quotes: readonly string[]): Promise<string[]> {
  const ids = new Set<string>();
  for (const some of portions(quotes)) {
    for (const row of await db.annotations.bulkGet([...some])) {
      if (isLiving<Annotation>(row) && row.claimId !== null) ids.add(row.claimId);
    }
  }
  return [...ids];
}

async function livingClaims({ db }: BulkRun, ids: readonly string[]): Promise<Claim[]> {
  const found: Claim[] = [];
  for (const some of portions(ids)) {
    for (const row of await db.claims.bulkGet([...some])) {
      if (isLiving<Claim>(row)) found.push(row);
    }
  }
  return found;
}

const oldest = (claims: readonly Claim[]): Claim | undefined =>
  [...claims].sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id))[0];

/** A new claim, worded as the first quote that lives. Its undo deletes it. */
async function claimOfFirst({ db, log, now, clock }: BulkRun, quotes: readonly string[]): Promise<Claim | undefined> {
  for (const some of portions(quotes)) {
    const rows = await db.annotations.bulkGet([...some]);
    for (const row of rows) {
      if (!isLiving<Annotation>(row)) continue;
      const article = await db.articles.get(row.articleId);
      const language = article && !isTombstone(article) ? article.language : null;
      const claim = { ...blankClaim(row.quote.exact, language, clock), createdAt: now, updatedAt: now };
      await db.claims.add(claim);
      await log.add('claims', [{ id: claim.id, before: { deletedAt: now }, after: { deletedAt: null } }]);
      return claim;
    }
  }
  return undefined;
}

/** What came with the others goes to the claim that stays, and they go. */
async function absorb(run: BulkRun, keep: Claim, gone: readonly Claim[]): Promise<void> {
  let whole = keep;
  for (const claim of gone) whole = mergedClaim(whole, claim, run.now).claim;
  const fields = [...FILLED, 'evidence', 'history', 'sameAs', 'appearsAt'] as const;
  // A row without the field has an empty one after an undo.
  const from = { ...keep, appearsAt: keep.appearsAt ?? [] };
  const into = { ...whole, appearsAt: whole.appearsAt ?? [] };
  const change = changeOf(from, Object.fromEntries(fields.map((field) => [field, into[field]])));
  if (change) {
    await run.db.claims.put(whole);
    await run.log.add('claims', [change]);
  }
  await changeRows<Claim>(
    run,
    'claims',
    gone.map(({ id }) => id),
    () => ({ deletedAt: run.now }),
  );
}
