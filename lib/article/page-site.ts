import { first, textOf } from './dom';
import { meta } from './head';
import { type LinkedData, resolve, textValue, typesOf } from './json-ld';
import { type Found, firstOf, found, type Page } from './page';
import { joinedKey, partsOf } from './title';

const organisation = (value: unknown, data: LinkedData): string => {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  const name = textValue(resolve(one, data));
  return /^https?:/i.test(name) || name.startsWith('#') ? '' : name;
};

/** Whether a name is in the host's, as `Harbour News` is in `www.harbour-news.example`. */
const isOfHost = (name: string, host: string): boolean => {
  const key = joinedKey(name);
  return key.length > 2 && joinedKey(host).includes(key);
};

/** Words that a slogan has at least. */
const SLOGAN = 3;

/**
 * A site's name without the slogan that stands before or behind it (`Example – News you can trust`): the part that is in
 * the host's name, else the first if it is short and what follows has the length of a slogan.
 */
export function withoutSlogan(name: string, host: string): string {
  const parts = partsOf(name);
  const rest = parts.slice(1).join(' ').split(' ').length;
  if (parts.length < 2) return name;
  const own = parts.find((part) => isOfHost(part, host));
  if (own !== undefined) return parts.some((part) => part !== own && part.includes(' ')) ? own : name;
  const [head = ''] = parts;
  return rest >= SLOGAN && head.split(' ').length <= SLOGAN ? head : name;
}

/** The site's name, as it is stated and without its slogan, and the publisher's. */
interface Site {
  readonly siteName: Found<string> | null;
  readonly stated: string;
  readonly publisher: Found<string> | null;
}

/** The site's name and the publisher's. A section that is stated as the site counts only where nothing else is. */
export function readSite(page: Page, section: string | null): Site {
  const { metas, data, article, address, doc } = page;
  const url = URL.canParse(address) ? new URL(address) : null;
  const host = url?.hostname.replace(/^www\./, '') ?? '';
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
  const folders = new Set((url?.pathname ?? '').split('/').slice(1, -1).map(joinedKey));
  const title = first(doc, 'head > title');
  const last = title === null ? '' : (partsOf(textOf(title)).slice(1).at(-1) ?? '');
  const candidates = [
    found(meta(metas, 'og:site_name'), 'open-graph'),
    found(organisation(website, data), 'json-ld'),
    publisher,
    found(meta(metas, 'application-name', 'apple-mobile-web-app-title', 'al:ios:app_name'), 'meta'),
    found(isOfHost(last, host) ? last : '', 'title'),
  ];
  const isFolder = (name: string) => folders.has(joinedKey(name)) && !isOfHost(name, host);
  const sites = candidates.filter((one) => one !== null && !isFolder(one.value));
  // A trail of sections may begin with the site: what equals the section gives way to another name, not to the host.
  const named = firstOf(...sites.filter((one) => one?.value !== section), ...sites, found(host, 'address'));
  const siteName = named === null ? null : { ...named, value: withoutSlogan(named.value, host) };
  return { siteName, stated: named?.value ?? '', publisher };
}
