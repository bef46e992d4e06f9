import { browser } from './browser';

/**
 * Chrome's side panel and Firefox's sidebar behind one door. Both open only inside the reader's gesture, so nothing may
 * be awaited before these calls. The polyfill has no types for `sidePanel`; the few used here are narrowed by hand.
 */
interface SidePanel {
  open(options: { readonly windowId: number } | { readonly tabId: number }): Promise<void>;
}

const hasOpen = (value: unknown): value is SidePanel =>
  typeof value === 'object' && value !== null && 'open' in value && typeof value.open === 'function';

function sidePanel(): SidePanel | null {
  // The polyfill wraps only what it knows; Chrome's own object has the rest.
  const api: unknown = Reflect.get(globalThis, 'chrome');
  const panel: unknown = typeof api === 'object' && api !== null ? Reflect.get(api, 'sidePanel') : undefined;
  return hasOpen(panel) ? panel : null;
}

/**
 * Opens the panel in a window, or in that of a tab. Call it synchronously in the handler of a click, a menu or a key. False where the
 * browser refuses or has no panel.
 */
export function openPanel(where: {
  readonly windowId?: number | undefined;
  readonly tabId?: number | null;
}): Promise<boolean> {
  const panel = sidePanel();
  const { windowId, tabId } = where;
  const place = windowId !== undefined ? { windowId } : typeof tabId === 'number' ? { tabId } : null;
  const opened =
    panel !== null && place !== null
      ? panel.open(place)
      : panel === null && 'sidebarAction' in browser
        ? browser.sidebarAction.open()
        : Promise.reject(new Error('no panel'));
  return opened.then(
    () => true,
    () => false,
  );
}
