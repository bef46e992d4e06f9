import { frameIn } from '../text/frames';
import { type DrawnQuote, type ReadingOrder, readingOrder } from './hit-test';

/** Drawn quotes as they are read on a page with frames. */
export interface PageOrders {
  /** All of them, those of a frame where the frame stands. */
  readonly whole: readonly DrawnQuote[];
  /** Those of one document, for pointing. */
  in(target: Document): ReadingOrder;
}

const NONE = readingOrder([]);

/** Where a quote is read on the page itself: its own range, or the frame that it is in. */
function placeOf({ range }: DrawnQuote, page: Document): Range | null {
  const inner = range.startContainer.ownerDocument;
  if (inner === null || inner === page) return range;
  const frame = frameIn(page, inner);
  if (frame === null) return null;
  const place = page.createRange();
  place.selectNode(frame);
  return place;
}

/** Sorts drawn quotes, document by document and on the whole. */
export function pageOrders(quotes: readonly DrawnQuote[], page: Document = document): PageOrders {
  const byDocument = Map.groupBy(quotes, ({ range }) => range.startContainer.ownerDocument ?? page);
  const orders = new Map([...byDocument].map(([target, own]) => [target, readingOrder(own)]));
  const placed = [...orders.values()].flatMap((order) =>
    order.quotes.flatMap((quote) => {
      const place = placeOf(quote, page);
      return place === null ? [] : [{ quote, place }];
    }),
  );
  // Sorting is stable: quotes of one frame stand at one place and keep their own order.
  placed.sort((a, b) => a.place.compareBoundaryPoints(Range.START_TO_START, b.place));
  return { whole: placed.map(({ quote }) => quote), in: (target) => orders.get(target) ?? NONE };
}
