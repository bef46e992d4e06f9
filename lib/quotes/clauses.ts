import { breaksPhrase, capitalRuns, nameOf, readPhrase, type Source } from './phrases';
import type { Token } from './tokens';
import type { LanguageCues, Span, SpeakerReason } from './types';

/** What a sentence says about who speaks one of its quotations. */
export interface Attribution {
  readonly source: Source;
  readonly cue: Span | null;
  readonly reason: SpeakerReason;
}

/** A sentence with what is needed to read it. */
export interface Clause {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly cues: LanguageCues;
}

const REACH = 45;
const INVERTED = /^(.+?)-(?:t-)?(ils?|elles?|on|je|nous)$/;

const at = (clause: Clause, index: number): Token | undefined => clause.tokens[index];
const isSpeech = (clause: Clause, index: number): boolean => {
  const token = at(clause, index);
  return token?.kind === 'word' && !token.capital && clause.cues.speech.has(token.lower);
};
const isBetween = (clause: Clause, index: number): boolean => {
  const lower = at(clause, index)?.lower ?? '';
  return (
    clause.cues.between.has(lower) ||
    (clause.cues.code === 'en' && /\p{L}{2}ly$/u.test(lower) && !at(clause, index)?.capital)
  );
};
const isClauseWord = (clause: Clause, index: number): boolean => clause.cues.clause.has(at(clause, index)?.lower ?? '');
const isQuote = (clause: Clause, index: number): boolean => at(clause, index)?.kind === 'quote';
const isComma = (clause: Clause, index: number): boolean => /^[,;–—-]$/.test(at(clause, index)?.text ?? '');

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
export function attributionBefore(clause: Clause, quote: number, from: number): Attribution | null {
  const colon = at(clause, quote - 1)?.text === ':';
  for (let index = quote - 1; index >= from; index--) {
    if (isSpeech(clause, index) && !isNounUse(clause, index)) {
      if (isPassive(clause, index)) {
        const source = agentAfter(clause, index, quote);
        if (source) return { source, cue: spanOf(clause, index), reason: 'cue-before' };
        continue;
      }
      const source = subjectBefore(clause, from, index) ?? subjectAfterInversion(clause, index, quote);
      if (source) return { source, cue: spanOf(clause, index), reason: 'cue-before' };
    }
    const inverted = INVERTED.exec(at(clause, index)?.lower ?? '');
    if (inverted && clause.cues.code === 'fr') {
      const source = inversionPronoun(clause, index, inverted[2] ?? '');
      if (source) return { source, cue: spanOf(clause, index), reason: 'cue-before' };
    }
    const according = accordingAt(clause, index, quote);
    if (according) return according;
  }
  if (colon) {
    const source = labelBefore(clause, from, quote - 1);
    if (source) return { source, cue: null, reason: 'label' };
  }
  return describedBefore(clause, from, quote);
}

/** The subject of the sentence that a quotation stands in, where no verb of saying does. */
export function subjectOfSentence(clause: Clause, from: number, to: number): Attribution | null {
  const source = leadingSubject(clause, from, to);
  // Without a verb of saying a thing may be the subject as well as a person: only a name will do.
  return source && source.kind !== 'phrase' ? { source, cue: null, reason: 'subject' } : null;
}

function describedBefore(clause: Clause, from: number, quote: number): Attribution | null {
  for (let index = quote - 1; index > from; index--) {
    const token = at(clause, index);
    if (!token || token.capital || !clause.cues.describing.has(token.lower)) continue;
    const source = subjectBefore(clause, from, index);
    if (source) return { source, cue: spanOf(clause, index), reason: 'subject' };
  }
  return null;
}

const spanOf = (clause: Clause, index: number): Span | null => {
  const token = at(clause, index);
  return token ? { start: token.start, end: token.end } : null;
};

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
  if (
    clause.cues.code !== 'en' ||
    !/^(?:asked|told|urged|warned|advised|informed|quoted)$/.test(at(clause, index)?.lower ?? '')
  )
    return false;
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
  while (after < to && isBetween(clause, after) && !clause.cues.pronouns.has(at(clause, after)?.lower ?? '')) after++;
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

