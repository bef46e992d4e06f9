import { believableCanonical } from '../model/address';

/** Where the path begins in an address of the web that needs no normalising; 0 if it may need some. */
function pathOf(address: string): number {
  const start = address.startsWith('https://') ? 8 : address.startsWith('http://') ? 7 : 0;
  const slash = start && address.indexOf('/', start);
  if (slash < start + 4) return 0;
  for (let i = start; i < address.length; i++) {
    const c = address.charCodeAt(i);
    const letter = (c >= 97 && c <= 122) || (c >= 48 && c <= 57) || c === 45 || c === 46;
    if (!letter && (i < slash || !((c >= 65 && c <= 90) || c === 95 || c === 47 || c === 37))) return 0;
  }
  return address.includes('/.') ? 0 : slash;
}

const siteOf = (address: string, slash: number): string => {
  const host = address.slice(address.indexOf('/') + 2, slash);
  return host.startsWith('www.') ? host.slice(4) : host;
};

/**
 * The canonical address that a page claims, if it may be believed, else its own: see `believableCanonical`. Most pages
 * name a plain address of their own host, for which nothing has to be taken apart.
 */
export function canonicalOf(claimed: string, own: string): string {
  // A document's own address comes normalised, but for what may follow its path.
  const plain = !own.includes('?') && !own.includes('#') && !own.includes('@');
  if (plain && (claimed === '' || claimed === own)) return own;
  const slash = pathOf(own);
  if (slash > 0) {
    const other = pathOf(claimed);
    if (other > 0 && siteOf(claimed, other) === siteOf(own, slash))
      return claimed.length === other + 1 && own.length > slash + 1 ? own : claimed;
  }
  return believableCanonical(claimed, own) ?? own;
}
