import { capitalRuns, nameOf, POSSESSIVE, type Run, wordsOf } from './names';
import { isPersonNoun, isTitle } from './person-nouns';
import type { Token } from './tokens';
import { type Gender, isRomance, type LanguageCues } from './types';

/** Whom a clause names as its speaker, before the article's other mentions are consulted. */
export interface Source {
  readonly kind: 'name' | 'pronoun' | 'phrase';
  /** The name without forms of address, or the words of the phrase. */
  readonly words: string;
  readonly role: string | null;
  /** From a form of address ("Mrs."), a pronoun or null. */
  readonly gender: Gender;
  /** Its article is part of a preposition ("a detta del magistrato"). */
  readonly definite?: boolean;
  /** It stands for whoever was last spoken of ("in her opinion"), whatever the gender. */
  readonly last?: boolean;
  /** The verb stands alone ("añadió que"): whoever spoke before goes on. */
  readonly dropped?: boolean;
  readonly start: number;
  readonly end: number;
}

const LONGEST_PHRASE = 14;

/** Reads the noun phrase in a range: a name with its role, a pronoun, or an unnamed source. Null when it is none. */
export function readPhrase(
  text: string,
  all: readonly Token[],
  start: number,
  end: number,
  cues: LanguageCues,
): Source | null {
  const tokens = all;
  let from = start;
  let to = end;
  while (from < to && skipsFront(tokens, from, cues)) from++;
  if (isRomance(cues)) to = beforeParticiple(tokens, from, to);
  while (to > from && (tokens[to - 1]?.kind !== 'word' || isTail(tokens, to - 1, from, cues))) to--;
  const head = tokens[from];
  if (!head || from >= to) return null;
  const spanStart = head.start;
  const gender = cues.pronouns.get(head.lower);
  if (gender !== undefined && to - from <= 3 && !cues.determiners.has(head.lower)) {
    return { kind: 'pronoun', words: head.text, role: null, gender, start: head.start, end: head.end };
  }
  // "told reporters he thought": the pronoun next to the verb is its subject.
  const nearest = tokens[to - 1];
  const near =
    to - from >= 2 && nearest && !cues.determiners.has(nearest.lower) ? cues.pronouns.get(nearest.lower) : undefined;
  if (nearest && near !== undefined) {
    return { kind: 'pronoun', words: nearest.text, role: null, gender: near, start: nearest.start, end: nearest.end };
  }
  if (cues.prepositions.has(head.lower)) return null;
  const runs = capitalRuns(tokens, afterPossessive(tokens, from, to), to, cues);
  const name = pickName(tokens, runs, from, to, cues);
  if (name) {
    const words = wordsOf(text, tokens, name.from, name.to).replace(/['’]s$/, '');
    const role = roleBefore(text, tokens, from, name.from, cues);
    const last = tokens[name.to - 1];
    return {
      kind: 'name',
      words,
      role,
      gender: titleGender(tokens, from, name.from, cues),
      start: spanStart,
      end: last?.end ?? spanStart,
    };
  }
  return unnamed(text, tokens, from, to, cues);
}

/** "fuentes policiales consultadas por Efe": who asked them is no part of the source. */
export const ASKED =
  /^(?:(?:consulta|cita|contacta|pregunta|questiona|procura|entrevista)d[oa]s?|ouvid[oa]s?|(?:interpella|consulta|contatta|cita|intervista)t[oaie]|senti[t][oaie]|(?:interrog|contact|cit|sollicit|questionn)ée?s?|jointe?s?)$/;

function beforeParticiple(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at < to; at++) if (ASKED.test(tokens[at]?.lower ?? '')) return at;
  return to;
}

function skipsFront(tokens: readonly Token[], at: number, cues: LanguageCues): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.kind !== 'word') return true;
  if (cues.pronouns.has(token.lower) || (token.capital && cues.surnames?.has(token.lower))) return false;
  return (
    (cues.clause.has(token.lower) || cues.between.has(token.lower)) &&
    !cues.determiners.has(token.lower) &&
    !cues.titles.has(token.lower)
  );
}

const SEPARABLE = /^(?:mit|hinzu|hin|fest|ein|an|aus|zu|nach|vor)$/;

