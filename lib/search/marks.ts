import { foldMap } from './fold';
import type { Query, TextField } from './query';

/** A part of a shown text; `hit` where it answers the query. */
export interface MarkedPart {
  readonly text: string;
  readonly hit: boolean;
}

/** The text in parts, so that what was searched for can be marked. Put together they are the text, composed (NFC). */
export function markParts(text: string, field: TextField, { terms }: Query): MarkedPart[] {
  const wanted = terms.flatMap((term) =>
    term.kind === 'text' && !term.not && (term.field === 'any' || term.field === field) ? [term] : [],
  );
  if (wanted.length === 0) return [{ text, hit: false }];
  const { source, folded, starts, ends } = foldMap(text);
  const hits: [number, number][] = [];
  for (const { pattern, whole } of wanted) {
    const find = whole ? ` ${pattern} ` : ` ${pattern}`;
    for (let at = folded.indexOf(find); at >= 0; at = folded.indexOf(find, at + 1)) {
      hits.push([starts[at + 1] ?? 0, ends[at + pattern.length] ?? source.length]);
    }
  }
  return cut(source, hits);
}

function cut(source: string, hits: [number, number][]): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const [from, to] of hits.sort((a, b) => a[0] - b[0])) {
    if (to <= at) continue;
    if (from > at) parts.push({ text: source.slice(at, from), hit: false });
    const last = parts.at(-1);
    const piece = source.slice(Math.max(from, at), to);
    // Hits that touch or overlap are one.
    if (last?.hit && from <= at) parts[parts.length - 1] = { text: last.text + piece, hit: true };
    else parts.push({ text: piece, hit: true });
    at = to;
  }
  if (at < source.length || parts.length === 0) parts.push({ text: source.slice(at), hit: false });
  return parts;
}

/** The first match stands within this many characters of an excerpt's beginning. */
const LEAD = 140;
const BEFORE = 60;

/** The parts, without most of what stands before the first match where that is long; an ellipsis says so. */
export function excerpt(parts: readonly MarkedPart[]): readonly MarkedPart[] {
  const [first, ...rest] = parts;
  if (first === undefined || first.hit || rest.length === 0 || first.text.length <= LEAD) return parts;
  const tail = first.text.slice(-BEFORE);
  // Not in the midst of a word, nor of a character of two units.
  const cut = tail.replace(/^\S*\s+/, '');
  const kept = cut === '' || cut === tail ? tail.replace(/^[\udc00-\udfff]/, '') : cut;
  return [{ text: `… ${kept}`, hit: false }, ...rest];
}
