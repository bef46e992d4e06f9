import type { Signals } from './signals';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Parts of a path that lists, shops, forums, manuals and legal pages have. */
const OTHER_WORDS = words(
  'tag tags topic topics thema themen category kategorie rubrique author authors auteur autor product products produkte shop store collections forum forums thread questions community docs manual wiki help support faq account search suche contact kontakt privacy legal terms careers jobs service services solutions events plus subscribe newsletter archive index list directory deals location locations user users u r t p c dp item items departments programs viewtopic showthread topic discussions discussion board',
);
/** Parts of a path that newsrooms sort their articles by, as whole words or beginnings of them. */
const NEWS_WORDS = words(
  'article articles artikel story stories news noticia noticias notizie actualite nachrichten aktuell politics politik politique politica world monde mundo welt mondo international national local lokales regional society societe sociedad gesellschaft wirtschaft business economie economia sport sports deportes culture kultur cultura opinion panorama health 2020 2021 2022 2023 2024 2025 2026',
);
const PAGE_FILES = words('html htm shtml php asp aspx ece cms');
const LIVE_WORD = /live-?(blog|ticker|updates?|coverage)|minute-by-minute|en-direct|en-vivo/;
const MEDIA_WORDS = words(
  'video videos mediathek watch gallery galerie fotostrecke bildergalerie photos diaporama slideshow fotos podcast audio',
);

/** Last parts of addresses at which a site speaks about itself, in the languages of the web's larger countries. */
const LEGAL_WORDS = words(
  'impressum imprint datenschutz privacy terms agb kontakt contact contact-us about about-us ueber-uns mentions-legales nutzungsbedingungen cookies barrierefreiheit accessibility mediadaten login privacidad aviso-legal contacto colofon sitemap',
);
const LEGAL_START =
  /^(impressum|datenschutz|privacy-(policy|notice|statement)|terms-(of|and)|cookie-(policy|notice)|mentions-legales|politique-de-conf|politica-de-(priv|cook)|legal-notice)/;

/** What the address alone settles: the home page, and the pages on which a site speaks about itself. Null if nothing. */
export function settledByAddress(url: URL): 'address-home' | 'address-legal' | null {
  const path = url.pathname.toLowerCase();
  if (path === '/' && url.search === '') return 'address-home';
  const last = (path.endsWith('/') ? path.slice(0, -1) : path).split('/').at(-1)?.split('.', 1)[0] ?? '';
  return last.length < 80 && (LEGAL_WORDS.has(last) || LEGAL_START.test(last)) ? 'address-legal' : null;
}

const OTHER_HOSTS = words(
  'docs doc help support forum forums shop store community developer developers learn wiki api discuss tv buy',
);
const isOtherHost = (host: string): boolean => OTHER_HOSTS.has(host.split('.', 1)[0] ?? '');

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The longest run of digits in a path, and whether a run looks like a date: a year of its own, or eight digits. */
function digits(path: string): { longest: number; dated: boolean } {
  let [longest, run, dated] = [0, 0, false];
  for (let i = 0; i <= path.length; i++) {
    if (isDigit(path.charCodeAt(i))) {
      run++;
      continue;
    }
    const start = path.slice(i - run, i - run + 2);
    if ((run === 4 || run === 8) && (start === '20' || start === '19')) dated = true;
    longest = Math.max(longest, run);
    run = 0;
  }
  return { longest, dated };
}

/** What the address alone says. */
export function addressSignals(url: URL): Signals {
  const path = url.pathname.toLowerCase();
  const segments = path.split('/').filter((segment) => segment !== '');
  const end = segments.at(-1) ?? '';
  const dot = end.lastIndexOf('.');
  const last = dot > 0 ? end.slice(0, dot) : end;
  const extension = dot > 0 ? end.slice(dot + 1) : '';
  let hyphens = 0;
  for (const segment of segments.slice(-2))
    hyphens = Math.max(
      hyphens,
      segment.split('-').length - 1,
      segment.split('_').length - 1,
      segment.split('%20').length - 1,
    );
  const query = url.search.length > 1;
  const ahead = segments.slice(0, -1);
  const { longest, dated } = digits(path);
  return {
    'address-home': Number(segments.length === 0 || (segments.length === 1 && /^(index|home|default)$/.test(last))),
    'address-one-part': Number(segments.length === 1),
    'address-deep': Number(segments.length >= 4),
    'address-slug': Math.min(hyphens, 8) / 8,
    'address-slug-long': Number(hyphens >= 4),
    'address-short-word': Number(hyphens < 2 && last.length < 24 && digits(last).longest === 0),
    // Folders and nothing else: no headline in the address, no number, no date.
    'address-section': Number(hyphens < 2 && longest < 3 && !query && !PAGE_FILES.has(extension)),
    'address-date': Number(dated),
    'address-number': Number(longest >= 5),
    'address-number-query': Number(query && digits(url.search).longest >= 4),
    'address-html': Number(PAGE_FILES.has(extension)),
    'address-news-word': Number(ahead.some((part) => NEWS_WORDS.has(part))),
    'address-other-word': Number(segments.some((part) => OTHER_WORDS.has(part)) || OTHER_WORDS.has(last)),
    'address-blog': Number(url.hostname.startsWith('blog') || segments.includes('blog') || segments.includes('blogs')),
    'address-other-host': Number(isOtherHost(url.hostname)),
    // Not weighed, only told apart: live blogs, videos and galleries of newsrooms.
    'kind-live': Number(LIVE_WORD.test(path)),
    'kind-media': Number(segments.some((part) => MEDIA_WORDS.has(part))),
  };
}
