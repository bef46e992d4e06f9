import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { KeyIcon, LibraryIcon } from '../../components/icons';
import { t } from '../../lib/i18n/translate';
import { ask } from '../../lib/messages/client';
import type { PressmarkDatabase } from '../../lib/store/database';
import { Keys } from '../pages/all-keys';
import { OtherPage } from '../pages/other-page';
import { ArticlePanel } from './article-panel';
import { isTyping } from './keys';
import type { PanelWork } from './tab-props';
import { usePanelPage } from './use-panel-page';

/** The panel: the page in front of the reader, for longer work. */
export function PanelApp({ db }: { readonly db: PressmarkDatabase }): JSX.Element {
  const { page, look } = usePanelPage();
  const [work, turnTo] = useState<PanelWork | null>(null);
  const [keys, showKeys] = useState(location.hash === '#keys');
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === '?' && !isTyping(event)) showKeys((now) => !now);
      else if (event.key === 'Escape') showKeys(false);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div class="side">
      <main>
        {keys ? <Keys onBack={() => showKeys(false)} /> : null}
        <div hidden={keys}>
          {page.kind === 'open' ? (
            <ArticlePanel
              key={`${page.tabId} ${page.state.page.url}`}
              db={db}
              page={page}
              work={work}
              onTurn={turnTo}
              onLook={look}
            />
          ) : (
            <OtherPage page={page} onRetry={look} />
          )}
        </div>
      </main>
      <footer class="side-footer">
        <button type="button" class="button quiet small" onClick={() => void ask('library.open', {})}>
          <LibraryIcon />
          {t('openLibrary')}
        </button>
        <button type="button" class="button quiet small" aria-expanded={keys} onClick={() => showKeys((now) => !now)}>
          <KeyIcon />
          {t('keysOpen')}
        </button>
      </footer>
    </div>
  );
}
