import type { SpeakerFinding } from './speakers';
import { isRomance, type LanguageCues, type MarkedSpan, type QuotationKind } from './types';

const SMALL = 3;

/**
 * Says whether marks hold spoken words, the name of a work, or a word at arm's length.
 * A title starts its content words with capitals or follows a noun for works; a scare quote is a word or two
 * inside somebody else's sentence.
 */
export function kindOf(text: string, span: MarkedSpan, finding: SpeakerFinding, cues: LanguageCues): QuotationKind {
  if (span.turn) return 'direct';
  const words = text.slice(span.start, span.end).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu) ?? [];
  const last = text.charAt(span.end - 1);
  const sentence = /[.!?…]/.test(last) && /^\p{Lu}/u.test(words[0] ?? '');
  const alone = isAlone(text, span) && /^\p{Lu}/u.test(words[0] ?? '');
  const announced = /[:]\s*$/.test(text.slice(Math.max(0, span.outerStart - 3), span.outerStart));
  const spoken = finding.reason === 'cue-after' || announced;
  const cued = spoken || (finding.cue !== null && finding.reason !== 'subject');
  if (isTitle(text, span, words, cues) && !(cued && (words.length > 3 || (isRomance(cues) && announced))))
    return 'title';
  if (spoken || ((sentence || alone) && words.length > 1)) return 'direct';
  const content = words.filter((word) => !cues.determiners.has(word.toLowerCase()) && !/^[ld]['’]?$/i.test(word));
  if (content.length <= 1) return 'scare';
  const described = cues.code !== 'en' && finding.cue !== null && finding.speaker !== null;
  if (words.length < SMALL && !described && finding.reason !== 'cue-before' && finding.reason !== 'according-to')
    return 'scare';
  return finding.speaker === null && finding.reason === 'none' && words.length <= SMALL ? 'scare' : 'direct';
}

/** "That’s how it is": a pronoun with its verb begins a sentence, whatever capitals follow. */
const SENTENCE_OPENER = /^(?:i|he|she|it|that|there|we|you|they|what|who)['’](?:s|m|re|ll|d|ve)$/i;

function isTitle(text: string, span: MarkedSpan, words: readonly string[], cues: LanguageCues): boolean {
  if (words.length === 0 || words.length > 14) return false;
  // The noun stands next to the mark: "her novel “…”", not "… in her novel. “…”".
  const before = text.slice(Math.max(0, span.outerStart - 40), span.outerStart).match(/([\p{L}\p{M}]+)[,:]?\s*$/u);
  const noun = before?.[1]?.toLowerCase() ?? '';
  const capital = (word: string) => /^[\p{Lu}\p{N}]/u.test(word);
  if (cues.works.has(noun) && capital(words[0] ?? '') && words.length <= 10 && noun !== 'on') return true;
  if (cues.capitalNouns || words.length < 2 || SENTENCE_OPENER.test(words[0] ?? '')) return false;
  const content = words.filter((word) => !isSmall(word, cues));
  const inside = text.slice(span.start, span.end);
  return (
    content.length >= 2 &&
    content.every(capital) &&
    capital(words[0] ?? '') &&
    !/\p{Ll}{2}\.\s/u.test(inside) &&
    !/[.!?]$/.test(inside.slice(0, -1))
  );
}

/** The words that titles write small: articles, prepositions, conjunctions. */
function isSmall(word: string, cues: LanguageCues): boolean {
  const lower = word.toLowerCase().replace(/['’]$/, '');
  return (
    !/^[\p{Lu}\p{N}]/u.test(word) &&
    (cues.determiners.has(lower) || cues.prepositions.has(lower) || cues.clause.has(lower) || cues.particles.has(lower))
  );
}

/** Whether a quotation is a sentence of its own: nothing before it, and a full stop behind its mark. */
function isAlone(text: string, span: MarkedSpan): boolean {
  return (
    /(?:^|\n|[.!?…]\s)$/u.test(text.slice(Math.max(0, span.outerStart - 2), span.outerStart)) &&
    /[.!?,]/.test(text.charAt(span.outerEnd))
  );
}
