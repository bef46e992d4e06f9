import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type KeyLine, KeyList } from '../../components/key-list';
import { browser } from '../../lib/browser';
import { t } from '../../lib/i18n/translate';

/** The list of keys, with those of this browser as the reader has set them. */
export function Keys({ onBack }: { readonly onBack?: () => void }): JSX.Element {
  const [anywhere, setAnywhere] = useState<readonly KeyLine[]>([]);
  useEffect(() => {
    void browser.commands.getAll().then((all) =>
      setAnywhere(
        all.map(({ name, description, shortcut }) => ({
          keys: shortcut ?? '',
          does: name === '_execute_action' ? t('key_popup') : (description ?? name ?? ''),
        })),
      ),
    );
  }, []);
  return <KeyList anywhere={anywhere} onBack={onBack} />;
}
