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
  if (token?.kind !== 'word' || token.capital) return false;
  return (
    clause.cues.speech.has(
      clause.cues.code === 'pt' ? token.lower.replace(/-(?:se|lhes?|me|nos)$/, '') : token.lower,
    ) ||
    (clause.cues.bareSpeech?.has(token.lower) === true && isVerb(clause, index))
  );
};

/** "critics argue", "could only quip": what stands before a bare form makes a verb of it. */
function isVerb(clause: Clause, index: number): boolean {
  let before = index - 1;
  while (
    before > 0 &&
    /^(?:only|also|still|even|just|never|not|now|always|often|then|\p{L}+ly)$/u.test(at(clause, before)?.lower ?? '')
  )
    before--;
  const token = at(clause, before);
  if (token?.kind !== 'word') return false;
  return /^(?:to|they|people|police|media|would|could|may|might|must|should|can|will|do|does|did|\p{L}{3,}[^s'’]s)$/u.test(
    token.lower,
  );
}

/** "the said", "in claims": a determiner or a preposition in front makes it no verb. */
export function isNounUse(clause: Clause, index: number): boolean {
  const before = at(clause, index - 1)?.lower ?? '';
  if (clause.cues.code !== 'en')
    return clause.cues.determiners.has(before) && !clause.cues.between.has(before) && clause.cues.code !== 'fr';
  return (
    clause.cues.determiners.has(before) ||
    /['’]s?$/.test(before) ||
    (before === 'to' && !clause.cues.bareSpeech?.has(at(clause, index)?.lower ?? '')) ||
    /^(?:of|for|his|her|their)$/.test(before)
  );
}

/** Whether a word may stand between a subject and its verb. */
export const isBetween = (clause: Clause, index: number): boolean => {
  const lower = at(clause, index)?.lower ?? '';
  return (
    // "Will urged": a surname may look like an auxiliary.
    (clause.cues.between.has(lower) &&
      (!at(clause, index)?.capital || (index === 0 && !clause.cues.surnames?.has(lower)))) ||
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

/** The first token that starts at an offset or behind it; by halves, as a sentence may be very long. */
export function indexFrom(clause: Clause, offset: number): number {
  let [low, high] = [0, clause.tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at(clause, middle)?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

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
