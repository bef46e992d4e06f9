import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { StatusMessage } from '../../components/status-message';
import { formatList, plural, t } from '../../lib/i18n/translate';
import { type DamagedRow, damagedRows } from '../../lib/store/damaged';
import type { PressmarkDatabase } from '../../lib/store/database';
import { downloadFile } from './download';

/** So many are named; the file has them all. */
const NAMED = 5;

/** Names the rows that were set aside because they are damaged, and gives them as they lie; nothing where there are none. */
export function DamagedNotice({ db }: { readonly db: PressmarkDatabase }): JSX.Element | null {
  const [rows, setRows] = useState<readonly DamagedRow[]>([]);
  useEffect(() => {
    const leaving = new AbortController();
    void damagedRows(db, leaving.signal)
      .then((found) => leaving.signal.aborted || setRows(found))
      .catch(() => {
        // A store that can't be read is explained by whatever shows its rows.
      });
    return () => leaving.abort();
  }, [db]);
  if (rows.length === 0) return null;
  const ids = formatList(rows.slice(0, NAMED).map(({ id }) => id));
  const save = (): void =>
    downloadFile(new Blob([JSON.stringify(rows, null, 1)], { type: 'application/json' }), 'pressmark-damaged.json');
  return (
    <StatusMessage tone="caution">
      <p>{plural('damagedRows', rows.length, ids)}</p>
      <button type="button" class="button small" onClick={save}>
        {t('damagedSave')}
      </button>
    </StatusMessage>
  );
}
