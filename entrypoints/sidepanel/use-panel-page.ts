import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { browser } from '../../lib/browser';
import { openPage, type Page } from '../pages/open-page';

/** Frameworks change the address several times in a row: the last one counts. */
const SETTLE_MS = 200;

/** The page in the active tab of the panel's window, looked at again when another tab or another page comes there. */
export function usePanelPage(): { readonly page: Page; readonly look: () => void } {
  const [page, setPage] = useState<Page>({ kind: 'loading' });
  const turn = useRef(0);
  const look = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    void openPage(new URLSearchParams(location.search)).then((found) => {
      // An answer that comes after the reader has moved on is about the wrong page.
      if (mine === turn.current) setPage(found);
    });
  }, []);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(look, SETTLE_MS);
    };
    const updated = (_id: number, change: { status?: string; url?: string }, tab: { active: boolean }): void => {
      if (change.url === undefined && change.status !== 'complete') return;
      if (tab.active || location.search !== '') soon();
    };
    look();
    browser.tabs.onActivated.addListener(soon);
    browser.tabs.onUpdated.addListener(updated);
    return () => {
      clearTimeout(timer);
      browser.tabs.onActivated.removeListener(soon);
      browser.tabs.onUpdated.removeListener(updated);
    };
  }, [look]);
  return { page, look };
}
