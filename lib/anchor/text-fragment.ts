import type { Span, TextIndex } from '../text/text-index';
import { readSpan, spanToRange, trimSpan } from '../text/text-span';
import { isUnspaced, isWordEdge, type Word, wordsOf } from '../text/words';

/** Up to so many characters a quote is given whole; a longer one by its first and last words. */
const WHOLE = 240;

/** Words tried on each side, fewest first. */
const STEPS = [3, 5, 8, 12, 18, 25];

const MARK = /[^\p{L}\p{N}\p{M}]/u;

/** What the directive says: text before, begin, end and text after, as spans of the index. */
interface Directive {
  readonly prefix: Span | null;
  readonly start: Span;
  readonly end: Span | null;
  readonly suffix: Span | null;
}

function blockOf(index: TextIndex, offset: number): Span {
  const { blocks, text } = index;
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return { start: blocks[low - 1] ?? 0, end: blocks[low] ?? text.length };
}

function wholeWords(text: string, span: Span): Span {
  let { start, end } = span;
  while (!isWordEdge(text, start)) start--;
  while (!isWordEdge(text, end)) end++;
  return { start, end };
}

/** Where a browser's finder stops: the first place at whole words, case aside, at or after an offset; -1 if none. */
function find(folded: string, wanted: string, from: number): number {
  for (let at = folded.indexOf(wanted, from); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    if (isWordEdge(folded, at) && isWordEdge(folded, at + wanted.length)) return at;
  }
  return -1;
}

function skipSpace(text: string, at: number): number {
  return text.charAt(at) === ' ' ? at + 1 : at;
}

/** What the finder of the specification would mark for a directive. */
function simulate(folded: string, directive: Directive): Span | null {
  const read = (span: Span): string => folded.slice(span.start, span.end);
  const { prefix, start, end, suffix } = directive;
  for (let from = 0; from <= folded.length; ) {
    let at: number;
    if (prefix === null) {
      at = find(folded, read(start), from);
      if (at < 0) return null;
      from = at + 1;
    } else {
      const before = find(folded, read(prefix), from);
      if (before < 0) return null;
      from = before + 1;
      at = skipSpace(folded, before + prefix.end - prefix.start);
      if (!folded.startsWith(read(start), at)) continue;
    }
    let stop = at + start.end - start.start;
    for (;;) {
      if (end !== null) {
        const last = find(folded, read(end), stop);
        if (last < 0) break;
        stop = last + end.end - end.start;
      }
      if (suffix === null || folded.startsWith(read(suffix), skipSpace(folded, stop))) return { start: at, end: stop };
      if (end === null) break;
    }
  }
  return null;
}

function firstWords(words: readonly Word[], count: number): Span {
  return { start: words[0]?.start ?? 0, end: words[Math.min(count, words.length) - 1]?.end ?? 0 };
}

