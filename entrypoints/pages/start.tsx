import { type ComponentChild, render } from 'preact';
import { FailureMessage } from '../../components/status-message';
import { t } from '../../lib/i18n/translate';
import type { PressmarkDatabase } from '../../lib/store/database';
import { describeStoreError } from '../../lib/store/errors';
import { followColourNames } from '../popup/colour-names';

/**
 * Shows a page of ours. Where the browser refuses the store, as Firefox does in private windows, it says so: the page's
 * live queries would wait for ever, since Dexie takes a store that did not open for one that was closed.
 */
export function startPage(db: PressmarkDatabase, page: ComponentChild): void {
  const root = document.getElementById('app');
  if (!root) return;
  let refused = false;
  db.open().catch((error: unknown) => {
    refused = true;
    render(<WithoutStore error={error} />, root);
  });
  void followColourNames(db).then(() => {
    if (!refused) render(page, root);
  });
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
