import { bodyOf, fold, select } from './dom';

/** Lines before and after the headline in which a byline and a date are looked for. */
const BEFORE = 12;
const AFTER = 45;
/** Text nodes that are walked at most, and the length of a line that can be a byline or a date. */
const MAX_WALK = 4_000;
const MAX_LINE = 160;

/** The short lines of text around the page's headline, those after it first. Empty where there is no headline. */
export function linesNearHeadline(doc: Document, title: string): string[] {
  const body = bodyOf(doc);
  const headlines = [...select(doc, 'h1,h2')].slice(0, 60);
  const own = (element: Element): string => fold(element.textContent ?? '');
  const headline =
    headlines.find((element) => title !== '' && own(element).startsWith(title.slice(0, 30))) ??
    headlines.find((element) => element.localName === 'h1');
  if (body === null || headline === undefined) return [];
  const walker = Document.prototype.createTreeWalker.call(doc, body, NodeFilter.SHOW_TEXT);
  const before: string[] = [];
  const after: string[] = [];
  for (let i = 0; i < MAX_WALK && after.length < AFTER; i++) {
    const node = walker.nextNode();
    if (node === null) break;
    const parent = node.parentElement?.localName;
    if (parent === 'script' || parent === 'style' || parent === 'noscript') continue;
    const line = fold(node.nodeValue ?? '');
    if (line.length < 2 || line.length > MAX_LINE) continue;
    const place = headline.compareDocumentPosition(node);
    if (place & Node.DOCUMENT_POSITION_CONTAINED_BY) continue;
    if (place & Node.DOCUMENT_POSITION_FOLLOWING) after.push(line);
    else before.push(line);
  }
  return [...after, ...before.slice(-BEFORE).reverse()];
}

const OPENS_BYLINE =
  /^(written |posted |words |story |text )?(by|von|par|por|di|door|av|af|texte?)\s*:?(\s+(?=\p{Lu}|\p{Lo})|$)/iu;

/** The lines that read like a byline, the name that follows a lone "By" included. */
export function bylinesAmong(lines: readonly string[]): string[] {
  const found: string[] = [];
  for (const [i, line] of lines.entries()) {
    const opening = OPENS_BYLINE.exec(line);
    if (opening === null || line.length > 100) continue;
    const name = line.slice(opening[0].length).trim();
    found.push(name === '' ? (lines[i + 1] ?? '') : name);
    break;
  }
  return found;
}
