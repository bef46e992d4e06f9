import type { Signals } from './facts';

/**
 * Reading an address. This runs cold on every page, where each regular expression costs a tenth of a millisecond to
 * compile, a set costs its making and a URL object twice that. So lists are strings with blanks around each word.
 */

/** Parts of a path that lists, shops, forums, manuals and legal pages have. */
const OTHER_WORDS =
  ' tag tags topic topics thema themen category kategorie rubrique author authors auteur autor product products produkte shop store collections forum forums thread questions community docs manual wiki help support faq account search suche contact kontakt privacy legal terms careers jobs service services solutions events plus subscribe newsletter archive index list directory deals location locations user users u r t p c dp item items departments programs viewtopic showthread topic discussions discussion board ';
/** Parts of a path that newsrooms sort their articles by. */
const NEWS_WORDS =
  ' article articles artikel story stories news noticia noticias notizie actualite nachrichten aktuell politics politik politique politica world monde mundo welt mondo international national local lokales regional society societe sociedad gesellschaft wirtschaft business economie economia sport sports deportes culture kultur cultura opinion panorama health 2020 2021 2022 2023 2024 2025 2026 ';
const PAGE_FILES = ' html htm shtml php asp aspx ece cms ';
const MEDIA_WORDS =
  ' video videos mediathek watch gallery galerie fotostrecke bildergalerie photos diaporama slideshow fotos podcast audio ';
/** Last parts of addresses at which a site speaks about itself, in the languages of the web's larger countries. */
const LEGAL_WORDS =
  ' impressum imprint datenschutz privacy terms agb kontakt contact contact-us about about-us ueber-uns mentions-legales nutzungsbedingungen cookies barrierefreiheit accessibility mediadaten login privacidad aviso-legal contacto colofon sitemap ';
const LEGAL_STARTS =
  ' impressum- datenschutz- privacy-policy privacy-notice privacy-statement terms-of terms-and cookie-policy cookie-notice mentions-legales politique-de-conf politica-de-priv politica-de-cook legal-notice datenschutzerklaerung- nutzungsbedingungen- informativa-privacy informativa-sulla-privacy polityka-prywatnosci terminos-y-cond termos-de-uso';
/** Folders that hold single texts, whatever these are called. */
const TEXT_FOLDERS =
  ' article articles artikel story stories blog blogs post posts p essay essays column columns letter letters ';
const OTHER_HOSTS =
  ' docs doc help support forum forums shop store community developer developers learn wiki api discuss tv buy ';
const LIVE_WORDS =
  'liveblog live-blog liveticker live-ticker liveupdate live-update livecoverage live-coverage minute-by-minute en-direct en-vivo';

/** Whether `list`, a string of words with blanks around each, has `word`. */
export const has = (list: string, word: string): boolean => word !== '' && list.includes(` ${word} `);

/** Notes a signal if the page shows it. */
export const note = (signals: Signals, name: string, strength: number | boolean): void => {
  if (strength) signals[name] = Number(strength);
};

/** What the detector needs of an address, in lower case but for `whole`. */
export interface Address {
  readonly whole: string;
  readonly host: string;
  readonly path: string;
  /** With its question mark; empty if there is none. */
  readonly query: string;
  /** Whether nothing follows the path and nobody's name precedes the host. */
  readonly plain: boolean;
}

/** Takes an address apart that is written as `location.href` would; null if it is none of the web. */
export function readAddress(whole: string): Address | null {
  const bare = whole.toLowerCase().split('#', 1)[0] ?? '';
  const main = bare.split('?', 1)[0] ?? '';
  const start = main.indexOf('/', 8);
  if (start < 0 || (!main.startsWith('https:') && !main.startsWith('http:'))) return null;
  const named = main.slice(main.indexOf('/') + 2, start);
  const host = named.slice(named.lastIndexOf('@') + 1);
  const plain = host === named && main.length === whole.length;
  return { whole, host, path: main.slice(start), query: bare.slice(main.length), plain };
}

/** A last word longer than this is a headline without its blanks, or a code. */
const MAX_FOLDER = 20;

/**
 * Whether a path holds nothing but short plain words: the folders of a site. Where stories are kept their addresses have
 * a headline, a number or a date, and so a hyphen, a digit or a dot.
 */
