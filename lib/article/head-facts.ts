import { attribute, select, textOf } from './dom';

/**
 * The few lines of the head that the detector needs. They are asked for in two XPath expressions: the first element
 * that a script lays hands on costs half a millisecond on a fresh page, and most pages are decided without touching one.
 */
export interface HeadFacts {
  readonly ogType: string;
  readonly title: string;
  readonly canonical: string;
  readonly published: string;
  readonly dated: string;
  readonly author: string;
  readonly keywords: string;
  readonly label: string;
  readonly generator: string;
  readonly amp: string;
  readonly classes: string;
  /** The text of the page's JSON-LD, as it stands there. */
  readonly data: string;
}

/** The `meta` element that states each fact. One name each: every further one is compared with every element. */
const METAS = {
  ogType: "@property='og:type'",
  title: "@property='og:title'",
  published: "@property='article:published_time'",
  dated: "@name='date'",
  author: "@name='author'",
  keywords: "@name='news_keywords'",
  label: "@name='twitter:label1'",
  generator: "@name='generator'",
} as const;
type Field = keyof typeof METAS;

/** JSON-LD blocks that are read, and characters of them. */
const MAX_BLOCKS = 5;
const MAX_DATA = 400_000;
/** A value longer than this is no fact. */
const MAX_VALUE = 1_000;
const LINKED_DATA = 'script[type="application/ld+json"]';

const FIELDS: readonly Field[] = ['ogType', 'title', 'published', 'dated', 'author', 'keywords', 'label', 'generator'];
const LINE = '\u0001';

const asPath = (field: Field): string => `/html/head/meta[${METAS[field]}]/@content`;
const EXPRESSION = `concat(${[...FIELDS.map((field) => asPath(field)), "/html/head/link[@rel='canonical']/@href", "/html/head/link[@rel='amphtml']/@href", '/html/body/@class', '/html/@class'].join(`,'${LINE}',`)})`;

const ask = (doc: Document, expression: string): string =>
  Document.prototype.evaluate.call(doc, expression, doc, null, 2, null).stringValue;

function linkedData(doc: Document, blocks: number): string {
  const block = "(//script[@type='application/ld+json'])";
  const parts = Array.from({ length: Math.min(blocks, MAX_BLOCKS) }, (_, i) => `${block}[${i + 1}]`);
  const text = ask(doc, parts.length > 1 ? `concat(${parts.join(',')})` : `string(${parts[0] ?? "''"})`);
  return text.length > MAX_DATA ? text.slice(0, MAX_DATA) : text;
}

const facts = (read: (field: Field) => string): Pick<HeadFacts, Field> => ({
  ogType: read('ogType'),
  title: read('title'),
  published: read('published'),
  dated: read('dated'),
  author: read('author'),
  keywords: read('keywords'),
  label: read('label'),
  generator: read('generator'),
});

/** The same facts by selectors: for XHTML, for heads that were closed too early, for documents without XPath. */
function bySelectors(doc: Document): HeadFacts {
  const value = (field: Field): string => {
    const found = select(doc, `meta[${METAS[field].slice(1)}]`)[0];
    return found ? attribute(found, 'content').slice(0, MAX_VALUE) : '';
  };
  const href = (selector: string): string => attribute(select(doc, selector)[0] ?? doc.createElement('i'), 'href');
  const classes = [...select(doc, 'html,body')].map((element) => attribute(element, 'class')).join(' ');
  return {
    ...facts(value),
    canonical: href('link[rel~="canonical"][href]'),
    amp: href('link[rel="amphtml"]'),
    classes,
    data: [...select(doc, LINKED_DATA)]
      .slice(0, MAX_BLOCKS)
      .map((block) => textOf(block).slice(0, MAX_DATA))
      .join(' '),
  };
}

/** Reads the head's facts; what the page does not say is empty. */
export function readHead(doc: Document): HeadFacts {
  if (typeof Document.prototype.evaluate !== 'function') return bySelectors(doc);
  const lines = ask(doc, EXPRESSION).split(LINE);
  const at = (i: number): string => (lines[i] ?? '').trim().slice(0, MAX_VALUE);
  if (
    at(0) === '' &&
    at(1) === '' &&
    at(8) === '' &&
    select(doc, 'meta[property="og:type"],link[rel="canonical"]').length > 0
  )
    return bySelectors(doc);
  const blocks = select(doc, LINKED_DATA).length;
  return {
    ...facts((field) => at(FIELDS.indexOf(field))),
    canonical: at(8),
    amp: at(9),
    classes: `${at(10)} ${at(11)}`,
    data: blocks > 0 ? linkedData(doc, blocks) : '',
  };
}
