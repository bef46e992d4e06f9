import { believableCanonical } from '../model/address';
import { namesIn, settleAuthors, visibleByline } from './byline';
import { findCorrections } from './corrections';
import { dateInAddress, readDate } from './dates';
import { attribute, first, fold, rootOf, select, textOf } from './dom';
import type { Body, Metadata } from './facts';
import { type Metas, meta, readMetas, statedCanonical } from './head';
import {
  isNode,
  type LinkedData,
  type LinkedNode,
  readLinkedData,
  readMicrodata,
  resolve,
  textValue,
  typesOf,
} from './json-ld';
import { bylinesAmong, linesNearHeadline } from './near-headline';
import { chooseTitle, similarity, visibleHeadlines } from './title';

/** What the readers of single fields share. */
interface Page {
  readonly doc: Document;
  readonly address: string;
  readonly metas: Metas;
  readonly data: LinkedData;
  /** The object of the linked data that describes this article, if any. */
  readonly article: LinkedNode | null;
  readonly micro: LinkedNode | null;
  readonly language: string | null;
  readonly headlines: readonly string[];
}

/** A value and where it was read. */
interface Found<T> {
  readonly value: T;
  readonly source: string;
}

const ARTICLE_TYPE = /(Article|BlogPosting|LiveBlogPosting|Reportage|Posting|Review|Report)$/;

/** The object that describes this page's article: the one whose headline or address is the page's, news first. */
function articleNode(data: LinkedData, address: string, headlines: readonly string[], metas: Metas): LinkedNode | null {
  const path = URL.canParse(address) ? new URL(address).pathname : '';
  const said = [...headlines.slice(0, 3), meta(metas, 'og:title', 'twitter:title')].filter((text) => text !== '');
  let best: LinkedNode | null = null;
  let most = 0;
  let rivals = 0;
  for (const node of data.nodes) {
    const types = typesOf(node);
    const isArticle = types.some((type) => ARTICLE_TYPE.test(type));
    const isPage = types.some((type) => /^(WebPage|ItemPage)$/.test(type));
    if (!isArticle && !(isPage && node['datePublished'] !== undefined)) continue;
    if (isArticle) rivals++;
    const headline = textValue(node['headline'] ?? node['name']);
    const place = [node['url'], node['mainEntityOfPage'], node['@id']]
      .map((value) => textValue(isNode(value) ? (value['@id'] ?? value['url']) : value))
      .join(' ');
    const like = headline === '' ? 0 : Math.max(0, ...said.map((text) => similarity(text, headline)));
    const score =
      (isArticle ? 1 : 0.2) +
      (types.some((type) => /NewsArticle|Reportage/.test(type)) ? 0.3 : 0) +
      (path.length > 1 && place.includes(path) ? 1 : 0) +
      (like > 0.4 ? 1 + like : 0) +
      (node['datePublished'] ? 0.3 : 0) +
      (node['author'] ? 0.2 : 0);
    if (score > most) [best, most] = [node, score];
  }
  // Among many articles none of which is this page's, each is a teaser.
  return rivals > 3 && most < 2 ? null : best;
}

const firstOf = <T>(...candidates: readonly (Found<T> | null)[]): Found<T> | null =>
  candidates.find((found) => found !== null) ?? null;

function found(text: string, source: string): Found<string> | null {
  const value = fold(text);
  return value === '' ? null : { value: value.slice(0, 2_000), source };
}

function readLanguage(doc: Document, metas: Metas, article: LinkedNode | null): Found<string> | null {
  const root = rootOf(doc);
  const stated = [
    found(root ? attribute(root, 'lang') || attribute(root, 'xml:lang') : '', 'html'),
    found(article ? textValue(article['inLanguage']) : '', 'json-ld'),
    found(meta(metas, 'og:locale'), 'open-graph'),
    found(meta(metas, 'content-language', 'language', 'dc.language', 'dcterms.language'), 'meta'),
    found(first(doc, 'body') ? attribute(first(doc, 'body') ?? doc.createElement('i'), 'lang') : '', 'body'),
  ];
  for (const candidate of stated) {
    const tag = candidate?.value.replace(/_/g, '-').split(/[,;\s]/)[0] ?? '';
    if (candidate && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag) && tag.length <= 35)
      return { value: tag, source: candidate.source };
  }
  return null;
}

