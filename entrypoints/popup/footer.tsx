import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { KeyIcon, LibraryIcon } from '../../components/icons';
import { browser } from '../../lib/browser';
import { t } from '../../lib/i18n/translate';
import { ask } from '../../lib/messages/client';
import { closePopup } from '../pages/close-popup';
import { PanelButton } from './panel-button';

/** The way into the library, from every state. */
export function PopupFooter({ children }: { readonly children?: ComponentChildren }): JSX.Element {
  const [refused, setRefused] = useState(false);
  return (
    <footer class="popup-footer">
      <button type="button" class="button quiet small" onClick={() => void ask('library.open', {}).then(closePopup)}>
        <LibraryIcon />
        {t('openLibrary')}
      </button>
      <PanelButton onRefused={() => setRefused(true)} />
      <KeysButton />
      {children}
      {refused ? (
        <p class="help" role="status">
          {t('panelOpenFailed')}
        </p>
      ) : null}
    </footer>
  );
}

/** The keys, on a page of their own. */
function KeysButton(): JSX.Element {
  const open = (): void => {
    void browser.tabs.create({ url: browser.runtime.getURL('keys.html') }).then(closePopup);
  };
  return (
    <button
      type="button"
      class="button quiet small only-icon"
      aria-label={t('keysOpen')}
      title={t('keysOpen')}
      onClick={open}
    >
      <KeyIcon />
    </button>
  );
}
