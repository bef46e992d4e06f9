import { attribute, firstChild, isText, localName, nextSibling, textData } from './dom';

/** The extension's own host element: its text is never part of the page. */
export const OWN_HOST = 'pressmark-ui';

const LEFT_OUT = new Set(['script', 'style', 'noscript', 'template']);

const UNREAD = new Set([
  ...['textarea', 'select', 'option', 'datalist', 'iframe', 'object', 'embed', 'video', 'audio', 'canvas', 'rp'],
  ...['title', 'head', 'desc', 'metadata'],
]);

const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'button', 'caption', 'center', 'dd', 'details', 'dialog'],
  ...['dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5'],
  ...['h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'listing', 'main', 'menu', 'nav', 'ol', 'optgroup'],
  ...['option', 'p', 'plaintext', 'pre', 'search', 'section', 'select', 'summary', 'table', 'tbody', 'td', 'textarea'],
  ...['tfoot', 'th', 'thead', 'tr', 'ul', 'iframe', 'video', 'audio', 'object'],
]);

/** What an element means for the text of the page. */
export type Part = 'left-out' | 'unread' | 'block' | 'break' | 'inline';

/**
 * Sorts an element by its name. `left-out` text doesn't count in stored positions either; `unread` text counts there
 * but is not matched; a `block` and a `break` separate words.
 */
export function partOf(element: Element): Part {
  const name = localName(element);
  if (LEFT_OUT.has(name) || name === OWN_HOST) return 'left-out';
  if (UNREAD.has(name)) return 'unread';
  if (BLOCKS.has(name)) return 'block';
  return name === 'br' ? 'break' : 'inline';
}

/** What a reader can't see of an element: all of it, or its own text while children may show theirs. */
export type Visibility = 'shown' | 'text-hidden' | 'hidden';

/**
 * Whether the page shows an element. `checkVisibility` also says no to `display: contents` and to content that the
 * browser skips for now, so that only a no is looked into.
 */
export function visibilityOf(element: Element): Visibility {
  const check: unknown = Element.prototype.checkVisibility;
  if (typeof check !== 'function') return attribute(element, 'hidden') === null ? 'shown' : 'hidden';
  if (Element.prototype.checkVisibility.call(element, { visibilityProperty: true })) return 'shown';
  const style = getComputedStyle(element);
  if (style.display === 'none') return 'hidden';
  return style.visibility === 'visible' ? 'shown' : 'text-hidden';
}

const FURNITURE = new Set(['aside', 'nav', 'footer', 'figure', 'figcaption', 'form', 'button', 'menu', 'dialog']);
const FURNITURE_ROLE = /^(?:complementary|navigation|banner|contentinfo|search|form|note)$/;
const FURNITURE_CLASS =
  /(?:^|[\s_-])(?:ads?|advert\w*|banner|newsletter|promo\w*|related|recommend\w*|share|social|sponsor\w*|teaser|outbrain|taboola|paywall|subscribe|signup|breadcrumbs?)(?:$|[\s_-])/i;

/**
 * Whether an element is what a template puts between an article's paragraphs: asides, figures, advertisements, links
 * to other articles. Such a block may come and go inside a quote without the quote having been edited.
 */
export function isFurniture(element: Element): boolean {
  if (FURNITURE.has(localName(element))) return true;
  const role = attribute(element, 'role');
  if (role !== null && FURNITURE_ROLE.test(role)) return true;
  const names = attribute(element, 'class');
  return names !== null && FURNITURE_CLASS.test(names);
}

/** How pages label an advertisement, in the languages of Europe's and the Americas' press. */
const AD_LABEL =
  /^[\s\W]*(?:advertisements?|advertising|ad|ads|sponsored|anzeige|werbung|publicité|publicite|publicidad|publicidade|pubblicità|reklame?|reklama|annonse|annonce|annons|mainos|advertentie|hirdetés|oglas|publicitate|διαφήμιση|реклама|إعلان|פרסומת|広告|广告|廣告|광고|article continues (?:below|after)[a-z ]*|continue reading(?: below)?|la suite après (?:la|cette) publicité)[\s\W]*$/iu;

/** Whether a text node is nothing but the label of an advertisement, alone in the element around it. */
export function isAdLabel(node: Text, data: string, parent: Node): boolean {
  if (data.length > 60 || !AD_LABEL.test(data)) return false;
  for (let child = firstChild(parent); child !== null; child = nextSibling(child)) {
    if (child !== node && (!isText(child) || textData(child).trim() !== '')) return false;
  }
  return true;
}
