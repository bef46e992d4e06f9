import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ExportIcon, ImportIcon } from '../../../components/icons';
import { StatusMessage } from '../../../components/status-message';
import { formatBytes, formatDate, formatShare, plural, t } from '../../../lib/i18n/translate';
import type { Settings } from '../../../lib/settings/settings';
import type { PressmarkDatabase } from '../../../lib/store/database';
import { ReminderFields } from './reminder-fields';
import { requestFor } from './save-file';
import { SaveProgress } from './save-progress';
import { isNearlyFull, requestPersistence, type StorageState, useStorage } from './storage-state';
import { useBackup } from './use-backup';
import { useSave } from './use-save';

interface BackupPageProps {
  readonly db: PressmarkDatabase;
  readonly settings: Settings;
}

/** Everything into one file and back, when to be reminded of it, and where it all lies. */
export function BackupPage({ db, settings }: BackupPageProps): JSX.Element {
  const state = useBackup(db, settings);
  const saving = useSave();
  return (
    <div class="leave-stack">
      <StatusMessage tone="caution">
        <p>{t('transferStays')}</p>
        <p>
          <strong>{t('transferUninstall')}</strong>
        </p>
      </StatusMessage>
      <section class="leave-part">
        <h2 class="section-title">{t('backupNow')}</h2>
        <p>
          {state === null
            ? ''
            : state.lastAt === null
              ? t('backupNever')
              : t('backupLast', formatDate(state.lastAt), plural('backupChanges', state.changes))}
        </p>
        <p class="help">{t('backupHelp')}</p>
        <div class="row">
          <button
            type="button"
            class="button primary"
            disabled={saving.progress !== null}
            onClick={() => void saving.save(requestFor('native', { kind: 'all' }, settings))}
          >
            <ExportIcon />
            {t('backupWrite')}
          </button>
          <a class="button" href="#/import">
            <ImportIcon />
            {t('backupRestore')}
          </a>
        </div>
        <SaveProgress saving={saving} rows={null} />
      </section>
      <ReminderFields settings={settings} />
      <StoragePart version={saving.said} />
    </div>
  );
}

/** How much is stored, how much may be, and whether the browser may clear it. */
function StoragePart({ version }: { readonly version: unknown }): JSX.Element {
  const [asked, setAsked] = useState<boolean | null>(null);
  const state = useStorage(`${asked} ${String(version)}`);
  return (
    <section class="leave-part">
      <h2 class="section-title">{t('storageTitle')}</h2>
      {state === null ? <p>{t('storageUnknown')}</p> : <StorageUse state={state} />}
      {state && !state.persisted ? (
        <div class="row">
          <button type="button" class="button" onClick={() => void requestPersistence().then(setAsked)}>
            {t('storagePersist')}
          </button>
        </div>
      ) : null}
      <p role="status">{asked === false ? t('storageRefused') : ''}</p>
    </section>
  );
}

/** Little is not nothing. */
const shareText = (share: number): string =>
  share > 0 && share < 0.01 ? `< ${formatShare(0.01)}` : formatShare(share);

function StorageUse({ state }: { readonly state: StorageState }): JSX.Element {
  const { used, quota, persisted } = state;
  return (
    <>
      <p>
        {quota === null
          ? t('transferUsed', formatBytes(used))
          : t('storageOf', formatBytes(used), formatBytes(quota), shareText(used / quota))}
      </p>
      {quota === null ? null : <meter value={used} max={quota} high={quota * 0.8} aria-label={t('storageTitle')} />}
      {isNearlyFull(state) ? (
        <StatusMessage tone="caution">
          <p>{t('storageNearlyFull')}</p>
        </StatusMessage>
      ) : null}
      <p class="help">{t(persisted ? 'storagePersisted' : 'storageNotPersisted')}</p>
    </>
  );
}
