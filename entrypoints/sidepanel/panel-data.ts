import type { Claim } from '../../lib/model/claim';
import { claimsAt } from '../../lib/store/claim-places';
import { allClaims, claimsInQuotes } from '../../lib/store/claim-views';
import type { PressmarkDatabase } from '../../lib/store/database';
import { readSaved, type Saved } from '../pages/saved';

/** What the store has on the page, and every claim, since any of them may be the same as one that is made here. */
export interface PanelData extends Saved {
  readonly allClaims: readonly Claim[];
  /** Those that appear on the page, in a quote or without one. */
  readonly here: readonly Claim[];
  /** Claims that appear nowhere. */
  readonly loose: readonly Claim[];
}

/** Reads it; run inside a live query. */
export async function readPanel(db: PressmarkDatabase, addresses: readonly string[]): Promise<PanelData> {
  const [saved, claims, quoted] = await Promise.all([readSaved(db, addresses), allClaims(db), claimsInQuotes(db)]);
  const unquoted = await claimsAt(db, [...addresses, ...(saved.article?.urls ?? [])]);
  const here = new Map([...saved.claims, ...unquoted.map((claim) => [claim.id, claim] as const)]);
  const loose = claims.filter(({ id, appearsAt = [] }) => !quoted.has(id) && appearsAt.length === 0);
  return { ...saved, allClaims: claims, here: [...here.values()], loose };
}
