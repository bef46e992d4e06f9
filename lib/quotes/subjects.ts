import {
  at,
  type Clause,
  isBetween,
  isClauseWord,
  isComma,
  isNounUse,
  isParticiple,
  isQuote,
  isSpeech,
  lightStart,
} from './clause';
import { INVERTED, inversionPronoun } from './inversion';
import { breaksPhrase, capitalRuns, nameOf } from './names';
import { IRREGULAR, isOpeningAdverb, isPastTense, opensWithParticiple } from './openings';
import { readPhrase, type Source } from './phrases';
import { isRomance } from './types';

/** The noun phrase that starts at a token; a name set off by commas after a role belongs to it. */
export function phraseAfter(clause: Clause, from: number, to: number): Source | null {
  const head = at(clause, from);
  if (!head || from >= to) return null;
  if (clause.cues.pronouns.has(head.lower) && !clause.cues.determiners.has(head.lower))
    return readPhrase(clause.text, clause.tokens, from, from + 1, clause.cues);
  const surname = surnameAt(clause, from, to);
  if ((clause.cues.prepositions.has(head.lower) && surname === from) || isClauseWord(clause, from)) return null;
  let end = from;
  let seen = false;
  while (end < to && !breaksPhrase(clause.tokens, end) && end < from + 24) {
    if (end > from && (isClauseWord(clause, end) || clause.cues.relative.has(at(clause, end)?.lower ?? ''))) break;
    if (end > from && seen && (isCircumstance(clause, end) || endsInverted(clause, end))) break;
    seen ||= at(clause, end)?.kind === 'word';
    end++;
  }
  const source = readPhrase(clause.text, clause.tokens, surname, end, clause.cues);
  if (source?.kind === 'phrase' && isComma(clause, end)) return nameInApposition(clause, end + 1, to, source) ?? source;
  return source;
}

/** "räumt von Reden ein", "admite De la Fuente": where a surname stands behind its particles, else `from` itself. */
function surnameAt(clause: Clause, from: number, to: number): number {
  const { particles, surnames, code } = clause.cues;
  let index = from;
  while (index < to && particles.has(at(clause, index)?.lower ?? '')) index++;
  const name = at(clause, index);
  if (index === from || !name?.capital || code === 'en') return from;
  return at(clause, from)?.capital || surnames?.has(name.lower) ? index : from;
}

/** "Laut Weber ist …": the verb of the main clause ends the name. */
const endsInverted = (clause: Clause, index: number): boolean =>
  (isBetween(clause, index) || (clause.cues.capitalNouns && followsNoun(clause, index))) &&
  !at(clause, index)?.capital &&
  !clause.cues.determiners.has(at(clause, index)?.lower ?? '') &&
  !clause.cues.prepositions.has(at(clause, index)?.lower ?? '');

/** "Nach Angaben von Udo Lammers brannte …": behind a German noun a small word that joins nothing is the verb. */
function followsNoun(clause: Clause, index: number): boolean {
  const lower = at(clause, index)?.lower ?? '';
  const { particles, clause: conjunctions } = clause.cues;
  return at(clause, index - 1)?.capital === true && !particles.has(lower) && !conjunctions.has(lower);
}

