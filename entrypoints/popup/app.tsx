import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { LockIcon } from '../../components/icons';
import { EmptyState, PermissionAsk } from '../../components/notices';
import { FailureMessage } from '../../components/status-message';
import { browser } from '../../lib/browser';
import { t } from '../../lib/i18n/translate';
import type { PressmarkDatabase } from '../../lib/store/database';
import { ArticleView } from './article-view';
import { PopupFooter } from './footer';
import { openPage, type Page } from './open-page';

/** The popup: acts on the page in front of the reader, or says why it can't. */
export function PopupApp({ db }: { readonly db: PressmarkDatabase }): JSX.Element {
  const [page, setPage] = useState<Page>({ kind: 'loading' });
  const look = useCallback(async () => setPage(await openPage(new URLSearchParams(location.search))), []);
  useEffect(() => {
    void look();
    // Opened in a window of its own, it stays open while the reader selects other words on the page.
    const again = (): void => {
      if (document.visibilityState === 'visible') void look();
    };
    document.addEventListener('visibilitychange', again);
    return () => document.removeEventListener('visibilitychange', again);
  }, [look]);
  if (page.kind === 'open') return <ArticleView key={page.state.url} db={db} page={page} />;
  return (
    <div class="popup">
      <main>
        <OtherPage page={page} onRetry={() => void look()} />
      </main>
      <PopupFooter />
    </div>
  );
}

interface OtherPageProps {
  readonly page: Exclude<Page, { kind: 'open' }>;
  readonly onRetry: () => void;
}

function OtherPage({ page, onRetry }: OtherPageProps): JSX.Element {
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
