import { AGENCY, CREDIT, DESK, LABEL, OPENING, ROLE, WHEN } from './byline-words';
import { isMonth } from './dates';
import { fold } from './dom';

/** Names of people out of what pages put into a byline. */

const HARD =
  /\s*(?:;|\||｜|•|·|\/(?=\s)|／|\s[–—-]\s|\n|、|，|・(?=\p{L}{4,})|\s(?:avec|with|mit|con|com|met|med)\s+)\s*/iu;
const AND = /\s*,?\s+(?:and|und|et|y|e|og|och|en|i|и|та|ve|&|＆|＋)\s+/iu;

/** Lower-case words within names of people and houses. */
const PARTICLE =
  /^(de|da|di|du|do|dos|das|del|dell['’]\p{L}+|della|des|der|den|d['’]\p{L}+|la|le|las|los|el|al|al-\p{L}+|el-\p{L}+|bin|ibn|bint|abu|van|von|vom|zu|zum|zur|ter|ten|te|['’]t|af|av|y|e|i|of|for|the|in|at|für|pour|op|san|st\.?|editors|staff|team|desk|redaktion)$/iu;

const isName = (text: string): boolean => {
  const words = text.split(' ');
  return (
    text.length >= 2 &&
    text.length <= 60 &&
    /\p{L}{2}/u.test(text) &&
    !/https?:|www\.|[@<>{}=[\]\d…?!]|:\s/.test(text) &&
    words.length <= 5 &&
    /^(d[’']|de |di |da |del |la |le |von |van |ter |el |al-|bin )?[\p{Lu}\p{Lo}]/u.test(text) &&
    words.every((word) => !/^\p{Ll}/u.test(word) || PARTICLE.test(word)) &&
    !LABEL.test(text)
  );
};

/** Whether a name is that of a desk, an agency or an outlet and not of a person. */
export const isDesk = (name: string): boolean => DESK.test(name);

/** A part behind a comma is a name if it has two words, and neither a role nor a place. */
const isFurtherName = (part: string): boolean =>
  !ROLE.test(part) && /^\p{Lu}|^\p{Lo}/u.test(part) && (part.includes(' ') || /^\p{Lo}/u.test(part));

/** The parts of a byline that say who wrote, without those for editors, reviewers and photographers. */
function credits(text: string): string[] {
  const parts: { text: string; kind: 'first' | 'writer' | 'helper' }[] = [];
  let kind: 'first' | 'writer' | 'helper' = 'first';
  let from = 0;
  for (const cue of text.matchAll(CREDIT)) {
    parts.push({ text: text.slice(from, cue.index), kind });
    kind = cue.groups?.['helper'] === undefined ? 'writer' : 'helper';
    from = cue.index + cue[0].length;
  }
  parts.push({ text: text.slice(from), kind });
  const written = parts.filter((part) => part.kind === 'writer' && /\p{L}{2}/u.test(part.text));
  return (written.length > 0 ? written : parts.filter((part) => part.kind === 'first')).map((part) => part.text);
}

/** A credit without what tells when it was published: names have no numbers. */
function withoutTime(text: string): string {
  let rest = text.replace(WHEN, '');
  const number = rest.search(/\d/);
  if (number < 4) return rest;
  rest = rest.slice(0, number).trim();
  const last = rest.split(' ').at(-1) ?? '';
  if (isMonth(last)) rest = rest.slice(0, -last.length);
  return rest.replace(/[\s,(|•·–—-]+(?:(?:on|am|le|em|el|il|den|op|vom|the)\s*)?$/iu, '');
}

const tidy = (part: string): string =>
  part
    .replace(OPENING, '')
    .replace(/\s(?:in|aus|à|from|en|reports from)\s\p{Lu}[\p{L}-]+(\s\p{Lu}[\p{L}-]+)?$/u, '')
    .replace(/(?<=\p{Lo})\s?(?:記者|记者|報導|报道)$/u, '')
    .replace(/^[\s.:,–—-]+|[\s:,–—*-]+$/g, '')
    .trim();

/** The names in one byline, cleaned: without "By", roles, places, addresses and labels. Empty if it names nobody. */
export function namesIn(raw: string): string[] {
  const text = fold(raw.replace(/\n+/g, ' | '))
    .slice(0, 400)
    .replace(/\([^)]{0,60}\)|^\[[^\]]{0,30}\]/g, ' ')
    .replace(/\S+@\S+|(?<=\s)@\w+/g, ' ')
    .replace(/\s*[／/]\s*\p{Lo}{2,6}[報报][導导道]/gu, ' ')
    .replace(/\son behalf of\s.*$/i, ' ')
    .replace(/(?<=[가-힣]{2,4}) ?(기자|특파원|논설위원)(?: 외 \d+명)?(?![가-힣])/g, ' ');
  const names: string[] = [];
  for (const group of credits(text.trim()).flatMap((credit) => credit.split(HARD).map(withoutTime))) {
    const parts = group.split(/\s*,\s*/).filter((part) => part !== '');
    for (const [i, part] of parts.entries()) {
      if (names.length > 0 && ROLE.test(part) && !DESK.test(part)) continue;
      for (const one of part.split(AND)) {
        const name = tidy(one);
        if (i > 0 && !isFurtherName(name)) continue;
        if (AGENCY.test(name) || isName(name)) names.push(inCase(name));
      }
    }
  }
  return names;
}

/** `ADA MARSH` as it is written in running text. */
const inCase = (name: string): string =>
  /^[\p{Lu}\s.'’-]{6,}$/u.test(name) && name.includes(' ') ? capitalised(name) : name;

/** What stands in an author's field without naming anybody. */
const NOBODY =
  /^(admin(istrator)?|unknown|anonymous|n\/a|none|null|undefined|author|authors|autor|auteur|by|user|root|webmaster|system|default|guest|editor|post author|\W*|\d*)$/i;

/**
 * The names in a field that is meant for them: as in a byline, but a desk keeps its full name (`Harbour News and AFP`),
 * and what looks like no name, such as `harbour.example` or `kim_w`, is taken for one.
 */
export function namesStated(raw: string, houses: readonly string[]): string[] {
  const names = namesIn(raw);
  const own = new Set(houses.map(nameKey));
  if (names.some((name) => !DESK.test(name) && !own.has(nameKey(name)))) return names;
  const whole = fold(raw).replace(OPENING, '').trim();
  const named =
    whole.length > 1 && whole.length <= 60 && !/^\(|https?:|www\.|@|[<>{}=[\]…]/.test(whole) && !NOBODY.test(whole);
  return named ? [whole] : names;
}

const capitalised = (name: string): string =>
  name
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

const nameKey = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether `short` is `long` in initials, without middle names or with its surname cut to one: `AM` and `Ada M.` for `Ada Marsh`. */
function abbreviates(short: string, long: string): boolean {
  const [a, b] = [short.split(' '), long.split(' ')];
  if (short === long || b.length < 2) return false;
  if (a.length === 2 && b.length > 2 && a[0] === b[0] && a[1] === b.at(-1)) return true;
  if (a.length === 1) return short.length < 4 && short === b.map((word) => word[0]).join('');
  return a.length === 2 && a[0] === b[0] && /^\p{Lu}\.?$/u.test(a[1] ?? '') && b.at(-1)?.[0] === a[1]?.[0];
}

/** The same people once each; agencies and desks only if no person is named; the site itself only if nobody else is. */
export function settleAuthors(names: readonly string[], houses: readonly string[]): string[] {
  const keys = new Set(houses.map(nameKey).filter((house) => house !== ''));
  const known = houses.filter((house) => house.length > 2).map((house) => `${house.toLowerCase()} `);
  // `Harbour News Politics` is the house as well.
  const isHouse = (name: string) =>
    keys.has(nameKey(name)) || known.some((house) => name.toLowerCase().startsWith(house));
  const seen = new Map<string, string>();
  for (const name of names) if (!seen.has(nameKey(name))) seen.set(nameKey(name), name);
  const all = [...seen.values()].filter((name, _, every) => !every.some((other) => abbreviates(name, other)));
  const people = all.filter((name) => !DESK.test(name) && !isHouse(name));
  if (people.length > 0) return people.slice(0, 30);
  const others = all.filter((name) => !keys.has(nameKey(name)));
  return (others.length > 0 ? others : all).slice(0, 5);
}
