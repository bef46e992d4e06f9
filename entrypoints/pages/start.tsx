import { liveQuery } from 'dexie';
import { type ComponentChild, type JSX, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { SettingsProvider } from '../../components/settings-context';
import { FailureMessage } from '../../components/status-message';
import { useLive } from '../../components/use-live';
import { t } from '../../lib/i18n/translate';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings';
import type { PressmarkDatabase } from '../../lib/store/database';
import { describeStoreError } from '../../lib/store/errors';
import { getSettings } from '../../lib/store/settings';

/**
 * Shows a page of ours. Where the browser refuses the store, as Firefox does in private windows, it says so: the page's
 * live queries would wait for ever, since Dexie takes a store that did not open for one that was closed.
 */
export function startPage(db: PressmarkDatabase, page: ComponentChild): void {
  const root = document.getElementById('app');
  if (!root) return;
  db.open().catch((error: unknown) => {
    render(<WithoutStore error={error} />, root);
  });
  render(<WithSettings db={db} page={page} />, root);
}

/** A store that is slow to open must not keep a page empty. */
const LONGEST_WAIT_MS = 300;

interface WithSettingsProps {
  readonly db: PressmarkDatabase;
  readonly page: ComponentChild;
}

/** The page with the reader's scales and colour names, now and whenever they change. */
function WithSettings({ db, page }: WithSettingsProps): JSX.Element | null {
  const live = useLive(() => liveQuery(() => getSettings(db)), 'settings');
  const [waiting, setWaiting] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setWaiting(false), LONGEST_WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  if (live.state === 'loading' && waiting) return null;
  return <SettingsProvider settings={live.state === 'ready' ? live.value : DEFAULT_SETTINGS}>{page}</SettingsProvider>;
}

function WithoutStore({ error }: { readonly error: unknown }) {
  const described = describeStoreError(error);
  return (
    <main class="without-store">
      <h1>{t('storeClosed')}</h1>
      {described.ok ? null : <FailureMessage failure={described.error} onRetry={() => location.reload()} />}
    </main>
  );
}