const isTail = (tokens: readonly Token[], at: number, from: number, cues: LanguageCues): boolean => {
  const lower = tokens[at]?.lower ?? '';
  // "teilte der Verband mit": the verb's other half.
  const half = cues.capitalNouns && SEPARABLE.test(lower);
  const article = cues.code !== 'en' && cues.determiners.has(lower);
  return at > from && (cues.between.has(lower) || half || article) && !tokens[at]?.capital;
};

function afterPossessive(tokens: readonly Token[], from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) {
    if (POSSESSIVE.test(tokens[at]?.text ?? '') && at + 1 < to) return at + 1;
  }
  return from;
}

function pickName(
  tokens: readonly Token[],
  runs: readonly Run[],
  from: number,
  to: number,
  cues: LanguageCues,
): Run | null {
  const heads: Run[] = [];
  for (const run of runs) {
    const name = nameOf(tokens, run, cues);
    if (name.to <= name.from || POSSESSIVE.test(tokens[name.to - 1]?.text ?? '')) continue;
    const before = tokens[run.from - 1];
    const governed =
      run.from > from && before !== undefined && isGoverned(tokens, run.from, from, cues) && name.from === run.from;
    const next = tokens[name.to];
    const closes =
      name.to >= to ||
      next === undefined ||
      next.kind !== 'word' ||
      cues.prepositions.has(next.lower) ||
      cues.clause.has(next.lower) ||
      // Elsewhere what goes on in small letters is the verb: "Maud Kervella venait de dénoncer".
      (cues.code !== 'en' && !next.capital);
    if (cues.capitalNouns && isNoun(tokens, name, from, cues)) continue;
    if (!governed && closes) heads.push(name);
  }
  const last = heads[heads.length - 1];
  const first = heads[0];
  return last && first && last.to >= to && last.to - last.from >= 2 ? last : (first ?? null);
}

/** Whether a preposition governs the run ("a spokesman for Hillary Clinton"), an article between them or not. */
function isGoverned(tokens: readonly Token[], at: number, from: number, cues: LanguageCues): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  if (cues.prepositions.has(before)) return true;
  // "die Sprecherin der Polizei Göttingen": a genitive behind an office.
  if (cues.capitalNouns && /^de[rs]$/.test(before) && isTitle(tokens[at - 2]?.lower ?? '', cues)) return true;
  return at - 2 >= from && cues.determiners.has(before) && cues.prepositions.has(tokens[at - 2]?.lower ?? '');
}

const hasRole = (tokens: readonly Token[], from: number, to: number, cues: LanguageCues): boolean =>
  tokens.slice(from, to).some((token) => isTitle(token.lower, cues));

/** In German a lone capitalised word after an article is an ordinary noun. */
function isNoun(tokens: readonly Token[], name: Run, from: number, cues: LanguageCues): boolean {
  if (name.to - name.from >= 2 || name.from === from) return false;
  const before = tokens[name.from - 1];
  return (
    before !== undefined && (cues.determiners.has(before.lower) || (!before.capital && !isTitle(before.lower, cues)))
  );
}

function roleBefore(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  cues: LanguageCues,
): string | null {
  if (to <= from) return null;
  const only = tokens[from]?.lower ?? '';
  if (to - from === 1 && (cues.determiners.has(only) || cues.notNames.has(only))) return null;
  // "…, soupire Hervé Madec", "a poll put Connolly on 55 percent": a lone small word is the verb, unless it is a person.
  const person = isPersonNoun(only, cues) || /(?:man|woman|person|writer|-old)$/.test(only);
  const bare = to - from === 1 && tokens[from]?.capital === false && !person;
  if (bare && !cues.capitalNouns) return null;
  const words = wordsOf(text, tokens, from, to);
  return /^\p{L}{1,5}\.$/u.test(words) && !cues.roles.has(only) && cues.titles.get(only) ? null : words;
}

function titleGender(tokens: readonly Token[], from: number, to: number, cues: LanguageCues): Gender {
  for (let at = from; at < to; at++) {
    const gender = cues.titles.get(tokens[at]?.lower ?? '');
    if (gender) return gender;
  }
  return null;
}

