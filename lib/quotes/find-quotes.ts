import { withDialogue } from './dialogue';
import { separateExcerpts } from './excerpts';
import { kindOf } from './kinds';
import { cuesFor, guessLanguage } from './language';
import { findMarkedSpans } from './marks';
import { People } from './people';
import { attribute, type SpeakerFinding } from './speakers';
import { readSentences, type Sentence, splitParagraphs } from './tokens';
import type { MarkedSpan, Quotation, Span } from './types';

const UNATTRIBUTED: SpeakerFinding = {
  speaker: null,
  named: false,
  role: null,
  nameReason: 'none',
  cue: null,
  reason: 'none',
};

/**
 * Finds the quotations of an article with their speakers, in reading order.
 *
 * Takes the article's text (paragraphs separated by blank lines) or its paragraphs; offsets are UTF-16 units into
 * the text, or into the paragraphs joined by "\n\n". `language` is a BCP 47 tag, or null to guess from the text.
 * In a language without a file, quotations are found by their marks alone and have no speakers. Never throws; the
 * time is linear in the text's length. Call it again with the whole text when the article grows: what was found
 * before the addition stays the same, save in the last paragraph.
 */
export function findQuotations(article: string | readonly string[], language: string | null): Quotation[] {
  const text = typeof article === 'string' ? article : article.join('\n\n');
  const paragraphs = typeof article === 'string' ? splitParagraphs(text) : spansOf(article);
  const known = cuesFor(language ?? guessLanguage(text));
  const surnames = new Set<string>();
  const cues = known && { ...known, surnames };
  const marked = findMarkedSpans(text, paragraphs);
  if (!cues) return marked.map((span) => quotation(text, span, UNATTRIBUTED, 'direct'));
  const spoken = withDialogue(text, paragraphs, marked, cues);
  const { quoted, excerpts } = separateExcerpts(text, paragraphs, spoken, cues);
  const people = new People(cues, surnames);
  const findings = attribute(text, sentencesOf(text, paragraphs, quoted), quoted, people, cues);
  const found = quoted.map((span, index) => {
    const finding = findings.get(index) ?? UNATTRIBUTED;
    return quotation(text, span, finding, kindOf(text, span, finding, cues));
  });
  if (excerpts.length === 0) return found;
  const whole = excerpts.map((span) => quotation(text, { ...span, inner: [] }, UNATTRIBUTED, 'excerpt'));
  return [...found, ...whole].sort((a, b) => a.start - b.start);
}

function quotation(text: string, span: MarkedSpan, finding: SpeakerFinding, kind: Quotation['kind']): Quotation {
  return {
    start: span.start,
    end: span.end,
    text: text.slice(span.start, span.end),
    paragraph: span.paragraph,
    continues: span.continues,
    kind,
    inner: span.inner,
    speaker: finding.speaker,
    named: finding.named,
    role: finding.role,
    cue: finding.cue,
    reason: finding.reason,
    nameReason: finding.nameReason,
  };
}

function spansOf(paragraphs: readonly string[]): Span[] {
  let start = 0;
  return paragraphs.map((paragraph) => {
    const span = { start, end: start + paragraph.length };
    start = span.end + 2;
    return span;
  });
}

function* sentencesOf(text: string, paragraphs: readonly Span[], marked: readonly MarkedSpan[]): Generator<Sentence> {
  let first = 0;
  for (const [index, span] of paragraphs.entries()) {
    let next = first;
    while (marked[next]?.paragraph === index) next++;
    yield* readSentences(text, span, index, marked.slice(first, next), first);
    first = next;
  }
}
