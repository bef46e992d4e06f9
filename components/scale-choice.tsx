import type { JSX } from 'preact';
import { t } from '../lib/i18n/translate';
import { scaleLabel } from '../lib/i18n/words';
import type { VerdictScale } from '../lib/model/vocabulary';
import { Choice } from './fields';

interface ScaleChoiceProps {
  readonly scales: readonly VerdictScale[];
  readonly value: string;
  readonly onChange: (scaleId: string) => void;
}

/** The scale of a verdict. One that is not known here, as in a file of somebody else's, is named and stays. */
export function ScaleChoice({ scales, value, onChange }: ScaleChoiceProps): JSX.Element {
  const ids = scales.map(({ id }) => id);
  return (
    <Choice
      label={t('claimScale')}
      value={value}
      options={(ids.includes(value) ? ids : [...ids, value]).map((id) => [id, scaleLabel(id)])}
      onChange={onChange}
    />
  );
}
