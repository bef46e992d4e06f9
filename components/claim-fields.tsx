import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../lib/i18n/translate';
import { claimTypeLabel, kindLabel, verdictLabel } from '../lib/i18n/words';
import type { QuickClaim } from '../lib/model/draft';
import { CLAIM_TYPES, CLAIMANT_KINDS, type VerdictScale } from '../lib/model/vocabulary';
import { Choice } from './fields';
import { ScaleChoice } from './scale-choice';
import { useVerdictScales } from './settings-context';

interface ClaimFieldsProps {
  readonly value: QuickClaim;
  readonly onChange: (claim: QuickClaim) => void;
  readonly focusClaimant?: boolean;
}

/** The claim's quick fields: who says it, what kind of statement it is, and what a person found. */
export function ClaimFields({ value, onChange, focusClaimant = false }: ClaimFieldsProps): JSX.Element {
  const id = useId();
  const scales = useVerdictScales();
  const set = (part: Partial<QuickClaim>): void => onChange({ ...value, ...part });
  return (
    <div class="claim-fields">
      <div class="field">
        <label class="label" for={`${id}-claimant`}>
          {t('claimClaimant')}
        </label>
        <input
          id={`${id}-claimant`}
          class="input"
          autocomplete="off"
          maxLength={500}
          placeholder={t('claimClaimantHint')}
          value={value.claimant}
          data-focus={focusClaimant ? 'first' : undefined}
          onInput={(event) => set({ claimant: event.currentTarget.value })}
        />
      </div>
      <Choice
        label={t('claimKind')}
        value={value.claimantKind}
        options={CLAIMANT_KINDS.map((kind) => [kind, kindLabel(kind)])}
        onChange={(picked) => set({ claimantKind: CLAIMANT_KINDS.find((kind) => kind === picked) ?? 'Person' })}
      />
      <div class="wide">
        <Choice
          label={t('claimType')}
          value={value.type ?? ''}
          options={[['', t('claimTypeNone')], ...CLAIM_TYPES.map((type) => [type, claimTypeLabel(type)] as const)]}
          onChange={(picked) => set({ type: CLAIM_TYPES.find((type) => type === picked) ?? null })}
        />
      </div>
      <ScaleChoice scales={scales} value={value.scaleId} onChange={(scaleId) => set({ scaleId, verdict: '' })} />
      <VerdictField scales={scales} value={value} onChange={(verdict) => set({ verdict })} />
    </div>
  );
}

interface VerdictFieldProps {
  readonly scales: readonly VerdictScale[];
  readonly value: QuickClaim;
  readonly onChange: (verdict: string) => void;
}

function VerdictField({ scales, value, onChange }: VerdictFieldProps): JSX.Element {
  const id = useId();
  const steps = scales.find((scale) => scale.id === value.scaleId)?.steps ?? [];
  if (steps.length > 0) {
    return (
      <Choice
        label={t('claimVerdict')}
        value={value.verdict}
        options={[
          ['', t('claimVerdictNone')],
          ...steps.map(({ label }) => [label, verdictLabel(value.scaleId, label)] as const),
        ]}
        onChange={onChange}
      />
    );
  }
  return (
    <div class="field">
      <label class="label" for={id}>
        {t('claimVerdictFree')}
      </label>
      <input
        id={id}
        class="input"
        maxLength={500}
        value={value.verdict}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
