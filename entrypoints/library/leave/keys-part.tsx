import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { browser } from '../../../lib/browser';
import { t } from '../../../lib/i18n/translate';
import { Keys } from '../../pages/all-keys';

/** Firefox opens its own page for it; Chromium has one at an address. */
async function openShortcuts(): Promise<boolean> {
  try {
    const open: unknown = Reflect.get(browser.commands, 'openShortcutSettings');
    if (import.meta.env.FIREFOX) {
      if (typeof open !== 'function') return false;
      await open.call(browser.commands);
    } else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    return true;
  } catch {
    return false;
  }
}

/** All keys, and the way to the browser's page on which they are changed. */
export function KeysPart(): JSX.Element {
  const [failed, setFailed] = useState(false);
  return (
    <section class="leave-part">
      <h2 class="section-title">{t('settingsKeys')}</h2>
      <p>{t(import.meta.env.FIREFOX ? 'settingsKeysFirefox' : 'settingsKeysChrome')}</p>
      <div class="row">
        <button type="button" class="button" onClick={() => void openShortcuts().then((done) => setFailed(!done))}>
          {t('settingsKeysChange')}
        </button>
      </div>
      <p role="status">{failed ? t('settingsKeysFailed') : ''}</p>
      <details>
        <summary>{t('settingsKeysAll')}</summary>
        <Keys />
      </details>
    </section>
  );
}
