import type { JSX } from 'preact';
import { t } from '../lib/i18n/translate';
import type { Notice } from '../lib/messages/to-frame';
import { PrivateWindowNotice } from './notices';
import { FailureMessage } from './status-message';
import { UndoBar } from './undo-bar';

interface PageNoticeProps {
  readonly notice: Notice;
  /** What the notice offers is wanted: undo, consent, go on writing. */
  readonly onAccept: () => void;
  /** It is not, or there is nothing to want. */
  readonly onDecline: () => void;
}

/** What stands in a corner of the page until it is answered: a failure, an undo, a question. */
export function PageNotice({ notice, onAccept, onDecline }: PageNoticeProps): JSX.Element {
  if (notice.kind === 'deleted') return <UndoBar text={t('quoteDeleted')} onUndo={onAccept} onDismiss={onDecline} />;
  return (
    <div class="card" role="dialog" aria-label={t('extensionName')}>
      <NoticeText notice={notice} />
      <div class="row">
        {notice.kind === 'failure' || notice.kind === 'waits' ? null : (
          <button type="button" class="button primary" onClick={onAccept}>
            {t(notice.kind === 'private' ? 'privateConsent' : 'draftContinue')}
          </button>
        )}
        <button type="button" class="button quiet" onClick={onDecline}>
          {t(notice.kind === 'draft' ? 'discard' : 'close')}
        </button>
      </div>
    </div>
  );
}

function NoticeText({ notice }: { readonly notice: Exclude<Notice, { kind: 'deleted' }> }): JSX.Element {
  if (notice.kind === 'failure') return <FailureMessage failure={notice.failure} />;
  if (notice.kind === 'private') return <PrivateWindowNotice consent={null} onConsent={() => {}} />;
  if (notice.kind === 'waits') return <p role="status">{t('savingWaits')}</p>;
  return <p>{t('draftWaiting', notice.quote)}</p>;
}
