import { normaliseAddress } from '../model/address';
import { detectArticle } from './detect';
import { addressOf, bodyOf } from './dom';
import type { Detection } from './facts';

/** How often a page whose text arrives late is looked at again, and how long between two looks (milliseconds). */
const MAX_LOOKS = 6;
const PAUSES = [400, 800, 1_500, 3_000, 6_000, 12_000];
/** After this much waiting (milliseconds) the page is left alone until it navigates. */
const PATIENCE = 60_000;
/** A finding beyond these scores will not change by what else arrives. */
const SURE_YES = 0.9;

interface Navigator {
  addEventListener(type: string, listener: () => void, options: { signal: AbortSignal }): void;
}

const isNavigator = (value: unknown): value is Navigator =>
  typeof value === 'object' &&
  value !== null &&
  'addEventListener' in value &&
  typeof value.addEventListener === 'function';

/** Runs `work` when the page is idle, at the latest after two seconds. */
function whenIdle(win: Window, work: () => void): void {
  if (typeof win.requestIdleCallback === 'function') win.requestIdleCallback(work, { timeout: 2_000 });
  else win.setTimeout(work, 50);
}

const isSettled = (report: Detection): boolean =>
  report.newsArticle ? report.score >= SURE_YES : report.stage === 'address';

/**
 * The page's own canonical address went stale if the page moved on within the document and left the former one's behind.
 */
function freshCanonical(
  report: Detection,
  address: string,
  before: { address: string; canonicalUrl: string } | null,
): string {
  const own = normaliseAddress(address);
  if (before === null || own === null || report.canonicalUrl !== before.canonicalUrl) return report.canonicalUrl;
  const was = normaliseAddress(before.address);
  return was === before.canonicalUrl && was !== own && new URL(was).pathname !== new URL(own).pathname
    ? own
    : report.canonicalUrl;
}

/**
 * Looks at the document once now, again when it navigates without loading, and, a bounded number of times, while its
 * text may still arrive. `report` is called when a finding differs from the one before. Ends with `signal`; leaves no
 * observer behind once it is sure.
 */
export function watchArticle(
  win: Window,
  report: (finding: Detection) => void,
  signal: AbortSignal,
): { current(): Detection | null } {
  const doc = win.document;
  let last: Detection | null = null;
  let address = '';
  let before: { address: string; canonicalUrl: string } | null = null;
  let looks = 0;
  let since = 0;
  let timer = 0;
  const observer = new MutationObserver(() => {
    observer.disconnect();
    wait();
  });
  const wait = () => {
    win.clearTimeout(timer);
    timer = win.setTimeout(() => whenIdle(win, look), PAUSES[Math.min(looks, PAUSES.length - 1)]);
  };
  const look = () => {
    if (signal.aborted) return;
    looks++;
    const finding = detectArticle(doc, addressOf(doc));
    const fresh = { ...finding, canonicalUrl: freshCanonical(finding, addressOf(doc), before) };
    const changed =
      last === null ||
      fresh.newsArticle !== last.newsArticle ||
      fresh.kind !== last.kind ||
      fresh.canonicalUrl !== last.canonicalUrl;
    last = fresh;
    if (changed) report(fresh);
    const target = bodyOf(doc);
    if (!isSettled(fresh) && looks < MAX_LOOKS && Date.now() - since < PATIENCE && target !== null)
      observer.observe(target, { childList: true, subtree: true });
  };
  const start = () => {
    observer.disconnect();
    address = addressOf(doc);
    looks = 0;
    since = Date.now();
  };
  const moved = () => {
    if (signal.aborted || addressOf(doc).split('#')[0] === address.split('#')[0]) return;
    if (last !== null) before = { address, canonicalUrl: last.canonicalUrl };
    start();
    wait();
  };
  const navigation: unknown = 'navigation' in win ? win.navigation : null;
  if (isNavigator(navigation)) navigation.addEventListener('navigatesuccess', moved, { signal });
  else win.addEventListener('hashchange', moved, { signal });
  win.addEventListener('popstate', moved, { signal });
  // A page that comes back from the back/forward cache has to be announced again.
  win.addEventListener('pageshow', (event) => event.persisted && last !== null && report(last), { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    win.clearTimeout(timer);
  });
  start();
  look();
  return { current: () => last };
}
