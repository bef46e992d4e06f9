import { OWN_HOST } from '../../lib/text/page-parts';

/** Our one element on the page. Its shadow root is closed: what a reader wrote is not the page's to read. */
export interface Surface {
  readonly root: ShadowRoot;
  readonly host: HTMLElement;
  /** The words that are selected in our interface; empty where the browser does not tell. */
  selectedWords(): string;
  /** Puts the host back if the page threw it out (pages that replace their whole document do). */
  ensure(): void;
}

/** Events that stop at our interface: the page's shortcuts must not fire while somebody types a note. */
const ISOLATED = [
  'keydown',
  'keyup',
  'keypress',
  'input',
  'beforeinput',
  'paste',
  'copy',
  'cut',
  'pointerdown',
  'mousedown',
  'mouseup',
  'click',
  'focusin',
  'focusout',
] as const;

/** Makes the host element with its styles, and takes it away when `signal` aborts. */
export function openSurface(doc: Document, css: string, signal: AbortSignal): Surface {
  const host = doc.createElement(OWN_HOST);
  // Nothing of the page's styles gets in, and the host itself takes no room and catches no click.
  host.style.cssText = 'all: initial; position: fixed; inset: 0 auto auto 0; width: 0; height: 0; z-index: 2147483647;';
  const root = host.attachShadow({ mode: 'closed' });
  adopt(doc, root, css);
  for (const type of ISOLATED) root.addEventListener(type, (event) => event.stopPropagation(), { signal });
  const ensure = (): void => {
    if (!host.isConnected) doc.documentElement.append(host);
  };
  ensure();
  signal.addEventListener('abort', () => host.remove());
  return { root, host, selectedWords: () => selectedIn(root), ensure };
}

/** Chromium gives a shadow root a selection of its own. */
function selectedIn(root: ShadowRoot): string {
  const getSelection: unknown = Reflect.get(root, 'getSelection');
  return typeof getSelection === 'function' ? String(getSelection.call(root) ?? '') : '';
}

/** An adopted sheet passes any content security policy; where the browser refuses one here, a style element serves. */
function adopt(doc: Document, root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = doc.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}
