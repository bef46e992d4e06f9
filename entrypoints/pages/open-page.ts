import { browser } from '../../lib/browser';
import { ask, askTab } from '../../lib/messages/client';
import type { DetectorReport } from '../../lib/messages/protocol';
import type { PageState } from '../../lib/messages/to-page';
import type { Failure, Result } from '../../lib/model/result';
import { type Restriction, restrictionOf } from './restriction';

/** A page that the annotator is in. */
export interface OpenPage {
  readonly kind: 'open';
  readonly tabId: number;
  readonly state: PageState;
  /** When that state was true, to tell it from what the store learned since. */
  readonly askedAt: string;
  /** The detector's finding; null where it is not there (pages that were open before the extension was installed). */
  readonly detection: DetectorReport | null;
  readonly privateWindow: boolean;
}

/** The page in front of the reader, as far as Pressmark may look at it. */
export type Page =
  | OpenPage
  | { readonly kind: 'loading' }
  | { readonly kind: 'restricted'; readonly reason: Restriction }
  | { readonly kind: 'permission'; readonly origins: string[]; readonly site: string | null }
  | { readonly kind: 'failed'; readonly failure: Failure };

type Tab = Awaited<ReturnType<typeof browser.tabs.get>>;

const EVERYWHERE = ['http://*/*', 'https://*/*'];

/** Looks at the tab that the popup is about, and puts the annotator there where that is allowed. */
export async function openPage(search: URLSearchParams): Promise<Page> {
  const tab = await tabFor(search);
  if (tab?.id === undefined) return { kind: 'failed', failure: { code: 'page-not-reachable' } };
  if (tab.url === undefined) return withoutAddress();
  const reason = restrictionOf(tab.url, browser.runtime.getURL(''));
  if (reason) return { kind: 'restricted', reason };
  const { origin, host } = new URL(tab.url);
  const origins = [`${origin.replace(/:\d+$/, '')}/*`];
  if (!(await browser.permissions.contains({ origins }))) return { kind: 'permission', origins, site: host };
  return look(tab.id, tab.url, tab.incognito);
}

/**
 * The popup belongs to the active tab. Opened in a tab of its own it is told which one it is about (`?tab=ID`), or takes
 * the web page that was used last (`?latest`).
 */
async function tabFor(search: URLSearchParams): Promise<Tab | undefined> {
  const named = Number(search.get('tab') ?? Number.NaN);
  try {
    if (Number.isInteger(named)) return await browser.tabs.get(named);
    if (search.has('latest')) {
      const tabs = await browser.tabs.query({ url: EVERYWHERE });
      return tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
    }
    const [active] = await browser.tabs.query({ active: true, currentWindow: true });
    return active;
  } catch {
    return undefined;
  }
}

/** The browser hides the address of its own pages, and of all pages as long as access is withheld. */
async function withoutAddress(): Promise<Page> {
  if (await browser.permissions.contains({ origins: EVERYWHERE })) return { kind: 'restricted', reason: 'hidden' };
  return { kind: 'permission', origins: EVERYWHERE, site: null };
}

async function look(tabId: number, at: string, privateWindow: boolean): Promise<Page> {
  const askedAt = new Date().toISOString();
  const opened = await ask('page.open', { tabId });
  if (!opened.ok) return { kind: 'failed', failure: opened.error };
  const [state, detection] = await Promise.all([stateOf(tabId), askTab(tabId, 'detector.state', {})]);
  if (!state.ok) return { kind: 'failed', failure: state.error };
  const { url, canonicalUrl } = state.value.page;
  const addresses = await ask('page.addresses', { at, url, canonicalUrl });
  if (!addresses.ok) return { kind: 'failed', failure: addresses.error };
  return {
    kind: 'open',
    tabId,
    state: { ...state.value, page: { ...state.value.page, ...addresses.value } },
    askedAt,
    detection: detection.ok ? detection.value : null,
    privateWindow,
  };
}

/** An annotator that has only just been put there may need a moment until it listens. */
async function stateOf(tabId: number, tries = 5): Promise<Result<PageState>> {
  const state = await askTab(tabId, 'annotator.state', {});
  if (state.ok || state.error.code !== 'page-not-reachable' || tries <= 1) return state;
  await new Promise((resolve) => setTimeout(resolve, 150));
  return stateOf(tabId, tries - 1);
}
