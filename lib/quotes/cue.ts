import { subjectBehind } from './behind-verb';
import { at, type Clause, isBetween, isComma, isNounUse, isQuote, isSpeech, lightEnd, spanOf } from './clause';
import { INVERTED, inversionPronoun } from './inversion';
import { readPhrase, type Source } from './phrases';
import { phraseAfter } from './subjects';
import type { Token } from './tokens';
import type { Phrases, Span, SpeakerReason } from './types';

/** What a sentence says about who speaks one of its quotations. */
export interface Attribution {
  readonly source: Source;
  readonly cue: Span | null;
  readonly reason: SpeakerReason;
}

/** "of the" in one word: "a detta del magistrato". */
const CONTRACTED = /^(?:du|des|del|dello|della|dei|degli|delle|dell['’]|do|da|dos|das)$/;

/** Where a fixed phrase that starts at a token ends; -1 where none does. The last "of" may hold its article. */
function endOf(clause: Clause, from: number, table: Phrases | undefined): number {
  for (const places of table?.get(at(clause, from)?.lower ?? '') ?? []) {
    const last = from + places.length - 1;
    const fits = (words: ReadonlySet<string>, offset: number) => {
      const lower = at(clause, from + offset)?.lower ?? '';
      return (
        words.has(lower) ||
        (from + offset === last && offset > 0 && isOf(lower) && (words.has('de') || words.has('di')))
      );
    };
    if (places.every(fits)) return last + 1;
  }
  return -1;
}

const isOf = (lower: string): boolean => CONTRACTED.test(lower) || /^(?:dele|dela|deles|delas|d['’])$/.test(lower);

/** "According to X" at a token. */
export function accordingAt(clause: Clause, from: number, to: number): Attribution | null {
  const own = endOf(clause, from, clause.cues.ownView);
  const first = at(clause, from);
  if (own >= 0 && first) return ownView(first, at(clause, own - 1) ?? first);
  const start = endOf(clause, from, clause.cues.accordingTo);
  const last = at(clause, start - 1);
  if (start < 0 || !first || !last) return null;
  const cue = { start: first.start, end: last.end };
  // "na opinião dele"
  const pronoun = clause.cues.pronouns.get(/^d(el[ea]s?)$/.exec(last.lower)?.[1] ?? '');
  if (pronoun !== undefined) {
    const source: Source = { kind: 'pronoun', words: last.text, role: null, gender: pronoun, ...cue };
    return { source, cue, reason: 'according-to' };
  }
  if (
    /^(?:qui|cui|quien(?:es)?|quem|dem|laquelle|lequel)$/.test(at(clause, start)?.lower ?? '') &&
    clause.cues.code !== 'en'
  ) {
    const source = antecedent(clause, from);
    return source && { source, cue, reason: 'according-to' };
  }
  const contracted = start - from > 1 && CONTRACTED.test(last.lower);
  const source = phraseAfter(clause, clause.cues.code === 'en' ? start : afterFillers(clause, start), to);
  return source && { source: contracted ? { ...source, definite: true } : source, cue, reason: 'according-to' };
}

/** "…, pour qui l’ouvrage est « … »": the noun before the comma. */
function antecedent(clause: Clause, comma: number): Source | null {
  const end = isComma(clause, comma - 1) ? comma - 1 : comma;
  const { particles, determiners } = clause.cues;
  let start = end - 1;
  if (at(clause, start)?.capital)
    while (
      at(clause, start - 1)?.capital ||
      (particles.has(at(clause, start - 1)?.lower ?? '') && at(clause, start - 2)?.capital)
    )
      start--;
  else
    while (
      start > 0 &&
      start > end - 6 &&
      at(clause, start)?.kind === 'word' &&
      !determiners.has(at(clause, start)?.lower ?? '')
    )
      start--;
  return readPhrase(clause.text, clause.tokens, start, end, clause.cues);
}

function ownView(first: Token, end: Token): Attribution {
  const cue = { start: first.start, end: end.end };
  const source: Source = { kind: 'pronoun', words: first.text, role: null, gender: null, last: true, ...cue };
  return { source, cue, reason: 'according-to' };
}

const MOST_FILLERS = 5;

/** "Según ha explicado el concejal", "secondo quanto riferito da fonti", "conforme disse": what stands before the source. */
function afterFillers(clause: Clause, start: number): number {
  let index = start;
  const lower = (offset: number) => at(clause, index + offset)?.lower ?? '';
  if (/^(?:lo|o|ce)$/.test(lower(0)) && /^qu['’]?e?$/.test(lower(1))) index += 2;
  else if (lower(0) === 'quanto') index++;
  const from = index;
  while (index < from + MOST_FILLERS && (isSpeech(clause, index) || isAuxiliary(clause, index))) index++;
  // "riferito da", "informado por": the one who did it.
  if (index > from && /^(?:da|por|par|von)$/.test(lower(0))) index++;
  return index;
}

const isAuxiliary = (clause: Clause, index: number): boolean =>
  isBetween(clause, index) &&
  (isSpeech(clause, index + 1) || (isBetween(clause, index + 1) && isSpeech(clause, index + 2))) &&
  !at(clause, index)?.capital;

/** "X zufolge": the preposition that stands behind its noun. */
export function postposition(clause: Clause, from: number, to: number): Attribution | null {
  if (clause.cues.accordingAfter.size === 0) return null;
  for (let index = from + 1; index < Math.min(to, from + 8); index++) {
    if (!clause.cues.accordingAfter.has(at(clause, index)?.lower ?? '')) continue;
    // "Den Angaben der Polizei zufolge"
    const worded = /^(?:angaben|worten|aussagen|ansicht|einschätzung|bericht|darstellung)$/.test(
      at(clause, from + 1)?.lower ?? '',
    )
      ? 1
      : 0;
    const of = from + worded * (/^vo[nm]$/.test(at(clause, from + 2)?.lower ?? '') ? 3 : 2);
    const source = readPhrase(clause.text, clause.tokens, of, index, clause.cues);
    if (source) return { source, cue: spanOf(clause, index), reason: 'according-to' };
  }
  return null;
}

/** "said X", "a déclaré M. X", "dit-il", "so X". */
export function invertedAt(clause: Clause, from: number, to: number): Attribution | null {
  if (!clause.cues.inversion) return null;
  let verb = from;
  while (verb < to && verb < from + 4 && isBetween(clause, verb) && !isSpeech(clause, verb)) verb++;
  verb = lightEnd(clause, verb);
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
  const source = subjectBehind(clause, after, to, true);
  return source ? { source, cue: spanOf(clause, verb), reason: 'cue-after' } : null;
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
