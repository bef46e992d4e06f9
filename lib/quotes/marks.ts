import type { Span } from './types';

/** A quotation by its marks alone. */
export interface MarkedSpan extends Span {
  /** The opening mark's position; `start` is where the words begin. */
  readonly outerStart: number;
  /** Just past the closing mark, or the paragraph's end where there is none. */
  readonly outerEnd: number;
  readonly paragraph: number;
  readonly continues: boolean;
  readonly inner: readonly Span[];
}

type Family = 'double' | 'straight' | 'single' | 'guillemet' | 'angle' | 'corner' | 'white-corner';
type Side = 'open' | 'close' | 'either';

interface Mark {
  readonly family: Family;
  readonly side: Side;
  readonly length: number;
}

interface Open {
  readonly family: Family;
  readonly at: number;
  readonly from: number;
  readonly inner: Span[];
  /** Where a doubtful apostrophe might have closed it ("workers’ rights"). */
  weakEnd: number;
}

/** What one paragraph's marks came to, before its neighbours are looked at. */
interface Scanned {
  readonly closed: MarkedSpan[];
  readonly unclosed: Open | null;
  /** A closing mark that nothing in its paragraph opened, before any other mark. */
  readonly orphanClose: { at: number; length: number } | null;
  readonly firstMark: Family | null;
  readonly span: Span;
}

