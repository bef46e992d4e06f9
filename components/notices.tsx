import type { ComponentChildren, JSX } from 'preact';
import { t } from '../lib/i18n/translate';
import { LockIcon, PrivateIcon } from './icons';

interface PermissionAskProps {
  /** The site's host; null where the browser hides even the address until access is given (Firefox). */
  readonly site: string | null;
  /** Called in the click, which browsers require for asking. */
  readonly onGrant: () => void;
  /** The reader was asked and said no. */
  readonly denied?: boolean;
}

/** Says why access to a site is needed, and asks for it on a click. */
export function PermissionAsk({ site, onGrant, denied = false }: PermissionAskProps): JSX.Element {
  return (
    <section class="empty">
      <LockIcon />
      <h2>{t(site === null ? 'permissionTitleAll' : 'permissionTitle')}</h2>
      <p>{site === null ? t('permissionTextAll') : t('permissionText', site)}</p>
      <button type="button" class="button primary" onClick={onGrant}>
        {site === null ? t('permissionGrantAll') : t('permissionGrant', site)}
      </button>
      <p role="status">{denied ? t('permissionDenied') : ''}</p>
    </section>
  );
}

interface PrivateWindowNoticeProps {
  /** Whether this one save may be stored; never remembered. Null where nothing is about to be saved. */
  readonly consent: boolean | null;
  readonly onConsent: (consent: boolean) => void;
}

/** Says that a private window stores nothing, and takes the reader's consent for this save alone. */
export function PrivateWindowNotice({ consent, onConsent }: PrivateWindowNoticeProps): JSX.Element {
  return (
    <div class="status caution">
      <PrivateIcon />
      <div>
        <strong>{t('privateTitle')}</strong>
        <p>{t('privateText')}</p>
        {consent === null ? null : (
          <label class="check">
            <input type="checkbox" checked={consent} onChange={(event) => onConsent(event.currentTarget.checked)} />
            <span>{t('privateConsent')}</span>
          </label>
        )}
      </div>
    </div>
  );
}

interface EmptyStateProps {
  readonly icon: JSX.Element;
  readonly title: string;
  readonly children?: ComponentChildren;
}

/** What stands where there is nothing yet: a mark, a heading, what to do. */
export function EmptyState({ icon, title, children }: EmptyStateProps): JSX.Element {
  return (
    <section class="empty">
      {icon}
      <h2>{title}</h2>
      {children}
    </section>
  );
}
