import { fail, ok, type Result } from '../model/result';
import type { Selectors } from '../model/selectors';
import { attribute, isElement, localName, parentNode } from '../text/dom';
import { OWN_HOST } from '../text/page-parts';
import type { Span, TextIndex } from '../text/text-index';
import { rangeToSpan, spanToRange, trimSpan } from '../text/text-span';
import { isWordEdge } from '../text/words';
import { describeSpan } from './describe';

export interface SelectionOptions {
  /** Widens the ends to whole words; true unless told otherwise. */
  readonly wholeWords?: boolean;
}

/** What a selection comes to. */
export interface SelectedQuote {
  readonly selectors: Selectors;
  readonly span: Span;
  /** The words as they will be drawn. */
  readonly range: Range;
}

/** Characters in a row that make a paragraph rather than a button. */
const PARAGRAPH = 40;

const FIELDS = new Set(['input', 'textarea', 'select']);
const FRAMES = new Set(['iframe', 'frame', 'object', 'embed']);

function within(node: Node | null, test: (element: Element) => boolean): boolean {
  for (let at = node; at !== null; at = parentNode(at)) if (isElement(at) && test(at)) return true;
  return false;
}

function isEditable(element: Element): boolean {
  if (FIELDS.has(localName(element))) return true;
  const editable = attribute(element, 'contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

/** Where the reader's attention is when nothing of this page is selected: a field, a frame. */
function whyNothing(index: TextIndex, document: Document, selection: Selection | null): Result<never> {
  const active = document.activeElement;
  if (active !== null && FRAMES.has(localName(active))) return fail('selection-in-frame');
  if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) {
    try {
      if (active.selectionStart !== active.selectionEnd) return fail('selection-in-form');
    } catch {
      // Fields without a text selection (a colour, a number) say so by throwing.
    }
  }
  // Words selected in a shadow tree are told of, but not where they are.
  if (selection?.type === 'Range' && selection.toString().trim() !== '') return fail('selection-in-widget');
  return fail(isSelectable(index) ? 'nothing-selected' : 'selection-forbidden');
}

/** Whether the page lets its text be selected, by the first paragraph of its article. */
function isSelectable(index: TextIndex): boolean {
  const from = index.preferred?.start ?? 0;
  const first = index.segments.find(({ start, read, data }) => read && start >= from && data.length >= PARAGRAPH);
  const element = first?.node.parentElement;
  return !element || getComputedStyle(element).getPropertyValue('user-select') !== 'none';
}

/** Whether a node is in a shadow tree: the way up from it ends at that tree's root. */
function isInShadowTree(node: Node): boolean {
  const root = node.getRootNode();
  // A frame has a class of its own for it.
  return root.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in root;
}

/** One range over all that is selected: Firefox has one per table cell or Ctrl-drag. */
function wholeRange(selection: Selection): Range | null {
  if (selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const last = selection.getRangeAt(selection.rangeCount - 1);
  range.setEnd(last.endContainer, last.endOffset);
  return range;
}

/** A selection dragged out of a caption or an aside into the article means the article. */
function withoutCaption(index: TextIndex, span: Span): Span {
  let start = span.start;
  for (const part of index.furniture) {
    const beginsInside = start >= part.start && start < part.end;
    if (beginsInside && span.end > part.end && span.end - part.end > part.end - start) start = part.end;
  }
  return { start, end: span.end };
}

function toWholeWords(text: string, span: Span): Span {
  let { start, end } = span;
  while (!isWordEdge(text, start)) start--;
  while (!isWordEdge(text, end)) end++;
  return { start, end };
}

function adjust(index: TextIndex, span: Span, options: SelectionOptions): Span | null {
  const trimmed = trimSpan(index, withoutCaption(index, span));
  if (trimmed === null) return null;
  const whole = options.wholeWords === false ? trimmed : toWholeWords(index.text, trimmed);
  return trimSpan(index, whole);
}

/**
 * Makes a quote of what the reader selected: whole words, without the white space at its ends, without the caption it
 * was dragged out of. Fails with a code that names the reason: `selection-in-form`, `selection-in-frame`,
 * `selection-in-widget` (a shadow tree), `selection-forbidden` (`user-select: none`),
 * `selection-unusable` (hidden text), `nothing-selected`,
 * `selection-too-long`, `page-without-text`.
 */
export function quoteFromSelection(
  index: TextIndex,
  selection: Selection | null,
  options: SelectionOptions = {},
): Result<SelectedQuote> {
  const document = index.root.ownerDocument;
  const range = selection === null ? null : wholeRange(selection);
  if (document === null || range === null || range.collapsed) {
    return document === null ? fail('nothing-selected') : whyNothing(index, document, selection);
  }
  const ends = [range.startContainer, range.endContainer];
  if (ends.some((node) => within(node, (element) => localName(element) === OWN_HOST))) {
    return fail('nothing-selected');
  }
  if (ends.some((node) => node.ownerDocument !== document)) return fail('selection-in-frame');
  if (ends.some(isInShadowTree)) return fail('selection-in-widget');
  if (ends.some((node) => within(node, isEditable))) return fail('selection-in-form');
  if (index.text === '') return fail('page-without-text');
  const selected = rangeToSpan(index, range);
  if (selected === null) {
    return range.toString().trim() === '' ? whyNothing(index, document, selection) : fail('selection-unusable');
  }
  const span = adjust(index, selected, options);
  if (span === null) return fail('nothing-selected');
  const described = describeSpan(index, span);
  if (!described.ok) return described;
  const drawn = spanToRange(index, span);
  return drawn === null ? fail('selection-unusable') : ok({ selectors: described.value, span, range: drawn });
}
