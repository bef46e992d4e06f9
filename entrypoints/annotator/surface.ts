import { OWN_HOST } from '../../lib/text/page-parts';

/** Our one element on the page. Its shadow root is closed, and holds frames that are pages of the extension. */
export interface Surface {
  readonly root: ShadowRoot;
  readonly host: HTMLElement;
  /** Puts the host where it belongs, over everything that the page shows. */
  ensure(): void;
  /** Brings the host above what the page has put into the top layer since (a dialog, full screen). */
  rise(): void;
  /** Whether the host stands as it was put, and whether a box of it is uncovered, as far as the document tells. */
  isIntact(box: DOMRect): boolean;
}

/**
 * Important rules of the shadow tree outrank every rule, style attribute and animation of the page: it can neither fade
 * the host, nor move it, nor let clicks through.
 */
const CSS_TEXT = `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  inline-size: 0 !important;
  block-size: 0 !important;
  overflow: visible !important;
  z-index: 2147483647 !important;
}
iframe {
  position: fixed;
  left: 0;
  top: 0;
  border: 0;
  border-radius: 10px;
  background: transparent;
  color-scheme: light dark;
  visibility: hidden;
}
iframe.shown {
  visibility: visible;
  box-shadow: 0 1px 2px rgb(0 0 0 / 12%), 0 8px 28px rgb(0 0 0 / 18%);
}
iframe.heard:not(.shown) {
  visibility: visible;
  inline-size: 2px !important;
  block-size: 2px !important;
  opacity: 0;
  pointer-events: none;
}
.gone {
  position: fixed;
  inset-block-end: 16px;
  inset-inline-end: 16px;
  max-inline-size: min(340px, calc(100vw - 32px));
  box-sizing: border-box;
  padding: 14px;
  border: 1px solid light-dark(#8d8577, #857d72);
  border-radius: 10px;
  color-scheme: light dark;
  color: light-dark(#211e1a, #eee9df);
  background: light-dark(#ffffff, #211f1c);
  font: 400 14px / 1.5 system-ui, sans-serif;
}
.gone p {
  margin: 0 0 10px;
}
.gone button {
  margin-inline-end: 8px;
  padding: 5px 12px;
  border: 1px solid light-dark(#8d8577, #857d72);
  border-radius: 6px;
  font: inherit;
  color: inherit;
  background: light-dark(#f2eee5, #2b2925);
  cursor: pointer;
}
.gone button:focus-visible {
  outline: 2px solid light-dark(#1f3a5f, #a9c6ec);
  outline-offset: 2px;
}
`;

/** Makes the host element, and takes it away when `signal` aborts. It joins the page when it is first needed. */
export function openSurface(doc: Document, signal: AbortSignal): Surface {
  const host = doc.createElement(OWN_HOST);
  const root = host.attachShadow({ mode: 'closed' });
  adopt(root, CSS_TEXT);
  const ensure = (): void => {
    const home = homeIn(doc);
    // Its frames are loaded anew in another place, and show again what they showed.
    if (host.parentNode !== home) home.append(host);
    for (const name of host.getAttributeNames()) if (name !== 'popover') host.removeAttribute(name);
    if (host.getAttribute('popover') !== 'manual') host.setAttribute('popover', 'manual');
    if (!isOnTop(host)) raise(host);
  };
  const rise = (): void => {
    ensure();
    if (!isOnTop(host)) return;
    host.hidePopover();
    raise(host);
  };
  signal.addEventListener('abort', () => host.remove());
  return {
    root,
    host,
    ensure,
    rise,
    isIntact: (box) => {
      const { x, y, width, height } = box;
      const { innerWidth = 0, innerHeight = 0 } = doc.defaultView ?? {};
      const inView = x >= 0 && y >= 0 && x + width <= innerWidth + 1 && y + height <= innerHeight + 1;
      const shownBy = doc.elementFromPoint(x + width / 2, y + height / 2);
      return host.parentNode === homeIn(doc) && isOnTop(host) && inView && shownBy === host;
    },
  };
}

/** Elements that draw no children of theirs. */
const CHILDLESS = new Set(['video', 'iframe', 'img', 'canvas', 'object', 'embed', 'audio']);

/** Where the host takes clicks: what is in full screen and a modal dialog make everything outside them inert. */
function homeIn(doc: Document): Element {
  const full = doc.fullscreenElement;
  const modal = [...doc.querySelectorAll('dialog:modal')].at(-1);
  return modal ?? (full && !CHILDLESS.has(full.localName) ? full : doc.documentElement);
}

/** In the top layer nothing that the page does to its own elements reaches: no transform, opacity, filter or clip. */
const isOnTop = (host: HTMLElement): boolean => host.matches(':popover-open');

function raise(host: HTMLElement): void {
  try {
    host.showPopover();
  } catch {
    // A document that is not shown has no top layer; the fixed position serves.
  }
}

/** An adopted sheet passes any content security policy; where the browser refuses one here, a style element serves. */
function adopt(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = root.ownerDocument.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}
