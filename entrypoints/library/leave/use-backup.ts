import { liveQuery } from 'dexie';
import { useLive } from '../../../components/use-live';
import type { Settings } from '../../../lib/settings/settings';
import { type BackupState, backupState } from '../../../lib/store/backup';
import type { PressmarkDatabase } from '../../../lib/store/database';

/** How things stand with backups, counted again when rows change; null until it was counted. */
export function useBackup(
  db: PressmarkDatabase,
  { backupDays, backupChanges }: Pick<Settings, 'backupDays' | 'backupChanges'>,
): BackupState | null {
  const live = useLive(
    () => liveQuery(() => backupState(db, { backupDays, backupChanges }, new Date().toISOString())),
    `${backupDays} ${backupChanges}`,
  );
  return live.state === 'ready' ? live.value : null;
}
