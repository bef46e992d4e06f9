import { fold, select, textOf } from './dom';
import { asMeant } from './encoding';

/** Headlines without what sites put around them. */

const key = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How many words two titles share: 0 (none) to 1 (the same words). */
export function similarity(one: string, other: string): number {
  const a = new Set(key(one).split(' '));
  const b = new Set(key(other).split(' '));
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return (2 * both) / (a.size + b.size || 1);
}

/** A text's letters and numbers in a row. */
export const joinedKey = (text: string): string => key(text).replace(/ /g, '');

const SEPARATOR = /\s+[|·•»—–:/]+\s+|\s+-+\s+|\s*[|｜»]\s*|\s*[:：]\s+(?=[^:]{2,30}$)/g;

/** The parts that bars, dashes and colons part a title or a name into. */
export const partsOf = (text: string): string[] =>
  fold(text)
    .split(SEPARATOR)
    .filter((part) => part !== '');

/**
 * A title without the site's name at either end. `sites` are the names the site goes by; where they don't help, a short
 * last part behind a bar or dash is dropped if the rest is long enough to be a headline.
 */
export function withoutSite(title: string, sites: readonly string[], strict = false): string {
  const text = fold(title);
  const names = sites.map(key).filter((name) => name.length > 1);
  const isSite = (part: string) =>
    names.some(
      (name) =>
        joinedKey(part) === name.replace(/ /g, '') ||
        (key(part).includes(name) && key(part).split(' ').length <= name.split(' ').length + 3) ||
        (joinedKey(part).length > 3 && name.replace(/ /g, '').startsWith(joinedKey(part))),
    );
  const cuts = [...text.matchAll(SEPARATOR)];
  for (let i = cuts.length - 1; i >= 0; i--) {
    const cut = cuts[i];
    if (cut === undefined) continue;
    const [before, after] = [text.slice(0, cut.index), text.slice(cut.index + cut[0].length)];
    const whole = before.length > 2 && names.some((name) => joinedKey(after) === name.replace(/ /g, ''));
    if (whole || (before.length > 8 && isSite(after))) return withoutSite(before, sites, true);
  }
  const one = cuts[0];
  if (one !== undefined) {
    const [before, after] = [text.slice(0, one.index), text.slice(one.index + one[0].length)];
    if (isSite(before) && after.length > 8) return withoutSite(after, sites, true);
  }
  const last = cuts.at(-1);
  if (!strict && last !== undefined && !last[0].includes(':')) {
    const [before, after] = [text.slice(0, last.index), text.slice(last.index + last[0].length)];
    if (after.split(' ').length <= 4 && before.split(' ').length >= Math.max(4, after.split(' ').length + 1))
      return before;
  }
  return text;
}

/** Headlines as they stand on the page: `h1` first, then what the markup names so; without hidden ones. */
export function visibleHeadlines(doc: Document): string[] {
  const found: string[] = [];
  for (const place of [
    'h1',
    '[itemprop~="headline"]',
    'h2.entry-title,h2.post-title,h2.title,h2[class*="headline"],h2[class*="title"],.headline,.article-title,.entry-title',
  ]) {
    for (const element of [...select(doc, place)].slice(0, 10)) {
      if (element.closest('nav,footer,aside,[hidden],[class*="related" i],[class*="teaser" i]')) continue;
      const text = fold(asMeant(textOf(element).slice(0, 1_000)));
      if (text.length > 3 && text.length < 400) found.push(text);
    }
  }
  return found;
}

/** What may be the title, by where it was read. */
export interface TitleCandidates {
  readonly headlines: readonly string[];
  readonly data: string;
  readonly social: string;
  readonly title: string;
  readonly sites: readonly string[];
  /** Whether the structured data calls it news: its headline is the newsroom's then, not a plugin's. */
  readonly news: boolean;
}

/** A title and where it was read. */
interface Choice {
  readonly title: string;
  readonly source: string;
}

/** Whether `long` is `short` with something before it, such as a kicker. */
function endsWithTitle(long: string, short: string): boolean {
  const [a, b] = [key(long), key(short)];
  return b.split(' ').length >= 3 && a.length > b.length && a.endsWith(b);
}

/**
 * The headline readers see, if the head confirms it; else what the structured data, Open Graph and the title say, in
 * that order, without the site's name. A kicker that stands within the headline goes, if Open Graph has the headline
 * without it. Where a newsroom gives the same title to search engines and to networks, that is its title.
 */
export function chooseTitle(candidates: TitleCandidates): Choice {
  const { data, social, title, news } = candidates;
  const sites = candidates.sites.filter((site) => site.length < 60 && key(site) !== key(social) && site !== title);
  const shared = withoutSite(social, sites, true);
  const stated = withoutSite(data, sites, true);
  // Search engines read 110 characters of a headline, and some systems cut it there.
  const whole = stated.length >= 100 && shared.startsWith(stated) ? shared : stated;
  const plain = { data: whole, social: shared, title: withoutSite(title, sites) };
  if (news && shared.length > 8 && key(shared) === key(stated)) return { title: shared, source: 'open-graph' };
  const choice = choose(candidates.headlines, plain, sites);
  const { title: chosen } = choice;
  // Link lists put the linked site and a count of comments behind the headline.
  const tail = chosen.startsWith(shared) ? chosen.slice(shared.length) : '';
  const counted = shared.length > 8 && /^\s*\([\w.-]+\.\w{2,12}\)(\s*\d+)?$/.test(tail);
  return counted || endsWithTitle(chosen, shared) ? { title: shared, source: 'open-graph' } : choice;
}

function choose(
  headlines: readonly string[],
  plain: { readonly data: string; readonly social: string; readonly title: string },
  sites: readonly string[],
): Choice {
  const said = [plain.data, plain.social, plain.title].filter((text) => text !== '');
  let best = '';
  let likeness = 0;
  for (const headline of headlines) {
    // Where the book's or the site's name is a headline too, the page's own opens the title.
    const opens = said.some((text) => text.startsWith(headline) && /^\s+[|·•»—–-]\s/.test(text.slice(headline.length)));
    const like = opens ? 1 : Math.max(0, ...said.map((text) => similarity(text, headline)));
    if (like > likeness + 0.05) [best, likeness] = [headline, like];
  }
  if (likeness >= 0.4) return { title: withoutSite(best, sites, true), source: 'headline' };
  // Where the head contradicts itself, the headline on the page is what readers know it by.
  const seen = headlines[0] ?? '';
  const divided = plain.data !== '' && plain.social !== '' && similarity(plain.data, plain.social) < 0.4;
  if (divided && seen.split(' ').length >= 4) return { title: withoutSite(seen, sites, true), source: 'headline' };
  if (plain.data.length > 8) return { title: plain.data, source: 'json-ld' };
  if (plain.social.length > 8) return { title: plain.social, source: 'open-graph' };
  const lone = headlines[0] ?? '';
  if (lone.split(' ').length >= 4 && plain.title.split(' ').length < 3) return { title: lone, source: 'headline' };
  if (plain.title !== '') return { title: plain.title, source: 'title' };
  return { title: lone, source: lone === '' ? 'none' : 'headline' };
}
