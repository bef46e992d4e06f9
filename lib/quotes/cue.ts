import { at, type Clause, isBetween, isNounUse, isQuote, isSpeech, spanOf } from './clause';
import { readPhrase, type Source } from './phrases';
import { phraseAfter } from './subjects';
import type { Span, SpeakerReason } from './types';

/** What a sentence says about who speaks one of its quotations. */
export interface Attribution {
  readonly source: Source;
  readonly cue: Span | null;
  readonly reason: SpeakerReason;
}

/** "dit-il", "a-t-elle": the verb and its pronoun. */
export const INVERTED = /^(.+?)-(?:t-)?(ils?|elles?|on|je|nous)$/;

/** "According to X" at a token. */
export function accordingAt(clause: Clause, from: number, to: number): Attribution | null {
  for (const phrase of clause.cues.accordingTo) {
    if (!phrase.every((word, offset) => at(clause, from + offset)?.lower === word)) continue;
    const start = from + phrase.length;
    let name = start;
    // "Según ha explicado el concejal, …"
    if (clause.cues.code !== 'en')
      while (name < start + 3 && (isSpeech(clause, name) || isAuxiliary(clause, name))) name++;
    const source = phraseAfter(clause, name, to);
    const first = at(clause, from);
    const last = at(clause, start - 1);
    if (source && first && last) return { source, cue: { start: first.start, end: last.end }, reason: 'according-to' };
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
  const source = phraseAfter(clause, after, to);
  return source ? { source, cue: spanOf(clause, verb), reason: 'cue-after' } : null;
}

/** The pronoun of "dit-il". */
export function inversionPronoun(clause: Clause, verb: number, pronoun: string): Source | null {
  const token = at(clause, verb);
  const gender = clause.cues.pronouns.get(pronoun);
  if (!token || gender === undefined) return null;
  return { kind: 'pronoun', words: pronoun, role: null, gender, start: token.start, end: token.end };
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
