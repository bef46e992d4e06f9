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
  'impressum- datenschutz- privacy-policy privacy-notice privacy-statement terms-of terms-and cookie-policy cookie-notice mentions-legales politique-de-conf politica-de-priv politica-de-cook legal-notice';
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
}

/** Takes the address of a document apart, as `location.href` states it; null if it is none of the web. */
export function readAddress(whole: string): Address | null {
  const start = whole.startsWith('https://') ? 8 : whole.startsWith('http://') ? 7 : 0;
  if (start === 0) return null;
  const hash = whole.indexOf('#');
  const bare = (hash < 0 ? whole : whole.slice(0, hash)).toLowerCase();
  const mark = bare.indexOf('?');
  const end = mark < 0 ? bare.length : mark;
  let slash = bare.indexOf('/', start);
  if (slash < 0 || slash > end) slash = end;
  return {
    whole,
    host: bare.slice(bare.lastIndexOf('@', slash) >= start ? bare.lastIndexOf('@', slash) + 1 : start, slash),
    path: bare.slice(slash, end),
    query: bare.slice(end),
  };
}

/** What the address alone settles: the home page, and the pages on which a site speaks about itself. Null if nothing. */
export function settledByAddress({ path, query }: Address): 'address-home' | 'address-legal' | null {
  if (path.length < 2) return query.length < 2 ? 'address-home' : null;
  const end = path.endsWith('/') ? path.length - 1 : path.length;
  let last = path.slice(path.lastIndexOf('/', end - 1) + 1, end);
  const dot = last.indexOf('.');
  if (dot >= 0) last = last.slice(0, dot);
  if (last.length > 80) return null;
  if (has(LEGAL_WORDS, last)) return 'address-legal';
  // Few addresses begin with one of these words; only theirs are compared with each.
  const hyphen = last.indexOf('-');
  if (hyphen < 0 || !LEGAL_STARTS.includes(last.slice(0, hyphen + 1))) return null;
  return LEGAL_STARTS.split(' ').some((start) => last.startsWith(start)) ? 'address-legal' : null;
}

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
  const parts = path.split('/').filter(Boolean);
  const count = parts.length;
  const end = parts[count - 1] ?? '';
  const dot = end.lastIndexOf('.');
  const last = dot > 0 ? end.slice(0, dot) : end;
  const file = dot > 0 && has(PAGE_FILES, end.slice(dot + 1)) ? 1 : 0;
  const hyphens = Math.max(joints(end), joints(parts[count - 2] ?? ''));
  const long = digits(path);
  let [news, other, blog, media] = [0, has(OTHER_WORDS, last) ? 1 : 0, host.startsWith('blog') ? 1 : 0, 0];
  for (let i = 0; i < count; i++) {
    const part = parts[i] ?? '';
    if (i < count - 1 && has(NEWS_WORDS, part)) news = 1;
    if (has(OTHER_WORDS, part)) other = 1;
    if (has(' blog blogs ', part)) blog = 1;
    if (has(MEDIA_WORDS, part)) media = 1;
  }
  note(signals, 'address-home', count === 0 || (count === 1 && has(' index home default ', last)));
  note(signals, 'address-deep', count > 3);
  note(signals, 'address-slug', Math.min(hyphens, 8) / 8);
  note(signals, 'address-slug-long', hyphens > 3);
  note(signals, 'address-short-word', hyphens < 2 && last.length < 24 && digits(last) === 0);
  // Folders and nothing else: no headline in the address, no number, no date.
  note(signals, 'address-section', hyphens < 2 && long < 3 && query.length < 2 && file === 0);
  note(signals, 'address-number', long > 4);
  note(signals, 'address-number-query', query.length > 1 && digits(query) > 3);
  note(signals, 'address-html', file);
  note(signals, 'address-news-word', news);
  note(signals, 'address-other-word', other);
  note(signals, 'address-blog', blog);
  note(signals, 'address-other-host', has(OTHER_HOSTS, host.slice(0, Math.max(host.indexOf('.'), 0))));
  // Not weighed, only told apart: live blogs, videos and galleries of newsrooms.
  note(signals, 'kind-media', media);
  for (const word of LIVE_WORDS.split(' ')) if (path.includes(word)) signals['kind-live'] = 1;
}
