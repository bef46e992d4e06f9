import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../../lib/i18n/translate';
import { ask } from '../../../lib/messages/client';
import type { Settings } from '../../../lib/settings/settings';

/** When to be reminded of a backup. */
export function ReminderFields({ settings }: { readonly settings: Settings }): JSX.Element {
  return (
    <section class="leave-part">
      <h2 class="section-title">{t('reminderTitle')}</h2>
      <div class="pair">
        <NumberField
          label={t('reminderDays')}
          value={settings.backupDays}
          max={3_650}
          onChange={(backupDays) => void ask('settings.patch', { backupDays })}
        />
        <NumberField
          label={t('reminderChanges')}
          value={settings.backupChanges}
          max={1_000_000}
          onChange={(backupChanges) => void ask('settings.patch', { backupChanges })}
        />
      </div>
      <p class="help">{t('reminderHelp')}</p>
    </section>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

function NumberField({ label, value, max, onChange }: NumberFieldProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="input"
        type="number"
        min={0}
        max={max}
        step={1}
        value={value}
        onChange={(event) => {
          const { valueAsNumber } = event.currentTarget;
          if (Number.isInteger(valueAsNumber) && valueAsNumber >= 0 && valueAsNumber <= max) onChange(valueAsNumber);
          else event.currentTarget.value = String(value);
        }}
      />
    </div>
  );
}