function namesFolders(path: string): boolean {
  let start = 0;
  for (let i = 0; i < path.length; i++) {
    const code = path.charCodeAt(i);
    if (code === 47) start = i;
    else if (code < 97 || code > 122 || i - start > MAX_FOLDER) return false;
  }
  return !TEXT_FOLDERS.split(' ').some((folder) => folder !== '' && path.includes(`/${folder}/`));
}

/**
 * What the address alone settles: the home page, the pages on which a site speaks about itself, its folders. Null if
 * nothing.
 */
export function settledByAddress({ path, query }: Address): 'address-home' | 'address-legal' | 'address-folder' | null {
  if (path === '/') return query.length < 2 ? 'address-home' : null;
  const end = path.endsWith('/') ? path.slice(0, -1) : path;
  const last = end.slice(end.lastIndexOf('/') + 1).split('.', 1)[0] ?? '';
  if (LEGAL_WORDS.includes(` ${last} `)) return 'address-legal';
  const hyphen = last.indexOf('-') + 1;
  if (hyphen === 0) return query.length < 2 && namesFolders(end) ? 'address-folder' : null;
  // Few addresses begin with one of these words; only theirs are compared with each.
  return LEGAL_STARTS.includes(` ${last.slice(0, hyphen)}`) && startsLegal(last) ? 'address-legal' : null;
}

/** Whether an address begins with a folder that newsrooms sort their articles by. */
export const namesDesk = ({ path }: Address): boolean => has(NEWS_WORDS, path.split('/')[1] ?? '');

const startsLegal = (last: string): boolean =>
  LEGAL_STARTS.split(' ').some((start) => start !== '' && last.startsWith(start));

/** The longest run of digits. */
function digits(text: string): number {
  let longest = 0;
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    run = code >= 48 && code <= 57 ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}

/** How often the parts of a slug are joined. */
const joints = (slug: string): number =>
  Math.max(slug.split('-').length, slug.split('_').length, slug.split('%20').length) - 1;

/** Whether an address could be a story's: with a headline in it, or a document's number. */
export const namesStory = ({ path }: Address): boolean =>
  path.split('-').length > 4 || path.split('_').length > 4 || digits(path) > 4;

/** Notes in `signals` what the address alone says. */
export function addressSignals({ host, path, query }: Address, signals: Signals): void {
  const names = path.split('/').filter(Boolean);
  const count = names.length;
  const end = names[count - 1] ?? '';
  const dot = end.lastIndexOf('.');
  const last = dot > 0 ? end.slice(0, dot) : end;
  const file = dot > 0 && has(PAGE_FILES, end.slice(dot + 1));
  const hyphens = Math.max(joints(end), joints(names[count - 2] ?? ''));
  const long = digits(path);
  if (count > 3) signals['address-deep'] = 1;
  if (hyphens > 0) signals['address-slug'] = Math.min(hyphens, 8) / 8;
  if (hyphens > 3) signals['address-slug-long'] = 1;
  if (hyphens < 2) {
    if (last.length < 24 && digits(last) === 0) signals['address-short-word'] = 1;
    // Folders and nothing else: no headline in the address, no number, no date.
    if (long < 3 && query.length < 2 && !file) signals['address-section'] = 1;
  }
  if (long > 4) signals['address-number'] = 1;
  if (digits(query) > 3) signals['address-number-query'] = 1;
  if (file) signals['address-html'] = 1;
  names.push(last);
  for (let i = 0; i <= count; i++) {
    const name = ` ${names[i]} `;
    if (OTHER_WORDS.includes(name)) signals['address-other-word'] = 1;
    if (i < count - 1 && NEWS_WORDS.includes(name)) signals['address-news-word'] = 1;
    if (' blog blogs '.includes(name)) signals['address-blog'] = 1;
    // Not weighed, only told apart: videos and galleries of newsrooms.
    if (i < count && MEDIA_WORDS.includes(name)) signals['kind-media'] = 1;
  }
  if (host.startsWith('blog')) signals['address-blog'] = 1;
  if (OTHER_HOSTS.includes(` ${host.split('.', 1)[0]} `)) signals['address-other-host'] = 1;
}

/** Whether an article's address says that it is a live blog. */
export const namesLive = ({ path }: Address): boolean => LIVE_WORDS.split(' ').some((word) => path.includes(word));

/** Whether an address is a home page's of another name. */
export const namesFront = ({ path }: Address): boolean =>
  path === '/' || has(' /index /home /default ', path.split('.', 1)[0] ?? '');
