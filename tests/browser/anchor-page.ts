import { describeRange } from '../../lib/anchor/describe';
import { type Located, locateQuotes } from '../../lib/anchor/locate';
import type { PageContext } from '../../lib/anchor/saved-text';
import type { QuoteToLocate } from '../../lib/anchor/wanted';
import { buildTextIndex } from '../../lib/text/text-index';

/** Puts a page into the test's document. */
export function show(html: string): void {
  document.body.innerHTML = html;
}

/** A range over the first place where the page's text nodes, taken together, hold these words. */
export function rangeOver(words: string, root: Node = document.body): Range {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) nodes.push(node);
  const all = nodes.map(({ data }) => data).join('');
  const start = all.indexOf(words);
  if (start < 0) throw new Error(`no "${words}" on the page`);
  const range = document.createRange();
  let before = 0;
  let begun = false;
  for (const node of nodes) {
    const end = before + node.length;
    if (!begun && start < end) {
      range.setStart(node, start - before);
      begun = true;
    }
    if (begun && start + words.length <= end) {
      range.setEnd(node, start + words.length - before);
      return range;
    }
    before = end;
  }
  return range;
}

/** Describes words of the page as it is now. */
export function save(words: string, id = words): QuoteToLocate {
  const described = describeRange(buildTextIndex(document), rangeOver(words));
  if (!described.ok) throw new Error(described.error.code);
  return { id, selectors: described.value };
}

/** Finds one quote on the page as it is now. */
export function find(quote: QuoteToLocate, context: PageContext = {}): Located {
  const [located] = locateQuotes(buildTextIndex(document), [quote], context);
  if (located === undefined) throw new Error('nothing located');
  return located;
}
