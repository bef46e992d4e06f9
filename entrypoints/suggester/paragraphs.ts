import type { Body } from '../../lib/article/facts';

/** A paragraph of the article as it stands in the page: its text, and the way from there back to the nodes. */
export interface Paragraph {
  readonly element: Element;
  readonly text: string;
  /** The live range over a stretch of the text; null where the page has changed since. */
  range(start: number, end: number): Range | null;
}

interface Piece {
  readonly node: Text;
  readonly start: number;
  readonly length: number;
}

const LEFT_OUT = 'script,style,noscript,template,textarea,select,button';

/** Reads an element's text character by character, so that an offset in it is an offset in a node. */
function readParagraph(element: Element): Paragraph {
  const pieces: Piece[] = [];
  let text = '';
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, {
    acceptNode: (node) =>
      node instanceof Element && node.matches(LEFT_OUT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      pieces.push({ node, start: text.length, length: node.data.length });
      // One for one: a line break in the source is white space to a reader, and offsets must hold.
      text += node.data.replace(/\s/g, (space) => (space === '\u00a0' || space === '\u202f' ? space : ' '));
    } else if (node instanceof Element && node.localName === 'br') text += ' ';
  }
  const place = (offset: number, atEnd: boolean): { node: Text; offset: number } | null => {
    for (const { node, start, length } of pieces) {
      const within = atEnd ? offset > start && offset <= start + length : offset >= start && offset < start + length;
      if (within) return node.data.length === length ? { node, offset: offset - start } : null;
    }
    return null;
  };
  return {
    element,
    text,
    range: (start, end) => {
      const [from, to] = [place(start, false), place(end, true)];
      if (!from || !to) return null;
      const range = element.ownerDocument.createRange();
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      return range;
    },
  };
}

/** The article's paragraphs in reading order; what stands inside another block is read there. */
export function readParagraphs(body: Body): Paragraph[] {
  const outer: Element[] = [];
  for (const element of body.blocks) if (!outer.at(-1)?.contains(element)) outer.push(element);
  return outer.map(readParagraph).filter(({ text }) => text.trim() !== '');
}
