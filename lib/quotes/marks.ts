import { bare, type Family, type Scanned, scanParagraph } from './scan';
import type { MarkedSpan, Span } from './types';

const LETTER = /[\p{L}\p{N}]/u;
const SPACE = /[\s\u00a0\u202f\u2009]/;
const PARAGRAPHS_WITHOUT_MARKS = 6;

/**
 * Finds what stands between quotation marks, outermost only, with the nested ones as `inner`.
 * One pass over the text with a stack of bounded depth, so the time is linear whatever the text is.
 */
export function findMarkedSpans(text: string, paragraphs: readonly Span[]): MarkedSpan[] {
  const scans = paragraphs.map((span, index) => scanParagraph(text, span, index));
  const found: MarkedSpan[] = [];
  let continuing = false;
  for (let index = 0; index < scans.length; index++) {
    const scan = scans[index];
    if (!scan) continue;
    const spans = [...scan.closed];
    const orphan = scan.orphanClose;
    if (continuing && orphan) {
      const wanted = bare(scan.span.start, scan.span.start, orphan.at, orphan.at + orphan.length, index, true);
      spans.unshift(wanted);
    } else if (continuing && scan.firstMark === null) {
      spans.push(bare(scan.span.start, scan.span.start, scan.span.end, scan.span.end, index, true));
    }
    const first = spans[0];
    if (continuing && first && first.outerStart === scan.span.start) spans[0] = { ...first, continues: true };
    const carried = continuing && spans.length === 0;
    const stillOpen: boolean = continuing && scan.firstMark === null && reachesClose(scans, index, orphanAhead);
    continuing = stillOpen;
    if (scan.unclosed) {
      const rest = unclosedSpan(text, scan, index, carried);
      const goesOn = reopens(scans[index + 1], scan.unclosed.family) || reachesClose(scans, index, orphanAhead);
      if (rest && (goesOn || plausible(text, rest, scan))) spans.push(rest);
      continuing = goesOn;
    }
    for (const span of spans) {
      const trimmed = trim(text, span);
      if (trimmed) found.push(trimmed);
    }
  }
  return withoutHeadlines(text, paragraphs, found);
}

const HEADLINE_WORDS = 24;

/**
 * Leaves out what single marks set off in a headline ("Mayor 'very sorry' for delay") of an article that quotes in
 * double marks: the headline shortens what the text quotes in full.
 */
function withoutHeadlines(text: string, paragraphs: readonly Span[], found: readonly MarkedSpan[]): MarkedSpan[] {
  const isSingle = (span: MarkedSpan) => /['‘]/.test(text.charAt(span.outerStart)) && span.outerStart < span.start;
  const mixed = found.some((span) => !isSingle(span));
  if (!mixed) return [...found];
  const doubled = new Set(found.filter((span) => !isSingle(span)).map((span) => span.paragraph));
  return found.filter((span) => {
    const paragraph = paragraphs[span.paragraph];
    if (!isSingle(span) || !paragraph || doubled.has(span.paragraph)) return true;
    // "'No,' he said." is speech wherever it stands.
    if (text.charAt(span.end - 1) === ',') return true;
    const length = paragraph.end - paragraph.start;
    return (
      length > HEADLINE_WORDS * 12 || text.slice(paragraph.start, paragraph.end).split(/\s+/).length > HEADLINE_WORDS
    );
  });
}

/** Whether a closing mark comes within the next paragraphs before any other mark does. */
function reachesClose(scans: readonly Scanned[], index: number, test: (scan: Scanned) => boolean): boolean {
  for (let ahead = index + 1; ahead <= index + PARAGRAPHS_WITHOUT_MARKS; ahead++) {
    const scan = scans[ahead];
    if (!scan) return false;
    if (test(scan)) return true;
    if (scan.firstMark !== null) return false;
  }
  return false;
}

const orphanAhead = (scan: Scanned): boolean => scan.orphanClose !== null;

function reopens(next: Scanned | undefined, family: Family): boolean {
  return next?.firstMark === family && (next.closed[0]?.outerStart ?? next.unclosed?.at) === next.span.start;
}

function unclosedSpan(text: string, scan: Scanned, paragraph: number, continues: boolean): MarkedSpan | null {
  const open = scan.unclosed;
  if (!open || scan.span.end <= open.from) return null;
  const end = text[scan.span.end - 1] === "'" ? scan.span.end - 1 : scan.span.end;
  return { ...bare(open.at, open.from, end, scan.span.end, paragraph, continues), inner: open.inner };
}

/** A forgotten closing mark: believed where the quotation starts the paragraph, like a sentence, or as one. */
function plausible(text: string, span: MarkedSpan, scan: Scanned): boolean {
  if (span.outerStart === scan.span.start) return scan.closed.length === 0;
  const before = text.slice(Math.max(scan.span.start, span.outerStart - 2), span.outerStart);
  if (!/^\p{Lu}/u.test(text.slice(span.start, span.start + 2))) return false;
  return /[,:]/.test(before) || (/[.!?]\s/.test(before) && /[.!?…]\s*$/.test(text.slice(span.end - 2, span.end)));
}

function trim(text: string, span: MarkedSpan): MarkedSpan | null {
  let { start, end } = span;
  while (start < end && SPACE.test(text.charAt(start))) start++;
  while (end > start && SPACE.test(text.charAt(end - 1))) end--;
  if (end <= start || !LETTER.test(text.slice(start, end))) return null;
  return { ...span, start, end };
}
