import { liveQuery } from 'dexie';
import type { JSX } from 'preact';
import { StatusMessage } from '../../../components/status-message';
import { useLive } from '../../../components/use-live';
import { formatNumber, plural, t } from '../../../lib/i18n/translate';
import { ask } from '../../../lib/messages/client';
import { type BackupState, backupState, getBackup } from '../../../lib/store/backup';
import type { PressmarkDatabase } from '../../../lib/store/database';
import { getSettings } from '../../../lib/store/settings';
import { isNearlyFull, useStorage } from './storage-state';

const WEEK_MS = 7 * 24 * 3_600_000;

/** Beyond this, how much has changed is not counted any further. */
const MOST_COUNTED = 10_000;

async function readState(db: PressmarkDatabase): Promise<BackupState> {
  const [settings, { lastAt }] = await Promise.all([getSettings(db), getBackup(db)]);
  return backupState(db, settings, new Date().toISOString(), lastAt === null ? undefined : MOST_COUNTED);
}

/**
 * What the library says unasked: that a backup is due, and that the storage is nearly full. Nothing most of the time. To
 * be shown once the library stands: what it counts would hold the first lines up.
 */
export function LibraryNotices({ db }: { readonly db: PressmarkDatabase }): JSX.Element | null {
  const live = useLive(() => liveQuery(() => readState(db)), 'backup');
  const storage = useStorage('once');
  const state = live.state === 'ready' ? live.value : null;
  const later = (): void => void ask('backup.snooze', { until: new Date(Date.now() + WEEK_MS).toISOString() });
  return (
    <>
      {storage && isNearlyFull(storage) ? (
        <StatusMessage tone="caution">
          <p>{t('storageNearlyFull')}</p>
          <p>
            <a href="#/backup">{t('backupTitle')}</a>
          </p>
        </StatusMessage>
      ) : null}
      {state?.due ? (
        <StatusMessage tone="info">
          <p>{reminderText(state)}</p>
          <div class="row">
            <a class="button small" href="#/backup">
              {t('backupWrite')}
            </a>
            <button type="button" class="button quiet small" onClick={later}>
              {t('backupLater')}
            </button>
          </div>
        </StatusMessage>
      ) : null}
    </>
  );
}

/** Why a backup is due. */
function reminderText({
  lastAt,
  days,
  changes,
}: {
  lastAt: string | null;
  days: number | null;
  changes: number;
}): string {
  if (lastAt === null) return plural('backupDueFirst', changes);
  const age = plural('backupDays', days ?? 0);
  if (changes >= MOST_COUNTED) return t('backupDueMany', age, formatNumber(MOST_COUNTED));
  return t('backupDue', age, plural('backupChanges', changes));
}
