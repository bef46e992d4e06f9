import { MAX_ADDRESS } from '../model/address';
import { attribute, select, textOf } from './dom';

/**
 * The few lines of the head that the detector needs. They are asked for in XPath expressions that answer with strings:
 * the first element that a script lays hands on costs as much as all of this on a fresh page, and most pages are
 * decided without touching one. What a page does not say is empty.
 */
export interface Told {
  readonly ogType: string;
  readonly canonical: string;
  /** False for framesets and the like, which have no text. */
  readonly hasBody: boolean;
  /** The text of the page's JSON-LD blocks, one after the other, as it stands there. */
  readonly data: string;
  /** Whether no path leads to the head: XHTML, heads that were closed too early. */
  readonly lost: boolean;
}

/** What is looked at where that settles nothing. */
export interface HeadFacts {
  readonly ogTitle: string;
  /** Open Graph's title, else the document's. */
  readonly title: string;
  readonly published: string;
  readonly author: string;
  readonly keywords: string;
  readonly label: string;
  readonly generator: string;
  readonly amp: string;
  readonly classes: string;
  /** Types of microdata on the page or its articles. */
  readonly micro: string;
}

/** JSON-LD blocks that are read. */
const MAX_BLOCKS = 5;
/** A value longer than this is no fact. */
const MAX_VALUE = 1_000;
/** A sign that no page contains. */
const SIGN = '\u0001';

/** What states each fact, as a selector. One name each: every further one is compared with every element. */
const TOLD = ['meta[property="og:type"]', 'link[rel="canonical"]'];
const REST = [
  'meta[property="og:title"]',
  'meta[property="article:published_time"]',
  'meta[name="date"]',
  'meta[name="author"]',
  'meta[name="news_keywords"]',
  'meta[name="twitter:label1"]',
  'meta[name="generator"]',
  'link[rel="amphtml"]',
];
const BLOCK = 'script[@type="application/ld+json"]';
const valueName = (selector: string): string => (selector.startsWith('m') ? 'content' : 'href');

/** One question for all of these; a space around a value is no matter. */
const question = (facts: readonly string[], ...more: readonly string[]): string =>
  `concat(${[...facts.map((fact) => `/html/head/${fact.replace('[', '[@')}/@${valueName(fact)}`), ...more].join(`,'${SIGN}',`)})`;
/** Blocks in the head are found without a walk through the page; there are seldom more than three. */
const inHead = (number: number): string => `/html/head/${BLOCK}[${number}]`;
const inBody = (number: number): string => `(/html/body//${BLOCK})[${number}]`;
const TOLD_QUESTION = question(TOLD, 'name(/html/body)', inBody(1), inHead(1), inHead(2), inHead(3));
const FURTHER_QUESTION = question([], inHead(4), inHead(5), inBody(2), inBody(3), inBody(4));
const MICRO = ['/html/@itemtype', '/html/body/@itemtype', '(//article)[1]/@itemtype'];
const REST_QUESTION = question(
  REST,
  '/html/head/title',
  `concat(${MICRO.join(",' ',")})`,
  "concat(/html/body/@class,' ',/html/@class)",
);

/** The answers, with the sign between them; null where documents cannot be asked. */
const ask = (doc: Document, expression: string): string | undefined =>
  Document.prototype.evaluate?.call(doc, expression, doc, null, 2, null).stringValue;

/** The same facts by selectors. */
const bySelectors = (doc: Document, facts: readonly string[]): string[] =>
  facts.map((fact) => {
    const found = select(doc, fact)[0];
    return found ? attribute(found, valueName(fact)) : '';
  });

const bodyOf = (doc: Document): Element | undefined => select(doc, 'body')[0];

/** A value, within bounds. */
const short = (value = ''): string => value.slice(0, MAX_VALUE).trim();

/** An address is whole or nothing: cut, it would be another. */
const whole = (address = ''): string => (address.length > MAX_ADDRESS ? '' : address);

/** Reads what the page says it is. */
export function readTold(doc: Document): Told {
  const answer = ask(doc, TOLD_QUESTION) ?? '';
  // Plain steps: this runs cold on every page, where taking lists apart is dear.
  const said = answer.split(SIGN, 3);
  const ogType = said[0] ?? '';
  const canonical = said[1] ?? '';
  const body = said[2] ?? '';
  if (!ogType && !canonical && (!body || select(doc, TOLD.join()).length > 0)) return readLost(doc);
  let data = answer.slice(ogType.length + canonical.length + body.length + 3);
  // There is a block in the body, or a third one in the head: there may be more.
  if (data[0] !== SIGN || !data.endsWith(SIGN)) data += ask(doc, FURTHER_QUESTION);
  return { ogType, canonical: whole(canonical), hasBody: body !== '', data, lost: false };
}

/** The same from the elements. */
function readLost(doc: Document): Told {
  const said = bySelectors(doc, TOLD);
  const data = [...select(doc, BLOCK.replace('@', ''))].slice(0, MAX_BLOCKS).map(textOf).join(SIGN);
  return { ogType: short(said[0]), canonical: whole(said[1]), hasBody: !!bodyOf(doc), data, lost: true };
}

/** Reads the rest of the head; `lost` as it was found before. */
export function readRest(doc: Document, lost: boolean): HeadFacts {
  const said = (lost ? null : ask(doc, REST_QUESTION)?.split(SIGN)) ?? lostRest(doc);
  const ogTitle = short(said[0]);
  return {
    ogTitle,
    title: ogTitle || short(said[8]),
    published: short(said[1]) || short(said[2]),
    author: short(said[3]),
    keywords: short(said[4]),
    label: short(said[5]),
    generator: short(said[6]),
    amp: short(said[7]),
    micro: short(said[9]),
    classes: short(said[10]),
  };
}

function lostRest(doc: Document): string[] {
  const micro = select(doc, 'html[itemtype],body[itemtype],article[itemtype]')[0];
  const body = bodyOf(doc);
  const title = select(doc, 'title')[0];
  return [
    ...bySelectors(doc, REST),
    title ? textOf(title) : '',
    micro ? attribute(micro, 'itemtype') : '',
    body ? `${body.className} ${body.parentElement?.className}` : '',
  ];
}
