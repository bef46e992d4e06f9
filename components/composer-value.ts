import type { Annotation } from '../lib/model/annotation';
import type { Claim } from '../lib/model/claim';
import type { Draft, QuickClaim, QuoteWords } from '../lib/model/draft';
import { wordsOfQuote } from '../lib/model/quote-merge';
import type { Colour } from '../lib/model/vocabulary';

/** What somebody has typed about a quote, finished or not: the same as a draft holds. */
export interface ComposerValue {
  readonly words: Draft['words'];
  readonly claim: QuickClaim | null;
}

/** A tag in use, with the number of its quotes, for completion. */
export interface TagUse {
  readonly tag: string;
  readonly uses: number;
}

/** A composer in which nothing was typed. */
export const emptyComposer = (colour: Colour = 'yellow'): ComposerValue => ({
  words: { note: '', tags: [], colour, speaker: null, tagInput: '' },
  claim: null,
});

/** An empty quick claim. */
export const emptyClaim = (scaleId = 'neutral'): QuickClaim => ({
  claimant: '',
  claimantKind: 'Person',
  type: null,
  scaleId,
  verdict: '',
});

/** A saved quote, opened for editing. */
export const composerOf = (annotation: Annotation, claim: Claim | null): ComposerValue =>
  typedOn(wordsOfQuote(annotation, claim));

/** The form of what a quote says, with nothing typed yet. */
export const typedOn = ({ words, claim }: QuoteWords): ComposerValue => ({ words: { ...words, tagInput: '' }, claim });

/** What a form says, to be saved. */
export const quoteWordsOf = (value: ComposerValue): QuoteWords => ({
  words: finishedWords(value),
  claim: value.claim,
});

/** Whether anything was typed that would be a loss. A colour alone is a click, not words. */
export function hasWords({ words, claim }: ComposerValue): boolean {
  return words.note !== '' || words.tags.length > 0 || words.tagInput.trim() !== '' || claim !== null;
}

/** What is saved: a tag that was typed but not closed counts, since pressing Save means all of it. */
export function finishedWords({ words }: ComposerValue) {
  const { tagInput, ...rest } = words;
  return { ...rest, tags: withTag(rest.tags, tagInput) };
}

/** Accents, case and width put aside, for comparing what people type. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase().replace(/\s+/g, ' ').trim();

/** The tags with one more, unless it is empty or, put aside accents and case, already there. */
export function withTag(tags: readonly string[], typed: string): string[] {
  const tag = typed.replace(/\s+/g, ' ').trim().slice(0, 100);
  if (tag === '' || tags.length >= 100 || tags.some((one) => fold(one) === fold(tag))) return [...tags];
  return [...tags, tag];
}
