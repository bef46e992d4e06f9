/**
 * Bit-parallel edit distance: a column of the matrix is held in machine words, 32 rows at a time.
 * After Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming" (1999), in
 * the block form of Hyyrö (2003).
 */

/** Where a pattern was found: `end` is exclusive; `errors` counts characters inserted, dropped or replaced. */
export interface ApproximateMatch {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

interface Blocks {
  readonly count: number;
  readonly masks: Map<number, Int32Array>;
  readonly lastBit: number;
}

function prepare(pattern: string): Blocks {
  const count = Math.ceil(pattern.length / 32);
  const masks = new Map<number, Int32Array>();
  for (let i = 0; i < pattern.length; i++) {
    const code = pattern.charCodeAt(i);
    let mask = masks.get(code);
    if (mask === undefined) {
      mask = new Int32Array(count);
      masks.set(code, mask);
    }
    mask[i >> 5] = (mask[i >> 5] ?? 0) | (1 << (i & 31));
  }
  return { count, masks, lastBit: 1 << ((pattern.length - 1) & 31) };
}

/**
 * Runs the pattern over the text and calls `at` with each end and its errors, in order. With `anchored` the match has
 * to begin at the text's first character, otherwise it may begin anywhere.
 */
function scan(pattern: string, text: string, anchored: boolean, at: (end: number, errors: number) => void): void {
  const { count, masks, lastBit } = prepare(pattern);
  const positive = new Int32Array(count).fill(-1);
  const negative = new Int32Array(count);
  const none = new Int32Array(count);
  let errors = pattern.length;
  for (let j = 0; j < text.length; j++) {
    const mask = masks.get(text.charCodeAt(j)) ?? none;
    let carry = anchored ? 1 : 0;
    for (let b = 0; b < count; b++) {
      const pv = positive[b] ?? 0;
      const mv = negative[b] ?? 0;
      let eq = mask[b] ?? 0;
      const xv = eq | mv;
      if (carry < 0) eq |= 1;
      const xh = ((((eq & pv) >>> 0) + (pv >>> 0)) ^ pv) | eq;
      let ph = mv | ~(xh | pv);
      let mh = pv & xh;
      const top = b === count - 1 ? lastBit : 1 << 31;
      const out = (ph & top) !== 0 ? 1 : (mh & top) !== 0 ? -1 : 0;
      ph = (ph << 1) | (carry > 0 ? 1 : 0);
      mh = (mh << 1) | (carry < 0 ? 1 : 0);
      positive[b] = mh | ~(xv | ph);
      negative[b] = ph & xv;
      carry = out;
    }
    errors += carry;
    at(j + 1, errors);
  }
}

function reversed(text: string): string {
  let out = '';
  for (let i = text.length - 1; i >= 0; i--) out += text.charAt(i);
  return out;
}

/**
 * The place in `text` that takes the fewest errors to turn into `pattern`, the first among equals; null where that
 * takes more than `limit`. Time follows ⌈pattern / 32⌉ × text. Characters are UTF-16 units.
 */
export function findApproximate(pattern: string, text: string, limit: number): ApproximateMatch | null {
  if (pattern === '') return null;
  let end = -1;
  let fewest = limit + 1;
  scan(pattern, text, false, (at, errors) => {
    if (errors < fewest) {
      fewest = errors;
      end = at;
    }
  });
  if (end < 0) return null;
  const from = Math.max(0, end - pattern.length - fewest);
  let length = 0;
  let best = fewest + 1;
  scan(reversed(pattern), reversed(text.slice(from, end)), true, (at, errors) => {
    if (errors < best) {
      best = errors;
      length = at;
    }
  });
  return { start: end - length, end, errors: fewest };
}

/** The edit distance of two short texts, or `limit + 1` where it is more than `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (a === '' || b === '') return Math.max(a.length, b.length);
  let last = a.length;
  scan(a, b, true, (_, errors) => {
    last = errors;
  });
  return Math.min(last, limit + 1);
}
