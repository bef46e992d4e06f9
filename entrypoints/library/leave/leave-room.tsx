import { liveQuery } from 'dexie';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { FailureMessage } from '../../../components/status-message';
import { useLive } from '../../../components/use-live';
import { type MessageKey, t } from '../../../lib/i18n/translate';
import type { PressmarkDatabase } from '../../../lib/store/database';
import { getSettings } from '../../../lib/store/settings';
import { TopBar } from '../top-bar';
import { BackupPage } from './backup-page';
import { ExportPage } from './export-page';
import { ImportPage } from './import-page';
import type { Room } from './rooms';
import { SettingsPage } from './settings-page';
import './leave.css';
import './plan.css';

const TITLES: Readonly<Record<Room['kind'], MessageKey>> = {
  export: 'exportTitle',
  import: 'importTitle',
  backup: 'backupTitle',
  settings: 'settingsTitle',
};

interface LeaveRoomProps {
  readonly db: PressmarkDatabase;
  readonly room: Room;
}

/** The room that the address names, with the way to the others. Reads nothing of the library that it does not need. */
export function LeaveRoom({ db, room }: LeaveRoomProps): JSX.Element {
  const settings = useLive(() => liveQuery(() => getSettings(db)), 'settings');
  const title = t(TITLES[room.kind]);
  useEffect(() => {
    document.title = `${title} – Pressmark`;
    scrollTo(0, 0);
    return () => {
      document.title = `${t('libraryTitle')} – Pressmark`;
    };
  }, [title]);
  return (
    <div class="library leave">
      <TopBar here={room.kind} />
      <main>
        <h1 class="library-title">{title}</h1>
        {settings.state === 'failed' ? (
          <FailureMessage failure={{ code: 'storage-failed' }} onRetry={() => location.reload()} />
        ) : null}
        {settings.state === 'ready' && room.kind === 'export' ? (
          <ExportPage key={JSON.stringify(room.scope)} db={db} scope={room.scope} settings={settings.value} />
        ) : null}
        {room.kind === 'import' ? <ImportPage /> : null}
        {settings.state === 'ready' && room.kind === 'backup' ? <BackupPage db={db} settings={settings.value} /> : null}
        {settings.state === 'ready' && room.kind === 'settings' ? <SettingsPage settings={settings.value} /> : null}
      </main>
    </div>
  );
}
