import { getDomain } from 'tldts-experimental';
import { believableCanonical, normaliseAddress, withoutVariant } from '../model/address';
import { WRITERS_HOSTS, WRITERS_PATHS } from './platforms';

/** What is one site, decided with the Public Suffix List (docs/adr/014-what-is-one-site.md). For the background alone. */

/** Whether a host is a site's, or below one: not a public suffix, and not a platform below which each writer has a host. */
const isSite = (host: string): boolean =>
  !WRITERS_HOSTS.has(host) && getDomain(host, { allowPrivateDomains: true, validateHostname: false }) !== null;

/** A host without its variant, if that stands above the domain that somebody registered. */
function ownHost(hostname: string): string {
  const host = hostname.replace(/\.$/, '');
  const rest = withoutVariant(host);
  return isSite(rest) ? rest : host;
}

/** A part of a path as its writer would read it. */
function read(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * The parts of a path that name its writer. What lies under `@name` or `~name` is somebody's own on any host: so platforms
 * of all kinds name their writers, and universities their members.
 */
function writerOf(host: string, path: string): string {
  const parts = path.split('/').filter(Boolean).map(read);
  const named = parts.findIndex((part) => /^[@~]/.test(part)) + 1;
  return JSON.stringify(parts.slice(0, Math.max(named, WRITERS_PATHS.get(withoutVariant(host)) ?? 0)));
}

function siteOfUrl({ hostname, port, pathname }: URL): string {
  const host = ownHost(hostname);
  return [host, port, writerOf(host, pathname)].join(' ');
}

/**
 * What the addresses of one publisher have in common and those of others have not: the host without its variant, and the
 * writer on a platform. Null for what is no address.
 */
export const siteOf = (address: string): string | null => (URL.canParse(address) ? siteOfUrl(new URL(address)) : null);

/** Whether two addresses are one publisher's. */
const isSameSite = (one: URL, other: URL): boolean => siteOfUrl(one) === siteOfUrl(other);

/** The address that a page of `pageAddress` claims, if it is of the same site; else the page's own, normalised. */
export const believed = (claimed: string | null, pageAddress: string): string | null =>
  believableCanonical(claimed, pageAddress, isSameSite);

/** Whether one of these addresses is of the same site as a page. */
export function isOfSite(addresses: readonly string[], pageAddress: string): boolean {
  const page = siteOf(pageAddress);
  return page !== null && addresses.some((address) => siteOf(address) === page);
}

/**
 * Where a page that says it is filed at `claimed` may speak of: that address, if it is of the page's own origin and
 * writer, as a story of an endless page is; else the page's own. Null for what is no web address.
 */
export function spokenFor(claimed: string, pageAddress: string): string | null {
  const at = believed(claimed, pageAddress);
  return at !== null && new URL(at).origin === new URL(pageAddress).origin ? at : normaliseAddress(pageAddress);
}
