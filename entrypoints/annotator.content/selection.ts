import { describeRange } from '../../lib/anchor/describe';
import type { SelectionOffer } from '../../lib/messages/protocol';
import { OWN_HOST } from '../../lib/text/page-parts';
import type { TextIndex } from '../../lib/text/text-index';

/** What the page's selection can become: a quote, nothing, or the reason why not. */
export function offerSelection(doc: Document, index: () => TextIndex): SelectionOffer {
  const selection = doc.getSelection();
  const place = placeOf(doc);
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) {
    return place === null ? { kind: 'none' } : { kind: 'unusable', code: place };
  }
  const range = selection.getRangeAt(0);
  if (isEditable(range.commonAncestorContainer)) return { kind: 'unusable', code: 'selection-in-form' };
  if (selection.toString().trim() === '') return { kind: 'none' };
  const described = describeRange(index(), range);
  if (described.ok) return { kind: 'quote', selectors: described.value };
  const { code } = described.error;
  if (code === 'nothing-selected') return { kind: 'none' };
  return {
    kind: 'unusable',
    code: code === 'page-without-text' || code === 'selection-too-long' ? code : 'selection-unusable',
  };
}

/** Where the focus lies, if what is selected there is out of reach. */
function placeOf(doc: Document): 'selection-in-form' | 'selection-in-frame' | 'selection-own-interface' | null {
  const focused = doc.activeElement;
  if (!focused) return null;
  const name = focused.localName;
  if (name === OWN_HOST) return 'selection-own-interface';
  if (name === 'iframe' || name === 'frame') return frameHasSelection(focused) ? 'selection-in-frame' : null;
  if (focused instanceof HTMLTextAreaElement || focused instanceof HTMLInputElement) {
    return fieldHasSelection(focused) ? 'selection-in-form' : null;
  }
  return null;
}

function fieldHasSelection(field: HTMLTextAreaElement | HTMLInputElement): boolean {
  const { selectionStart, selectionEnd } = field;
  return selectionStart !== null && selectionEnd !== null && selectionStart !== selectionEnd;
}

/** A frame of the same origin tells; of another it may hold one, and the reader is told where to look. */
function frameHasSelection(frame: Element): boolean {
  if (!(frame instanceof HTMLIFrameElement)) return true;
  try {
    const inner = frame.contentDocument?.getSelection();
    return inner === undefined || inner === null || !inner.isCollapsed;
  } catch {
    return true;
  }
}

function isEditable(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement;
  return element instanceof HTMLElement && (element.isContentEditable || element.closest('textarea,input') !== null);
}