const MARKS = /['"«»‹›“”„‟‘’‚‛`「」『』]/g;
const LETTER = /[\p{L}\p{N}]/u;
const SPACE = /[\s\u00a0\u202f\u2009]/;
const CLOSERS_AFTER = /[\s\u00a0\u202f.,;:!?…)\]}\-–—/”"»›’']/;
const ELIDED = /^['’](?:\d|(?:em|til|tis|twas|cause|bout|n|neath|round)\b)/i;
const MAX_DEPTH = 8;
const PARAGRAPHS_WITHOUT_MARKS = 6;

const FIXED: Readonly<Record<string, readonly [Family, Side]>> = {
  '„': ['double', 'open'],
  '‟': ['double', 'open'],
  '‚': ['single', 'open'],
  '‛': ['single', 'open'],
  '「': ['corner', 'open'],
  '」': ['corner', 'close'],
  '『': ['white-corner', 'open'],
  '』': ['white-corner', 'close'],
};

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

function bare(outerStart: number, start: number, end: number, outerEnd: number, paragraph: number, continues: boolean) {
  return { outerStart, start, end, outerEnd, paragraph, continues, inner: [] };
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

/** A forgotten closing mark: believed where the quotation starts the paragraph or like a sentence. */
function plausible(text: string, span: MarkedSpan, scan: Scanned): boolean {
  if (span.outerStart === scan.span.start) return scan.closed.length === 0;
  const before = text.slice(Math.max(scan.span.start, span.outerStart - 2), span.outerStart);
  return /[,:]/.test(before) && /^\p{Lu}/u.test(text.slice(span.start, span.start + 2));
}

function trim(text: string, span: MarkedSpan): MarkedSpan | null {
  let { start, end } = span;
  while (start < end && SPACE.test(text.charAt(start))) start++;
  while (end > start && SPACE.test(text.charAt(end - 1))) end--;
  if (end <= start || !LETTER.test(text.slice(start, end))) return null;
  return { ...span, start, end };
}

function scanParagraph(text: string, span: Span, paragraph: number): Scanned {
  const closed: MarkedSpan[] = [];
  const stack: Open[] = [];
  let orphanClose: Scanned['orphanClose'] = null;
  let firstMark: Family | null = null;
  // Where an archive writes '' for its marks, single ones stand inside them.
  const archived = text.slice(span.start, span.end).includes("''");
  MARKS.lastIndex = span.start;
  for (let match = MARKS.exec(text); match && match.index < span.end; match = MARKS.exec(text)) {
    const at = match.index;
    const mark = readMark(text, at, span, stack);
    if (!mark || (archived && text.charAt(at) === "'")) continue;
    MARKS.lastIndex = at + mark.length;
    const closes = mark.side === 'open' ? -1 : findOpen(stack, mark, text, at, span);
    if (closes >= 0) {
      closeAt(stack, closes, at, at + mark.length, closed, paragraph);
    } else if (mark.side === 'open' && stack.length < MAX_DEPTH) {
      stack.push({ family: mark.family, at, from: at + mark.length, inner: [], weakEnd: -1 });
    } else if (mark.side === 'close' && mark.family !== 'single' && firstMark === null && at > span.start) {
      orphanClose = { at, length: mark.length };
    } else continue;
    firstMark ??= mark.family;
  }
  const unclosed = settle(stack, closed, paragraph, span);
  closed.sort((a, b) => a.outerStart - b.outerStart);
  return { closed, unclosed, orphanClose, firstMark, span };
}

/** The mark at a position as its neighbours make it: opening, closing, or no quotation mark at all. */
function readMark(text: string, at: number, span: Span, stack: readonly Open[]): Mark | null {
  const char = text.charAt(at);
  const fixed = FIXED[char];
  if (fixed) return { family: fixed[0], side: fixed[1], length: 1 };
  const before = at > span.start ? text.charAt(at - 1) : '';
  const next = at + 1 < span.end ? text.charAt(at + 1) : '';
  const doubled = next === char && /['‘’`]/.test(char);
  const length = doubled ? 2 : 1;
  const after = at + length < span.end ? text.charAt(at + length) : '';
  const opensHere =
    (before === '' || /[\s\u00a0\u202f([{\-–—/:>“‘"'«„…]/.test(before)) && after !== '' && !SPACE.test(after);
  const closesHere = before !== '' && (after === '' || CLOSERS_AFTER.test(after)) && !SPACE.test(before);
  // Two straight apostrophes are no mark of any language: text archives write them, pages do not.
  if (doubled && char === "'") return null;
  if (doubled) {
    if (/[`‘]/.test(char)) return { family: 'double', side: 'open', length };
    return { family: 'double', side: 'close', length };
  }
  if (char === '“') {
    // German closes with the mark that English opens with.
    const german = top(stack)?.family === 'double' && text.charAt(top(stack)?.at ?? -1) === '„';
    return { family: 'double', side: german ? 'close' : 'open', length };
  }
  if (char === '”')
    return { family: 'double', side: stack.length === 0 && opensHere && !closesHere ? 'open' : 'close', length };
  if (char === '"') return sided('straight', opensHere, closesHere, stack, length);
  if ('«»‹›'.includes(char)) return guillemet(char, opensHere, before, after, stack);
  return single(text, at, char, opensHere, closesHere, stack);
}

const top = (stack: readonly Open[]): Open | undefined => stack[stack.length - 1];

function sided(family: Family, opens: boolean, closes: boolean, stack: readonly Open[], length: number): Mark {
  const isOpen = stack.some((open) => open.family === family);
  if (opens && !closes && !isOpen) return { family, side: 'open', length };
  if (closes && !opens) return { family, side: 'close', length };
  return { family, side: isOpen ? 'close' : 'open', length };
}

/** « French », »German«: the first one of a pair decides which way they point. */
function guillemet(char: string, opensHere: boolean, before: string, after: string, stack: readonly Open[]): Mark {
  const family: Family = char === '«' || char === '»' ? 'guillemet' : 'angle';
  const left = char === '«' || char === '‹';
  const isOpen = stack.some((open) => open.family === family);
  if (left) {
    const reversed = isOpen && before !== '' && !SPACE.test(before) && (after === '' || CLOSERS_AFTER.test(after));
    return { family, side: reversed ? 'close' : 'open', length: 1 };
  }
  return { family, side: !isOpen && opensHere ? 'open' : 'close', length: 1 };
}

function single(
  text: string,
  at: number,
  char: string,
  opens: boolean,
  closes: boolean,
  stack: readonly Open[],
): Mark | null {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (LETTER.test(before) && LETTER.test(after)) return null;
  if (char === "'" && (before === "'" || after === "'")) return null;
  const open = stack.findLast((each) => each.family === 'single');
  if (char === '‘') {
    // An editor turns the apostrophe of "'bout" the wrong way.
    if (/^‘(?:em|til|tis|twas|cause|bout|round)\b/i.test(text.slice(at, at + 8))) return null;
    const low = open && text.charAt(open.at) === '‚' && closes;
    return { family: 'single', side: low ? 'close' : 'open', length: 1 };
  }
  if (char === '`') return null;
  if (open && closes) {
    const plural = /[sz]/i.test(before) && /\s/.test(after) && /[\p{Ll}\p{Lu}]/u.test(text.charAt(at + 2));
    if (!plural) return { family: 'single', side: 'close', length: 1 };
    if (open.weakEnd < 0) open.weakEnd = at;
    return null;
  }
  if (char === "'" && opens && !open && !ELIDED.test(text.slice(at, at + 8)))
    return { family: 'single', side: 'open', length: 1 };
  return null;
}

/** The open quotation that a closing mark ends; straight and curly marks may be mixed by an editor. */
function findOpen(stack: readonly Open[], mark: Mark, text: string, at: number, span: Span): number {
  const own = stack.findLastIndex((open) => open.family === mark.family);
  if (own >= 0) return own;
  if (mark.family !== 'double' && mark.family !== 'straight') return -1;
  if (at > span.start && SPACE.test(text.charAt(at - 1))) return -1;
  return stack.findLastIndex((open) => open.family === 'double' || open.family === 'straight');
}

function closeAt(stack: Open[], index: number, end: number, outerEnd: number, closed: MarkedSpan[], paragraph: number) {
  const open = stack[index];
  if (!open) return;
  stack.length = index;
  const parent = stack[index - 1];
  if (parent) {
    if (end > open.from) parent.inner.push({ start: open.from, end });
    return;
  }
  closed.push({ ...bare(open.at, open.from, end, outerEnd, paragraph, false), inner: open.inner });
}

/** What is left open at the paragraph's end: complete ones inside it come out, the outermost may go on. */
function settle(stack: Open[], closed: MarkedSpan[], paragraph: number, span: Span): Open | null {
  for (const open of stack) {
    if (open.family === 'single' && open.weakEnd > open.from && stack[0] === open) {
      closed.push({ ...bare(open.at, open.from, open.weakEnd, open.weakEnd + 1, paragraph, false), inner: open.inner });
      return null;
    }
  }
  const outer = stack.find((open) => open.family !== 'single');
  if (!outer) {
    for (const open of stack) rescue(open, closed, paragraph);
    return null;
  }
  if (outer.at === span.start && closed.length === 0) return outer;
  for (const open of stack) rescue(open, closed, paragraph);
  return outer.inner.length === 0 ? outer : null;
}

function rescue(open: Open, closed: MarkedSpan[], paragraph: number): void {
  for (const part of open.inner) {
    closed.push(bare(part.start - 1, part.start, part.end, part.end + 1, paragraph, false));
  }
}
