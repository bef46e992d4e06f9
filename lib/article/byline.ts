import { attribute, fold, select, textOf } from './dom';

/** Names of people out of what pages put into a byline. */

const OPENING =
  /^(written|posted|published|reported|edited|medically reviewed|story|text|words|foto|photos?)?\s*(by|authors?|autoren|von|par|por|da|di|door|av|af|przez|autor(in)?|автор|yazan|texte|text|redaktion|rédigé par|publié par|escrito por|redacción|von unserem redakteur|von unserer redakteurin|an interview by)\s*[:：]?\s+/i;

/** Labels that stand where a name could: they name a field, not a person. */
const LABEL =
  /^(updated|posted|published|reviewed|last|edited|veröffentlicht|aktualisiert|stand|quelle|source|publié|mis à jour|actualizado|publicado|sat|sun|mon|tue|wed|thu|fri|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|auteur|auteure|auteur\/autrice|auteur\.e|autrice|author|authors|autor|autorin|autoren|autore|autores|writer|by|von|par|por|redacteur|byline|staff|anonymous|guest|unknown|admin|administrator|n\/a|none|null|undefined|posted by|published|by author|author name|webmaster|system|online|editor|about the author|post author|follow.*|share.*|more.*|about.*|contact.*|email.*|read .*|view .*|on .*|from .*|min|reviewed by.*|last updated.*|updated .*|posted .*|published .*|last .*)$|de la publication|of the (post|article)|^\d+$|^@/i;

/** Desks and agencies: an author only where nobody else is named. */
const DESK =
  /\b(redaktion|redaction|rédaction|redacción|redacao|redação|redazione|newsroom|desk|staff( (writer|reporter))?s?|editorial|editors?|correspondents?|agency|agencies|agentur\w*|agence|agencias?|news service|online|team|reporters?|bureau|press|zeitung|magazin|media|network|news|tv|radio|gmbh|inc|llc|ltd|\.(com|de|fr|org|net|it|es))\b|^(afp|dpa|ap|reuters|apa|sda|ats|ansa|efe|belga|anp|pti|ani|ians|xinhua|tass|interfax|ria|bloomberg|epd|kna|sid|tt|ntb|ritzau|pap|čtk|čtk|мтi|lusa|europa press|kyodo|jiji|yonhap)(\/[\p{L}]{2,8})*$/iu;

const ROLE =
  /\b(reporter|correspondent|editor|writer|columnist|journalist\w*|redakteur\w*|korrespondent\w*|chef\w*|leiter\w*|autor\w*|author|contributor|producer|photographer|fotograf\w*|director|professor|staff|senior|political|chief|freelance\w*|volont\w*|praktikant\w*|envoyé\w*|correspondant\w*|rédact\w*|periodista|redactor\w*|corresponsal|giornalista|minister|analyst|phd|m\.?d\.?|jr|cnn|bbc|associated press|reuters|afp|usa today|the .*)\b/i;

const SEPARATOR =
  /\s*(?:;|\||•|·|\/(?=\s)|\s[–—-]\s|\n|,?\s+(?:and|und|et|y|e|och|og|en|i|и|та|и|ve|with|mit|avec|con|com|&|＆|＋)\s+|、|，|・(?=\p{L}{4,}))\s*/iu;

const isName = (text: string): boolean =>
  text.length >= 2 &&
  text.length <= 60 &&
  /\p{L}{2}/u.test(text) &&
  !/https?:|www\.|[@<>{}=[\]\d…]|:\s/.test(text) &&
  text.split(' ').length <= 5 &&
  /^(d[’']|de |di |da |del |la |le |von |van |ter |el |al-|bin )?[\p{Lu}\p{Lo}]/u.test(text) &&
  !LABEL.test(text);

function withoutRole(parts: readonly string[]): string[] {
  return parts.filter(
    (part, i) => i === 0 || (!ROLE.test(part) && /^\p{Lu}|^\p{Lo}/u.test(part) && part.includes(' ')),
  );
}

/** The names in one byline, cleaned: without "By", roles, places, addresses and labels. Empty if it names nobody. */
export function namesIn(raw: string): string[] {
  let text = fold(raw.replace(/\n+/g, ' | ')).slice(0, 400);
  for (let i = 0; i < 2; i++) text = text.replace(OPENING, '');
  text = text
    .replace(/\([^)]{0,60}\)/g, ' ')
    .replace(/\S+@\S+/g, ' ')
    .replace(/\s(in|aus|à|from)\s\p{Lu}\p{L}+(\s\p{Lu}\p{L}+)?$/u, '');
  const names: string[] = [];
  for (const group of text.split(SEPARATOR)) {
    const parts = group.split(/\s*,\s*/).filter((part) => part !== '');
    for (const part of withoutRole(parts)) {
      const name = part
        .replace(OPENING, '')
        .replace(/^[\s.:,–—-]+|[\s:,–—*-]+$/g, '')
        .trim();
      if (isName(name)) names.push(/^[\p{Lu}\s.'’-]{6,}$/u.test(name) && name.includes(' ') ? capitalised(name) : name);
    }
  }
  return names;
}

const capitalised = (name: string): string =>
  name
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

/** The same people once each; agencies and desks only if no person is named; the site itself only if nobody else is. */
export function settleAuthors(names: readonly string[], houses: readonly string[]): string[] {
  const key = (name: string) =>
    name
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '');
  const own = new Set(houses.map(key).filter((house) => house !== ''));
  const seen = new Map<string, string>();
  for (const name of names) if (!seen.has(key(name))) seen.set(key(name), name);
  const all = [...seen.values()];
  const people = all.filter((name) => !DESK.test(name) && !own.has(key(name)));
  if (people.length > 0) return people.slice(0, 30);
  const others = all.filter((name) => !own.has(key(name)));
  return (others.length > 0 ? others : all).slice(0, 5);
}

/** Where bylines stand, most telling first. */
const PLACES = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  'a[rel~="author"]',
  '.byline a,.byline__name,.byline-name,.author-name,.author__name,.article-author,.article__author',
  '.byline,[class*="byline"],[data-testid*="byline"]',
  'address a,.author a,.entry-author,.post-author,.author',
  '[class*="author"],[class*="autor"],[class*="auteur"]',
];

/** The names of the byline that stands on the page, outside of comments, teasers and author boxes; empty if there is none. */
export function visibleByline(doc: Document, around: Element | null): string[] {
  for (const place of PLACES) {
    const names: string[] = [];
    let home: Element | null = null;
    for (const element of [...select(doc, place)].slice(0, 12)) {
      if (
        element.closest(
          'aside,footer,nav,[class*="comment" i],[class*="related" i],[class*="teaser" i],li article,[hidden]',
        )
      )
        continue;
      if (around !== null && !around.contains(element)) continue;
      const said = attribute(element, 'content') || textOf(element);
      if (said.length > 200) continue;
      // The byline is one place: names further away belong to teasers and comments.
      if (home !== null && !home.contains(element)) continue;
      const own = namesIn(said);
      if (own.length > 0) home ??= element.parentElement?.parentElement ?? element.parentElement;
      names.push(...own);
    }
    if (names.length > 0 && names.length < 9) return names;
  }
  return [];
}
