import { bodyOf } from './dom';

/** More frames than this are advertisements and trackers, not an article. */
const MOST_FRAMES = 12;

/** A frame smaller than this, in CSS pixels, holds nothing that is read. */
const SMALLEST = 80;

/** A frame's document; null where it is of another origin or not there yet. */
function documentOf(frame: HTMLIFrameElement): Document | null {
  try {
    const inner = frame.contentDocument;
    return inner !== null && bodyOf(inner) !== null ? inner : null;
  } catch {
    return null;
  }
}

function isLargeEnough(frame: HTMLIFrameElement): boolean {
  const { width, height } = frame.getBoundingClientRect();
  return width >= SMALLEST && height >= SMALLEST;
}

/** The documents of a page's frames of its own origin, frames in frames too, in the order of the page. */
export function framesOf(page: Document): Document[] {
  const found: Document[] = [];
  const look = (parent: Document): void => {
    for (const frame of parent.getElementsByTagName('iframe')) {
      if (found.length >= MOST_FRAMES) return;
      const inner = documentOf(frame);
      if (inner === null || found.includes(inner) || !isLargeEnough(frame)) continue;
      found.push(inner);
      look(inner);
    }
  };
  look(page);
  return found;
}

/** The element of the page itself in which a document is shown, however deep; null for the page's own. */
export function frameIn(page: Document, inner: Document): Element | null {
  let at: Document | null = inner;
  while (at !== null && at !== page) {
    const frame: Element | null = at.defaultView?.frameElement ?? null;
    if (frame === null || frame.ownerDocument === page) return frame;
    at = frame.ownerDocument;
  }
  return null;
}

/** Where a document's viewport begins in that of the window's top document, in CSS pixels. */
export function frameOffset(inner: Document): { x: number; y: number } {
  let x = 0;
  let y = 0;
  for (let frame = inner.defaultView?.frameElement ?? null; frame !== null; ) {
    const box = frame.getBoundingClientRect();
    x += box.left + frame.clientLeft;
    y += box.top + frame.clientTop;
    frame = frame.ownerDocument.defaultView?.frameElement ?? null;
  }
  return { x, y };
}

/** The document that holds what the reader selected: a frame's, where one has the focus and a selection; else the page's. */
export function selectedDocument(page: Document): Document {
  let at = page;
  for (let depth = 0; depth < MOST_FRAMES; depth++) {
    const { activeElement } = at;
    const inner =
      activeElement?.localName === 'iframe' ? framesOf(at).find((one) => frameIn(at, one) === activeElement) : null;
    if (!inner) break;
    at = inner;
  }
  return at !== page && at.getSelection()?.isCollapsed === false ? at : page;
}
