import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { browser } from '../../lib/browser';
import { t } from '../../lib/i18n/translate';

/** Chromium and what is made of it have a page for it at an address; Firefox opens its own from version 137 on. */
const CHROMIUM_SHORTCUTS = 'chrome://extensions/shortcuts';

/** The way to the browser's page of shortcuts; null where the browser offers none. */
function shortcutSettings(): (() => Promise<unknown>) | null {
  if (!import.meta.env.FIREFOX) return () => browser.tabs.create({ url: CHROMIUM_SHORTCUTS });
  const open: unknown = Reflect.get(browser.commands, 'openShortcutSettings');
  return typeof open === 'function' ? async () => open.call(browser.commands) : null;
}

/** Where the keys are changed: a button that leads there, and a sentence that says where it is. */
export function ChangeKeys(): JSX.Element {
  const [failed, setFailed] = useState(false);
  const open = shortcutSettings();
  return (
    <div class="change-keys">
      <p class="help">{t(import.meta.env.FIREFOX ? 'settingsKeysFirefox' : 'settingsKeysChrome')}</p>
      {open ? (
        <p>
          <button
            type="button"
            class="button"
            onClick={() =>
              void open().then(
                () => setFailed(false),
                () => setFailed(true),
              )
            }
          >
            {t('settingsKeysChange')}
          </button>
        </p>
      ) : null}
      <p role="status">{failed ? t('settingsKeysFailed') : ''}</p>
    </div>
  );
}
