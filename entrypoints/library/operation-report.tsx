import { liveQuery } from 'dexie';
import type { JSX } from 'preact';
import { LiveRegion } from '../../components/live-region';
import { useColourNames } from '../../components/settings-context';
import { FailureMessage } from '../../components/status-message';
import { UndoBar } from '../../components/undo-bar';
import { useLive } from '../../components/use-live';
import { formatMoment, formatShare, plural, t } from '../../lib/i18n/translate';
import type { Operation } from '../../lib/model/bulk';
import type { PressmarkDatabase } from '../../lib/store/database';
import { recentOperations } from '../../lib/store/operations';
import { operationText } from './operation-words';
import { type Operations, useOperations } from './use-operations';

/** What an operation came to: that it failed, or what was done with the way back; said aloud as well. */
export function OperationReport({ operations }: { readonly operations: Operations }): JSX.Element {
  const { busy, share, failure, last, said, undo, dismiss } = operations;
  const names = useColourNames();
  return (
    <>
      {failure ? <FailureMessage failure={failure} /> : null}
      {busy && share !== null ? <OperationProgress share={share} /> : null}
      {last && !busy ? (
        <UndoBar
          text={operationText(last, names)}
          undoLabel={t('bulkUndo')}
          onUndo={() => void undo(last.id)}
          onDismiss={dismiss}
        />
      ) : null}
      <LiveRegion text={busy ? t('bulkWorking') : last ? '' : said} />
    </>
  );
}

/** How far an operation is that takes a while; closing the page before its end leaves everything as it was. */
function OperationProgress({ share }: { readonly share: number }): JSX.Element {
  return (
    <p class="row operation-progress">
      <progress max={1} value={share} aria-label={t('bulkWorking')} />
      <span class="meta">{`${t('bulkWorking')} ${formatShare(share)}`}</span>
    </p>
  );
}

interface RecentProps {
  readonly db: PressmarkDatabase;
}

/** Operations on many rows that can still be undone, also after a reload. */
export const useRecentOperations = (db: PressmarkDatabase): readonly Operation[] => {
  const live = useLive(() => liveQuery(() => recentOperations(db)), 'operations');
  return live.state === 'ready' ? live.value : [];
};

/** Those operations, folded away, each with its undo; nothing where there are none. */
export function RecentOperations({ db }: RecentProps): JSX.Element | null {
  const recent = useRecentOperations(db);
  const operations = useOperations();
  const names = useColourNames();
  return (
    <>
      {operations.failure ? <FailureMessage failure={operations.failure} /> : null}
      {operations.busy && operations.share !== null ? <OperationProgress share={operations.share} /> : null}
      <LiveRegion text={operations.said} />
      {recent.length === 0 ? null : (
        <details class="deleted">
          <summary>{plural('bulkRecent', recent.length)}</summary>
          <p class="help">{t('bulkRecentHelp')}</p>
          <ul>
            {recent.map((operation) => (
              <li key={operation.id}>
                <span dir="auto">
                  {operationText(operation, names)} <span class="meta">{formatMoment(operation.at)}</span>
                </span>
                <button
                  type="button"
                  class="button small"
                  aria-disabled={operations.busy}
                  onClick={() => {
                    if (!operations.busy) void operations.undo(operation.id);
                  }}
                >
                  {t('bulkUndo')}
                  <span class="hidden-visually">: {operationText(operation, names)}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