const organisation = (value: unknown, data: LinkedData): string => {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  const name = textValue(resolve(one, data));
  return /^https?:/i.test(name) || name.startsWith('#') ? '' : name;
};

function readSite(page: Page): { siteName: Found<string> | null; publisher: Found<string> | null } {
  const { metas, data, article } = page;
  const publisher = firstOf(
    found(organisation(article?.['publisher'], data), 'json-ld'),
    found(
      meta(metas, 'article:publisher', 'dc.publisher', 'dcterms.publisher', 'publisher', 'citation_publisher').replace(
        /^https?:.*/,
        '',
      ),
      'meta',
    ),
  );
  const website = data.nodes.find((node) => typesOf(node).includes('WebSite'));
  const siteName = firstOf(
    found(meta(metas, 'og:site_name'), 'open-graph'),
    found(organisation(website, data), 'json-ld'),
    publisher,
    found(meta(metas, 'application-name', 'apple-mobile-web-app-title', 'al:ios:app_name'), 'meta'),
    found(URL.canParse(page.address) ? new URL(page.address).hostname.replace(/^www\./, '') : '', 'address'),
  );
  return { siteName, publisher };
}

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

function dateFromMetas(metas: Metas, names: readonly string[], language: string): Found<string> | null {
  for (const name of names) {
    const value = meta(metas, name);
    const date = value === '' ? null : readDate(value, language);
    if (date !== null) return { value: date, source: name };
  }
  return null;
}

/** Places in which pages show their date, most telling first. */
const DATE_PLACES = [
  '[itemprop~="datePublished"]',
  'time[pubdate],time.published,time.entry-date,.entry-date,time[class*="publish" i]',
  'article time,main time,header time',
  'time',
  '[class*="publish" i],[class*="pubdate" i],[class*="post-date" i],[class*="article-date" i],[class*="article__date" i],[class*="dateline" i],[class*="timestamp" i],[id*="date" i]',
  '[class*="date" i],[class*="datum" i],[class*="fecha" i],[class*="meta" i],[class*="byline" i],[class*="info" i],[class*="time" i]',
];

