import type { JSX } from 'preact';
import { StatusMessage } from '../../../components/status-message';
import { formatBytes, formatNumber, formatShare, t } from '../../../lib/i18n/translate';
import type { Saving } from './use-save';

interface SaveProgressProps {
  readonly saving: Saving;
  /** How many rows the file will hold; null where nobody has counted. */
  readonly rows: number | null;
}

/** How far the writing of a file is, and what became of it. */
export function SaveProgress({ saving, rows }: SaveProgressProps): JSX.Element {
  const { progress, said } = saving;
  return (
    <>
      {progress ? (
        <div class="leave-progress">
          <progress
            aria-label={t('transferExporting')}
            {...(rows === null || rows === 0 ? {} : { value: Math.min(progress.rows, rows), max: rows })}
          />
          <span class="meta">{t('exportProgress', formatNumber(progress.rows), formatBytes(progress.bytes))}</span>
          <button type="button" class="button small" onClick={saving.cancel}>
            {t('cancel')}
          </button>
        </div>
      ) : null}
      <div role="status">
        {said ? <StatusMessage tone={said.failed ? 'error' : 'info'}>{<p>{said.text}</p>}</StatusMessage> : null}
      </div>
    </>
  );
}

interface ShareProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly onCancel: () => void;
}

/** How far something is, of a whole that is known. */
export function ShareProgress({ label, done, total, onCancel }: ShareProps): JSX.Element {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  return (
    <div class="leave-progress">
      <progress aria-label={label} value={share} max={1} />
      <span class="meta">{`${label} ${formatShare(share)}`}</span>
      <button type="button" class="button small" onClick={onCancel}>
        {t('cancel')}
      </button>
    </div>
  );
}
