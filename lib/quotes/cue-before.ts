import { maySpeak, subjectBehind } from './behind-verb';
import {
  at,
  type Clause,
  isBetween,
  isComma,
  isNounUse,
  isParticiple,
  isQuote,
  isSpeech,
  lightStart,
  spanOf,
} from './clause';
import { type Attribution, accordingAt, postposition } from './cue';
import { INVERTED, inversionPronoun } from './inversion';
import { breaksPhrase, capitalRuns, nameOf } from './names';
import { isPersonNoun } from './person-nouns';
import { readPhrase, type Source } from './phrases';
import { ownerBefore } from './possessors';
import { leadingSubject, phraseAfter, subjectBefore } from './subjects';
import { houseBefore, taggedBefore } from './tags';
import { isRomance } from './types';

/** Tokens before a quotation that are read for its cue; keeps endless sentences linear. */
const LOOK_BACK = 150;

/** The cue that leads to a quotation: "X said: …", "X told Y that …", "According to X, …", "X: …". */
export function attributionBefore(clause: Clause, quote: number, start: number): Attribution | null {
  const from = Math.max(start, quote - LOOK_BACK);
  const colon = at(clause, quote - 1)?.text === ':';
  const dashed = colon ? labelBefore(clause, from, quote - 1, true) : null;
  if (dashed) return { source: dashed, cue: null, reason: 'label' };
  let aside: Attribution | null = null;
  let dropped: Attribution | null = null;
  for (let index = quote - 1; index >= from; index--) {
    if ((isSpeech(clause, index) || saysFirst(clause, index)) && !isNounUse(clause, index)) {
      if (isPassive(clause, index)) {
        const source = agentAfter(clause, index, quote);
        if (source) return { source, cue: spanOf(clause, index), reason: 'cue-before' };
        continue;
      }
      if (closedBefore(clause, from, index, quote)) continue;
      dropped ??= isRomance(clause.cues) ? droppedSubject(clause, index) : null;
      if (dropped?.reason === 'cue-before' && isInserted(clause, index)) return dropped;
      const subject =
        (/^(?:como|comme|come)$/.test(at(clause, lightStart(clause, index) - 1)?.lower ?? '')
          ? subjectAfterInversion(clause, index, quote)
          : null) ??
        setOffSubject(clause, index, quote) ??
        houseBefore(clause, from, index) ??
        subjectBefore(clause, from, index) ??
        subjectAfterInversion(clause, index, quote);
      const outer = subject?.kind === 'pronoun' ? sameAsOuter(clause, from, index, subject) : null;
      const source = subject && (verbSecond(clause, index, quote, subject) ?? outer ?? subject);
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
  const owner = ownerBefore(clause, from, quote) ?? taggedBefore(clause, from, quote);
  if (owner) return owner;
  const post = postposition(clause, from, quote);
  if (post) return post;
  if (colon) {
    const source = labelBefore(clause, from, quote - 1);
    if (source) return { source, cue: null, reason: 'label' };
  }
  return describedBefore(clause, from, quote) ?? aside ?? (clause.cues.dropsSubject ? dropped : null);
}

/** "Añadió que «…»": the verb alone, whose subject is whoever spoke before. */
function droppedSubject(clause: Clause, verb: number): Attribution | null {
  const cue = spanOf(clause, verb);
  const source = cue && {
    kind: 'pronoun' as const,
    words: '',
    role: null,
    gender: null,
    last: true,
    dropped: true,
    ...cue,
  };
  return source && { source, cue, reason: 'cue-before' };
}

/** "Hoje, diz, “…”", "costerà, calcola, «…»": a verb of saying alone between commas. */
const isInserted = (clause: Clause, verb: number): boolean =>
  clause.cues.dropsSubject === true && isComma(clause, verb - 1) && isComma(clause, verb + 1);

/** The subject of the sentence that a quotation stands in, where no verb of saying does. */
export function subjectOfSentence(clause: Clause, from: number, to: number): Attribution | null {
  const source = leadingSubject(clause, from, to);
  // "Ein Sprecher des Konzerns wies die Kritik zurück: „…“": a colon announces speech.
  if (
    source?.kind === 'phrase' &&
    clause.cues.code !== 'en' &&
    at(clause, to - 1)?.text === ':' &&
    isOffice(source, clause)
  )
    return { source, cue: null, reason: 'subject' };
  if (source === null && clause.cues.code !== 'en' && at(clause, to - 1)?.text === ':') {
    const only = onlyName(clause, from, to - 1);
    if (only) return { source: only, cue: null, reason: 'subject' };
  }
  // Without a verb of saying a thing may be the subject as well as a person: only a name will do.
  if (!source || source.kind === 'phrase' || isTalkedAbout(clause, source, from, to)) return null;
  return { source, cue: null, reason: 'subject' };
}

/** "Al telefono Ugo Vandelli è tranquillo: «…»": the one whole name of a sentence that ends with a colon. */
export function onlyName(clause: Clause, from: number, to: number): Source | null {
  const runs = capitalRuns(clause.tokens, Math.max(from, to - LOOK_BACK), to, clause.cues)
    .map((run) => nameOf(clause.tokens, run, clause.cues))
    .filter((name) => name.to - name.from >= 2);
  const [only, other] = runs;
  if (!only || other) return null;
  const before = at(clause, only.from - 1)?.lower ?? '';
  if (clause.cues.prepositions.has(before)) return null;
  const source = readPhrase(clause.text, clause.tokens, only.from, only.to, clause.cues);
  return source?.kind === 'name' ? source : null;
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

/** "Ähnlich äußert sich Fatma Sissoko: „…“": a word that fills the first place is not the subject. */
function verbSecond(clause: Clause, verb: number, quote: number, subject: Source): Source | null {
  const opens = subject.kind === 'name' && !subject.words.includes(' ') && at(clause, 0)?.start === subject.start;
  if (!clause.cues.capitalNouns || !opens || verb !== 1) return null;
  const after = subjectAfterInversion(clause, at(clause, 2)?.lower === 'sich' ? 2 : 1, quote);
  return after?.kind === 'name' && after.words.includes(' ') ? after : null;
}

function subjectAfterInversion(clause: Clause, verb: number, quote: number): Source | null {
  if (!clause.cues.inversion || clause.cues.code === 'en') return null;
  if (!isRomance(clause.cues)) return phraseAfter(clause, verb + 1, quote);
  const source = subjectBehind(clause, verb + 1, quote);
  return source && maySpeak(source, clause) ? source : null;
}

/** "told Reed", "asked Reed": what follows these is spoken to. */
const hasObject = (clause: Clause, verb: number): boolean =>
  /^(?:t[eo]l(?:l|d|ls)|ask(?:s|ed)?|urge[sd]?|warn(?:s|ed)?|advise[sd]?|inform(?:s|ed)?|assure[sd]?|email(?:s|ed)?)$/.test(
    at(clause, verb)?.lower ?? '',
  );

/** "Le texte, a jugé Bruno Sand, est « … »": verb and subject between two commas. */
function insertedSubject(clause: Clause, verb: number, quote: number): Source | null {
  let start = lightStart(clause, verb);
  while (start > 0 && isBetween(clause, start - 1)) start--;
  if (start === 0 || !isComma(clause, start - 1)) return null;
  let end = verb + 1;
  while (end < quote && !isComma(clause, end)) end++;
  if (end >= quote || end > verb + 12) return null;
  const source = subjectBehind(clause, verb + 1, end);
  return source && maySpeak(source, clause) && source.end === at(clause, end - 1)?.end ? source : null;
}

/** "The road, says Ann Reed, is “…”": English inverts where commas set the cue off, or at the very start. */
function setOffSubject(clause: Clause, verb: number, quote: number): Source | null {
  if (isRomance(clause.cues)) return insertedSubject(clause, verb, quote);
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

/** "Hale:", "Bridge stays closed - Hale:" */
function labelBefore(clause: Clause, from: number, to: number, dashed = false): Source | null {
  let start = to;
  while (start > from && !breaksPhrase(clause.tokens, start - 1) && to - start < 14) start--;
  if (dashed && !(/^[–—-]$/.test(at(clause, start - 1)?.text ?? '') && to - start <= 3)) return null;
  const whole = clause.cues.code === 'en' ? null : describedName(clause, from, start);
  const source = whole ?? readPhrase(clause.text, clause.tokens, start, to, clause.cues);
  return source?.kind === 'name' ? source : null;
}

/** "Bertrand Quéré, ingénieur au bureau Hydralis :": the full name that stands before the comma. */
function describedName(clause: Clause, from: number, start: number): Source | null {
  if (!isComma(clause, start - 1) || at(clause, start)?.capital) return null;
  let first = start - 1;
  while (first > from && !breaksPhrase(clause.tokens, first - 1) && at(clause, first - 1)?.capital) first--;
  if (start - 1 - first < 2) return null;
  const source = readPhrase(clause.text, clause.tokens, first, start - 1, clause.cues);
  return source?.kind === 'name' ? source : null;
}

const isOffice = (source: Source, clause: Clause): boolean =>
  source.words
    .split(/[\s'’]+/)
    .slice(0, 3)
    .some((word) => isPersonNoun(word.toLowerCase(), clause.cues));
