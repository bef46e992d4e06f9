import { firstChild, isText, nextOutside, nextSibling, parentNode, textData } from './dom';
import { foldSpace, mapChunk, type OffsetMap } from './normalise';
import { countPoints, type Position, type Segment, type Span, type TextIndex } from './text-index';

/** Maps are made only for the few nodes that hold a match, and kept as long as the segment is. */
const maps = new WeakMap<Segment, OffsetMap>();

function lastCharacter(index: TextIndex, segment: Segment): string {
  return segment.start === 0 ? '' : index.text.charAt(segment.start - 1);
}

function mapOf(index: TextIndex, segment: Segment): OffsetMap {
  let map = maps.get(segment);
  if (map === undefined) {
    map = mapChunk(segment.data, { last: lastCharacter(index, segment), gap: segment.gap });
    maps.set(segment, map);
  }
  return map;
}

/** The number of entries of a sorted list for which `before` holds. */
function partition(length: number, before: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function segmentEnd(index: TextIndex, at: number): number {
  return index.segments[at + 1]?.start ?? index.text.length;
}

/** The segment that holds the character at a normalised offset, by its place in the list; -1 if there is none. */
function segmentAt(index: TextIndex, offset: number): number {
  const { segments } = index;
  let at = partition(segments.length, (i) => (segments[i]?.start ?? 0) <= offset) - 1;
  while (at >= 0 && (segmentEnd(index, at) <= offset || segments[at]?.read !== true)) at--;
  return at;
}

/** Where the character at a normalised offset begins or ends in its node. */
function rawOffset(index: TextIndex, segment: Segment, offset: number, side: 'start' | 'end'): number {
  const local = offset - segment.start;
  if (segment.simple) {
    const lead = index.text.charAt(segment.start) === ' ' ? 1 : 0;
    return Math.min(segment.data.length, Math.max(0, local - lead) + (side === 'end' ? 1 : 0));
  }
  const map = mapOf(index, segment);
  return (side === 'start' ? map.starts[local] : map.ends[local]) ?? segment.data.length;
}

interface Place {
  readonly at: number;
  readonly segment: Segment;
  readonly offset: number;
}

function placeOf(index: TextIndex, offset: number, side: 'start' | 'end'): Place | null {
  const at = segmentAt(index, offset);
  const segment = index.segments[at];
  return segment === undefined ? null : { at, segment, offset: rawOffset(index, segment, offset, side) };
}

/** The span without white space at its ends; null if nothing is left. */
export function trimSpan(index: TextIndex, span: Span): Span | null {
  let start = Math.max(0, span.start);
  let end = Math.min(index.text.length, span.end);
  while (start < end && index.text.charAt(start) === ' ') start++;
  while (end > start && index.text.charAt(end - 1) === ' ') end--;
  if (start >= end) return null;
  return { start: insidePair(index.text, start) ? start - 1 : start, end: insidePair(index.text, end) ? end + 1 : end };
}

/** Whether an offset would cut a character outside of the basic plane in two. */
function insidePair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const [high, low] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)];
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}

/** A live range over a span; null where the span is empty or the page changed since the index was read. */
export function spanToRange(index: TextIndex, span: Span): Range | null {
  const trimmed = trimSpan(index, span);
  if (trimmed === null) return null;
  const from = placeOf(index, trimmed.start, 'start');
  const to = placeOf(index, trimmed.end - 1, 'end');
  if (from === null || to === null) return null;
  if (textData(from.segment.node) !== from.segment.data || textData(to.segment.node) !== to.segment.data) return null;
  const range = new Range();
  range.setStart(from.segment.node, from.offset);
  range.setEnd(to.segment.node, to.offset);
  return range;
}

function pointsBefore({ segment, offset }: Place): number {
  return segment.points === segment.data.length ? offset : countPoints(segment.data, offset);
}

/** Where a span stands in the page's text content, as it is stored; null for an empty span. */
export function spanToPosition(index: TextIndex, span: Span): Position | null {
  const trimmed = trimSpan(index, span);
  if (trimmed === null) return null;
  const from = placeOf(index, trimmed.start, 'start');
  const to = placeOf(index, trimmed.end - 1, 'end');
  if (from === null || to === null) return null;
  return {
    start: from.segment.point + pointsBefore(from),
    end: to.segment.point + pointsBefore(to),
  };
}

