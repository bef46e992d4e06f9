import { type Dated, datedIn, type Said, saidBefore } from './date-words';
import { dateInAddress, monthInAddress, readDate } from './dates';
import { attribute, fold, select, textOf } from './dom';
import { type Metas, meta } from './head';
import { type LinkedNode, textValue, typesOf } from './json-ld';
import type { Found, Page } from './page';

const PUBLISHED_METAS = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'dcterms.created',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'article.published',
  'published-date',
  'publish-date',
  'publish_date',
  'publication_date',
  'pubdate',
  'pub_date',
  'date',
  'article_date_original',
  'rbpubdate',
  'bt:pubdate',
  'date.release',
  'displaydate',
  'created',
  'article:created_time',
  'nfbpubdate',
];
const MODIFIED_METAS = [
  'article:modified_time',
  'og:updated_time',
  'article:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'modified',
  'revised',
  'article:modified',
  'date.updated',
];

/** Names that publishers make up for the date of publication. */
const LIKE_PUBLISHED =
  /(publish|publication|release|issue)[a-z]{0,20}[-_.: ]?(date|time|on)|date[-_.: ]?(of[-_. ])?publi/i;

/** A date from a field whose name says that it is that of publication. */
function dateFromOtherMetas(page: Page, language: string): Found<string> | null {
  for (const [name, values] of page.metas) {
    if (!LIKE_PUBLISHED.test(name) || /modif|updat|expir|end/i.test(name)) continue;
    const date = readDate(values[0] ?? '', language);
    if (date !== null) return { value: date, source: name.slice(0, 60) };
  }
  return null;
}

function dateFromMetas(metas: Metas, names: readonly string[], language: string): Found<string> | null {
  for (const name of names) {
    const value = meta(metas, name);
    const date = value === '' ? null : readDate(value, language);
    if (date !== null) return { value: date, source: name };
  }
  return null;
}

/** Places that pages mark as their date, most telling first. */
const MARKED_PLACES = [
  '[itemprop~="datePublished"]',
  'time[pubdate],time.published,time.entry-date,.entry-date,.dt-published,abbr.published,time[class*="publish" i]',
  'article time,main time,header time',
];
/** Places in which a date may stand that is the article's. */
const DATE_PLACES = [
  'time',
  '[class*="publish" i],[class*="pubdate" i],[class*="post-date" i],[class*="article-date" i],[class*="article__date" i],[class*="dateline" i],[class*="timestamp" i],[id*="date" i]',
  '[class*="date" i],[class*="datum" i],[class*="fecha" i],[class*="meta" i],[class*="byline" i],[class*="info" i],[class*="time" i]',
];
/** What never holds the article's own date. */
const ELSEWHERE =
  'footer,aside,nav,blockquote,[class*="comment" i]:not(body):not(html),[class*="related" i],[class*="teaser" i],[class*="sidebar" i]:not(body):not(html),[id*="today" i],[class*="today" i],[class*="current-date" i]';

/** How its markup names a date that is later than publication. */
const MARKED_LATER = /(?:updat|modif|revis)/i;
const MARKED_FIRST = /publish|posted|entry-date(?![-_]?(?:updat|modif))/i;

/** Nodes before a date in which the words are looked for that say what it is. */
const STEPS_BEFORE = 12;

