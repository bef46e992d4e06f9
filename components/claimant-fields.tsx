import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../lib/i18n/translate';
import { kindLabel } from '../lib/i18n/words';
import type { Claimant } from '../lib/model/claim';
import { CLAIMANT_KINDS } from '../lib/model/vocabulary';
import type { ClaimForm } from './claim-form';
import { fold } from './composer-value';
import { Choice, Text } from './fields';

interface ClaimantFieldsProps {
  readonly form: ClaimForm;
  /** Claimants and speakers that are known already, for completion. */
  readonly known: readonly Claimant[];
  readonly onChange: (part: Partial<ClaimForm>) => void;
}

/** Who makes the claim. A known name brings its kind, role and link along where those fields are still empty. */
export function ClaimantFields({ form, known, onChange }: ClaimantFieldsProps): JSX.Element {
  const id = useId();
  const name = (typed: string): void => {
    const match = known.find((one) => fold(one.name) === fold(typed));
    const along =
      match && form.role === '' && form.sameAs === ''
        ? { kind: match.kind, role: match.role ?? '', sameAs: match.sameAs ?? '' }
        : {};
    onChange({ claimant: typed, ...along });
  };
  return (
    <fieldset class="form-part">
      <legend class="part-title">{t('claimWho')}</legend>
      <div class="pair">
        <Text
          label={t('claimClaimant')}
          value={form.claimant}
          hint={t('claimClaimantHint')}
          list={`${id}-known`}
          max={500}
          onInput={name}
        />
        <Choice
          label={t('claimKind')}
          value={form.kind}
          options={CLAIMANT_KINDS.map((kind) => [kind, kindLabel(kind)])}
          onChange={(picked) => onChange({ kind: CLAIMANT_KINDS.find((kind) => kind === picked) ?? 'Person' })}
        />
      </div>
      <datalist id={`${id}-known`}>
        {known.map((one) => (
          <option key={one.name} value={one.name}>
            {one.role ?? ''}
          </option>
        ))}
      </datalist>
      <Text
        label={t('claimRole')}
        value={form.role}
        hint={t('claimRoleHint')}
        max={2000}
        onInput={(role) => onChange({ role })}
      />
      <Text
        label={t('claimSameAs')}
        value={form.sameAs}
        hint="https://"
        kind="url"
        max={8192}
        onInput={(sameAs) => onChange({ sameAs })}
      />
    </fieldset>
  );
}
