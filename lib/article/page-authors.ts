import { isDesk, namesIn, namesStated, settleAuthors } from './byline';
import { readDate } from './dates';
import type { Body } from './facts';
import { type Metas, meta } from './head';
import { isNode, type LinkedData, resolve, textValue, typesOf } from './json-ld';
import { bareName, bylineAmong, headlineElement, nameWithStory, signature } from './near-headline';
import type { Found, Page } from './page';
import { bylineNear, isHandle, soleAuthor, visibleByline } from './page-byline';

function namesOf(
  value: unknown,
  data: LinkedData,
  houses: readonly string[],
  depth = 0,
): { people: string[]; others: string[] } {
  const result = { people: [] as string[], others: [] as string[] };
  const list: unknown[] = Array.isArray(value) ? value.slice(0, 30) : [value];
  for (const item of list) {
    if (Array.isArray(item) && depth < 3) {
      const inner = namesOf(item, data, houses, depth + 1);
      result.people.push(...inner.people);
      result.others.push(...inner.others);
      continue;
    }
    const node = resolve(item, data);
    const named: unknown = isNode(node) ? node['name'] : node;
    const names = (Array.isArray(named) ? named : [named]).flatMap((name: unknown) =>
      typeof name === 'string' ? namesStated(textValue(name), houses) : [],
    );
    const isOrganisation = isNode(node) && typesOf(node).some((type) => /Organi[sz]ation|Corporation/.test(type));
    (isOrganisation ? result.others : result.people).push(...names);
  }
  return result;
}

const AUTHOR_METAS = [
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
];

/** What the head says about the authors, field by field. Papers write `Marsh, Ada`. */
function statedInHead(metas: Metas): string[] {
  const stated = AUTHOR_METAS.filter(
    (name) =>
      name !== 'twitter:data1' ||
      /written|author|\bby$|verfasst|écrit|escrito|geschrieben/i.test(meta(metas, 'twitter:label1')),
  ).flatMap((name) =>
    (metas.get(name) ?? []).map((value) =>
      name === 'citation_author' ? value.replace(/^([^,]+),\s*([^,\s][^,]*)$/, '$2 $1') : value,
    ),
  );
  return stated.filter((value) => !/^https?:/i.test(value));
}

/** What stands for a date beside a byline. */
const AGO =
  /^(?:published|updated|posted|publié|mis à jour|veröffentlicht|aktualisiert|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|publisert|publicerad)\b|\b\d{1,2} ?(?:min|minutes?|hours?|days?|weeks?|months?|years?) (?:ago|read)\b|\bvor \d+ (?:minuten|stunden|tagen)|\bil y a \d+|\bhace \d+|\bhá \d+|\b\d+ (?:minuti|ore|giorni) fa\b|\d+ (?:minuten|uur|dagen) geleden/i;

const DATA: ReadonlySet<string> = new Set(['json-ld', 'microdata', 'meta']);

/** Lines after the headline that are its byline, not the text or what is below it. */
const HEAD_LINES = 20;

/**
 * Whether readers see one of these names by the headline. Some systems state who put the article into them; the byline
 * that is printed then names somebody else.
 */
function isShown(page: Page, names: readonly string[]): boolean {
  const shown = [...page.near().after.slice(0, HEAD_LINES), ...page.near().before].join(' ').toLowerCase();
  return names.some((name) =>
    name
      .toLowerCase()
      .split(' ')
      .some((word) => word.length > 2 && shown.includes(word)),
  );
}

/** Everybody who signed the article; a desk or an agency only where no person did. `sites` are the names of the site. */
export function readAuthors(page: Page, sites: readonly string[], body: Body | null): Found<string[]> {
  const { metas, data, article, micro, doc } = page;
  const stated = statedInHead(metas);
  // A field that carries the site's address names the site.
  const host = sites.find((site) => /^[\w-]+(\.[\w-]+)+$/.test(site))?.toLowerCase();
  const own = stated.filter((value) => host !== undefined && value.toLowerCase().includes(host)).flatMap(namesIn);
  const houses = [...sites, ...own];
  const linked = namesOf(article?.['author'] ?? article?.['creator'] ?? [], data, houses);
  const isDate = (line: string) => AGO.test(line) || readDate(line, page.language ?? 'en') !== null;
  const isPerson = (name: string) => settleAuthors([name, 'Anna Nym'], houses)[0] === name;
  const inLine = (): readonly string[] => {
    const line = bylineAmong(page.near().after) || bylineAmong(page.near().before);
    // A word in small letters may as well be one of the language.
    return isHandle(line) && /[\d_.-]/.test(line) ? namesStated(line, []) : namesIn(line);
  };
  const printed = (): readonly string[] => {
    const near = bylineNear(doc, headlineElement(doc, page.headlines[0] ?? ''));
    return near.length > 0 ? near : inLine();
  };
  let desk: Found<string[]> | null = null;
  const stages: [string, () => readonly string[]][] = [
    ['json-ld', () => (linked.people.every(isDesk) ? [...linked.people, ...linked.others] : linked.people)],
    ['microdata', () => namesOf(micro?.['author'] ?? [], data, houses).people],
    ['meta', () => stated.flatMap((value) => namesStated(value, houses))],
    ['byline', printed],
    ['byline', () => visibleByline(doc, body?.root.closest('article,main') ?? null)],
    ['page', () => visibleByline(doc, null)],
    ['page', () => soleAuthor(doc)],
    ['page', () => namesIn(signature(doc))],
    ['page', () => namesIn(nameWithStory(doc))],
    ['page', () => (desk === null ? namesIn(bareName(doc, page.near().after, isDate)) : [])],
  ];
  for (const [source, read] of stages) {
    const names = settleAuthors(read(), houses);
    if (names.length === 0) continue;
    // Whoever gives way to a person is a desk.
    if (!names.some(isPerson)) {
      desk ??= { value: names, source };
      continue;
    }
    if (!DATA.has(source)) return { value: names, source };
    // Systems state who put an article into them: whoever signs beside that person wrote as well, in that one's place
    // whoever signs if that person is not shown.
    const together = settleAuthors(inLine(), houses).filter(isPerson);
    const more = together.length > names.length && names.every((name) => together.includes(name));
    const signed = more ? together : isShown(page, names) ? [] : settleAuthors(printed(), houses).filter(isPerson);
    return signed.length > 0 ? { value: signed, source: 'byline' } : { value: names, source };
  }
  return desk ?? { value: [], source: 'none' };
}
