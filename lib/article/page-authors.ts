import { namesIn, settleAuthors, visibleByline } from './byline';
import type { Body } from './facts';
import { meta } from './head';
import { isNode, type LinkedData, resolve, textValue, typesOf } from './json-ld';
import { bylinesAmong, linesNearHeadline } from './near-headline';
import type { Found, Page } from './page';

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

/** Everybody who signed the article; a desk or an agency only where no person did. `houses` are the names of the site. */
export function readAuthors(page: Page, houses: readonly string[], body: Body | null): Found<string[]> {
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
