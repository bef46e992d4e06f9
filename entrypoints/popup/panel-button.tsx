import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { PanelIcon } from '../../components/icons';
import { browser } from '../../lib/browser';
import { t } from '../../lib/i18n/translate';
import { openPanel } from '../../lib/panel';
import { closePopup } from '../pages/close-popup';

/** Opens the panel beside the page. The window is known beforehand, since nothing may be awaited in the click. */
export function PanelButton({ onRefused }: { readonly onRefused: () => void }): JSX.Element {
  const [windowId, setWindowId] = useState<number | undefined>(undefined);
  useEffect(() => {
    void browser.windows.getCurrent().then(({ id }) => setWindowId(id));
  }, []);
  const open = (): void => {
    void openPanel({ windowId }).then((opened) => (opened ? closePopup() : onRefused()));
  };
  return (
    <button type="button" class="button quiet small" onClick={open}>
      <PanelIcon />
      {t('panelOpen')}
    </button>
  );
}
