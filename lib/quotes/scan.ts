import type { MarkedSpan, Span } from './types';

export type Family = 'double' | 'straight' | 'single' | 'guillemet' | 'angle' | 'corner' | 'white-corner';
type Side = 'open' | 'close' | 'either';

interface Mark {
  readonly family: Family;
  readonly side: Side;
  readonly length: number;
}

/** A quotation whose closing mark has not come yet. */
export interface Open {
  readonly family: Family;
  readonly at: number;
  readonly from: number;
  readonly inner: Span[];
  /** Where a doubtful apostrophe might have closed it ("workers’ rights"). */
  weakEnd: number;
}

/** What one paragraph's marks came to, before its neighbours are looked at. */
export interface Scanned {
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

/** A quotation that ends in the paragraph it began in, with nothing nested. */
export function bare(
  outerStart: number,
  start: number,
  end: number,
  outerEnd: number,
  paragraph: number,
  continues: boolean,
) {
  return { outerStart, start, end, outerEnd, paragraph, continues, inner: [] };
}

/** Reads the marks of one paragraph. */
export function scanParagraph(text: string, span: Span, paragraph: number): Scanned {
  const closed: MarkedSpan[] = [];
  const stack: Open[] = [];
  let orphanClose: Scanned['orphanClose'] = null;
  let firstMark: Family | null = null;
  // The paragraph alone: a search in the whole text would run on to the next mark from every paragraph without one.
  const part = text.slice(span.start, span.end);
  // Where an archive writes '' for its marks, single ones stand inside them.
  const archived = part.includes("''");
  MARKS.lastIndex = 0;
  for (let match = MARKS.exec(part); match; match = MARKS.exec(part)) {
    const at = span.start + match.index;
    const mark = readMark(text, at, span, stack);
    if (!mark || (archived && mark.length === 1 && text.charAt(at) === "'")) continue;
    MARKS.lastIndex = match.index + mark.length;
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
  // Two straight apostrophes close ``what two grave accents opened''. By themselves they are no mark of any language:
  // text archives write them, pages do not.
  const grave = stack.some((open) => open.family === 'double' && text.charAt(open.at) === '`');
  if (doubled && char === "'" && !grave) return null;
  if (doubled) {
    if (/[`‘]/.test(char)) return { family: 'double', side: 'open', length };
    return { family: 'double', side: 'close', length };
  }
  if (char === '“') {
    // German closes with the mark that English opens with.
    const open = top(stack)?.family === 'double' ? text.charAt(top(stack)?.at ?? -1) : '';
    // "“It is,“ she said": an editor types the opening mark again where the closing one belongs.
    const slip = open === '“' && closesHere && !opensHere;
    return { family: 'double', side: open === '„' || slip ? 'close' : 'open', length };
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
    // „… ‚Lauf!‘“: the German marks close one after the other.
    const low = open && text.charAt(open.at) === '‚' && (closes || after === '“');
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
