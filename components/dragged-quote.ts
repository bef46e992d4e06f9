import * as v from 'valibot';
import { id, shortText, webAddress } from '../lib/model/fields';

/** The kind under which our own pages hand a saved quote over while it is dragged. */
export const QUOTE_DRAG = 'application/x-pressmark-quote';

const draggedSchema = v.object({
  annotationId: id,
  url: v.nullable(webAddress),
  title: shortText,
  archiveUrl: v.nullable(webAddress),
});
/** A saved quote on its way into a claim's evidence. */
export type DraggedQuote = v.InferOutput<typeof draggedSchema>;

/** Fills a drag with a saved quote: whole for our own pages, as link and words for everybody else. */
export function fillDrag(data: DataTransfer, quote: DraggedQuote, words: string): void {
  data.setData(QUOTE_DRAG, JSON.stringify(quote));
  data.setData('text/plain', words);
  if (quote.url !== null) data.setData('text/uri-list', quote.url);
  data.effectAllowed = 'copy';
}

/** The saved quote in a drop; null where something else was dropped. A page can forge one, so it is checked. */
export function readDraggedQuote(data: DataTransfer): DraggedQuote | null {
  try {
    const parsed = v.safeParse(draggedSchema, JSON.parse(data.getData(QUOTE_DRAG)));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** What is pasted or dropped: the link in it, the title that goes with the link, and the words. */
export interface Given {
  readonly link: string;
  readonly title: string;
  readonly text: string;
}

/** Reads a link that is given alone, by a browser's address, a link or its copy; and the words of anything else. */
export function readGiven(data: DataTransfer): Given {
  const text = data.getData('text/plain').trim();
  const listed = data
    .getData('text/uri-list')
    .split(/\r?\n/)
    .find((line) => line !== '' && !line.startsWith('#'));
  const { link, title } = loneLink(data.getData('text/html'));
  if (listed !== undefined) return { link: listed, title: title || (text === listed ? '' : text), text };
  return { link, title, text };
}

/** The link of marked-up words that are one link and nothing besides; the mark-up is never put into a page. */
function loneLink(html: string): { readonly link: string; readonly title: string } {
  const none = { link: '', title: '' };
  if (html === '' || html.length > 20_000) return none;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const [anchor, ...more] = body.querySelectorAll('a[href]');
  const words = (of: Element): string => (of.textContent ?? '').replace(/\s+/g, ' ').trim();
  const link = anchor?.getAttribute('href') ?? '';
  if (!anchor || more.length > 0 || words(anchor) !== words(body) || !v.is(webAddress, link)) return none;
  return { link, title: words(anchor) === link ? '' : words(anchor) };
}
