import type { ClaimType } from '../model/vocabulary';
import type { SentenceSpan } from '../text/sentences';
import { englishClaims } from './cues/en';
import { frenchClaims } from './cues/fr';
import type { ClaimCue, ClaimReason } from './cues/types';

/** A sentence that may be worth checking. An offer to a person; it says nothing about whether it is true. */
export interface ClaimSuggestion extends SentenceSpan {
  /** Position among the sentences given. */
  readonly index: number;
  readonly type: ClaimType;
  /** How much speaks for checking it, 0 to 1; a rank, not a probability of being false. */
  readonly worthiness: number;
  /** The signs found, the strongest first. */
  readonly reasons: readonly ClaimReason[];
}

/** Sentences below this worthiness are not offered to the reader. */
export const WORTH_OFFERING = 0.5;

const CUES: Readonly<Record<string, readonly ClaimCue[]>> = { en: englishClaims, fr: frenchClaims };
const BASE = -2.6;
const QUANTITIES: readonly ClaimReason[] = ['percentage', 'money', 'figure', 'change', 'comparison'];
const FEW_WORDS = 6;
const ENOUGH_WORDS = 14;

/** Figures alone carry over to any language. */
const ANY_LANGUAGE: readonly ClaimCue[] = [
  { reason: 'percentage', weight: 1.2, pattern: /\d\s?%/u },
  { reason: 'money', weight: 0.9, pattern: /[$€£]\s?\d|\d\s?[$€£]/u },
  { reason: 'figure', weight: 1.4, pattern: /\d/u },
  { reason: 'question', weight: -1.6, pattern: /\?$/u },
];

/**
 * Rates every sentence and returns one suggestion for each, in the order given; offer those from
 * `WORTH_OFFERING` up. `language` is a BCP 47 tag; a language without cues is rated by its figures alone.
 * Never throws.
 */
export function rateSentences(sentences: readonly SentenceSpan[], language: string | null): ClaimSuggestion[] {
  const cues = CUES[language?.toLowerCase().split(/[-_]/)[0] ?? ''] ?? ANY_LANGUAGE;
  return sentences.map((sentence, index) => rate(sentence, index, cues));
}

/** The sentences worth offering, in the order given. Never throws; linear in the text's length. */
export function suggestClaims(sentences: readonly SentenceSpan[], language: string | null): ClaimSuggestion[] {
  return rateSentences(sentences, language).filter((suggestion) => suggestion.worthiness >= WORTH_OFFERING);
}

function rate(sentence: SentenceSpan, index: number, cues: readonly ClaimCue[]): ClaimSuggestion {
  // A cue that is not in the first few thousand characters of a "sentence" is not about a sentence any more.
  const text = sentence.text.slice(0, 2000).replaceAll('’', "'");
  const found = cues.filter((cue) => cue.pattern.test(text));
  const words = text.split(/\s+/).length;
  let score = BASE + found.reduce((sum, cue) => sum + cue.weight, 0);
  if (words < FEW_WORDS) score -= 1.5;
  else if (words >= ENOUGH_WORDS) score += 0.5;
  const reasons = [...found].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).map((cue) => cue.reason);
  if (words < FEW_WORDS) reasons.push('short');
  return {
    start: sentence.start,
    end: sentence.end,
    text: sentence.text,
    index,
    type: typeOf(new Set(reasons), score),
    worthiness: Math.round((1000 * 1) / (1 + Math.exp(-score))) / 1000,
    reasons,
  };
}

/** The first that fits, from the most to the least specific. */
function typeOf(reasons: ReadonlySet<ClaimReason>, score: number): ClaimType {
  if (reasons.has('question') || reasons.has('address') || score < BASE + 0.2) return 'not a claim';
  if (reasons.has('personal')) return 'personal experience';
  if (reasons.has('cause')) return 'correlation or causation';
  if (reasons.has('prediction') && !reasons.has('past-action')) return 'prediction';
  if (QUANTITIES.some((reason) => reasons.has(reason))) {
    return 'quantity in the past or present';
  }
  if (reasons.has('law')) return 'current laws or rules of operation';
  return 'other type of claim';
}
