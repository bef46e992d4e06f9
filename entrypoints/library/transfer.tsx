import type { JSX } from 'preact';
import { ExportIcon } from '../../components/icons';
import { formatBytes, t } from '../../lib/i18n/translate';
import { exportAddress } from './leave/rooms';
import { useStorage } from './leave/storage-state';

/** The way to the export of one article. */
export function ExportButton({ articleId }: { readonly articleId: string }): JSX.Element {
  return (
    <a class="button" href={exportAddress(articleId)}>
      <ExportIcon />
      {t('transferExportArticle')}
    </a>
  );
}

/** Where the data lies, how much it is, and what would erase it. */
export function StorageNote({ version }: { readonly version: string }): JSX.Element {
  const state = useStorage(version);
  return (
    <div class="storage-note">
      <p>{t('transferStays')}</p>
      <p>
        <strong>{t('transferUninstall')}</strong>
      </p>
      {state === null ? null : <p class="meta">{t('transferUsed', formatBytes(state.used))}</p>}
    </div>
  );
}
