import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../lib/i18n/translate';
import { WAITS_AFTER_MS } from './save-patience';

/** Says of a save that does not come through at once what it waits for. */
export function SavingWaits({ saving }: { readonly saving: boolean }): JSX.Element {
  const [waits, setWaits] = useState(false);
  useEffect(() => {
    if (!saving) return undefined;
    const timer = setTimeout(() => setWaits(true), WAITS_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setWaits(false);
    };
  }, [saving]);
  return (
    <p role="status" class={waits ? 'help' : 'hidden-visually'}>
      {waits ? t('savingWaits') : ''}
    </p>
  );
}