/** The words of a span as a reader reads them: white space folded, punctuation as it stands on the page. */
export function readSpan(index: TextIndex, span: Span): string {
  const trimmed = trimSpan(index, span);
  if (trimmed === null) return '';
  const from = placeOf(index, trimmed.start, 'start');
  const to = placeOf(index, trimmed.end - 1, 'end');
  if (from === null || to === null) return '';
  const parts: string[] = [];
  for (let at = from.at; at <= to.at; at++) {
    const segment = index.segments[at];
    if (segment === undefined || !segment.read) continue;
    if (at > from.at && segment.gap) parts.push(' ');
    const start = at === from.at ? from.offset : 0;
    parts.push(at === to.at ? segment.data.slice(start, to.offset) : segment.data.slice(start));
  }
  return foldSpace(parts.join(''));
}

/** UTF-16 offset of the code point with a number. */
function unitsOf(text: string, points: number): number {
  if (points >= text.length) return text.length;
  let units = Math.max(0, points);
  if (countPoints(text, units) === units) return units;
  units = 0;
  for (let left = points; left > 0 && units < text.length; left--) {
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  }
  return units;
}

/** How many normalised characters of a segment begin before (or end at or before) an offset in its node. */
function localOffset(index: TextIndex, at: number, raw: number, side: 'start' | 'end'): number {
  const segment = index.segments[at];
  if (segment === undefined) return index.text.length;
  const length = segmentEnd(index, at) - segment.start;
  if (!segment.read || length === 0) return segment.start;
  if (segment.simple) {
    const lead = index.text.charAt(segment.start) === ' ' ? 1 : 0;
    return segment.start + Math.min(length, raw === 0 ? 0 : raw + lead);
  }
  const map = mapOf(index, segment);
  const before = side === 'start' ? map.ends : map.starts;
  return (
    segment.start + partition(length, (i) => (side === 'start' ? (before[i] ?? 0) <= raw : (before[i] ?? 0) < raw))
  );
}

/** The span of a stored position; null where it lies beyond the page or holds nothing that is read. */
export function positionToSpan(index: TextIndex, position: Position): Span | null {
  const { segments } = index;
  if (position.start < 0 || position.end < position.start || position.start >= index.points) return null;
  const offset = (point: number, side: 'start' | 'end'): number => {
    const at = partition(segments.length, (i) => {
      const segment = segments[i];
      return segment !== undefined && segment.point + segment.points <= point;
    });
    const segment = segments[at];
    return segment === undefined
      ? index.text.length
      : localOffset(index, at, unitsOf(segment.data, point - segment.point), side);
  };
  return trimSpan(index, { start: offset(position.start, 'start'), end: offset(position.end, 'end') });
}

const places = new WeakMap<TextIndex, Map<Text, number>>();

function placesOf(index: TextIndex): Map<Text, number> {
  let map = places.get(index);
  if (map === undefined) {
    map = new Map(index.segments.map((segment, at) => [segment.node, at]));
    places.set(index, map);
  }
  return map;
}

/** The first indexed text node at or after a boundary point, with the offset in it where it is the container itself. */
function nodeFrom(index: TextIndex, container: Node, offset: number): { at: number; raw: number } | null {
  const map = placesOf(index);
  if (isText(container)) {
    const at = map.get(container);
    if (at !== undefined) return { at, raw: offset };
  }
  let node: Node | null = isText(container) ? container : childAt(container, offset);
  if (node === null) node = nextOutside(container, index.root);
  while (node !== null) {
    if (isText(node)) {
      const at = map.get(node);
      if (at !== undefined) return { at, raw: 0 };
    }
    node = firstChild(node) ?? nextOutside(node, index.root);
  }
  return null;
}

function childAt(container: Node, offset: number): Node | null {
  let child = firstChild(container);
  for (let i = 0; i < offset && child !== null; i++) child = nextSibling(child);
  return child;
}

/** Whether a node is inside the indexed part of the page. */
export function isIndexed(index: TextIndex, node: Node): boolean {
  for (let at: Node | null = node; at !== null; at = parentNode(at)) if (at === index.root) return true;
  return false;
}

/**
 * The span of a range, without white space at its ends; null where it holds no text that a reader sees or leaves the
 * indexed part of the page.
 */
export function rangeToSpan(index: TextIndex, range: Range): Span | null {
  if (!isIndexed(index, range.startContainer) || !isIndexed(index, range.endContainer)) return null;
  const from = nodeFrom(index, range.startContainer, range.startOffset);
  if (from === null) return null;
  const to = nodeFrom(index, range.endContainer, range.endOffset);
  return trimSpan(index, {
    start: localOffset(index, from.at, from.raw, 'start'),
    end: to === null ? index.text.length : localOffset(index, to.at, to.raw, 'end'),
  });
}
