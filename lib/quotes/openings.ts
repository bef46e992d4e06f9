import { at, type Clause, isClauseWord } from './clause';
import { ASKED } from './phrases';
import { isRomance } from './types';

/** "Interrogada por la juez, …", "Contactée, …" */
const PARTICIPLE = /(?:[aiu][dt][oaei]s?|[^aeiou][ts][oaei]|ée?s?|[iu]e?s?)$/;

/** "Reached by phone, …", "Recalling that moment, …": the subject comes after the comma. */
export function opensWithParticiple(clause: Clause, index: number): boolean {
  const next = at(clause, index + 1);
  const lower = at(clause, index)?.lower ?? '';
  if (isRomance(clause.cues))
    return (
      !clause.cues.givenNames.has(lower) &&
      ((ASKED.test(lower) && next?.text === ',') ||
        (PARTICIPLE.test(lower) && clause.cues.prepositions.has(next?.lower ?? '')))
    );
  return (
    clause.cues.code === 'en' &&
    /\p{L}{3}(?:ing|ed)$/u.test(at(clause, index)?.lower ?? '') &&
    next?.kind === 'word' &&
    !next.capital
  );
}

/** "Shortly after …": an adverb with the capital of its sentence. */
export function isOpeningAdverb(clause: Clause, index: number): boolean {
  const next = at(clause, index + 1);
  return (
    clause.cues.code === 'en' &&
    index === 0 &&
    /\p{L}{3}ly$/u.test(at(clause, index)?.lower ?? '') &&
    next?.kind === 'word' &&
    (clause.cues.prepositions.has(next.lower) || isClauseWord(clause, index + 1))
  );
}

/** Past tenses without an ending that would tell them. */
export const IRREGULAR: ReadonlySet<string> = new Set(
  `took gave made told came got ran saw knew began won spoke drew drove flew grew threw wore wrote broke chose rose swore
  shook led met held found fell stood struck withdrew`.split(/\s+/),
);

/** "The campaign shrugged off": behind a noun; not "the retired engineer". */
export function isPastTense(clause: Clause, index: number): boolean {
  const lower = at(clause, index)?.lower ?? '';
  if (!/\p{L}{3}ed$/u.test(lower) && !IRREGULAR.has(lower)) return false;
  const before = at(clause, index - 1);
  const { determiners, prepositions } = clause.cues;
  return (
    before?.kind === 'word' &&
    !determiners.has(before.lower) &&
    !prepositions.has(before.lower) &&
    !isClauseWord(clause, index - 1) &&
    !/(?:ly|^\p{N}+|['’]s)$/u.test(before.lower)
  );
}
