/**
 * Pages go on living: content comes late, frameworks render again, addresses change without a load. This watches for
 * it within bounds and says when to look again.
 */
export interface LivingPage {
  /** The page's content has changed, and has been quiet for a moment. */
  onContent(): void;
  /** The page has another address now. */
  onAddress(): void;
}

const QUIET_MS = 250;
const LONGEST_WAIT_MS = 2_000;
/** A page that never rests (a ticker, a player) is looked at ever more rarely. */
const SLOWEST_MS = 30_000;

/** Watches until `signal` aborts. Mutations of our own host are not the page's. */
export function watchPage(doc: Document, host: Node | null, page: LivingPage, signal: AbortSignal): void {
  watchContent(doc, host, page, signal);
  watchAddress(doc, page, signal);
}

function watchContent(doc: Document, host: Node | null, page: LivingPage, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let pause = QUIET_MS;
  let lastRun = 0;
  const run = (): void => {
    timer = undefined;
    since = 0;
    const now = Date.now();
    pause = now - lastRun < 10_000 ? Math.min(pause * 1.5, SLOWEST_MS) : QUIET_MS;
    lastRun = now;
    page.onContent();
  };
  const observer = new MutationObserver((records) => {
    if (records.every((record) => record.target === host || isOnlyHost(record, host))) return;
    const now = Date.now();
    since ||= now;
    if (timer !== undefined && now - since < Math.max(LONGEST_WAIT_MS, pause)) clearTimeout(timer);
    else if (timer !== undefined) return;
    timer = setTimeout(run, pause);
  });
  observer.observe(doc, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

function isOnlyHost(record: MutationRecord, host: Node | null): boolean {
  const nodes = [...record.addedNodes, ...record.removedNodes];
  return nodes.length > 0 && nodes.every((node) => node === host);
}

interface NavigationLike {
  addEventListener(type: string, listener: () => void, options: { signal: AbortSignal }): void;
}

const isNavigation = (value: unknown): value is NavigationLike =>
  typeof value === 'object' &&
  value !== null &&
  'addEventListener' in value &&
  typeof value.addEventListener === 'function';

function watchAddress(doc: Document, page: LivingPage, signal: AbortSignal): void {
  const view = doc.defaultView;
  if (!view) return;
  let known = withoutHash(view.location.href);
  const look = (): void => {
    const now = withoutHash(view.location.href);
    if (now === known) return;
    known = now;
    page.onAddress();
  };
  const navigation: unknown = Reflect.get(view, 'navigation');
  if (isNavigation(navigation)) navigation.addEventListener('navigatesuccess', look, { signal });
  view.addEventListener('popstate', look, { signal });
  view.addEventListener('pageshow', look, { signal });
}

const withoutHash = (address: string): string => address.replace(/#.*$/, '');
