import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type KeyLine, KeyList } from '../../components/key-list';
import { browser } from '../../lib/browser';
import { t } from '../../lib/i18n/translate';
import { ChangeKeys } from './change-keys';

/** The keys that this browser really gave, or the reader set; asked again when the page comes back into view. */
export function useAssignedKeys(): readonly KeyLine[] {
  const [lines, setLines] = useState<readonly KeyLine[]>([]);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const all = await browser.commands.getAll();
      setLines(
        all.map(({ name, description, shortcut }) => ({
          keys: shortcut ?? '',
          does: name === '_execute_action' ? t('key_popup') : (description ?? name ?? ''),
        })),
      );
    };
    const again = (): void => {
      if (document.visibilityState === 'visible') void look();
    };
    void look();
    document.addEventListener('visibilitychange', again);
    return () => document.removeEventListener('visibilitychange', again);
  }, []);
  return lines;
}

/** The list of keys, with those of this browser as they are assigned and the way to change them. */
export function Keys({ onBack }: { readonly onBack?: () => void }): JSX.Element {
  return (
    <KeyList anywhere={useAssignedKeys()} onBack={onBack}>
      <ChangeKeys />
    </KeyList>
  );
}
