import { at, type Clause, isBetween, isClauseWord, isComma, isParticiple, isQuote, isSpeech, spanOf } from './clause';
import { breaksPhrase, readPhrase, type Source } from './phrases';
import { firstPhrase, leadingSubject, phraseAfter, subjectBefore } from './subjects';
import type { Span, SpeakerReason } from './types';

/** What a sentence says about who speaks one of its quotations. */
export interface Attribution {
  readonly source: Source;
  readonly cue: Span | null;
  readonly reason: SpeakerReason;
}

const REACH = 45;
/** Tokens before a quotation that are read for its cue; keeps endless sentences linear. */
const LOOK_BACK = 150;
const INVERTED = /^(.+?)-(?:t-)?(ils?|elles?|on|je|nous)$/;

/** The cue that follows a quotation: "said X", "X said", "according to X", "— X". */
export function attributionAfter(clause: Clause, quote: number): Attribution | null {
  let from = quote + 1;
  const dashed = /^[–—―-]+$/.test(at(clause, from)?.text ?? '');
  while (
    from < clause.tokens.length &&
    at(clause, from)?.kind === 'mark' &&
    /^[,–—―\-?!.…]+$/.test(at(clause, from)?.text ?? '')
  )
    from++;
  const to = clauseEnd(clause, from);
  if (to <= from) return null;
  const according = accordingAt(clause, from, to) ?? postposition(clause, from, to);
  if (according) return according;
  const inverted = invertedAt(clause, from, to);
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

/** The cue that leads to a quotation: "X said: …", "X told Y that …", "According to X, …", "X: …". */
export function attributionBefore(clause: Clause, quote: number, start: number): Attribution | null {
  const from = Math.max(start, quote - LOOK_BACK);
  const colon = at(clause, quote - 1)?.text === ':';
  let aside: Attribution | null = null;
  for (let index = quote - 1; index >= from; index--) {
    if ((isSpeech(clause, index) || saysFirst(clause, index)) && !isNounUse(clause, index)) {
      if (isPassive(clause, index)) {
        const source = agentAfter(clause, index, quote);
        if (source) return { source, cue: spanOf(clause, index), reason: 'cue-before' };
        continue;
      }
      if (closedBefore(clause, from, index, quote)) continue;
      const subject =
        setOffSubject(clause, index, quote) ??
        subjectBefore(clause, from, index) ??
        subjectAfterInversion(clause, index, quote);
      const source = subject?.kind === 'pronoun' ? (sameAsOuter(clause, from, index, subject) ?? subject) : subject;
      const finding = source ? { source, cue: spanOf(clause, index), reason: 'cue-before' as const } : null;
      if (finding && !(index < quote - 3 && inRelative(clause, index))) return finding;
      aside ??= finding;
    }
    const inverted = INVERTED.exec(at(clause, index)?.lower ?? '');
    if (inverted && clause.cues.code === 'fr') {
      const source = inversionPronoun(clause, index, inverted[2] ?? '');
      if (source) return { source, cue: spanOf(clause, index), reason: 'cue-before' };
    }
    const according = accordingAt(clause, index, quote);
    if (according) return according;
  }
  const post = postposition(clause, from, quote);
  if (post) return post;
  if (colon) {
    const source = labelBefore(clause, from, quote - 1);
    if (source) return { source, cue: null, reason: 'label' };
  }
  return describedBefore(clause, from, quote) ?? aside;
}

/** The subject of the sentence that a quotation stands in, where no verb of saying does. */
export function subjectOfSentence(clause: Clause, from: number, to: number): Attribution | null {
  const source = leadingSubject(clause, from, to);
  // Without a verb of saying a thing may be the subject as well as a person: only a name will do.
  if (!source || source.kind === 'phrase' || isTalkedAbout(clause, source, from, to)) return null;
  return { source, cue: null, reason: 'subject' };
}

const WORDS_BETWEEN_SAYING_AND_PRONOUN = 6;

/** "Baker said that she thinks": the pronoun of what somebody says is mostly that somebody. */
function sameAsOuter(clause: Clause, from: number, verb: number, pronoun: Source): Source | null {
  let index = verb - 1;
  while (index > from && (at(clause, index)?.start ?? 0) >= pronoun.start) index--;
  for (let words = 0; index > from && words <= WORDS_BETWEEN_SAYING_AND_PRONOUN; index--, words++) {
    if (isQuote(clause, index)) return null;
    if (!isSpeech(clause, index) || isNounUse(clause, index) || isPassive(clause, index)) continue;
    const source = subjectBefore(clause, from, index);
    const fits = source?.kind === 'name' && (source.gender === null || source.gender === pronoun.gender);
    return fits && pronoun.gender !== null ? source : null;
  }
  return null;
}

/** "the countries that support us": a clause that defines its noun says nothing of who speaks. */
function inRelative(clause: Clause, verb: number): boolean {
  let before = verb - 1;
  while (isBetween(clause, before) && !clause.cues.relative.has(at(clause, before)?.lower ?? '')) before--;
  return clause.cues.relative.has(at(clause, before)?.lower ?? '') && !isComma(clause, before - 1);
}

function describedBefore(clause: Clause, from: number, quote: number): Attribution | null {
  return describedBy(clause, from, quote, false) ?? describedBy(clause, from, quote, true);
}

const AUXILIARY = /^(?:is|was|are|were|has|have|had|made|gave)$/;

/** Verbs that say little ("has", "made") count only where no other describes. */
function describedBy(clause: Clause, from: number, quote: number, weak: boolean): Attribution | null {
  for (let index = quote - 1; index > from; index--) {
    const token = at(clause, index);
    if (!token || token.capital || !clause.cues.describing.has(token.lower)) continue;
    if (AUXILIARY.test(token.lower) !== weak || closedBefore(clause, from, index, quote)) continue;
    const source = subjectBefore(clause, from, index);
    if (source && isTalkedAbout(clause, source, from, quote)) return null;
    if (source) return { source, cue: spanOf(clause, index), reason: 'subject' };
  }
  return null;
}

/** "Hale is “a fool”", "Hale “left early”": what a quotation says of a subject are words of somebody else. */
function isTalkedAbout(clause: Clause, source: Source, from: number, to: number): boolean {
  if (clause.cues.code !== 'en') return false;
  let index = from;
  while (index < to && (at(clause, index)?.start ?? 0) < source.end) index++;
  while (
    index < to &&
    isBetween(clause, index) &&
    !/^(?:is|was|are|were|been|would|should)$/.test(at(clause, index)?.lower ?? '')
  )
    index++;
  return index >= to || /^(?:is|was|are|were|been|would|should)$/.test(at(clause, index)?.lower ?? '');
}

/** "the said", "in claims": a determiner or a preposition in front makes it no verb. */
function isNounUse(clause: Clause, index: number): boolean {
  const before = at(clause, index - 1)?.lower ?? '';
  if (clause.cues.code !== 'en')
    return clause.cues.determiners.has(before) && !clause.cues.between.has(before) && clause.cues.code !== 'fr';
  return (
    clause.cues.determiners.has(before) ||
    /['’]s?$/.test(before) ||
    before === 'to' ||
    /^(?:of|for|his|her|their)$/.test(before)
  );
}

/** "was asked", "were told": the subject is spoken to, the speaker stands after "by" or nowhere. */
function isPassive(clause: Clause, index: number): boolean {
  const verb = at(clause, index)?.lower ?? '';
  if (clause.cues.code !== 'en') return false;
  // "the fault had been reported": of a thing, too.
  if (/(?:ed|said)$/.test(verb) && /^(?:was|were|been|being|is|are|be)$/.test(at(clause, index - 1)?.lower ?? ''))
    return true;
  if (!/^(?:asked|told|urged|warned|advised|informed|quoted)$/.test(verb)) return false;
  return (
    /^(?:was|were|been|being|is|are|be|when)$/.test(at(clause, index - 1)?.lower ?? '') ||
    /^(?:was|were|been)$/.test(at(clause, index - 2)?.lower ?? '')
  );
}

function agentAfter(clause: Clause, index: number, to: number): Source | null {
  for (let by = index + 1; by < Math.min(to, index + 6); by++) {
    if (at(clause, by)?.lower === 'by') return phraseAfter(clause, by + 1, to);
  }
  return null;
}

function clauseEnd(clause: Clause, from: number): number {
  let end = from;
  while (end < clause.tokens.length && !isQuote(clause, end)) end++;
  return end;
}

function findSpeech(clause: Clause, from: number, to: number): number {
  for (let index = from; index < to; index++) {
    if (isSpeech(clause, index) && !isNounUse(clause, index)) return index;
  }
  return -1;
}

function accordingAt(clause: Clause, from: number, to: number): Attribution | null {
  for (const phrase of clause.cues.accordingTo) {
    if (!phrase.every((word, offset) => at(clause, from + offset)?.lower === word)) continue;
    const start = from + phrase.length;
    const source = phraseAfter(clause, start, to);
    const first = at(clause, from);
    const last = at(clause, start - 1);
    if (source && first && last) return { source, cue: { start: first.start, end: last.end }, reason: 'according-to' };
  }
  return null;
}

function postposition(clause: Clause, from: number, to: number): Attribution | null {
  if (clause.cues.accordingAfter.size === 0) return null;
  for (let index = from + 1; index < Math.min(to, from + 8); index++) {
    if (!clause.cues.accordingAfter.has(at(clause, index)?.lower ?? '')) continue;
    const source = readPhrase(clause.text, clause.tokens, from, index, clause.cues);
    if (source) return { source, cue: spanOf(clause, index), reason: 'according-to' };
  }
  return null;
}

/** "said X", "a déclaré M. X", "dit-il", "so X". */
function invertedAt(clause: Clause, from: number, to: number): Attribution | null {
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

function inversionPronoun(clause: Clause, verb: number, pronoun: string): Source | null {
  const token = at(clause, verb);
  const gender = clause.cues.pronouns.get(pronoun);
  if (!token || gender === undefined) return null;
  return { kind: 'pronoun', words: pronoun, role: null, gender, start: token.start, end: token.end };
}

function subjectAfterInversion(clause: Clause, verb: number, quote: number): Source | null {
  if (!clause.cues.inversion || clause.cues.code === 'en') return null;
  return phraseAfter(clause, verb + 1, quote);
}

/** "told Reed", "asked Reed": what follows these is spoken to. */
const hasObject = (clause: Clause, verb: number): boolean =>
  /^(?:t[eo]l(?:l|d|ls)|ask(?:s|ed)?|urge[sd]?|warn(?:s|ed)?|advise[sd]?|inform(?:s|ed)?|assure[sd]?|email(?:s|ed)?)$/.test(
    at(clause, verb)?.lower ?? '',
  );

/** "The road, says Ann Reed, is “…”": English inverts where commas set the cue off, or at the very start. */
function setOffSubject(clause: Clause, verb: number, quote: number): Source | null {
  if (clause.cues.code !== 'en' || (verb > 0 && !isComma(clause, verb - 1))) return null;
  if (isParticiple(clause, verb) || !at(clause, verb + 1)?.capital || hasObject(clause, verb)) return null;
  for (let index = verb + 2; index < Math.min(quote, verb + 8); index++) {
    if (isComma(clause, index)) return phraseAfter(clause, verb + 1, index);
  }
  return null;
}

/** "Said Ann Reed, an engineer, “…”" */
const saysFirst = (clause: Clause, index: number): boolean =>
  index === 0 && clause.cues.code === 'en' && /^(?:said|says)$/.test(at(clause, index)?.lower ?? '');

/** "When Hale claimed that it would last, Reed said": the comma closes the clause that "when" opened. */
function closedBefore(clause: Clause, from: number, verb: number, quote: number): boolean {
  if (clause.cues.code !== 'en') return false;
  let comma = quote - 1;
  while (comma > verb && at(clause, comma)?.text !== ',') comma--;
  if (comma <= verb + 2) return false;
  for (let index = verb - 1; index >= from && !isQuote(clause, index) && !isComma(clause, index); index--) {
    if (/^(?:when|while|after|although|though|because|before|since)$/.test(at(clause, index)?.lower ?? ''))
      return (
        index === from || isComma(clause, index - 1) || /^(?:and|but|even)$/.test(at(clause, index - 1)?.lower ?? '')
      );
  }
  return false;
}

function labelBefore(clause: Clause, from: number, to: number): Source | null {
  let start = to;
  while (start > from && !breaksPhrase(clause.tokens, start - 1) && to - start < 14) start--;
  const source = readPhrase(clause.text, clause.tokens, start, to, clause.cues);
  return source?.kind === 'name' ? source : null;
}
