import { attributionBefore } from './cue-before';
import { readSentences } from './tokens';
import type { LanguageCues, MarkedSpan, Span } from './types';

/** A quotation's marks after excerpts were told from speech. */
export interface Separated {
  /** What the article itself quotes, and what its excerpts quote, in reading order. */
  readonly quoted: readonly MarkedSpan[];
  /** Whole paragraphs taken over from elsewhere. */
  readonly excerpts: readonly MarkedSpan[];
}

/** "RAMOS: …" */
const TURN = /^\p{Lu}[\p{Lu}.'’ -]{1,30}:\s/u;
const INTRODUCTION = 1000;

/**
 * Tells passages taken over from elsewhere (a transcript, another paper's report) from what somebody says over several
 * paragraphs. Both open every paragraph with a mark that only the last one closes. An excerpt has an introduction that
 * ends with a colon and names nobody who says it, or turns of its own ("RAMOS: …"): its words are those of several
 * people, and it holds quotations of its own, which are read as the article's. Linear in the number of spans.
 */
export function separateExcerpts(
  text: string,
  paragraphs: readonly Span[],
  marked: readonly MarkedSpan[],
  cues: LanguageCues,
): Separated {
  const excerpts: MarkedSpan[] = [];
  const quoted: MarkedSpan[] = [];
  for (let at = 0; at < marked.length; at++) {
    const span = marked[at];
    if (!span) continue;
    if (!opensRun(text, paragraphs, marked, at) || !isExcerpt(text, paragraphs, span, cues)) {
      quoted.push(span);
      continue;
    }
    let end = at + 1;
    while (marked[end]?.continues) end++;
    for (const part of marked.slice(at, end)) {
      excerpts.push(part);
      quoted.push(...insideOf(part));
    }
    at = end - 1;
  }
  return { quoted, excerpts };
}

/** Whether a span is a whole paragraph that its mark leaves open, and the next one goes on with it. */
function opensRun(text: string, paragraphs: readonly Span[], marked: readonly MarkedSpan[], at: number): boolean {
  const span = marked[at];
  const own = span && paragraphs[span.paragraph];
  if (!own || span.continues || span.outerStart !== own.start || span.outerEnd !== own.end) return false;
  return text.slice(span.end, own.end).trim() === '' && marked[at + 1]?.continues === true;
}

function isExcerpt(text: string, paragraphs: readonly Span[], span: MarkedSpan, cues: LanguageCues): boolean {
  if (TURN.test(text.slice(span.start, span.start + 40))) return true;
  const before = paragraphs[span.paragraph - 1];
  if (!before || text.charAt(before.end - 1) !== ':') return false;
  const start = Math.max(before.start, before.end - INTRODUCTION);
  const last = readSentences(text, { start, end: before.end }, span.paragraph - 1, [], 0).at(-1);
  if (!last || last.tokens.some(({ lower }) => /^trans[ck]ri(?:pt|zione|[cç]|pci)/.test(lower))) return true;
  const said = attributionBefore({ text, tokens: last.tokens, cues }, last.tokens.length, 0);
  const verb = said?.cue ? text.slice(said.cue.start, said.cue.end).toLowerCase() : '';
  return said === null || cues.reporting.has(verb);
}

const insideOf = (part: MarkedSpan): MarkedSpan[] =>
  part.inner.map(({ start, end }) => ({
    outerStart: start - 1,
    start,
    end,
    outerEnd: Math.min(end + 1, part.end),
    paragraph: part.paragraph,
    continues: false,
    inner: [],
  }));
