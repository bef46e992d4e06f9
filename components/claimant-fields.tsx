import type { JSX } from 'preact';
import { t } from '../lib/i18n/translate';
import { kindLabel } from '../lib/i18n/words';
import type { Claimant } from '../lib/model/claim';
import { CLAIMANT_KINDS } from '../lib/model/vocabulary';
import type { ClaimForm } from './claim-form';
import { fold } from './composer-value';
import { Choice, Text } from './fields';
import { NameField } from './name-field';

interface ClaimantFieldsProps {
  readonly form: ClaimForm;
  /** Claimants of saved claims, the latest first, for completion. */
  readonly known: readonly Claimant[];
  readonly onChange: (part: Partial<ClaimForm>) => void;
}

/** Who makes the claim. A known name brings its kind, role and link along where those fields are still empty. */
export function ClaimantFields({ form, known, onChange }: ClaimantFieldsProps): JSX.Element {
  const name = (typed: string, match: Claimant | undefined): void => {
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
        <NameField
          label={t('claimClaimant')}
          value={form.claimant}
          hint={t('claimClaimantHint')}
          known={known}
          onInput={(typed) =>
            name(
              typed,
              known.find((one) => fold(one.name) === fold(typed)),
            )
          }
          onPick={(one) => name(one.name, one)}
        />
        <Choice
          label={t('claimKind')}
          value={form.kind}
          options={CLAIMANT_KINDS.map((kind) => [kind, kindLabel(kind)])}
          onChange={(picked) => onChange({ kind: CLAIMANT_KINDS.find((kind) => kind === picked) ?? 'Person' })}
        />
      </div>
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
