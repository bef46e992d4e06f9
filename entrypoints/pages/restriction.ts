/** Why a page can't be annotated; each has its sentence (`restricted_…`). */
export type Restriction = 'browser' | 'store' | 'file' | 'script' | 'source' | 'own' | 'empty' | 'hidden' | 'other';

const STORES = [
  /^https:\/\/chrome\.google\.com\/webstore(\/|$)/,
  /^https:\/\/chromewebstore\.google\.com(\/|$)/,
  /^https:\/\/microsoftedge\.microsoft\.com\/addons(\/|$)/,
  /^https:\/\/addons\.mozilla\.org(\/|$)/,
];

const BY_SCHEME: Readonly<Record<string, Restriction>> = {
  'file:': 'file',
  'javascript:': 'script',
  'view-source:': 'source',
  'chrome:': 'browser',
  'edge:': 'browser',
  'brave:': 'browser',
  'devtools:': 'browser',
  'resource:': 'browser',
  'moz-extension:': 'browser',
  'chrome-extension:': 'browser',
};

/** Why the page at this address is out of reach, or null where it is an ordinary web page. */
export function restrictionOf(address: string, ownOrigin: string): Restriction | null {
  if (address === '' || /^about:(blank|newtab|home)$/.test(address)) return 'empty';
  if (address.startsWith('about:')) return 'browser';
  if (address.startsWith(ownOrigin)) return 'own';
  if (!URL.canParse(address)) return 'other';
  const { protocol } = new URL(address);
  if (protocol === 'http:' || protocol === 'https:') return STORES.some((one) => one.test(address)) ? 'store' : null;
  return BY_SCHEME[protocol] ?? 'other';
}
