import * as v from 'valibot';
import { id, shortText, webAddress } from '../lib/model/fields';

/** The kind under which our own pages hand a saved quote over while it is dragged. */
export const QUOTE_DRAG = 'application/x-pressmark-quote';

const draggedSchema = v.object({ annotationId: id, url: v.nullable(webAddress), title: shortText });
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
