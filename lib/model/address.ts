/**
 * Addresses of articles: the same article is opened with tracking parameters, with a fragment, over its mobile or its
 * canonical address. Pure functions on strings, used by the detector on every page, so they bring nothing with them.
 */

const TRACKING =
  /^(utm_\w+|at_\w+|fbclid|(g|d|y|tw|tt)clid|[gw]braid|msclkid|igshid|igsh|mc_[ce]id|mkt_tok|_hs(enc|mi)|ns_\w+|cmpid|cmp|ocid|xtor|wt_mc|smid|smtyp|ref_?src|ref_url|_ga|_gl|vero_id|oly_\w+|spm|share_id|sharetype|guc\w+)$/i;

/** An address longer than this (characters) is not kept, and not believed; browsers open addresses of up to 2 MB. */
export const MAX_ADDRESS = 8192;

/** A parameter's name, as far as it is written in ASCII: names of the others are not looked for. */
const nameOf = (parameter: string): string =>
  (parameter.split('=', 1)[0] ?? '').replace(/%([0-7][\da-f])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/**
 * A query without its tracking parameters, the others sorted and written as browsers write a form. Read as text: a content
 * script in Firefox gets the iterators of the page's objects without what makes them iterable.
 */
function normaliseQuery(search: string): string {
  const kept = search.slice(1).split('&');
  // It takes away one question mark at the start; a second belongs to a name.
  const parameters = new URLSearchParams(`?${kept.filter((one) => !TRACKING.test(nameOf(one))).join('&')}`);
  parameters.sort();
  return parameters.toString();
}

/**
 * The address without what does not name the page: fragment, tracking parameters, credentials, default port.
 * Parameters that stay are sorted. Returns null for anything but http and https.
 */
export function normaliseAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  if (url.search !== '') url.search = normaliseQuery(url.search);
  return url.href.endsWith('?') ? url.href.slice(0, -1) : url.href;
}

/**
 * The address under which an article is filed: normalised, and without the slash at its end, which sites give or leave
 * out as they like. Null for anything but http and https.
 */
export function addressKey(address: string): string | null {
  const normalised = normaliseAddress(address);
  if (normalised === null) return null;
  const url = new URL(normalised);
  const path = url.pathname;
  let { length } = path;
  while (length > 1 && path[length - 1] === '/') length -= 1;
  url.pathname = path.slice(0, length);
  return url.href;
}

/** Names before a site's own; no pattern, since this runs on every page. */
const VARIANTS = ' www. m. mobile. amp. ';

/** A host without the name of its desktop, mobile or AMP variant, as long as a name and its domain are left. */
export function withoutVariant(host: string): string {
  const name = host.toLowerCase();
  const dot = name.indexOf('.') + 1;
  return dot > 0 && name.includes('.', dot) && VARIANTS.includes(` ${name.slice(0, dot)} `) ? name.slice(dot) : name;
}

/**
 * Whether two hosts may be one publisher's: the same but for the variant. What runs in pages has no list of domains and
 * asks this; nothing is read, saved or changed on its word, since the background asks again, with the list.
 */
export const mayBeSameSite = (host: string, otherHost: string): boolean =>
  withoutVariant(host) === withoutVariant(otherHost);

/** Whether two addresses are one publisher's. */
export type SameSite = (one: URL, other: URL) => boolean;

/**
 * The canonical address that a page claims, if it may be believed: absolute or resolvable, of the same site, not longer
 * than is kept, and not the home page given out by every article. Falls back to the page's own normalised address; null
 * if that is no web address either.
 */
export function believableCanonical(
  claimed: string | null,
  pageAddress: string,
  sameSite: SameSite = (one, other) => mayBeSameSite(one.host, other.host),
): string | null {
  // Most pages name the address they are at; nothing has to be taken apart then.
  if (claimed === pageAddress && /^https?:\/\/[a-z0-9.-]+\/[\w/.-]*\w$/.test(claimed)) return claimed;
  const own = normaliseAddress(pageAddress);
  if (own === null) return null;
  if (claimed === null || claimed === own || claimed.trim() === '' || claimed.length > MAX_ADDRESS) return own;
  if (!URL.canParse(claimed, pageAddress)) return own;
  const resolved = normaliseAddress(new URL(claimed, pageAddress).href);
  if (resolved === null || resolved === own || resolved.length > MAX_ADDRESS) return own;
  const a = new URL(resolved);
  const b = new URL(own);
  const pointsHome = a.pathname === '/' && a.search === '' && b.pathname !== '/';
  return sameSite(a, b) && !pointsHome ? resolved : own;
}