/** The noun phrase that starts at a token; a name set off by commas after a role belongs to it. */
function phraseAfter(clause: Clause, from: number, to: number): Source | null {
  const head = at(clause, from);
  if (!head || from >= to) return null;
  if (clause.cues.pronouns.has(head.lower) && !clause.cues.determiners.has(head.lower))
    return readPhrase(clause.text, clause.tokens, from, from + 1, clause.cues);
  if (clause.cues.prepositions.has(head.lower) || isClauseWord(clause, from)) return null;
  let end = from;
  let seen = false;
  while (end < to && !breaksPhrase(clause.tokens, end) && end < from + 24) {
    if (end > from && (isClauseWord(clause, end) || clause.cues.relative.has(at(clause, end)?.lower ?? ''))) break;
    if (end > from && seen && isCircumstance(clause, end)) break;
    seen ||= at(clause, end)?.kind === 'word';
    end++;
  }
  const source = readPhrase(clause.text, clause.tokens, from, end, clause.cues);
  if (source?.kind === 'phrase' && isComma(clause, end)) return nameInApposition(clause, end + 1, to, source) ?? source;
  return source;
}

/** "in an interview", "on Monday": no part of who speaks. */
function isCircumstance(clause: Clause, index: number): boolean {
  const lower = at(clause, index)?.lower ?? '';
  return clause.cues.code === 'en'
    ? /^(?:in|on|at|during|after|before|when|about|last|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
        lower,
      )
    : false;
}

/** "le ministre de la Défense, Rustem Umerov,": the name that a comma sets off. */
function nameInApposition(clause: Clause, from: number, to: number, role: Source): Source | null {
  let end = from;
  while (end < to && !breaksPhrase(clause.tokens, end) && !isClauseWord(clause, end)) end++;
  const runs = capitalRuns(clause.tokens, from, end, clause.cues);
  const run = runs[0];
  if (!run || run.from > from + 2 || end - from > 6) return null;
  const name = nameOf(clause.tokens, run, clause.cues);
  if (name.to - name.from < 2 && clause.cues.capitalNouns) return null;
  const source = readPhrase(clause.text, clause.tokens, from, run.to, clause.cues);
  return source?.kind === 'name' ? { ...source, role: role.words } : null;
}

/** The subject of the verb at an index, looking back as far as `from`. */
export function subjectBefore(clause: Clause, from: number, verb: number): Source | null {
  if (
    isParticiple(clause, verb) &&
    (isComma(clause, verb - 1) || /^(?:and|but|by)$/.test(at(clause, verb - 1)?.lower ?? ''))
  ) {
    return leadingSubject(clause, from, verb);
  }
  let end = verb;
  let relative = false;
  while (
    end > from &&
    (isBetween(clause, end - 1) || clause.cues.relative.has(at(clause, end - 1)?.lower ?? '')) &&
    !clause.cues.pronouns.has(at(clause, end - 1)?.lower ?? '')
  ) {
    relative ||= clause.cues.relative.has(at(clause, end - 1)?.lower ?? '');
    end--;
  }
  if (end > from && isComma(clause, end - 1)) {
    if (!relative) return leadingSubject(clause, from, end);
    end--;
  }
  let start = end;
  while (start > from && !breaksPhrase(clause.tokens, start - 1) && !stopsBack(clause, start - 1)) start--;
  const near = start < end ? readPhrase(clause.text, clause.tokens, start, end, clause.cues) : null;
  if (near?.kind === 'name' && isComma(clause, start - 1) && start - 1 > from)
    return withRole(clause, from, start - 1, near);
  if (near?.kind === 'phrase' && isComma(clause, start - 1) && start - 1 > from) {
    const leading = leadingSubject(clause, from, start);
    if (leading?.kind === 'name') return leading;
  }
  return near ?? leadingSubject(clause, from, start);
}

/** "…, saying": it speaks for the subject of its sentence, not for the nearest noun. */
const isParticiple = (clause: Clause, index: number): boolean =>
  clause.cues.code === 'en' && /ing$/.test(at(clause, index)?.lower ?? '');

