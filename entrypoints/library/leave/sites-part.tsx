import type { JSX } from 'preact';
import { t } from '../../../lib/i18n/translate';
import { ask } from '../../../lib/messages/client';
import type { Settings } from '../../../lib/settings/settings';

const LISTS = [
  ['mutedSites', 'settingsMuted', 'settingsMutedNone', 'settingsUnmute'],
  ['notArticles', 'settingsNotArticles', 'settingsNotArticlesNone', 'settingsForget'],
  ['articlesAnyway', 'settingsAnyway', 'settingsAnywayNone', 'settingsForget'],
] as const;

/** What the reader decided about sites and pages, each of which can be taken back. */
export function SitesPart({ settings }: { readonly settings: Settings }): JSX.Element {
  return (
    <section class="leave-part">
      <h2 class="section-title">{t('settingsSites')}</h2>
      {LISTS.map(([name, title, none, remove]) => (
        <div key={name} class="leave-list">
          <h3 class="label">{t(title)}</h3>
          {settings[name].length === 0 ? <p class="help">{t(none)}</p> : null}
          <ul>
            {settings[name].map((entry) => (
              <li key={entry}>
                <span dir="ltr">{entry}</span>
                <button
                  type="button"
                  class="button small"
                  onClick={() =>
                    void ask('settings.patch', { [name]: settings[name].filter((other) => other !== entry) })
                  }
                >
                  {t(remove)}
                  <span class="hidden-visually">: {entry}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
