import { browser } from '../../lib/browser';
import { highlightCss } from '../../lib/highlight/style';
import { askSuggester, askTab } from '../../lib/messages/client';
import { fail, ok, type Result } from '../../lib/model/result';

/** Injections under way, so that two at once are one. Empty again after a restart, which is harmless. */
const underWay = new Map<number, Promise<Result<null>>>();

/**
 * Puts the annotator into a tab's page, if it is not there yet. Fails with `page-restricted` where the browser lets no
 * extension in (its own pages, its store) and with `page-permission` where the reader withheld access to the site.
 */
export function openAnnotator(tabId: number): Promise<Result<null>> {
  const running = underWay.get(tabId);
  if (running) return running;
  const run = inject(tabId).finally(() => underWay.delete(tabId));
  underWay.set(tabId, run);
  return run;
}

async function inject(tabId: number): Promise<Result<null>> {
  if ((await askTab(tabId, 'annotator.ping', {})).ok) return ok(null);
  try {
    const target = { tabId, frameIds: [0] };
    await browser.scripting.insertCSS({ target, css: highlightCss(), origin: 'AUTHOR' });
    await browser.scripting.executeScript({ target, files: ['/annotator.js'] });
    return ok(null);
  } catch {
    return fail((await isOpenPage(tabId)) ? 'page-permission' : 'page-restricted');
  }
}

/**
 * Puts the rules of our highlights into every frame of a tab, once: what is there already is taken out first. A frame
 * that the browser lets no extension into stays without.
 */
export async function styleFrames(tabId: number): Promise<Result<null>> {
  const css = { target: { tabId, allFrames: true }, css: highlightCss(), origin: 'AUTHOR' } as const;
  try {
    await browser.scripting.removeCSS(css);
    await browser.scripting.insertCSS(css);
    return ok(null);
  } catch {
    return fail('page-not-reachable');
  }
}

/** Puts the suggester into a tab's page, if it is not there yet. Fails like `openAnnotator`. */
export async function openSuggester(tabId: number): Promise<Result<null>> {
  if ((await askSuggester(tabId, 'suggester.ping', {})).ok) return ok(null);
  try {
    const target = { tabId, frameIds: [0] };
    await browser.scripting.executeScript({ target, files: ['/suggester.js'] });
    return ok(null);
  } catch {
    return fail((await isOpenPage(tabId)) ? 'page-permission' : 'page-restricted');
  }
}

async function isOpenPage(tabId: number): Promise<boolean> {
  try {
    const { url } = await browser.tabs.get(tabId);
    if (url === undefined || !/^https?:\/\//i.test(url)) return false;
    return !(await browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] }));
  } catch {
    return false;
  }
}

/**
 * Puts the detector into the tabs that were open before this version came: what the former one left there is cut off.
 * Firefox does so by itself. Tabs that let no extension in are passed over.
 */
export async function enterOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'], discarded: false });
  await Promise.allSettled(
    tabs.flatMap(({ id }) =>
      id === undefined
        ? []
        : [browser.scripting.executeScript({ target: { tabId: id, frameIds: [0] }, files: ['/detector.js'] })],
    ),
  );
}
