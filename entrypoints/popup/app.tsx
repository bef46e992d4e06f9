import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PressmarkDatabase } from '../../lib/store/database';
import { openPage, type Page } from '../pages/open-page';
import { OtherPage } from '../pages/other-page';
import { ArticleView } from './article-view';
import { PopupFooter } from './footer';

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
  if (page.kind === 'open') return <ArticleView key={page.state.page.url} db={db} page={page} />;
  return (
    <div class="popup">
      <main>
        <h1 class="hidden-visually">Pressmark</h1>
        <OtherPage page={page} onRetry={() => void look()} />
      </main>
      <PopupFooter />
    </div>
  );
}
