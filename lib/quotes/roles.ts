import { breaksPhrase, POSSESSIVE, wordsOf } from './names';
import { isTitle } from './person-nouns';
import type { Token } from './tokens';
import type { LanguageCues } from './types';

const LONGEST_ROLE = 14;

/**
 * The office that follows a name between commas: "Umerov, the defence minister, said", "said Ann Reed, 34, an
 * engineer". `at` is the token behind the name. Null where what follows is no office.
 */
export function roleAfter(text: string, tokens: readonly Token[], at: number, cues: LanguageCues): string | null {
  let from = at;
  if (tokens[from]?.text !== ',') return null;
  // An age between the name and the office.
  if (/^\p{N}+$/u.test(tokens[from + 1]?.text ?? '') && tokens[from + 2]?.text === ',') from += 2;
  from++;
  const head = tokens[from];
  if (head?.kind !== 'word' || isVerbInIng(head.lower, cues)) return null;
  let to = from;
  while (
    to < tokens.length &&
    to < from + LONGEST_ROLE &&
    !breaksPhrase(tokens, to) &&
    !endsRole(tokens, to, from, cues)
  )
    to++;
  if (to <= from || to >= from + LONGEST_ROLE || !closes(tokens, to, cues)) return null;
  const named = tokens.slice(from, to);
  const office = named.some(({ lower }) => isTitle(lower.replace(/^[ld]['’]/, ''), cues));
  const determined = cues.determiners.has(head.lower) || POSSESSIVE.test(head.text);
  const opens = determined || isTitle(head.lower, cues) || (office && !cues.prepositions.has(head.lower));
  if (!opens || (!office && !determined)) return null;
  // "…, an hour later", "…, her sister crying": no office, though an article begins it.
  const theirs = /^(?:his|her|its|their)$/.test(head.lower);
  if (
    !office &&
    named.some(({ lower }) => cues.times.has(lower) || (theirs && cues.code === 'en' && /ing$/.test(lower)))
  )
    return null;
  if (named.some(({ lower }) => cues.speech.has(lower) && !isTitle(lower, cues))) return null;
  return wordsOf(text, tokens, from, to);
}

/** "…, the mayor, who was there", "…, the mayor, on Monday": the office is over. */
function endsRole(tokens: readonly Token[], at: number, from: number, cues: LanguageCues): boolean {
  const lower = tokens[at]?.lower ?? '';
  if (at === from) return cues.relative.has(lower) || (cues.pronouns.has(lower) && !cues.determiners.has(lower));
  if (cues.relative.has(lower)) return true;
  return cues.code === 'en' && lower === 'on' && cues.times.has(tokens[at + 1]?.lower ?? '');
}

/** An office ends with its sentence, at a mark, or where a relative clause or a day begins. */
function closes(tokens: readonly Token[], at: number, cues: LanguageCues): boolean {
  const token = tokens[at];
  return token === undefined || token.kind !== 'word' || cues.relative.has(token.lower) || token.lower === 'on';
}

const LONGEST_FRONT = 8;

/** Whether a word is an office; German ones are told by their endings. */
export const isOffice = (lower: string, cues: LanguageCues): boolean =>
  cues.roles.has(lower) || (cues.capitalNouns && isTitle(lower, cues));

/** The office that stands in front of a name: "Defence Minister Rustem Umerov", "the former Ohio governor Ann Reed". */
export function roleInFront(
  text: string,
  tokens: readonly Token[],
  run: number,
  name: number,
  cues: LanguageCues,
): string | null {
  let from = run;
  const first = Math.max(0, name - LONGEST_FRONT);
  const belongs = (at: number) => {
    const token = tokens[at];
    // "Sen. Marco Rubio"
    if (token?.text === '.') return isTitle(tokens[at - 1]?.lower ?? '', cues);
    return token?.kind === 'word' && (token.capital || isTitle(token.lower, cues)) && !cues.clause.has(token.lower);
  };
  while (from > first && belongs(from - 1)) from--;
  if (from >= name) return null;
  const office = ({ lower }: Token) => isOffice(lower, cues) || (lower.length > 2 && cues.titles.get(lower) === null);
  if (!tokens.slice(from, name).some(office)) return null;
  return plausibleRole(wordsOf(text, tokens, from, name), cues);
}

/** "La alcaldesa de Valverde, Sofía Cardenal, …": the office that stands before the comma in front of a name. */
export function roleSetOff(text: string, tokens: readonly Token[], name: number, cues: LanguageCues): string | null {
  if (tokens[name - 1]?.text !== ',') return null;
  const end = name - 1;
  let from = end;
  while (from > 0 && from > end - LONGEST_ROLE && !breaksPhrase(tokens, from - 1)) from--;
  while (from < end && !cues.determiners.has(tokens[from]?.lower ?? '') && !isTitle(tokens[from]?.lower ?? '', cues))
    from++;
  const role = tokens.slice(from, end);
  const office = role.findIndex(({ lower }) => isOffice(lower, cues));
  // Right behind its article; "the coach of the mayor" is no mayor.
  return office >= 0 && office <= 2 && !role.slice(0, office).some(({ lower }) => cues.prepositions.has(lower))
    ? wordsOf(text, tokens, from, end)
    : null;
}

const IN_TITLES =
  /^(?:managing|acting|outgoing|incoming|leading|presiding|consulting|founding|sitting|ranking|visiting)$/;

/** English: "having met the president", "according to a spokesman"; not "acting chief". */
const isVerbInIng = (word: string, cues: LanguageCues): boolean =>
  cues.code === 'en' && /\p{L}{2}ing$/u.test(word) && !IN_TITLES.test(word);

/** The role if it reads as one, else null: no verb, nothing that hangs on an article; "The Post’s" does. */
export function plausibleRole(role: string | null, cues: LanguageCues): string | null {
  const words = role?.toLowerCase().split(/\s+/) ?? [];
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  if (role === null || cues.prepositions.has(first) || cues.determiners.has(last)) return null;
  const verb = (word: string) => !isTitle(word, cues) && (cues.speech.has(word) || isVerbInIng(word, cues));
  if (words.some(verb) || (cues.code === 'en' && /^(?:led|\p{L}+ed)$/u.test(first) && words[1] === 'by')) return null;
  return role;
}