function visibleDate(page: Page): Found<string> | null {
  const language = page.language ?? 'en';
  for (const place of DATE_PLACES) {
    const elements = select(page.doc, place);
    for (let i = 0; i < Math.min(elements.length, 25); i++) {
      const element = elements[i];
      if (
        element === undefined ||
        element.closest(
          'footer,aside,nav,[class*="comment" i]:not(body):not(html),[class*="related" i],[class*="teaser" i],[class*="sidebar" i]:not(body):not(html)',
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

function readDates(page: Page): { published: Found<string> | null; modified: Found<string> | null } {
  const language = page.language ?? 'en';
  const inAddress = dateInAddress(page.address);
  const published = firstOf(
    dateFromNode(page.article, ['datePublished', 'dateCreated', 'uploadDate'], 'json-ld'),
    dateFromNode(page.micro, ['datePublished', 'dateCreated'], 'microdata'),
    dateFromMetas(page.metas, PUBLISHED_METAS, language),
    visibleDate(page),
    inAddress ? { value: inAddress, source: 'address' } : null,
    dateNearHeadline(page),
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
  for (const line of linesNearHeadline(page.doc, page.headlines[0] ?? '')) {
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

function namesOf(value: unknown, data: LinkedData, depth = 0): { people: string[]; others: string[] } {
  const result = { people: [] as string[], others: [] as string[] };
  const list: unknown[] = Array.isArray(value) ? value.slice(0, 30) : [value];
  for (const item of list) {
    if (Array.isArray(item) && depth < 3) {
      const inner = namesOf(item, data, depth + 1);
      result.people.push(...inner.people);
      result.others.push(...inner.others);
      continue;
    }
    const node = resolve(item, data);
    const named: unknown = isNode(node) ? node['name'] : node;
    const names = (Array.isArray(named) ? named : [named]).flatMap((name: unknown) =>
      typeof name === 'string' ? namesIn(textValue(name)) : [],
    );
    const isOrganisation = isNode(node) && typesOf(node).some((type) => /Organi[sz]ation|Corporation/.test(type));
    (isOrganisation ? result.others : result.people).push(...names);
  }
  return result;
}

function readAuthors(page: Page, houses: readonly string[], body: Body | null): Found<string[]> {
  const { metas, data, article, micro, doc } = page;
  const linked = namesOf(article?.['author'] ?? article?.['creator'] ?? [], data);
  const marked = namesOf(micro?.['author'] ?? [], data);
  const head = [
    'author',
    'article:author',
    'og:article:author',
    'parsely-author',
    'sailthru.author',
    'cxenseparse:author',
    'dc.creator',
    'dcterms.creator',
    'citation_author',
    'byl',
    'article.author',
    'twitter:data1',
  ]
    .filter(
      (name) =>
        name !== 'twitter:data1' || /written|verfasst|écrit|escrito|geschrieben/i.test(meta(metas, 'twitter:label1')),
    )
    .flatMap((name) =>
      (metas.get(name) ?? []).filter((value) => !/^https?:/i.test(value)).flatMap((value) => namesIn(value)),
    );
  const stages: [string, () => readonly string[]][] = [
    ['json-ld', () => (linked.people.length > 0 ? linked.people : linked.others)],
    ['microdata', () => marked.people],
    ['byline', () => visibleByline(doc, body?.root.closest('article,main') ?? null)],
    ['meta', () => head],
    ['page', () => visibleByline(doc, null)],
    ['page', () => bylinesAmong(linesNearHeadline(doc, page.headlines[0] ?? '')).flatMap(namesIn)],
  ];
  let desk: Found<string[]> | null = null;
  const own = new Set(houses.map((house) => house.toLowerCase()));
  for (const [source, read] of stages) {
    const names = settleAuthors(read(), houses);
    if (names.length === 0) continue;
    const isDesk = names.every(
      (name) => own.has(name.toLowerCase()) || settleAuthors([name, 'Anna Nym'], houses)[0] !== name,
    );
    if (!isDesk) return { value: names, source };
    desk ??= { value: names, source };
  }
  return desk ?? { value: [], source: 'none' };
}

function readSection(page: Page): Found<string> | null {
  const { metas, data, article, micro, doc, address } = page;
  const crumbs = data.nodes.find((node) => typesOf(node).includes('BreadcrumbList'))?.['itemListElement'];
  const names = (Array.isArray(crumbs) ? crumbs : [])
    .map((crumb: unknown) => (isNode(crumb) ? textValue(crumb['name'] ?? crumb['item']) : ''))
    .filter((name) => name !== '' && !/^(home|start|startseite|accueil|inicio|https?:.*)$/i.test(name));
  const path = URL.canParse(address) ? new URL(address).pathname.split('/').filter((part) => part !== '') : [];
  const folder =
    path.length > 1 &&
    /^[a-z-]{3,24}$/i.test(path[0] ?? '') &&
    !/^(article|story|news|amp|node|post|blog|[a-z]{2})s?$/i.test(path[0] ?? '')
      ? (path[0] ?? '')
      : '';
  const shown = first(doc, '[rel~="category"],[class*="breadcrumb" i] li:nth-child(2) a');
  return firstOf(
    found(meta(metas, 'article:section', 'og:article:section'), 'open-graph'),
    found(textValue(article?.['articleSection']), 'json-ld'),
    found(textValue(micro?.['articleSection']), 'microdata'),
    found(
      meta(
        metas,
        'parsely-section',
        'cxenseparse:recs:category',
        'section',
        'dc.subject',
        'sailthru.section',
        'category',
      ),
      'meta',
    ),
    found(names.length > 1 ? (names[0] ?? '') : '', 'breadcrumb'),
    found(shown ? textOf(shown) : '', 'page'),
    found(folder.replace(/-/g, ' '), 'address'),
  );
}

function readPaywalled(page: Page): Found<boolean> | null {
  const said = (value: unknown): boolean | null => {
    if (typeof value === 'boolean') return !value;
    const text = textValue(value).toLowerCase();
    if (/^(https?:\/\/schema\.org\/)?false$|^(no|0)$/.test(text)) return true;
    return /^(https?:\/\/schema\.org\/)?true$|^(yes|1)$/.test(text) ? false : null;
  };
  const own = page.article ? said(page.article['isAccessibleForFree']) : null;
  if (own !== null) return { value: own, source: 'json-ld' };
  const tier = meta(page.metas, 'article:content_tier').toLowerCase();
  if (tier !== '') return { value: tier !== 'free', source: 'open-graph' };
  for (const node of page.data.nodes) {
    const stated = typesOf(node).some((type) => ARTICLE_TYPE.test(type)) ? said(node['isAccessibleForFree']) : null;
    if (stated !== null) return { value: stated, source: 'json-ld' };
  }
  return null;
}

function open(doc: Document, address: string): Page {
  const metas = readMetas(doc);
  const data = readLinkedData(doc);
  const headlines = visibleHeadlines(doc);
  const article = articleNode(data, address, headlines, metas);
  const language = readLanguage(doc, metas, article)?.value ?? null;
  return { doc, address, metas, data, article, micro: readMicrodata(doc), language, headlines };
}

function read(doc: Document, address: string, body: Body | null): Metadata {
  const page = open(doc, address);
  const { metas, article, micro } = page;
  const { siteName, publisher } = readSite(page);
  const host = URL.canParse(address) ? new URL(address).hostname.replace(/^(www|m|mobile|amp)\./, '') : '';
  const sites = [siteName?.value ?? '', publisher?.value ?? '', host, host.replace(/\.[a-z.]{2,6}$/, '')].filter(
    (name) => name !== '',
  );
  const titleElement = first(doc, 'head > title') ?? first(doc, 'title');
  const title = chooseTitle({
    headlines: page.headlines,
    data: textValue(article?.['headline'] ?? article?.['name'] ?? micro?.['headline']),
    social: textValue(
      meta(metas, 'og:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'citation_title'),
    ),
    title: titleElement ? textOf(titleElement) : '',
    sites,
  });
  const { published, modified } = readDates(page);
  const authors = readAuthors(page, sites, body);
  const language = readLanguage(doc, metas, article);
  const section = readSection(page);
  const paywalled = readPaywalled(page);
  const stated = statedCanonical(doc, metas);
  const canonicalUrl = believableCanonical(stated, address) ?? address;
  return {
    title: title.title.slice(0, 2_000),
    authors: authors.value,
    siteName: siteName?.value ?? null,
    publisher: publisher?.value ?? null,
    section: section?.value ?? null,
    language: language?.value ?? null,
    publishedAt: published?.value ?? null,
    modifiedAt: modified?.value ?? null,
    canonicalUrl,
    paywalled: paywalled?.value ?? null,
    corrections: findCorrections(doc),
    sources: {
      title: title.source,
      authors: authors.source,
      siteName: siteName?.source ?? 'none',
      publisher: publisher?.source ?? 'none',
      section: section?.source ?? 'none',
      language: language?.source ?? 'none',
      publishedAt: published?.source ?? 'none',
      modifiedAt: modified?.source ?? 'none',
      canonicalUrl: stated === null ? 'address' : 'link',
      paywalled: paywalled?.source ?? 'none',
    },
  };
}

/**
 * What the page says about its article, each value from the most trusted place that has it; `sources` says which.
 * With the article's body at hand, bylines are looked for around it. Never throws: a page that defeats it has an empty
 * title and nothing else.
 */
export function readMetadata(doc: Document, address: string, body: Body | null = null): Metadata {
  try {
    return read(doc, address, body);
  } catch {
    return {
      title: '',
      authors: [],
      siteName: null,
      publisher: null,
      section: null,
      language: null,
      publishedAt: null,
      modifiedAt: null,
      canonicalUrl: address,
      paywalled: null,
      corrections: [],
      sources: {},
    };
  }
}
