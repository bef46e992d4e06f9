import { useEffect, useState } from 'preact/hooks';
import type { KnownClaim } from '../../components/near-claims';
import { knownClaim } from '../../components/near-offer';
import { type ClaimIndex, growingIndex } from '../../lib/claims/near-duplicates';
import type { Claimant } from '../../lib/model/claim';
import { claimPortion } from '../../lib/store/claim-views';
import type { PressmarkDatabase } from '../../lib/store/database';

/** All claims as far as they are read: for looking up near ones, and everyone who made one. */
export interface ClaimKnowledge {
  readonly index: ClaimIndex<KnownClaim>;
  readonly claimants: readonly Claimant[];
}

const NOTHING: ClaimKnowledge = { index: growingIndex(), claimants: [] };

/** Some ten milliseconds of work each, so that ten thousand claims don't hold the page up. */
const PORTION = 250;

/** Reads all claims in portions, again whenever `version` changes; what was known before stands until then. */
export function useClaimIndex(db: PressmarkDatabase, version: string): ClaimKnowledge {
  const [known, setKnown] = useState(NOTHING);
  useEffect(() => {
    let left = false;
    const read = async (): Promise<void> => {
      const index = growingIndex<KnownClaim>();
      const claimants = new Map<string, Claimant>();
      for (let after: string | null = ''; after !== null; ) {
        const portion: Awaited<ReturnType<typeof claimPortion>> = await claimPortion(db, after, PORTION);
        if (left) return;
        index.add(portion.claims.map(knownClaim));
        for (const { claimant } of portion.claims) {
          if (claimant && !claimants.has(claimant.name)) claimants.set(claimant.name, claimant);
        }
        after = portion.next;
      }
      setKnown({ index, claimants: [...claimants.values()] });
    };
    read().catch(() => {
      // Nothing near is offered then; the claim itself says what is wrong with the store.
    });
    return () => {
      left = true;
    };
  }, [version]);
  return known;
}
