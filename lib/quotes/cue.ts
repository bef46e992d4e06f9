import { at, type Clause, isBetween, isComma, isNounUse, isQuote, isSpeech, spanOf } from './clause';
import { INVERTED, inversionPronoun } from './inversion';
import { isTitle } from './names';
import { readPhrase, type Source } from './phrases';
import { phraseAfter } from './subjects';
import type { Span, SpeakerReason } from './types';

/** What a sentence says about who speaks one of its quotations. */
export interface Attribution {
  readonly source: Source;
  readonly cue: Span | null;
  readonly reason: SpeakerReason;
}

/** "of the" in one word: "a detta del magistrato". */
const CONTRACTED = /^(?:du|des|del|dello|della|dei|degli|delle|dell['’]|do|da|dos|das)$/;

/** "According to X" at a token. */
export function accordingAt(clause: Clause, from: number, to: number): Attribution | null {
  for (const phrase of clause.cues.ownView ?? []) {
    if (!phrase.every((word, offset) => at(clause, from + offset)?.lower === word)) continue;
    const first = at(clause, from);
    const end = at(clause, from + phrase.length - 1)?.end;
    if (!first || end === undefined) continue;
    const span = { start: first.start, end };
    const source: Source = { kind: 'pronoun', words: first.text, role: null, gender: null, last: true, ...span };
    return { source, cue: span, reason: 'according-to' };
  }
  for (const phrase of clause.cues.accordingTo) {
    const contracted = CONTRACTED.test(at(clause, from + phrase.length - 1)?.lower ?? '');
    const matches = (word: string, offset: number) =>
      at(clause, from + offset)?.lower === word || (contracted && offset === phrase.length - 1 && /^d[ei]$/.test(word));
    if (!phrase.every(matches)) continue;
    const start = from + phrase.length;
    let name = start;
    // "Según ha explicado el concejal, …"
    if (clause.cues.code !== 'en')
      while (name < start + 3 && (isSpeech(clause, name) || isAuxiliary(clause, name))) name++;
    const source = phraseAfter(clause, name, to);
    const first = at(clause, from);
    const last = at(clause, start - 1);
    if (source && first && last)
      return {
        source: contracted ? { ...source, definite: true } : source,
        cue: { start: first.start, end: last.end },
        reason: 'according-to',
      };
  }
  return null;
}

const isAuxiliary = (clause: Clause, index: number): boolean =>
  isBetween(clause, index) && isSpeech(clause, index + 1) && !at(clause, index)?.capital;

/** "X zufolge": the preposition that stands behind its noun. */
export function postposition(clause: Clause, from: number, to: number): Attribution | null {
  if (clause.cues.accordingAfter.size === 0) return null;
  for (let index = from + 1; index < Math.min(to, from + 8); index++) {
    if (!clause.cues.accordingAfter.has(at(clause, index)?.lower ?? '')) continue;
    const source = readPhrase(clause.text, clause.tokens, from, index, clause.cues);
    if (source) return { source, cue: spanOf(clause, index), reason: 'according-to' };
  }
  return null;
}

/** "said X", "a déclaré M. X", "dit-il", "so X". */
export function invertedAt(clause: Clause, from: number, to: number): Attribution | null {
  if (!clause.cues.inversion) return null;
  let verb = from;
  while (verb < to && verb < from + 4 && isBetween(clause, verb) && !isSpeech(clause, verb)) verb++;
  const hyphened = INVERTED.exec(at(clause, verb)?.lower ?? '');
  if (hyphened && clause.cues.code === 'fr') {
    const source = inversionPronoun(clause, verb, hyphened[2] ?? '');
    return source ? { source, cue: spanOf(clause, verb), reason: 'cue-after' } : null;
  }
  if (verb >= to || !isSpeech(clause, verb)) return null;
  if (clause.cues.code === 'en' && /ing$/.test(at(clause, verb)?.lower ?? '')) return null;
  let after = verb + 1;
  while (
    after < to &&
    isBetween(clause, after) &&
    !clause.cues.determiners.has(at(clause, after)?.lower ?? '') &&
    !clause.cues.pronouns.has(at(clause, after)?.lower ?? '')
  )
    after++;
  const source = phraseAfter(clause, after, to) ?? phraseBehindAdverbial(clause, after, to);
  return source ? { source, cue: spanOf(clause, verb), reason: 'cue-after' } : null;
}

const LONGEST_ADVERBIAL = 7;

/** "a indiqué à la presse le procureur", "disse à noite o procurador": the subject stands behind an adverbial. */
function phraseBehindAdverbial(clause: Clause, from: number, to: number): Source | null {
  const { prepositions, determiners, code } = clause.cues;
  if (code === 'en' || !prepositions.has(at(clause, from)?.lower ?? '')) return null;
  for (let index = from + 2; index < Math.min(to, from + LONGEST_ADVERBIAL); index++) {
    const token = at(clause, index);
    const before = at(clause, index - 1);
    if (token?.kind !== 'word' || !before || isComma(clause, index)) return null;
    if (prepositions.has(before.lower) || before.capital || determiners.has(before.lower)) continue;
    if (
      determiners.has(token.lower) ||
      isTitle(token.lower, clause.cues) ||
      (token.capital && !clause.cues.capitalNouns)
    )
      return phraseAfter(clause, index, to);
  }
  return null;
}

/** The first verb of saying in a range, -1 where there is none. */
export function findSpeech(clause: Clause, from: number, to: number): number {
  for (let index = from; index < to; index++) {
    if (isSpeech(clause, index) && !isNounUse(clause, index)) return index;
  }
  return -1;
}

/** The next quotation from a token on, or the sentence's end. */
export function clauseEnd(clause: Clause, from: number): number {
  let end = from;
  while (end < clause.tokens.length && !isQuote(clause, end)) end++;
  return end;
}
