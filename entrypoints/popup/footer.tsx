import type { JSX } from 'preact';
import { LibraryIcon } from '../../components/icons';
import { t } from '../../lib/i18n/translate';
import { ask } from '../../lib/messages/client';

/** The way into the library, from every state. */
export function PopupFooter({ children }: { readonly children?: JSX.Element | null }): JSX.Element {
  return (
    <footer class="popup-footer">
      <button type="button" class="button quiet small" onClick={() => void ask('library.open', {}).then(closePopup)}>
        <LibraryIcon />
        {t('openLibrary')}
      </button>
      {children}
    </footer>
  );
}

/** Closes a real popup, which would cover what it has just shown; one in a tab of its own stays. */
export function closePopup(): void {
  if (location.search === '') window.close();
}
