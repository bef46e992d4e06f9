import { namesIn, namesStated } from './byline';
import { CREDIT } from './byline-words';
import { attribute, fold, select, textOf } from './dom';

/** The pieces of text in an element; a comma that opens a piece belongs to the one before. */
function piecesOf(element: Element): string {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces: string[] = [];
  let last: Node | null = null;
  for (let i = 0; i < 80; i++) {
    const node = walker.nextNode();
    if (node === null) break;
    if (/^(script|style|noscript|time|svg)$/.test(node.parentElement?.localName ?? '')) continue;
    const piece = fold(node.nodeValue ?? '');
    if (piece === '') continue;
    // What a comment parts is one line.
    if (last !== null && last === node.parentNode) pieces.push(`${pieces.pop() ?? ''} ${piece}`);
    else pieces.push(piece);
    last = node.nextSibling?.nodeType === 8 ? node.parentNode : null;
  }
  // A name of which each word stands in its own element.
  if (pieces.length < 5 && pieces.every((piece) => /^[\p{L}.'’-]+$/u.test(piece))) return pieces.join(' ');
  return pieces.join('\n').replace(/\n(?=[,;])|(?<=[,;])\n/g, ' ');
}

/** Where bylines stand, most telling first. */
const PLACES = [
  '[itemprop~="author"] [itemprop~="name"],.p-author .p-name',
  '[itemprop~="author"],.p-author',
  'a[rel~="author"]',
  '.byline a,.byline__name,.byline-name,.author-name,.author__name,.article-author,.article__author',
  '.byline,[class*="byline" i],[data-testid*="byline" i],[id*="byline" i]',
  'address a,.author a,.entry-author,.post-author,.author',
];
const NAMED = '[class*="author" i],[class*="autor" i],[class*="auteur" i]';
/** Links to a profile and other names that markup gives to authors: they count between headline and text alone. */
const PROFILES = [
  'author/,authors/,autor/,autoren/,autores/,autori/,auteur/,auteurs/,contributor/,contributors/,profile/,people/',
  'staff/,journalist/,journalists/,reporter/,reporters/,writers/,meet-the-team/,our-team/,by/,redaktion/,firmas/',
]
  .join(',')
  .split(',')
  .map((folder) => `a[href*="/${folder}"]`)
  .concat('a[href*="?author="]')
  .join(',');
const NEAR_PLACES = [
  ...PLACES,
  PROFILES,
  `${NAMED},[id*="author" i]`,
  '[class*="attribution" i],[class*="writer" i],[class*="reporter" i],[class*="journalist" i],[class*="signature" i],[class*="contributor" i],[class*="credits" i]',
];

/** Places that systems fill with the name of an account. */
const FIELD = 'a[rel~="author"],.p-author,.author .fn,.author-name';
/** Whether a text may be the name of an account: `kim_w`, `3i Global`. */
export const isHandle = (text: string): boolean =>
  /^(?=.*\p{L}{2})[\p{Ll}\d][\w\p{L}.-]+(?: \p{Lu}[\w\p{L}.-]+)?$/u.test(text);

/** What is never the byline of this article. */
const NEVER = 'footer,nav,figure,[hidden]';
/** Nor what stands in these, unless it is the headline's own box or the author's. */
const ELSEWHERE =
  '[class*="comment" i]:not(body):not(html),[class*="related" i],[class*="teaser" i],[class*="author-box" i],[class*="quote" i],[class*="mediabox" i],[class*="caption" i],li article';

/** How far before a name the words may stand that say what it is there for. */
const CUE_REACH = 120;

/** Whether the credit that a name stands in is for editors, reviewers or photographers. */
function isHelper(element: Element): boolean {
  const box = element.parentElement?.parentElement;
  const opens = fold(textOf(element)).matchAll(CREDIT).next().value;
  if (!box || opens?.index === 0) return false;
  const walker = box.ownerDocument.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  walker.currentNode = element;
  let before = '';
  for (let i = 0; i < 12 && before.length < CUE_REACH; i++) {
    const node = walker.previousNode();
    if (node === null) break;
    before = `${node.nodeValue ?? ''} ${before}`;
  }
  const credit = [...fold(before).slice(-CUE_REACH).matchAll(CREDIT)].at(-1);
  return credit?.groups?.['helper'] !== undefined;
}

const OF_AUTHOR = /^(?!.*comment).*(author(?![-_]?box)|byline)/i;

/** The names in an element that may be a byline; empty if it is none. */
function namesAt(element: Element, headline: Element | null): string[] {
  if (textOf(element).length > 400) return [];
  if (element.closest(NEVER)) return [];
  const apart = element.closest(ELSEWHERE);
  const own =
    apart !== null && headline !== null && (apart.contains(headline) || OF_AUTHOR.test(attribute(apart, 'class')));
  if (apart !== null && !own) return [];
  const said = attribute(element, 'content') || piecesOf(element);
  if (said.length > 200) return [];
  const found = namesIn(said);
  // Where only a name can stand, one in small letters or with a number is one.
  const names = found.length === 0 && element.matches(FIELD) && isHandle(said) ? namesStated(said, []) : found;
  return names.length > 0 && isHelper(element) ? [] : names;
}

const MOST = 9;

/** Paragraphs of this length are text, or the standfirst. */
const LONG = 120;
/** The head of an article ends with its first long paragraph; if no byline stands there, with one of the next. */
const ENDS = [1, 3];

const isAfter = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;

/** Elements of one kind that are looked at for a byline: comparing places costs as much as a page has nodes. */
const MOST_OF_A_KIND = 300;

/** The first long paragraphs behind the headline, as many as may end the head of an article. */
function longBehind(doc: Document, headline: Element): Element[] {
  const all = [...select(doc, 'p')];
  // In document order those behind come last, so few of them need to be compared.
  let from = 0;
  for (let to = all.length; from < to; ) {
    const middle = (from + to) >> 1;
    const one = all[middle];
    if (one !== undefined && isAfter(headline, one)) to = middle;
    else from = middle + 1;
  }
  const long: Element[] = [];
  for (let i = from; i < all.length && long.length < Math.max(...ENDS); i++) {
    const one = all[i];
    if (one !== undefined && textOf(one).length > LONG) long.push(one);
  }
  return long;
}

/** The names in the byline between headline and text; empty if there is none. */
export function bylineNear(doc: Document, headline: Element | null): string[] {
  if (headline === null) return [];
  const box = headline.parentElement?.parentElement ?? headline;
  const close = /^(body|main|html)$/.test(box.localName) ? headline.parentElement : box;
  const isNear = (element: Element) => isAfter(headline, element) || close?.contains(element) === true;
  const long = longBehind(doc, headline);
  for (const count of ENDS) {
    const end = long[count - 1];
    for (const place of NEAR_PLACES) {
      const near: Element[] = [];
      for (const element of [...select(doc, place)].slice(0, MOST_OF_A_KIND)) {
        if (near.length > 11 || (end !== undefined && !isAfter(element, end))) break;
        if (isNear(element)) near.push(element);
      }
      const names = new Set(near.flatMap((element) => namesAt(element, headline)));
      if (names.size > 0 && names.size < MOST) return [...names];
    }
  }
  return [];
}

/** The names of the byline that stands on the page, outside of comments, teasers and author boxes; empty if there is none. */
export function visibleByline(doc: Document, around: Element | null): string[] {
  for (const place of [...PLACES, NAMED]) {
    const names: string[] = [];
    let home: Element | null = null;
    for (const element of [...select(doc, place)].slice(0, 12)) {
      if (around !== null && !around.contains(element)) continue;
      // The byline is one place: names further away belong to teasers and comments.
      if (home !== null && !home.contains(element)) continue;
      const own = namesAt(element, null);
      if (own.length > 0) home ??= element.parentElement?.parentElement ?? element.parentElement;
      names.push(...own);
    }
    if (names.length > 0 && names.length < MOST) return names;
  }
  return [];
}

/** The one name that all links marked as the author's share, wherever they stand; empty if they name several. */
export function soleAuthor(doc: Document): string[] {
  const names = new Set<string>();
  for (const link of [...select(doc, 'a[rel~="author"],[itemprop~="author"]')].slice(0, 40)) {
    if (link.closest('[class*="comment" i]:not(body):not(html),li article') || textOf(link).length > 80) continue;
    for (const name of namesIn(attribute(link, 'content') || piecesOf(link))) names.add(name);
  }
  return names.size === 1 ? [...names] : [];
}