/** What an element and the few words before it say of the date in it. */
function saidAround(element: Element): Said {
  const marks = `${attribute(element, 'class')} ${attribute(element, 'itemprop')}`;
  if (MARKED_LATER.test(marks) && !MARKED_FIRST.test(marks)) return 'later';
  const box = element.parentElement?.parentElement ?? element;
  const walker = element.ownerDocument.createTreeWalker(box, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  walker.currentNode = element;
  for (let i = 0; i < STEPS_BEFORE; i++) {
    const words = fold(walker.previousNode()?.nodeValue ?? '');
    if (words.length > 1) return words.length < 40 ? saidBefore(words) : null;
  }
  return null;
}

/** Whether a date may be that of publication. */
type Possible = (date: string) => boolean;

/** Elements of a kind that are looked at for a date. */
const MOST_OF_A_KIND = 25;

/** The date in an element that may hold the article's own. */
function dateAt(element: Element, language: string): Dated | null {
  if (element.closest(ELSEWHERE)) return null;
  const text = textOf(element);
  if (text.length > 400) return null;
  const stated = readDate(attribute(element, 'datetime') || attribute(element, 'content'), language);
  const dated = stated === null ? datedIn(text, language) : { date: stated, said: null };
  // Times that are shown as "3 days ago" have the day in their title.
  const date = dated?.date ?? readDate(attribute(element, 'title'), language);
  return date === null ? null : { date, said: dated?.said ?? saidAround(element) };
}

/** Lines or levels of the page that a date of publication is apart from that of an update at most. */
const BESIDE = 6;
const LEVELS = 3;

/** The date in these places, most telling place first. One that is later than publication counts if no other is beside it. */
function markedDate(page: Page, language: string, places: readonly string[], isPossible: Possible): Dated | null {
  let later: Dated | null = null;
  let home: Element | null = null;
  for (const place of places) {
    for (const element of [...select(page.doc, place)].slice(0, MOST_OF_A_KIND)) {
      if (home !== null && !home.contains(element)) continue;
      const dated = dateAt(element, language);
      if (dated === null || !isPossible(dated.date)) continue;
      if (dated.said !== 'later') return dated;
      later ??= dated;
      if (home !== null) continue;
      home = element;
      for (let i = 0; i < LEVELS && home.parentElement !== null; i++) home = home.parentElement;
    }
  }
  return later;
}

/** Lines after the headline that are no text and no teasers yet. */
const HEAD_LINES = 12;

/** The date that is written out near the headline, outside of running text; a later one counts if no other is beside it. */
function dateNear(page: Page, language: string, isPossible: Possible, most: number): Dated | null {
  const { after, before } = page.near();
  for (const lines of [after.slice(0, most), before]) {
    let later: Dated | null = null;
    let at = 0;
    const order = [...lines.keys()];
    for (const i of lines === before ? order.reverse() : order) {
      const line = lines[i] ?? '';
      const above = lines[i - 1] ?? '';
      if (later !== null && Math.abs(i - at) > BESIDE) break;
      const dated = line.length < 90 ? datedIn(line, language, above.length < 30 ? saidBefore(above) : null) : null;
      if (dated === null || !isPossible(dated.date)) continue;
      if (dated.said !== 'later') return dated;
      if (later === null) [later, at] = [dated, i];
    }
    if (later !== null) return later;
  }
  return null;
}

function dateFromNode(node: LinkedNode | null, keys: readonly string[], language: string): string | null {
  for (const key of keys) {
    const date = node ? readDate(textValue(node[key]), language) : null;
    if (date !== null) return date;
  }
  return null;
}

const as = (date: string | null | undefined, source: string): Found<string> | null =>
  date ? { value: date, source } : null;

/** A date in the linked data of something that is no article, such as a video or the page itself. */
function anyDate(page: Page, language: string): string | null {
  for (const node of page.data.nodes) {
    const date = dateFromNode(node, ['datePublished', 'uploadDate'], language);
    if (date !== null && !typesOf(node).some((type) => /Comment|Review|Answer|Question|Offer/.test(type))) return date;
  }
  return null;
}

const DAY = 86_400_000;

const daysBetween = (one: string, other: string): number =>
  (Date.parse(other.slice(0, 10)) - Date.parse(one.slice(0, 10))) / DAY;

/** Whether a date lies in this month, or a day off it: addresses may be kept in another time zone. */
const isInMonth = (date: string, month: string): boolean =>
  [-DAY, 0, DAY].some((off) => new Date(Date.parse(date.slice(0, 10)) + off).toISOString().startsWith(month));

/** First publication and last modification, as the publisher wrote them. */
export function readDates(page: Page): { published: Found<string> | null; modified: Found<string> | null } {
  const language = page.language ?? 'en';
  const month = monthInAddress(page.address);
  const isPossible = (date: string) => month === null || isInMonth(date, month);
  const marked = (places: readonly string[]) => markedDate(page, language, places, isPossible);
  const stated =
    as(dateFromNode(page.article, ['datePublished', 'dateCreated', 'uploadDate'], language), 'json-ld') ??
    as(dateFromNode(page.micro, ['datePublished', 'dateCreated'], language), 'microdata') ??
    dateFromMetas(page.metas, PUBLISHED_METAS, language) ??
    dateFromOtherMetas(page, language);
  const own = stated === null ? marked(MARKED_PLACES) : null;
  const near = dateNear(page, language, isPossible, stated === null ? 100 : HEAD_LINES);
  // Some systems state the day of the last edit; what is printed as the day of publication was that.
  const earlier = stated !== null && near?.said === 'first' && daysBetween(near.date, stated.value) > 1 ? near : null;
  const published =
    as(earlier?.date, 'page') ??
    stated ??
    as(own?.said === 'later' ? null : own?.date, 'page') ??
    as(dateInAddress(page.address), 'address') ??
    as((near?.said === 'later' ? (own ?? near) : (near ?? own))?.date, 'page') ??
    as(marked(DATE_PLACES)?.date, 'page') ??
    as(anyDate(page, language), 'json-ld');
  const modified =
    as(dateFromNode(page.article, ['dateModified'], language), 'json-ld') ??
    dateFromMetas(page.metas, MODIFIED_METAS, language) ??
    as(dateFromNode(page.micro, ['dateModified'], language), 'microdata');
  return { published, modified };
}
