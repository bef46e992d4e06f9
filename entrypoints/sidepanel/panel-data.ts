import type { Claim } from '../../lib/model/claim';
import { allClaims, claimsInQuotes } from '../../lib/store/claim-views';
import type { PressmarkDatabase } from '../../lib/store/database';
import { readSaved, type Saved } from '../pages/saved';

/** What the store has on the page, and every claim, since any of them may be the same as one that is made here. */
export interface PanelData extends Saved {
  readonly allClaims: readonly Claim[];
  /** Claims that no quote points to. */
  readonly loose: readonly Claim[];
}

/** Reads it; run inside a live query. */
export async function readPanel(db: PressmarkDatabase, addresses: readonly string[]): Promise<PanelData> {
  const [saved, claims, quoted] = await Promise.all([readSaved(db, addresses), allClaims(db), claimsInQuotes(db)]);
  return { ...saved, allClaims: claims, loose: claims.filter(({ id }) => !quoted.has(id)) };
}