function stopsBack(clause: Clause, index: number): boolean {
  const lower = at(clause, index)?.lower ?? '';
  return isClauseWord(clause, index) && !clause.cues.prepositions.has(lower)
    ? true
    : clause.cues.speech.has(lower) && isSpeech(clause, index);
}

function withRole(clause: Clause, from: number, end: number, name: Source): Source {
  let start = end;
  while (start > from && !breaksPhrase(clause.tokens, start - 1)) start--;
  const role = readPhrase(clause.text, clause.tokens, start, end, clause.cues);
  return role?.kind === 'phrase' &&
    name.role === null &&
    role.words.split(' ').some((word) => clause.cues.roles.has(word.toLowerCase()))
    ? { ...name, role: role.words }
    : name;
}

/** The first noun phrase of a clause that is not part of an introductory adverbial. */
function leadingSubject(clause: Clause, from: number, to: number): Source | null {
  let start = from;
  for (let tries = 0; tries < 4 && start < to; tries++) {
    let end = start;
    while (end < to && !isComma(clause, end) && !isQuote(clause, end) && end < start + 40) end++;
    const source = firstPhrase(clause, start, end);
    if (source?.kind === 'phrase' && isComma(clause, end)) {
      return nameInApposition(clause, end + 1, to, source) ?? source;
    }
    if (source) return source;
    start = end + 1;
  }
  return null;
}

function firstPhrase(clause: Clause, from: number, to: number): Source | null {
  let start = from;
  while (
    start < to &&
    (at(clause, start)?.kind === 'mark' ||
      /^(?:and|but|so|yet|et|mais|or|und|aber|y|pero|e|ma|mas)$/.test(at(clause, start)?.lower ?? ''))
  )
    start++;
  const head = at(clause, start);
  if (!head || start >= to) return null;
  if (clause.cues.times.has(head.lower) || opensWithParticiple(clause, start)) return null;
  if (clause.cues.pronouns.has(head.lower) && !clause.cues.determiners.has(head.lower))
    return readPhrase(clause.text, clause.tokens, start, start + 1, clause.cues);
  if (clause.cues.prepositions.has(head.lower) || isClauseWord(clause, start)) return null;
  let end = start + 1;
  while (end < to && !breaksPhrase(clause.tokens, end) && !endsSubject(clause, end)) end++;
  const source = readPhrase(clause.text, clause.tokens, start, end, clause.cues);
  const timely =
    source?.kind === 'phrase' && clause.tokens.slice(start, end).some((token) => clause.cues.times.has(token.lower));
  return timely ? null : source;
}

/** "Reached by phone, …", "Recalling that moment, …": the subject comes after the comma. */
function opensWithParticiple(clause: Clause, index: number): boolean {
  const next = at(clause, index + 1);
  return (
    clause.cues.code === 'en' &&
    /\p{L}{3}(?:ing|ed)$/u.test(at(clause, index)?.lower ?? '') &&
    next?.kind === 'word' &&
    !next.capital
  );
}

function endsSubject(clause: Clause, index: number): boolean {
  const token = at(clause, index);
  if (!token || token.capital) return false;
  if (isBetween(clause, index) || isClauseWord(clause, index) || clause.cues.relative.has(token.lower)) return true;
  if (clause.cues.speech.has(token.lower) || clause.cues.describing.has(token.lower)) return true;
  // "Gowdy referenced": after a bare name any lower-case word but a preposition is taken for its verb.
  const before = at(clause, index - 1);
  return (
    before?.capital === true &&
    !clause.cues.prepositions.has(token.lower) &&
    !clause.cues.particles.has(token.lower) &&
    /(?:ed|s|t|it|a|ent)$/.test(token.lower)
  );
}

function labelBefore(clause: Clause, from: number, to: number): Source | null {
  let start = to;
  while (start > from && !breaksPhrase(clause.tokens, start - 1) && to - start < 14) start--;
  const source = readPhrase(clause.text, clause.tokens, start, to, clause.cues);
  return source?.kind === 'name' ? source : null;
}
