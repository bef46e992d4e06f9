import type { JSX } from 'preact';
import { formatDate, plural, t } from '../lib/i18n/translate';
import { verdictLabel } from '../lib/i18n/words';
import type { Claim } from '../lib/model/claim';
import type { ClaimForm } from './claim-form';
import { Area, Choice, Text } from './fields';
import { ScaleChoice } from './scale-choice';
import { useVerdictScales } from './settings-context';

interface VerdictFieldsProps {
  readonly form: ClaimForm;
  readonly history: Claim['history'];
  readonly onChange: (part: Partial<ClaimForm>) => void;
}

/** What a person found, on the scale of their choice, why, and what they found before. */
export function VerdictFields({ form, history, onChange }: VerdictFieldsProps): JSX.Element {
  const scales = useVerdictScales();
  const steps = scales.find(({ id }) => id === form.scaleId)?.steps ?? [];
  return (
    <fieldset class="form-part">
      <legend class="part-title">{t('claimFinding')}</legend>
      <ScaleChoice scales={scales} value={form.scaleId} onChange={(scaleId) => onChange({ scaleId, verdict: '' })} />
      {steps.length > 0 ? (
        <Choice
          label={t('claimVerdict')}
          value={form.verdict}
          options={[
            ['', t('claimVerdictNone')],
            ...steps.map(({ label }) => [label, verdictLabel(form.scaleId, label)] as const),
          ]}
          onChange={(verdict) => onChange({ verdict })}
        />
      ) : (
        <Text
          label={t('claimVerdictFree')}
          value={form.verdict}
          max={500}
          onInput={(verdict) => onChange({ verdict })}
        />
      )}
      <Area
        label={t('claimExplanation')}
        hint={t('claimExplanationHint')}
        value={form.explanation}
        onInput={(explanation) => onChange({ explanation })}
      />
      <Text
        label={t('claimReviewUrl')}
        hint="https://"
        kind="url"
        value={form.reviewUrl}
        max={8192}
        onInput={(reviewUrl) => onChange({ reviewUrl })}
      />
      <Text
        label={t('claimReviewDate')}
        kind="date"
        value={form.reviewDate.slice(0, 10)}
        onInput={(reviewDate) => onChange({ reviewDate })}
      />
      <History history={history} />
    </fieldset>
  );
}

function History({ history }: { readonly history: Claim['history'] }): JSX.Element | null {
  // That there was none before the first one is no verdict.
  const told = history.filter(({ verdict }, at) => verdict !== null || at > 0);
  if (told.length === 0) return null;
  return (
    <details class="folded">
      <summary>{plural('claimHistory', told.length)}</summary>
      <ol class="history">
        {[...told].reverse().map(({ verdict, changedAt }, at) => (
          <li key={`${changedAt} ${told.length - at}`}>
            <strong>{verdict ? verdictLabel(verdict.scaleId, verdict.label) : t('claimHistoryNone')}</strong>{' '}
            <span class="meta">{t('claimHistoryUntil', formatDate(changedAt))}</span>
            {verdict && verdict.explanation !== '' ? (
              <p class="note" dir="auto">
                {verdict.explanation}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </details>
  );
}
