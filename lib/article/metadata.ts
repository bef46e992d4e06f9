import { believableCanonical } from '../model/address';
import { findCorrections } from './corrections';
import { attribute, first, rootOf, textOf } from './dom';
import type { Body, Metadata } from './facts';
import { type Metas, meta, readMetas, statedCanonical } from './head';
import { isNode, type LinkedData, type LinkedNode, readLinkedData, readMicrodata, textValue, typesOf } from './json-ld';
import { type Lines, linesNearHeadline } from './near-headline';
import { type Found, firstOf, found, type Page } from './page';
import { readAuthors } from './page-authors';
import { readDates } from './page-dates';
import { readSite } from './page-site';
import { chooseTitle, similarity, visibleHeadlines } from './title';

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

/** Systems put all of a story's categories into its section, one after the other. */
const firstOfMany = (sections: string): string => {
  const parts = sections.split(/,\s+/);
  return parts.length > 2 ? (parts[0] ?? '') : sections;
};

function readSection(page: Page): Found<string> | null {
  const { metas, data, article, micro, doc, address } = page;
  const crumbs = data.nodes.find((node) => typesOf(node).includes('BreadcrumbList'))?.['itemListElement'];
  const names = (Array.isArray(crumbs) ? crumbs : [])
    .map((crumb: unknown) => (isNode(crumb) ? textValue(crumb['name'] ?? crumb['item']) : ''))
    .filter((name) => name !== '' && !/^(home|start|startseite|accueil|inicio|https?:.*|[\w-]+\.\w{2,4})$/i.test(name));
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
    found(firstOfMany(textValue(article?.['articleSection'])), 'json-ld'),
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
  let lines: Lines | null = null;
  const near = (): Lines => {
    lines ??= linesNearHeadline(doc, headlines[0] ?? '');
    return lines;
  };
  return { doc, address, metas, data, article, micro: readMicrodata(doc), language, headlines, near };
}

function read(doc: Document, address: string, body: Body | null): Metadata {
  const page = open(doc, address);
  const { metas, article, micro } = page;
  const section = readSection(page);
  const { siteName, stated: ownName, publisher } = readSite(page, section?.value ?? null);
  const host = URL.canParse(address) ? new URL(address).hostname.replace(/^(www|m|mobile|amp)\./, '') : '';
  const stem = host.replace(/\.[a-z.]{2,6}$/, '');
  const sites = [ownName, siteName?.value ?? '', publisher?.value ?? '', host, stem, stem.replace(/^.*\./, '')].filter(
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
    news: article !== null && typesOf(article).some((type) => /NewsArticle|Reportage/.test(type)),
  });
  const { published, modified } = readDates(page);
  const authors = readAuthors(page, sites, body);
  const language = readLanguage(doc, metas, article);
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
