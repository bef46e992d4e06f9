import type { JSX } from 'preact';
import { ExportIcon, ImportIcon } from '../../components/icons';
import { formatBytes, t } from '../../lib/i18n/translate';
import { exportAddress } from './leave/rooms';
import { useStorage } from './leave/storage-state';

/** The way to the export of everything, or of one article. */
export function ExportButton({ articleId }: { readonly articleId?: string }): JSX.Element {
  return (
    <a class="button" href={exportAddress(articleId)}>
      <ExportIcon />
      {t(articleId === undefined ? 'transferExport' : 'transferExportArticle')}
    </a>
  );
}

/** The ways to the rooms in which things come back and are set. */
export function ImportControl(): JSX.Element {
  return (
    <>
      <a class="button" href="#/import">
        <ImportIcon />
        {t('transferImport')}
      </a>
      <a class="button quiet" href="#/backup">
        {t('backupTitle')}
      </a>
      <a class="button quiet" href="#/settings">
        {t('settingsTitle')}
      </a>
    </>
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
