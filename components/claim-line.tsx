import type { JSX } from 'preact';
import { t } from '../lib/i18n/translate';
import { claimTypeLabel, verdictLabel } from '../lib/i18n/words';
import type { Claim } from '../lib/model/claim';
import { ClaimIcon } from './icons';

/** A claim in one line: that it is one, whose, of what type, and the verdict in words. */
export function ClaimLine({ claim }: { readonly claim: Claim }): JSX.Element {
  const { claimant, type, verdict } = claim;
  return (
    <div class="claim-line">
      <span class="badge">
        <ClaimIcon />
        {claimant ? t('claimBy', claimant.name) : t('claimBadge')}
      </span>
      {verdict ? <strong>{verdictLabel(verdict.scaleId, verdict.label)}</strong> : null}
      {type ? <span class="meta">{claimTypeLabel(type)}</span> : null}
    </div>
  );
}
