import type { Token } from './tokens';
import type { LanguageCues, Span } from './types';

/** A sentence with what is needed to read it. */
export interface Clause {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly cues: LanguageCues;
}

/** The token at an index, undefined outside the sentence. */
export const at = (clause: Clause, index: number): Token | undefined => clause.tokens[index];
/** Whether a word is a verb of saying. */
export const isSpeech = (clause: Clause, index: number): boolean => {
  const token = at(clause, index);
  return token?.kind === 'word' && !token.capital && clause.cues.speech.has(token.lower);
};
/** Whether a word may stand between a subject and its verb. */
export const isBetween = (clause: Clause, index: number): boolean => {
  const lower = at(clause, index)?.lower ?? '';
  return (
    // "Will urged": a surname may look like an auxiliary.
    (clause.cues.between.has(lower) && (index === 0 || !at(clause, index)?.capital)) ||
    (clause.cues.code === 'en' && /\p{L}{2}ly$/u.test(lower) && !at(clause, index)?.capital)
  );
};
/** Whether a new clause starts at a word. */
export const isClauseWord = (clause: Clause, index: number): boolean =>
  clause.cues.clause.has(at(clause, index)?.lower ?? '');
/** Whether a token is a whole quotation. */
export const isQuote = (clause: Clause, index: number): boolean => at(clause, index)?.kind === 'quote';
/** Whether a mark sets off a part of the sentence. */
export const isComma = (clause: Clause, index: number): boolean => /^[,;–—-]$/.test(at(clause, index)?.text ?? '');

/** Where a token stands in the article, null outside the sentence. */
export const spanOf = (clause: Clause, index: number): Span | null => {
  const token = at(clause, index);
  return token ? { start: token.start, end: token.end } : null;
};

/** "…, saying": it speaks for the subject of its sentence, not for the nearest noun. */
export const isParticiple = (clause: Clause, index: number): boolean =>
  clause.cues.code === 'en' &&
  /ing$/.test(at(clause, index)?.lower ?? '') &&
  // "…," Ebeling said: with a capital inside the sentence it is a name.
  !(index > 0 && at(clause, index)?.capital);