/** "in an interview", "on Monday": no part of who speaks. */
function isCircumstance(clause: Clause, index: number): boolean {
  const lower = at(clause, index)?.lower ?? '';
  return clause.cues.code === 'en'
    ? /^(?:in|on|at|during|after|before|when|about|last|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
        lower,
      )
    : (clause.cues.circumstances?.has(lower) ?? false);
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
    return saidBefore(clause, from, verb - 1) ?? leadingSubject(clause, from, verb);
  }
  if (clause.cues.code === 'en' && at(clause, verb - 1)?.lower === 'to') {
    const leading = leadingSubject(clause, from, verb - 1);
    return leading?.kind === 'phrase' ? null : leading;
  }
  const inverted = clause.cues.code === 'fr' ? INVERTED.exec(at(clause, verb - 1)?.lower ?? '') : null;
  if (inverted) return inversionPronoun(clause, verb - 1, inverted[2] ?? '');
  let end = clause.cues.code === 'en' ? verb : lightStart(clause, verb);
  let relative = false;
  // "Et Ann Reed d’ajouter :"
  if (
    clause.cues.code === 'fr' &&
    end === verb &&
    /^d(?:e|['’])$/.test(at(clause, verb - 1)?.lower ?? '') &&
    /(?:er|ir|re)$/.test(at(clause, verb)?.lower ?? '')
  )
    end--;
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
  return (
    near ??
    withSubject(clause, start, end, verb) ??
    joinedSubject(clause, from, end) ??
    leadingSubject(clause, from, start)
  );
}

/** "They meet next week, Spicer said, adding": the participle goes on with the cue before its comma. */
function saidBefore(clause: Clause, from: number, comma: number): Source | null {
  if (!isComma(clause, comma) || !isSpeech(clause, comma - 1) || isParticiple(clause, comma - 1)) return null;
  return subjectBefore(clause, from, comma - 1);
}

/** "In an interview with Hale, Reed said she would come and added": the second verb has the subject of the first. */
function joinedSubject(clause: Clause, from: number, end: number): Source | null {
  if (clause.cues.code !== 'en' || !/^(?:and|but)$/.test(at(clause, end - 1)?.lower ?? '')) return null;
  for (let index = end - 2; index > from; index--) {
    if (isQuote(clause, index) || isComma(clause, index)) return null;
    if (isSpeech(clause, index) && !isNounUse(clause, index)) return subjectBefore(clause, from, index);
  }
  return null;
}

/** "…, with Gorka noting": the participle's own subject stands after "with". */
function withSubject(clause: Clause, start: number, end: number, verb: number): Source | null {
  if (!isParticiple(clause, verb) || at(clause, start)?.lower !== 'with') return null;
  return readPhrase(clause.text, clause.tokens, start + 1, end, clause.cues);
}

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
export function leadingSubject(clause: Clause, from: number, to: number): Source | null {
  let start = from;
  for (let tries = 0; tries < 4 && start < to; tries++) {
    let end = start;
    while (end < to && !isComma(clause, end) && !isQuote(clause, end) && end < start + 40) end++;
    const source = isPlace(clause, start, end) ? null : firstPhrase(clause, start, end);
    if (source?.kind === 'phrase' && isComma(clause, end)) {
      return nameInApposition(clause, end + 1, to, source) ?? source;
    }
    if (source) return source;
    start = end + 1;
  }
  return null;
}

/** "Hudson, New Hampshire, on Monday, a guest": the state behind a town. */
function isPlace(clause: Clause, from: number, to: number): boolean {
  const { places, times } = clause.cues;
  if (!places || to - from > 5) return false;
  for (let index = from; index < to; index++) {
    const lower = at(clause, index)?.lower ?? '';
    if (lower !== '.' && !(at(clause, index)?.capital && (places.has(lower) || (index > from && times.has(lower)))))
      return false;
  }
  return to > from;
}

/** The noun phrase that a clause starts with; null where it starts with an adverbial. */
export function firstPhrase(clause: Clause, from: number, to: number): Source | null {
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
  if (isOpeningAdverb(clause, start)) return null;
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

function endsSubject(clause: Clause, index: number): boolean {
  const token = at(clause, index);
  if (!token || token.capital) return false;
  if (isBetween(clause, index) || isClauseWord(clause, index) || clause.cues.relative.has(token.lower)) return true;
  if (clause.cues.speech.has(token.lower) || clause.cues.describing.has(token.lower)) return true;
  const before = at(clause, index - 1);
  if (clause.cues.code === 'en' && isPastTense(clause, index)) return true;
  // "Gowdy referenced": after a bare name any lower-case word but a preposition is taken for its verb.
  const { code, capitalNouns, determiners, titles } = clause.cues;
  const romance =
    code !== 'en' &&
    !capitalNouns &&
    !determiners.has(before?.lower ?? '') &&
    !determiners.has(token.lower) &&
    !titles.has(token.lower);
  return (
    before?.capital === true &&
    !clause.cues.prepositions.has(token.lower) &&
    !clause.cues.particles.has(token.lower) &&
    !(clause.cues.capitalNouns && clause.cues.determiners.has(token.lower)) &&
    (romance ||
      (!isRomance(clause.cues) && /(?:ed|s|t|it|a|ent)$/.test(token.lower)) ||
      (clause.cues.code === 'en' && IRREGULAR.has(token.lower)))
  );
}
