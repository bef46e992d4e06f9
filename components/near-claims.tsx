import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { NearDuplicate } from '../lib/claims/near-duplicates';
import { differenceLabel } from '../lib/i18n/claim-words';
import { t } from '../lib/i18n/translate';
import type { Claim } from '../lib/model/claim';
import { ClaimLine } from './claim-line';
import { InfoIcon, TickIcon } from './icons';

/** A saved claim with its claimant's name where comparing looks for it. */
export interface KnownClaim {
  readonly text: string;
  readonly claimant: string | null;
  readonly row: Claim;
}

interface NearClaimsProps {
  readonly near: readonly NearDuplicate<KnownClaim>[];
  /** Makes one claim of both; absent where this one is not saved yet. */
  readonly onJoin?: ((claim: Claim) => void) | undefined;
  readonly onOpen: (claim: Claim) => void;
}

/** Saved claims that say nearly the same: an offer to join them, with what tells them apart said plainly. */
export function NearClaims({ near, onJoin, onOpen }: NearClaimsProps): JSX.Element | null {
  const id = useId();
  if (near.length === 0) return null;
  return (
    <section class="near" aria-labelledby={id}>
      <h2 class="part-title" id={id}>
        {t('nearTitle')}
      </h2>
      <ul class="near-list">
        {near.map(({ claim, same, differs }) => (
          <li key={claim.row.id}>
            <p class="quote-text" dir="auto">
              {claim.text}
            </p>
            <ClaimLine claim={claim.row} />
            {same ? (
              <p class="verdictless">
                <TickIcon />
                {t('nearSame')}
              </p>
            ) : differs.length === 0 ? (
              <p class="verdictless">
                <InfoIcon />
                {t('nearFigure')}
              </p>
            ) : (
              differs.map((one) => (
                <p class="verdictless differs" key={one}>
                  <InfoIcon />
                  {differenceLabel(one)}
                </p>
              ))
            )}
            <div class="row">
              {onJoin ? (
                <button type="button" class="button small" onClick={() => onJoin(claim.row)}>
                  {t('nearJoin')}
                  <span class="hidden-visually">: {claim.text.slice(0, 60)}</span>
                </button>
              ) : null}
              <button type="button" class="button quiet small" onClick={() => onOpen(claim.row)}>
                {t('nearOpen')}
                <span class="hidden-visually">: {claim.text.slice(0, 60)}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
      {onJoin ? <p class="help">{t('nearHelp')}</p> : null}
    </section>
  );
}
