import type { JSX } from 'preact';
import { ColourPicker } from '../../../components/colour-picker';
import { t } from '../../../lib/i18n/translate';
import { ask } from '../../../lib/messages/client';
import { COLOURS } from '../../../lib/model/vocabulary';
import type { Settings } from '../../../lib/settings/settings';
import { EraseForm } from './erase-form';
import { KeysPart } from './keys-part';
import { PublisherFields } from './publisher-fields';
import { ReminderFields } from './reminder-fields';
import { ScalesPart } from './scales-part';
import { SitesPart } from './sites-part';
import { TemplateField } from './template-field';

/** Everything that can be set, on one page; each change is saved as it is made. */
export function SettingsPage({ settings }: { readonly settings: Settings }): JSX.Element {
  return (
    <div class="leave-stack">
      <p class="leave-intro">{t('settingsIntro')}</p>
      <ScalesPart settings={settings} />
      <ColoursPart settings={settings} />
      <section class="leave-part">
        <h2 class="section-title">{t('settingsSuggestions')}</h2>
        <label class="check">
          <input
            type="checkbox"
            checked={settings.suggestClaims}
            onChange={(event) => void ask('settings.patch', { suggestClaims: event.currentTarget.checked })}
          />
          {t('settingsSuggestClaims')}
        </label>
      </section>
      <SitesPart settings={settings} />
      <KeysPart />
      <ReminderFields settings={settings} />
      <TemplateField settings={settings} sample />
      <PublisherFields settings={settings} />
      <EraseForm />
    </div>
  );
}

function ColoursPart({ settings }: { readonly settings: Settings }): JSX.Element {
  return (
    <section class="leave-part">
      <h2 class="section-title">{t('settingsColours')}</h2>
      <p class="help">{t('settingsColoursHelp')}</p>
      <ul class="leave-colours">
        {COLOURS.map((colour) => (
          <li key={colour} data-colour={colour}>
            <span class="leave-swatch" />
            <input
              class="input"
              aria-label={t('settingsColourName', t(`colour_${colour}`))}
              placeholder={t(`colour_${colour}`)}
              maxLength={40}
              value={settings.colourNames[colour] ?? ''}
              onChange={(event) => {
                const { [colour]: _old, ...others } = settings.colourNames;
                const typed = event.currentTarget.value.trim();
                void ask('settings.patch', {
                  colourNames: typed === '' ? others : { ...others, [colour]: typed },
                });
              }}
            />
          </li>
        ))}
      </ul>
      <ColourPicker
        label={t('settingsColourFirst')}
        value={settings.colour}
        onChange={(colour) => void ask('settings.patch', { colour })}
      />
    </section>
  );
}
