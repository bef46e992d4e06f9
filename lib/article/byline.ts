import { attribute, fold, select, textOf } from './dom';

/** Names of people out of what pages put into a byline. */

const OPENING =
  /^(written|authored|posted|published|reported|edited|medically reviewed|story|text|words|foto|photos?)?\s*(by|authors?|autoren|von|par|por|da|di|door|av|af|przez|autor(in)?|автор|yazan|texte|text|redaktion(?=\s*:)|rédigé par|publié par|escrito por|redacción|von unserem redakteur|von unserer redakteurin|an interview by)(\s*[:：]\s*|\s+)/i;

/** Labels that stand where a name could: they name a field, not a person. */
const LABEL =
  /^(updated|posted|published|reviewed|last|edited|veröffentlicht|aktualisiert|stand|quelle|source|publié|mis à jour|actualizado|publicado|sat|sun|mon|tue|wed|thu|fri|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|auteur|auteure|auteur\/autrice|auteur\.e|autrice|author|authors|autor|autorin|autoren|autore|autores|writer|by|von|par|por|redacteur|byline|staff|anonymous|guest|unknown|admin|administrator|n\/a|none|null|undefined|posted by|published|by author|author name|webmaster|system|online|editor|about the author|post author|follow.*|share.*|more.*|about.*|contact.*|email.*|read .*|view .*|on .*|from .*|min|reviewed by.*|last updated.*|updated .*|posted .*|published .*|last .*)$|de la publication|of the (post|article)|^\d+$|^@/i;

/** Desks and agencies: an author only where nobody else is named. */
const DESK =
  /\b(redaktion|redaction|rédaction|redacción|redacao|redação|redazione|newsroom|desk|staff( (writer|reporter))?s?|editorial|editors?|correspondents?|agency|agencies|\w*agentur\w*|agence|agencias?|news service|online|team|reporters?|bureau|press|zeitung|magazin|media|network|news|tv|radio|gmbh|inc|llc|ltd|\.(com|de|fr|org|net|it|es))\b|^(afp|dpa|ap|reuters|apa|sda|ats|ansa|efe|belga|anp|pti|ani|ians|xinhua|tass|interfax|ria|bloomberg|epd|kna|sid|tt|ntb|ritzau|pap|čtk|čtk|мтi|lusa|europa press|kyodo|jiji|yonhap)(\/[\p{L}]{2,8})*$/iu;

const ROLE =
  /\b(reporter|correspondent|editor|writer|columnist|journalist\w*|redakteur\w*|korrespondent\w*|chef\w*|leiter\w*|autor\w*|author|contributor|producer|photographer|fotograf\w*|director|professor|staff|senior|political|chief|freelance\w*|volont\w*|praktikant\w*|envoyé\w*|correspondant\w*|rédact\w*|expert\w*|educators?|institute|universit\w*|department|consultant|(co-?)?founder|ceo|cfo|cto|coo|manager|adviser|advisor|specialist|physician|nurse|dietitian|nutritionist|coach|attorney|nachrichtenagentur|marketing|operations|periodista|redactor\w*|corresponsal|giornalista|minister|analyst|phd|m\.?d\.?|jr|cnn|bbc|associated press|reuters|afp|usa today|the .*)\b/i;

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

/** Whether a name is that of a desk, an agency or an outlet and not of a person. */
export const isDesk = (name: string): boolean => DESK.test(name);

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
    .replace(/\son behalf of\s.*$/i, ' ')
    .replace(/(?<=[가-힣]{2,4}) ?(기자|특파원|논설위원)(?![가-힣])/g, ' ')
    .replace(/\s(in|aus|à|from)\s\p{Lu}\p{L}+(\s\p{Lu}\p{L}+)?$/u, '');
  const names: string[] = [];
  for (const group of text.split(SEPARATOR)) {
    const parts = group.split(/\s*,\s*/).filter((part) => part !== '');
    for (const part of withoutRole(parts)) {
      if (names.length > 0 && ROLE.test(part) && !DESK.test(part)) continue;
      const name = part
        .replace(OPENING, '')
        .replace(/^[\s.:,–—-]+|[\s:,–—*-]+$/g, '')
        .trim();
      if (isName(name)) names.push(/^[\p{Lu}\s.'’-]{6,}$/u.test(name) && name.includes(' ') ? capitalised(name) : name);
    }
  }
  return names;
}

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

/** Whether `short` is `long` in initials or with its surname cut to one: `AM` and `Ada M.` for `Ada Marsh`. */
function abbreviates(short: string, long: string): boolean {
  const [a, b] = [short.split(' '), long.split(' ')];
  if (short === long || b.length < 2) return false;
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

/** The pieces of text in an element; a comma that opens a piece belongs to the one before. */
function piecesOf(element: Element): string {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces: string[] = [];
  for (let i = 0; i < 80; i++) {
    const node = walker.nextNode();
    if (node === null) break;
    if (/^(script|style|noscript|time|svg)$/.test(node.parentElement?.localName ?? '')) continue;
    const piece = fold(node.nodeValue ?? '');
    if (piece !== '') pieces.push(piece);
  }
  // A name of which each word stands in its own element.
  if (pieces.length < 5 && pieces.every((piece) => /^[\p{L}.'’-]+$/u.test(piece))) return pieces.join(' ');
  return pieces.join('\n').replace(/\n(?=[,;])|(?<=[,;])\n/g, ' ');
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
          'footer,nav,figure,[class*="comment" i]:not(body):not(html),[class*="related" i],[class*="teaser" i],[class*="author-box" i],[class*="quote" i],[class*="mediabox" i],[class*="caption" i],li article,[hidden]',
        )
      )
        continue;
      if (around !== null && !around.contains(element)) continue;
      if (textOf(element).length > 400) continue;
      const said = attribute(element, 'content') || piecesOf(element);
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

/** The one name that all links marked as the author's share, wherever they stand; empty if they name several. */
export function soleAuthor(doc: Document): string[] {
  const names = new Set<string>();
  for (const link of [...select(doc, 'a[rel~="author"],[itemprop~="author"]')].slice(0, 40)) {
    if (link.closest('[class*="comment" i]:not(body):not(html)') || textOf(link).length > 80) continue;
    for (const name of namesIn(attribute(link, 'content') || piecesOf(link))) names.add(name);
  }
  return names.size === 1 ? [...names] : [];
}
