import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { LockIcon } from '../../components/icons';
import { EmptyState, PermissionAsk } from '../../components/notices';
import { FailureMessage } from '../../components/status-message';
import { browser } from '../../lib/browser';
import { t } from '../../lib/i18n/translate';
import type { Page } from './open-page';

interface OtherPageProps {
  readonly page: Exclude<Page, { kind: 'open' }>;
  readonly onRetry: () => void;
}

/** A page that Pressmark can't work on: why, and what to do about it. */
export function OtherPage({ page, onRetry }: OtherPageProps): JSX.Element {
  const [denied, setDenied] = useState(false);
  if (page.kind === 'loading') return <p class="help">{t('loading')}</p>;
  if (page.kind === 'restricted') {
    return (
      <EmptyState icon={<LockIcon />} title={t('restrictedTitle')}>
        <p>{t(`restricted_${page.reason}`)}</p>
      </EmptyState>
    );
  }
  if (page.kind === 'permission') {
    // Asked before anything is awaited: browsers accept the question only in the click itself.
    const grant = (): void => {
      void browser.permissions.request({ origins: page.origins }).then(
        (given) => (given ? onRetry() : setDenied(true)),
        () => setDenied(true),
      );
    };
    return <PermissionAsk site={page.site} denied={denied} onGrant={grant} />;
  }
  return <FailureMessage failure={page.failure} onRetry={onRetry} />;
}
