import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Area, Choice, Text } from '../../../components/fields';
import { t } from '../../../lib/i18n/translate';
import { scaleLabel, verdictLabel } from '../../../lib/i18n/words';
import { ask } from '../../../lib/messages/client';
import { VERDICT_SCALES } from '../../../lib/model/vocabulary';
import { type OwnScale, scalesOf, stepsFrom } from '../../../lib/settings/scales';
import type { Settings } from '../../../lib/settings/settings';

/** The scales on which verdicts are given: which is offered first, those that ship, and the reader's own. */
export function ScalesPart({ settings }: { readonly settings: Settings }): JSX.Element {
  const [editing, setEditing] = useState<OwnScale | 'new' | null>(null);
  const put = (scales: readonly OwnScale[]): void => void ask('settings.patch', { scales: [...scales] });
  const scales = scalesOf(settings.scales);
  return (
    <section class="leave-part">
      <h2 class="section-title">{t('settingsScales')}</h2>
      <Choice
        label={t('settingsScaleFirst')}
        value={settings.scaleId}
        options={scales.map(({ id }) => [id, scaleLabel(id)])}
        onChange={(scaleId) => void ask('settings.patch', { scaleId })}
      />
      <ul class="leave-scales">
        {scales.map(({ id, steps }) => {
          const own = settings.scales.find((scale) => scale.id === id);
          return (
            <li key={id}>
              <span>
                <strong dir="auto">{scaleLabel(id)}</strong>
                <span class="help" dir="auto">
                  {steps.length === 0
                    ? t('settingsScaleFree')
                    : steps.map(({ label }) => verdictLabel(id, label)).join(' · ')}
                </span>
              </span>
              {own ? (
                <span class="row">
                  <button type="button" class="button small" onClick={() => setEditing(own)}>
                    {t('edit')}
                    <span class="hidden-visually">: {id}</span>
                  </button>
                  <button
                    type="button"
                    class="button small quiet danger"
                    onClick={() => put(settings.scales.filter((scale) => scale !== own))}
                  >
                    {t('delete')}
                    <span class="hidden-visually">: {id}</span>
                  </button>
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
      <p class="help">{t('settingsScalesHelp')}</p>
      {editing === null ? (
        <span>
          <button type="button" class="button" onClick={() => setEditing('new')}>
            {t('settingsScaleAdd')}
          </button>
        </span>
      ) : (
        <ScaleForm
          key={editing === 'new' ? '' : editing.id}
          before={editing === 'new' ? null : editing}
          others={settings.scales.filter((scale) => scale !== editing)}
          onSave={(scale) => {
            put([...settings.scales.filter((one) => one !== editing), scale]);
            setEditing(null);
          }}
          onCancel={() => setEditing(null)}
        />
      )}
    </section>
  );
}

interface ScaleFormProps {
  readonly before: OwnScale | null;
  readonly others: readonly OwnScale[];
  readonly onSave: (scale: OwnScale) => void;
  readonly onCancel: () => void;
}

/** A scale as it is typed: its name, its ratings from the best to the worst, and labels outside that order. */
function ScaleForm({ before, others, onSave, onCancel }: ScaleFormProps): JSX.Element {
  const labels = (ordered: boolean): string =>
    (before?.steps ?? [])
      .filter(({ value }) => (value !== null) === ordered)
      .map(({ label }) => label)
      .join('\n');
  const [name, setName] = useState(before?.id ?? '');
  const [ordered, setOrdered] = useState(labels(true));
  const [outside, setOutside] = useState(labels(false));
  const [bad, setBad] = useState('');
  const save = (): void => {
    const id = name.trim();
    const steps = stepsFrom(ordered, outside);
    const taken = [...VERDICT_SCALES, ...others].some((scale) => scale.id.toLowerCase() === id.toLowerCase());
    if (id === '' || taken) setBad(t(id === '' ? 'settingsScaleNoName' : 'settingsScaleTaken'));
    else if (steps.length === 0) setBad(t('settingsScaleNoSteps'));
    else onSave({ id, steps });
  };
  return (
    <form
      class="leave-scale-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Text label={t('settingsScaleName')} value={name} max={100} onInput={setName} />
      <Area label={t('settingsScaleSteps')} rows={4} value={ordered} onInput={setOrdered} />
      <Area label={t('settingsScaleOutside')} rows={2} value={outside} onInput={setOutside} />
      <p class="bad" role="alert">
        {bad}
      </p>
      <div class="row">
        <button type="submit" class="button primary">
          {t('settingsScaleSave')}
        </button>
        <button type="button" class="button quiet" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
