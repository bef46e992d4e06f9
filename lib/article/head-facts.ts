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

/** JSON-LD blocks that are read, and characters of them. */
const MAX_BLOCKS = 5;
const MAX_DATA = 400_000;
/** A value longer than this is no fact. */
const MAX_VALUE = 1_000;

/** What states each fact, as a selector. One name each: every further one is compared with every element. */
const METAS = [
  'property="og:type"',
  'property="og:title"',
  'property="article:published_time"',
  'name="date"',
  'name="author"',
  'name="news_keywords"',
  'name="twitter:label1"',
  'name="generator"',
] as const;
const BLOCK = '//script[@type="application/ld+json"]';
/** All facts with one expression, each followed by a sign that no page contains; the JSON-LD's first block comes last. */
const EXPRESSION = `concat(/html/head/meta[@${METAS.join("]/@content,'\u0001',/html/head/meta[@")}]/@content,'\u0001',/html/head/link[@rel="canonical"]/@href,'\u0001',/html/head/link[@rel="amphtml"]/@href,'\u0001',/html/body/@class,' ',/html/@class,'\u0001',count(${BLOCK}),'\u0001',${BLOCK})`;

const ask = (doc: Document, expression: string): string =>
  Document.prototype.evaluate.call(doc, expression, doc, null, 2, null).stringValue;

/** The blocks after the first. */
function furtherData(doc: Document, count: number): string {
  let blocks = "''";
  for (let i = 2; i <= count && i <= MAX_BLOCKS; i++) blocks += `,(${BLOCK})[${i}]`;
  return ask(doc, `concat('',${blocks})`);
}

/** The same facts by selectors: for XHTML, for heads that were closed too early, for documents without XPath. */
function bySelectors(doc: Document): string[] {
  const value = (selector: string, name: string): string => {
    const [found] = select(doc, selector);
    return found ? attribute(found, name) : '';
  };
  return [
    ...METAS.map((meta) => value(`meta[${meta}]`, 'content')),
    value('link[rel~="canonical"][href]', 'href'),
    value('link[rel="amphtml"]', 'href'),
    `${value('body', 'class')} ${value('html', 'class')}`,
    '0',
    [...select(doc, 'script[type="application/ld+json"]')].slice(0, MAX_BLOCKS).map(textOf).join(' '),
  ];
}

/** Reads the head's facts; what the page does not say is empty. */
export function readHead(doc: Document): HeadFacts {
  let lines = typeof Document.prototype.evaluate === 'function' ? ask(doc, EXPRESSION).split('\u0001') : [];
  if (!lines[0] && !lines[1] && !lines[8] && select(doc, 'meta[property="og:type"],link[rel="canonical"]').length > 0)
    lines = bySelectors(doc);
  const at = (i: number): string => (lines[i] ?? '').slice(0, MAX_VALUE).trim();
  const blocks = Number(lines[11]);
  const data = (lines[12] ?? '') + (blocks > 1 ? furtherData(doc, blocks) : '');
  return {
    ogType: at(0),
    title: at(1),
    published: at(2),
    dated: at(3),
    author: at(4),
    keywords: at(5),
    label: at(6),
    generator: at(7),
    canonical: at(8),
    amp: at(9),
    classes: at(10),
    data: data.length > MAX_DATA ? data.slice(0, MAX_DATA) : data,
  };
}