function lastWords(words: readonly Word[], count: number): Span {
  return { start: words[Math.max(0, words.length - count)]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}

/** The words before a span, of the block it begins in or, at that block's beginning, of the one before. */
function wordsBefore(index: TextIndex, at: number): Word[] {
  if (at === 0) return [];
  const own = wordsOf(index.text, blockOf(index, at).start, at);
  return own.length > 0 ? own : wordsOf(index.text, blockOf(index, blockOf(index, at).start - 1).start, at);
}

function wordsAfter(index: TextIndex, at: number): Word[] {
  const own = wordsOf(index.text, at, blockOf(index, Math.max(0, at - 1)).end);
  return own.length > 0 ? own : wordsOf(index.text, at, blockOf(index, Math.min(index.text.length, at + 1)).end);
}

function widened(index: TextIndex, span: Span, inner: Pick<Directive, 'start' | 'end'>, count: number): Directive {
  const before = wordsBefore(index, span.start);
  const after = wordsAfter(index, span.end);
  const prefix = before.length === 0 ? null : { start: lastWords(before, count).start, end: span.start };
  const suffix = after.length === 0 ? null : { start: span.end, end: firstWords(after, count).end };
  return { prefix: tidy(index.text, prefix), ...inner, suffix: tidy(index.text, suffix) };
}

function tidy(text: string, span: Span | null): Span | null {
  if (span === null) return null;
  let { start, end } = span;
  while (start < end && text.charAt(start) === ' ') start++;
  while (end > start && text.charAt(end - 1) === ' ') end--;
  return start < end ? { start, end } : null;
}

/**
 * In scripts without spaces the browser's dictionary decides where words end; a punctuation mark ends one for
 * everybody, so that a snippet is widened to the next, or to the end of its block.
 */
function toMark(text: string, span: Span, block: Span, step: 1 | -1): Span {
  if (!isUnspaced(text.slice(span.start, span.end))) return span;
  let { start, end } = span;
  if (step === 1) while (end < block.end && !MARK.test(text.charAt(end))) end++;
  else while (start > block.start && !MARK.test(text.charAt(start - 1))) start--;
  return { start, end };
}

/** Ways to say it, shortest first. */
function* directives(index: TextIndex, span: Span): Generator<Directive> {
  const first = blockOf(index, span.start);
  const last = blockOf(index, span.end - 1);
  const whole = { start: span, end: null };
  const inOneBlock = first.start === last.start;
  if (inOneBlock && span.end - span.start <= WHOLE) {
    yield { prefix: null, ...whole, suffix: null };
    for (const count of STEPS) yield widened(index, span, whole, count);
    return;
  }
  const head = wordsOf(index.text, span.start, Math.min(first.end, span.end));
  const tail = wordsOf(index.text, Math.max(last.start, span.start), span.end);
  for (const count of STEPS) {
    const most = inOneBlock ? Math.floor(head.length / 2) : count;
    const start = toMark(index.text, { start: span.start, end: firstWords(head, Math.min(count, most)).end }, first, 1);
    const end = toMark(index.text, { start: lastWords(tail, Math.min(count, most)).start, end: span.end }, last, -1);
    if (inOneBlock && end.start < start.end) break;
    yield { prefix: null, start, end, suffix: null };
    yield widened(index, span, { start, end }, count);
  }
}

/** The finder takes these for part of the word beside them (Unicode's ExtendNumLet): French puts one inside guillemets. */
const JOINED_BEFORE = /(?<![\u202f_])[\u202f_]+$/;
const JOINED_AFTER = /^[\u202f_]+/;

/** What stands before or after a point of the page's text, in its node or, at that node's edge, in the next one. */
function rawBeside(index: TextIndex, node: Node, offset: number, step: 1 | -1): string {
  const at = index.segments.findIndex((segment) => segment.node === node);
  const data = index.segments[at]?.data ?? '';
  const own = step < 0 ? data.slice(0, offset) : data.slice(offset);
  return own === '' ? (index.segments[at + step]?.data ?? '') : own;
}

function encode(index: TextIndex, span: Span, sides: { readonly before: boolean; readonly after: boolean }): string {
  const range = spanToRange(index, span);
  let joined = readSpan(index, span);
  if (range !== null && sides.before)
    joined = (JOINED_BEFORE.exec(rawBeside(index, range.startContainer, range.startOffset, -1))?.[0] ?? '') + joined;
  if (range !== null && sides.after)
    joined += JOINED_AFTER.exec(rawBeside(index, range.endContainer, range.endOffset, 1))?.[0] ?? '';
  // A lone surrogate can't be encoded.
  return encodeURIComponent(joined.toWellFormed()).replaceAll('-', '%2D');
}

/**
 * A text fragment directive (`:~:text=…`, WICG Scroll To Text Fragment) that leads to a span: the text alone where it
 * is the first of its kind on the page, with as much context as it takes otherwise. Empty for an empty span. The
 * browser marks whole words, so that a span that cuts one leads to the whole.
 */
export function textFragmentFor(index: TextIndex, span: Span): string {
  const trimmed = trimSpan(index, span);
  if (trimmed === null) return '';
  const wanted = wholeWords(index.text, trimmed);
  const lower = index.text.toLowerCase();
  const folded = lower.length === index.text.length ? lower : index.text;
  let best: Directive | null = null;
  for (const directive of directives(index, wanted)) {
    best = directive;
    const hit = simulate(folded, directive);
    if (hit !== null && hit.start === wanted.start && hit.end === wanted.end) break;
  }
  if (best === null) return '';
  const { prefix, start, end, suffix } = best;
  const both = { before: true, after: true };
  const parts = [
    ...(prefix === null ? [] : [`${encode(index, prefix, { before: true, after: false })}-`]),
    encode(index, start, both),
    ...(end === null ? [] : [encode(index, end, both)]),
    ...(suffix === null ? [] : [`-${encode(index, suffix, { before: false, after: true })}`]),
  ];
  return `:~:text=${parts.join(',')}`;
}
