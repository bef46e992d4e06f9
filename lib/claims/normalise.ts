/** What of a claim's text is compared: its words cut to stems, its character trigrams, and what must not differ. */
export interface ClaimSignature {
  readonly stems: ReadonlySet<string>;
  readonly trigrams: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly negated: boolean;
  /** +1 for words of rising, -1 for words of falling, 0 for neither or both. */
  readonly direction: number;
  /** Last name of the source given in the text or beside it, folded; null when none is given. */
  readonly speaker: string | null;
}

const STOP = new Set(
  `the a an of to in on at for and or is are was were be been has have had that this it its by with as from than there their
  they he she his her we our will would about over more some any also which who into per after last now
  le la les l un une des du de d et ou en au aux a est sont ete etait que qu qui dans par pour sur avec ce cette ces son sa ses
  leur leurs il elle ils elles on se s y plus ont avait selon apres depuis dont`.split(/\s+/),
);
const NEGATION =
  /(?<!\p{L})(?:not|never|no|none|nobody|neither|without|cannot|\p{L}+n't|ne|n'|pas|jamais|aucune?|sans|ni|rien|personne)(?!\p{L}(?<!n'\p{L}))/u;
const RISING =
  /(?<!\p{L})(?:ris\p{L}*|rose|increas\p{L}*|gr[eo]w\p{L}*|gain\p{L}*|augment\p{L}*|hausse|progress\p{L}*|grimp\p{L}*|climb\p{L}*)/u;
const FALLING =
  /(?<!\p{L})(?:fall\p{L}*|fell|decreas\p{L}*|drop\p{L}*|declin\p{L}*|shr[iau]nk\p{L}*|baiss\p{L}*|diminu\p{L}*|recul\p{L}*|chut\p{L}*)/u;
const SCALE: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  millions: 1e6,
  billion: 1e9,
  billions: 1e9,
  mille: 1e3,
  milliard: 1e9,
  milliards: 1e9,
};
const SPELLED: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  quinze: 15,
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  cent: 100,
};
const NUMBER = /\d+(?:[.,\s](?=\d{3}(?!\d))\d{3})*(?:[.,]\d+)?/gu;
const SAYS =
  'said|says|claims|claimed|told \\p{L}+|stated|affirme|a affirmé|a déclaré|déclare|assure|a assuré|a dit|dit';
const SOURCES: readonly RegExp[] = [
  /^(?:according to|selon|d'après)\s+([^,]{2,60}),\s*/iu,
  new RegExp(`^([^,.]{2,60}?)\\s+(?:${SAYS})\\s+(?:that\\s+|que\\s+|qu')`, 'iu'),
  /,?\s+(?:according to|selon|d'après)\s+([^,.]{2,60})[.]?$/iu,
  new RegExp(`,\\s+(?:${SAYS})\\s+([^,.]{2,60})[.]?$`, 'iu'),
  new RegExp(`,\\s+([^,.]{2,60}?)\\s+(?:${SAYS})[.]?$`, 'iu'),
];

/** Lower case, one kind of apostrophe, dash and space, accents folded: "CO₂" and "co2" become the same. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Reads a claim for comparison. `claimant` is the person it is ascribed to outside its text. Never throws. */
export function readClaim(text: string, claimant: string | null = null): ClaimSignature {
  const plain = text.slice(0, 4000).replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
  const { rest, source } = splitSource(plain);
  const folded = fold(rest);
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  const content = words.filter((word) => !STOP.has(word));
  const rising = RISING.test(folded);
  const falling = FALLING.test(folded);
  return {
    stems: new Set(content.map(stem)),
    trigrams: trigramsOf(content.join(' ')),
    numbers: numbersOf(folded),
    negated: NEGATION.test(folded),
    direction: rising === falling ? 0 : rising ? 1 : -1,
    speaker: lastName(source ?? claimant),
  };
}

function splitSource(text: string): { rest: string; source: string | null } {
  for (const pattern of SOURCES) {
    const match = pattern.exec(text);
    if (match?.[1] && /\p{Lu}/u.test(match[1])) return { rest: text.replace(match[0], ' '), source: match[1] };
  }
  return { rest: text, source: null };
}

function lastName(source: string | null): string | null {
  const names = source?.match(/\p{Lu}[\p{L}'-]+/gu) ?? [];
  const last = names[names.length - 1];
  return last ? fold(last) : null;
}

/** Cuts an ending: inflections of either language seldom reach the first six letters. */
function stem(word: string): string {
  return word.length <= 5 ? word.replace(/(?:es|s|e)$/u, '') : word.slice(0, Math.max(5, Math.min(7, word.length - 3)));
}

function trigramsOf(text: string): Set<string> {
  const padded = ` ${text} `;
  const grams = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at++) grams.add(padded.slice(at, at + 3));
  return grams;
}

function numbersOf(folded: string): Set<string> {
  const numbers = new Set<string>();
  for (const match of folded.matchAll(NUMBER)) {
    const value = numeric(match[0]);
    const next =
      /^[\s-]*(\p{L}+)/u.exec(folded.slice(match.index + match[0].length, match.index + match[0].length + 16))?.[1] ??
      '';
    numbers.add(String(value * (SCALE[next] ?? 1)));
  }
  for (const match of folded.matchAll(/\p{L}+/gu)) {
    const value = SPELLED[match[0]];
    if (value === undefined) continue;
    const next =
      /^[\s-]*(\p{L}+)/u.exec(folded.slice(match.index + match[0].length, match.index + match[0].length + 16))?.[1] ??
      '';
    numbers.add(String(value * (SCALE[next] ?? 1)));
  }
  return numbers;
}

/** "11 000", "11,000" and "11.000" are eleven thousand; "2,5" and "2.5" are two and a half. */
function numeric(written: string): number {
  const grouped = written.replace(/[.,\s](?=\d{3}(?!\d))/gu, '');
  return Number(grouped.replace(',', '.'));
}
