import { attribute, select, textOf } from './dom';
import { asMeant } from './encoding';

/** Bounds on what one page may make us read. */
const MAX_BLOCKS = 200;
const MAX_BLOCK_LENGTH = 2_000_000;
const MAX_NODES = 3_000;
const MAX_DEPTH = 60;

/** An object of the page's linked data. Its values are whatever the page wrote: ask for them with the readers below. */
export type LinkedNode = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is LinkedNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Named entities that appear in JSON-LD written by templates, each name with its sign behind it. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['shy', ''],
  ...`amp& quot" lt< gt> ndash– mdash— hellip… laquo« raquo» lsquo‘ rsquo’ ldquo“ rdquo” bdquo„ aumlä oumlö uumlü AumlÄ OumlÖ UumlÜ szligß eacuteé egraveè agraveà ccedilç ecircê acircâ ocircô icircî ucircû aacuteá iacuteí oacuteó uacuteú ntildeñ aringå oslashø aeligæ iquest¿ iexcl¡ euro€ apos'`
    .split(' ')
    .map((entry): [string, string] => [entry.slice(0, -1), entry.slice(-1)]),
]);

/** Text whose entities were escaped once too often, as templates do, read as meant. Tags that came along are dropped. */
export function unescapeText(text: string): string {
  if (!text.includes('&') && !text.includes('<')) return text;
  return text
    .replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole: string, name: string) => {
      if (!name.startsWith('#')) return ENTITIES.get(name) ?? whole;
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
    })
    .replace(/<\/?[a-z][^<>]{0,300}>/gi, '');
}

function parse(text: string): unknown {
  const bare = text
    .replace(/^\s*(<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*.*?\*\/)/, '')
    .replace(/(-->|(\/\/\s*)?\]\]>|;)\s*$/, '');
  try {
    return JSON.parse(bare);
  } catch {
    try {
      // Raw line breaks inside strings, commas before a closing bracket, a forgotten comma between blocks.
      const mended = [...bare]
        .map((c) => (c < ' ' ? ' ' : c))
        .join('')
        .replace(/,\s*([}\]])/g, '$1');
      return JSON.parse(mended);
    } catch {
      return salvage(bare);
    }
  }
}

/** What can be read from JSON that is beyond repair: the plain strings an article is described with. */
function salvage(text: string): LinkedNode | null {
  const type = /"@type"\s*:\s*"(\w*(?:Article|Posting))"/.exec(text)?.[1];
  if (type === undefined) return null;
  const node: Record<string, unknown> = { '@type': type };
  for (const key of ['headline', 'datePublished', 'dateModified', 'articleSection', 'inLanguage', 'url']) {
    const value = new RegExp(`"${key}"\\s*:\\s*"((?:[^"\\\\]|\\\\.){1,500})"`).exec(text)?.[1];
    if (value !== undefined) node[key] = value.replace(/\\(["/\\])/g, '$1');
  }
  const author = /"author"\s*:[[{\s]*[^\]}]{0,200}?"name"\s*:\s*"([^"]{2,100})"/.exec(text)?.[1];
  if (author !== undefined) node['author'] = author;
  return node;
}

/** All objects of the page's JSON-LD, outer ones first, in document order, and an index of their `@id`s. */
export interface LinkedData {
  readonly nodes: readonly LinkedNode[];
  readonly byId: ReadonlyMap<string, LinkedNode>;
}

/** Reads every JSON-LD block; what is broken is mended, salvaged or left out. Bounded in blocks, objects and depth. */
export function readLinkedData(doc: Document): LinkedData {
  const nodes: LinkedNode[] = [];
  const byId = new Map<string, LinkedNode>();
  const queue: { value: unknown; depth: number }[] = [];
  const blocks = select(doc, 'script[type^="application/ld+json" i]');
  for (let i = 0; i < Math.min(blocks.length, MAX_BLOCKS); i++) {
    const block = blocks[i];
    const text = block ? textOf(block) : '';
    if (text.trim() !== '' && text.length < MAX_BLOCK_LENGTH) queue.push({ value: parse(text), depth: 0 });
  }
  for (let at = 0; at < queue.length && nodes.length < MAX_NODES; at++) {
    const entry = queue[at];
    if (entry === undefined) break;
    const { value, depth } = entry;
    if (depth > MAX_DEPTH || queue.length > MAX_NODES * 20) continue;
    if (Array.isArray(value)) for (const item of value) queue.push({ value: item, depth: depth + 1 });
    else if (isNode(value)) {
      nodes.push(value);
      const id = value['@id'];
      if (typeof id === 'string' && Object.keys(value).length > 1 && !byId.has(id)) byId.set(id, value);
      for (const inner of Object.values(value))
        if (typeof inner === 'object') queue.push({ value: inner, depth: depth + 1 });
    }
  }
  return { nodes, byId };
}

/** The object itself, or the one that its `@id` stands for. */
export function resolve(value: unknown, data: LinkedData): unknown {
  if (!isNode(value)) return value;
  const id = value['@id'];
  return typeof id === 'string' && value['name'] === undefined ? (data.byId.get(id) ?? value) : value;
}

/** The schema.org types of an object, without their namespace. */
export function typesOf(node: LinkedNode): readonly string[] {
  const type = node['@type'];
  const list: unknown[] = Array.isArray(type) ? type : [type];
  return list.filter((t) => typeof t === 'string').map((t) => t.replace(/^.*[/:]/, ''));
}

/** A value as text: a string, a number, an object's `name` or `@value`, or the first of a list. Empty if none. */
export function textValue(value: unknown, depth = 0): string {
  if (typeof value === 'string')
    return asMeant(unescapeText(unescapeText(value)))
      .replace(/\s+/g, ' ')
      .trim();
  if (typeof value === 'number') return String(value);
  if (depth > 3) return '';
  if (Array.isArray(value)) return textValue(value[0], depth + 1);
  if (isNode(value)) return textValue(value['name'] ?? value['@value'] ?? value['@id'] ?? '', depth + 1);
  return '';
}

/** Microdata of an article as one object: the first value of each property within the article's scope. */
export function readMicrodata(doc: Document): LinkedNode | null {
  const scopes = select(doc, '[itemtype*="Article"],[itemtype*="BlogPosting"]');
  const scope = scopes[0];
  if (scope === undefined || scopes.length > 3) return null;
  const node: Record<string, unknown> = {};
  for (const key of ['headline', 'datePublished', 'dateModified', 'articleSection', 'inLanguage']) {
    const element = select(scope, `[itemprop~="${key}"]`)[0];
    if (element === undefined) continue;
    const value = attribute(element, 'content') || attribute(element, 'datetime') || textOf(element);
    if (value.trim() !== '') node[key] = value.trim();
  }
  // Comments within the article have authors of their own.
  const own = [...select(scope, '[itemprop~="author"]')].filter(
    (author) =>
      author.parentElement?.closest('[itemscope]') === scope && author.closest('[class*="comment" i],footer') === null,
  );
  const authors = own.slice(0, 10).map((author) => {
    const name = select(author, '[itemprop~="name"]')[0];
    const said = name ? attribute(name, 'content') || textOf(name) : attribute(author, 'content') || textOf(author);
    return said.trim();
  });
  if (authors.some((author) => author !== '')) node['author'] = authors;
  return node;
}
