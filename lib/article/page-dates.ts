import { dateInAddress, readDate } from './dates';
import { attribute, select, textOf } from './dom';
import { type Metas, meta } from './head';
import { type LinkedNode, textValue, typesOf } from './json-ld';
import { type Found, firstOf, type Page } from './page';

const PUBLISHED_METAS = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
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
  'published_time_telegram',
  'published-date',
  'publish-date',
  'publish_date',
  'publication_date',
  'publicationdate',
  'pubdate',
  'pub_date',
  'date',
  'article_date_original',
  'originalpublicationdate',
  'vr:published_time',
  'rbpubdate',
  'bt:pubdate',
  'shareaholic:article_published_time',
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
const LIKE_PUBLISHED = /(publish|publication|release|issue)[a-z]*[-_.: ]?(date|time|on)|date[-_.: ]?(of[-_. ])?publi/i;

/** A date from a field whose name says that it is that of publication. */
function dateFromOtherMetas(page: Page): Found<string> | null {
  for (const [name, values] of page.metas) {
    if (!LIKE_PUBLISHED.test(name) || /modif|updat|expir|end/i.test(name)) continue;
    const date = readDate(values[0] ?? '', page.language ?? 'en');
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
  'time[pubdate],time.published,time.entry-date,.entry-date,time[class*="publish" i]',
  'article time,main time,header time',
];
/** Places in which a date may stand that is the article's. */
const DATE_PLACES = [
  'time',
  '[class*="publish" i],[class*="pubdate" i],[class*="post-date" i],[class*="article-date" i],[class*="article__date" i],[class*="dateline" i],[class*="timestamp" i],[id*="date" i]',
  '[class*="date" i],[class*="datum" i],[class*="fecha" i],[class*="meta" i],[class*="byline" i],[class*="info" i],[class*="time" i]',
];

function visibleDate(page: Page, places: readonly string[]): Found<string> | null {
  const language = page.language ?? 'en';
  for (const place of places) {
    const elements = select(page.doc, place);
    for (let i = 0; i < Math.min(elements.length, 25); i++) {
      const element = elements[i];
      if (
        element === undefined ||
        element.closest(
          'footer,aside,nav,[class*="comment" i]:not(body):not(html),[class*="related" i],[class*="teaser" i],[class*="sidebar" i]:not(body):not(html),[id*="today" i],[class*="today" i],[class*="current-date" i]',
        )
      )
        continue;
      const shown = textOf(element);
      if (shown.length > 400) continue;
      const date =
        readDate(attribute(element, 'datetime') || attribute(element, 'content'), language) ??
        readDate(shown, language);
      if (date !== null) return { value: date, source: 'page' };
    }
  }
  return null;
}

function dateFromNode(node: LinkedNode | null, keys: readonly string[], source: string): Found<string> | null {
  for (const key of keys) {
    const date = node ? readDate(textValue(node[key])) : null;
    if (date !== null) return { value: date, source };
  }
  return null;
}

/** First publication and last modification, as the publisher wrote them. */
export function readDates(page: Page): { published: Found<string> | null; modified: Found<string> | null } {
  const language = page.language ?? 'en';
  const inAddress = dateInAddress(page.address);
  const published = firstOf(
    dateFromNode(page.article, ['datePublished', 'dateCreated', 'uploadDate'], 'json-ld'),
    dateFromNode(page.micro, ['datePublished', 'dateCreated'], 'microdata'),
    dateFromMetas(page.metas, PUBLISHED_METAS, language),
    dateFromOtherMetas(page),
    visibleDate(page, MARKED_PLACES),
    inAddress ? { value: inAddress, source: 'address' } : null,
    dateNearHeadline(page),
    visibleDate(page, DATE_PLACES),
    anyDate(page),
  );
  const modified = firstOf(
    dateFromNode(page.article, ['dateModified'], 'json-ld'),
    dateFromMetas(page.metas, MODIFIED_METAS, language),
    dateFromNode(page.micro, ['dateModified'], 'microdata'),
  );
  return { published, modified };
}

/** The first date that is written out near the headline, outside of running text. */
function dateNearHeadline(page: Page): Found<string> | null {
  for (const line of page.near()) {
    const date = line.length < 90 ? readDate(line, page.language ?? 'en') : null;
    if (date !== null) return { value: date, source: 'page' };
  }
  return null;
}

/** A date in the linked data of something that is no article, such as a video or the page itself. */
function anyDate(page: Page): Found<string> | null {
  for (const node of page.data.nodes) {
    const date = dateFromNode(node, ['datePublished', 'uploadDate'], 'json-ld');
    if (date !== null && !typesOf(node).some((type) => /Comment|Review|Answer|Question|Offer/.test(type))) return date;
  }
  return null;
}
