import { type JSX, render } from 'preact';
import { LiveRegion } from '../../components/live-region';
import { PrivateWindowNotice } from '../../components/notices';
import { FailureMessage } from '../../components/status-message';
import { UndoBar } from '../../components/undo-bar';
import { t } from '../../lib/i18n/translate';
import type { Failure } from '../../lib/model/result';

/** What the page's own corner can say. */
export type Notice =
  | { readonly kind: 'waits' }
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'undo'; readonly text: string; readonly onUndo: () => void }
  | { readonly kind: 'private'; readonly onConsent: () => void }
  | { readonly kind: 'draft'; readonly quote: string; readonly onContinue: () => void; readonly onDiscard: () => void };

/** A corner of the page where one notice stands until it is answered or dismissed, and a live region. */
export class NoticeCorner {
  readonly #element: HTMLElement;
  #notice: Notice | null = null;
  #said = '';

  constructor(root: ShadowRoot) {
    this.#element = root.ownerDocument.createElement('div');
    this.#element.className = 'pm page-notice';
    root.append(this.#element);
    this.#render();
  }

  show(notice: Notice | null): void {
    this.#notice = notice;
    this.#render();
  }

  /** Says something to those who can't see it happen. */
  say(text: string): void {
    this.#said = text;
    this.#render();
  }

  #render(): void {
    render(
      <>
        <LiveRegion text={this.#said} />
        {this.#notice ? <NoticeBody notice={this.#notice} onDismiss={() => this.show(null)} /> : null}
      </>,
      this.#element,
    );
  }
}

function NoticeBody({ notice, onDismiss }: { readonly notice: Notice; readonly onDismiss: () => void }): JSX.Element {
  if (notice.kind === 'undo') return <UndoBar text={notice.text} onUndo={notice.onUndo} onDismiss={onDismiss} />;
  return (
    <div class="card" role="dialog" aria-label={t('extensionName')}>
      <NoticeText notice={notice} />
      <div class="row">
        {notice.kind === 'private' ? <Act label={t('privateConsent')} onClick={notice.onConsent} /> : null}
        {notice.kind === 'draft' ? <Act label={t('draftContinue')} onClick={notice.onContinue} /> : null}
        <button type="button" class="button quiet" onClick={notice.kind === 'draft' ? notice.onDiscard : onDismiss}>
          {t(notice.kind === 'draft' ? 'discard' : 'close')}
        </button>
      </div>
    </div>
  );
}

function NoticeText({ notice }: { readonly notice: Exclude<Notice, { kind: 'undo' }> }): JSX.Element {
  if (notice.kind === 'failure') return <FailureMessage failure={notice.failure} />;
  if (notice.kind === 'private') return <PrivateWindowNotice consent={null} onConsent={() => {}} />;
  if (notice.kind === 'waits') return <p role="status">{t('savingWaits')}</p>;
  const { quote } = notice;
  return <p>{t('draftWaiting', quote.length > 80 ? `${quote.slice(0, 80)}…` : quote)}</p>;
}

function Act({ label, onClick }: { readonly label: string; readonly onClick: () => void }): JSX.Element {
  return (
    <button type="button" class="button primary" onClick={onClick}>
      {label}
    </button>
  );
}
