import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ClaimIndex } from '../lib/claims/near-duplicates';
import type { Claim } from '../lib/model/claim';
import type { ClaimForm } from './claim-form';
import { type KnownClaim, NearClaims } from './near-claims';

interface NearOfferProps {
  /** All claims; the one that is worked on may be among them. */
  readonly index: ClaimIndex<KnownClaim>;
  readonly form: ClaimForm;
  readonly claim: Claim | null;
  readonly onOpen: (claim: Claim) => void;
  readonly onJoin: (claim: Claim) => void;
}

const MOST_NEAR = 5;

/** Claims that say nearly what is typed. */
export function NearOffer({ index, form, claim, onOpen, onJoin }: NearOfferProps): JSX.Element | null {
  const near = useMemo(
    () => (form.text.trim() === '' ? [] : index.find({ text: form.text, claimant: form.claimant.trim() || null })),
    [index, form.text, form.claimant],
  );
  const others = near.filter((one) => one.claim.row.id !== claim?.id);
  return <NearClaims near={others.slice(0, MOST_NEAR)} onJoin={claim ? onJoin : undefined} onOpen={onOpen} />;
}

/** A claim as near ones are looked for among. */
export const knownClaim = (row: Claim): KnownClaim => ({ text: row.text, claimant: row.claimant?.name ?? null, row });