function unnamed(text: string, tokens: readonly Token[], from: number, to: number, cues: LanguageCues): Source | null {
  const head = tokens[from];
  if (!head || to - from > LONGEST_PHRASE) return null;
  const bare = isRomance(cues) && isBareNoun(head.lower, cues);
  // "trente médecins", "dreißig Ärzte"
  const counted = cues.code !== 'en' && to - from === 2 && isBareNoun(tokens[to - 1]?.lower ?? '', cues);
  const marked = bare || cues.determiners.has(head.lower) || hasRole(tokens, from, to, cues);
  if (!marked && to - from > 4) return null;
  // "el acusado": a participle behind its article is a noun.
  const verb = ({ lower }: Token, index: number) =>
    cues.speech.has(lower) &&
    (cues.code === 'en' || !(cues.determiners.has(tokens[from + index - 1]?.lower ?? '') || isPersonNoun(lower, cues)));
  if (
    tokens
      .slice(from, to)
      .some((token, index) => verb(token, index) || (cues.relative.has(token.lower) && token !== head && !marked))
  )
    return null;
  if (/^(?:whom?|what|nothing|how|someone|something|nobody|everything|back|then)$/.test(head.lower)) return null;
  const anchored =
    cues.determiners.has(head.lower) || head.capital || hasRole(tokens, from, to, cues) || to - from <= 4;
  if (!anchored || (/^\p{N}/u.test(head.text) && to - from === 1)) return null;
  if (to - from === 1 && (cues.notNames.has(head.lower) || cues.between.has(head.lower))) return null;
  if (cues.code === 'en' && !isWholePhrase(tokens, from, to, cues)) return null;
  // "raconte émue", "Horas antes": a noun that speaks has its article.
  if (isRomance(cues) && !cues.determiners.has(head.lower) && !bare && !counted) return null;
  if (cues.capitalNouns && !cues.determiners.has(head.lower) && !head.capital && !counted) return null;
  const words = wordsOf(text, tokens, from, to);
  return { kind: 'phrase', words, role: words, gender: null, start: head.start, end: tokens[to - 1]?.end ?? head.end };
}

const FINITE = /^(?:is|are|was|were|has|have|had|will|would|can|could|should|did|does|also|how|why|[a-z]+n['’]t)$/;

/** English: "three kids were murdered in a knife attack", "the container he is carrying": no source, but what happened. */
function isSentence(tokens: readonly Token[], from: number, to: number, cues: LanguageCues): boolean {
  const rest = tokens.slice(from + 1, to);
  const relative = rest.findIndex(({ lower }) => cues.relative.has(lower));
  const ofItself = relative < 0 ? rest : rest.slice(0, relative);
  const pronoun = ({ lower }: Token): boolean => cues.pronouns.has(lower) && !cues.determiners.has(lower);
  return ofItself.some((token) => FINITE.test(token.lower) || pronoun(token));
}

/** "fuentes policiales", "vecinos de la zona", "manifestanti": nouns for people that need no article. */
const isBareNoun = (lower: string, cues: LanguageCues): boolean =>
  /^(?:fuentes?|font[ei]s?|sources?|testigos|testimoni|testemunhas|témoins)$/.test(lower) ||
  isPersonNoun(lower, cues) ||
  isPersonNoun(lower.replace(/s$/, '').replace(/i$/, 'e'), cues);

/** English: a source starts with an article, a capital or a number, or is a plural; not "coined the word", "buzz". */
function isWholePhrase(tokens: readonly Token[], from: number, to: number, cues: LanguageCues): boolean {
  const head = tokens[from];
  const last = tokens[to - 1]?.lower ?? '';
  if (!head || cues.prepositions.has(last) || cues.determiners.has(last) || POSSESSIVE.test(last)) return false;
  if (isSentence(tokens, from, to, cues)) return false;
  if (cues.determiners.has(head.lower) || head.capital || /^\p{N}/u.test(head.text)) return true;
  if (/(?:ed|ing|ines)$/.test(head.lower) && to - from > 1) return false;
  // "social media created hashtags"
  if (tokens.slice(from + 2, to).some(({ lower }) => /\p{L}{2}ed$/u.test(lower))) return false;
  return hasRole(tokens, from, to, cues) || tokens.slice(from, to).some((token) => /[^s]s$/.test(token.lower));
}
