import { at, type Clause, isClauseWord, isComma, isParticiple, isQuote, isSpeech, spanOf } from './clause';
import { type Attribution, accordingAt, clauseEnd, findSpeech, invertedAt, postposition } from './cue';
import { breaksPhrase } from './names';
import { readPhrase, type Source } from './phrases';
import { ownerAfter } from './possessors';
import { firstPhrase, subjectBefore } from './subjects';
import { taggedAfter } from './tags';

const REACH = 45;

/** The cue that follows a quotation: "said X", "X said", "according to X", "— X". */
export function attributionAfter(clause: Clause, quote: number): Attribution | null {
  let from = quote + 1;
  const dashed = /^[–—―-]+$/.test(at(clause, from)?.text ?? '');
  while (
    from < clause.tokens.length &&
    at(clause, from)?.kind === 'mark' &&
    (/^[,–—―\-?!.…]+$/.test(at(clause, from)?.text ?? '') ||
      (clause.cues.code !== 'en' && at(clause, from)?.text === ':'))
  )
    from++;
  const to = clauseEnd(clause, from);
  if (to <= from) return null;
  const according = accordingAt(clause, from, to) ?? postposition(clause, from, to);
  if (according) return according;
  const inverted = invertedAt(clause, from, to) ?? ownerAfter(clause, from, to) ?? taggedAfter(clause, quote, from, to);
  if (inverted) return inverted;
  if (startsLoosely(clause, from)) return null;
  const verb = findSpeech(clause, from, Math.min(to, from + REACH));
  if (verb >= 0 && verb > from && !isClauseWord(clause, from)) {
    const subject = subjectBefore(clause, from, verb);
    if (subject) return { source: subject, cue: spanOf(clause, verb), reason: 'cue-after' };
  }
  if (verb > from && /^(?:as|comme|wie|como|come)$/.test(at(clause, from)?.lower ?? '')) {
    const subject = subjectBefore(clause, from + 1, verb);
    if (subject && verb - from <= 8) return { source: subject, cue: spanOf(clause, verb), reason: 'cue-after' };
  }
  if (dashed && to === clause.tokens.length && to - from <= 6 && at(clause, from)?.capital) {
    const source = readPhrase(clause.text, clause.tokens, from, to, clause.cues);
    if (source?.kind === 'name') return { source, cue: null, reason: 'label' };
  }
  return null;
}

const CLOSING_COMMAS = 4;

/** "… were “stiff” in comparison, Gingrich said.": a cue at the sentence's end speaks for all of it. */
export function closingAttribution(clause: Clause, quote: number): Attribution | null {
  const to = clause.tokens.length;
  let commas = 0;
  for (let index = to - 1; index > Math.max(quote, to - REACH) && commas < CLOSING_COMMAS; index--) {
    if (isQuote(clause, index) && at(clause, index)?.text !== ',') return null;
    if (!isQuote(clause, index) && at(clause, index)?.text !== ',') continue;
    commas++;
    const found = closingAt(clause, index + 1, to);
    if (found) return found;
    if (isQuote(clause, index)) return null;
  }
  return null;
}

function closingAt(clause: Clause, from: number, to: number): Attribution | null {
  const inverted = accordingAt(clause, from, to) ?? invertedAt(clause, from, to);
  if (inverted) return inverted;
  if (startsLoosely(clause, from) || isClauseWord(clause, from)) return null;
  const verb = findSpeech(clause, from, Math.min(to, from + REACH));
  if (verb <= from) return null;
  const source = subjectBefore(clause, from, verb);
  if (source?.start !== at(clause, from)?.start) return null;
  const whole = source?.kind === 'phrase' ? (nameSetOff(clause, from - 1) ?? source) : source;
  return whole ? { source: whole, cue: spanOf(clause, verb), reason: 'cue-after' } : null;
}

/** "Howard Dean, the former governor, proclaimed": the name that the phrase behind a comma describes. */
function nameSetOff(clause: Clause, comma: number): Source | null {
  if (!isComma(clause, comma)) return null;
  let start = comma;
  while (start > 0 && !breaksPhrase(clause.tokens, start - 1) && at(clause, start - 1)?.capital) start--;
  const before = at(clause, start - 1);
  if (start === comma || (before?.kind !== 'quote' && !isComma(clause, start - 1))) return null;
  const source = readPhrase(clause.text, clause.tokens, start, comma, clause.cues);
  return source?.kind === 'name' && source.words.includes(' ') ? source : null;
}

/** "…", giving states more power / for instance: what goes on like this names no speaker. */
function startsLoosely(clause: Clause, from: number): boolean {
  const lower = at(clause, from)?.lower ?? '';
  if (/^(?:as|comme|wie|como|come)$/.test(lower)) return false;
  return (
    clause.cues.prepositions.has(lower) ||
    isClauseWord(clause, from) ||
    (isParticiple(clause, from) && !isSpeech(clause, from))
  );
}

/** "…," Trump shot back: a name or pronoun right after a comma speaks, whatever its verb is. */
export function bareSubjectAfter(clause: Clause, quote: number): Attribution | null {
  let from = quote + 1;
  while (isComma(clause, from)) from++;
  const head = at(clause, from);
  if (head?.kind !== 'word' || startsLoosely(clause, from) || clause.cues.determiners.has(head.lower)) return null;
  const source = firstPhrase(clause, from, Math.min(clauseEnd(clause, from), from + 12));
  if (source === null || source.kind === 'phrase') return null;
  return { source, cue: null, reason: 'cue-after' };
}
