import { isUnspaced } from '../text/words';

/** Every place of a text's runs of a few characters, for looking up rare ones. Runs begin where words do. */
export interface GramIndex {
  readonly text: string;
  /** Characters per run. */
  readonly size: number;
  readonly bits: number;
  /** Where the places of each bucket begin in `places`; one more entry than buckets. */
  readonly offsets: Uint32Array;
  readonly places: Uint32Array;
}

/** Characters read between two looks at the clock. */
const CHUNK = 32_768;

const BASE = 0x9e3779b1;
const MIX = 0x85ebca6b;

const SPACE = 32;
/** From here on stand the scripts without spaces: there each character may begin a run. */
const UNSPACED_FROM = 0x0e00;

function folded(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90 ? code + 32 : code;
}

function bucketAt(text: string, at: number, size: number, bits: number): number {
  let hash = 0;
  for (let i = 0; i < size; i++) hash = (Math.imul(hash, BASE) + folded(text, at + i)) | 0;
  return Math.imul(hash ^ (hash >>> 15), MIX) >>> (32 - bits);
}

/** Whether a run begins here, by the character before: the same in the text and in whatever is looked up in it. */
function beginsRun(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= UNSPACED_FROM || (code !== SPACE && at > 0 && text.charCodeAt(at - 1) === SPACE);
}

/** Notes where runs begin between two places; gives how many are noted now. */
function noteStarts(text: string, [from, to]: readonly [number, number], starts: Uint32Array, count: number): number {
  let before = from > 0 ? text.charCodeAt(from - 1) : 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= UNSPACED_FROM || (before === SPACE && code !== SPACE)) starts[count++] = at;
    before = code;
  }
  return count;
}

/**
 * Indexes a text in two linear passes; a generator, so that the caller can let the page breathe at each `yield`.
 * Runs are 6 characters long, 3 where the text is of a script without spaces. Case of Latin letters doesn't count.
 */
export function* buildGrams(text: string): Generator<undefined, GramIndex> {
  const size = isUnspaced(text) ? 3 : 6;
  const last = Math.max(0, text.length - size + 1);
  const starts = new Uint32Array(last);
  let count = 0;
  // The loops are functions of their own: those are compiled while they run, a generator's are slower to be.
  for (let from = 0; from < last; from += CHUNK) {
    count = noteStarts(text, [from, Math.min(last, from + CHUNK)], starts, count);
    yield;
  }
  const bits = Math.min(20, Math.max(10, Math.ceil(Math.log2(count + 1))));
  const buckets = new Uint32Array(count);
  const offsets = new Uint32Array((1 << bits) + 1);
  const fill = (from: number, to: number): void => {
    for (let n = from; n < to; n++) {
      const bucket = bucketAt(text, starts[n] ?? 0, size, bits);
      buckets[n] = bucket;
      offsets[bucket + 1] = (offsets[bucket + 1] ?? 0) + 1;
    }
  };
  for (let from = 0; from < count; from += CHUNK) {
    fill(from, Math.min(count, from + CHUNK));
    yield;
  }
  return { text, size, bits, offsets, places: sorted(starts.subarray(0, count), buckets, offsets) };
}

/** The places of all runs, bucket by bucket; turns the buckets' counts into where they begin. */
function sorted(starts: Uint32Array, buckets: Uint32Array, offsets: Uint32Array): Uint32Array {
  for (let i = 1; i < offsets.length; i++) offsets[i] = (offsets[i] ?? 0) + (offsets[i - 1] ?? 0);
  const next = offsets.slice();
  const places = new Uint32Array(starts.length);
  for (let n = 0; n < starts.length; n++) {
    const bucket = buckets[n] ?? 0;
    const place = next[bucket] ?? 0;
    places[place] = starts[n] ?? 0;
    next[bucket] = place + 1;
  }
  return places;
}

/** A run of the pattern and the places in the text that share its bucket. */
export interface GramHit {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Where a pattern's runs begin, `most` of them at the utmost. */
function runsOf(pattern: string, size: number, most: number): number[] {
  const runs: number[] = [];
  for (let at = 0; at + size <= pattern.length; at++) if (beginsRun(pattern, at)) runs.push(at);
  const step = Math.ceil(runs.length / most);
  return step <= 1 ? runs : runs.filter((_, i) => i % step === 0);
}

function hitOf(index: GramIndex, pattern: string, at: number): GramHit {
  const bucket = bucketAt(pattern, at, index.size, index.bits);
  return { at, from: index.offsets[bucket] ?? 0, to: index.offsets[bucket + 1] ?? 0 };
}

/** The pattern's runs that occur in the text, rarest first. A long pattern is sampled, `most` runs at the utmost. */
export function rareGrams(index: GramIndex, pattern: string, most: number): GramHit[] {
  const hits = runsOf(pattern, index.size, most).map((at) => hitOf(index, pattern, at));
  return hits.filter(({ from, to }) => to > from).sort((a, b) => a.to - a.from - (b.to - b.from));
}

/** Every place where the text holds the pattern exactly, at most `most` of them. */
export function exactPlaces(index: GramIndex, pattern: string, most: number): number[] {
  const { text, size, places } = index;
  const [first, ...others] = runsOf(pattern, size, 12);
  if (first === undefined) return plainPlaces(text, pattern, most);
  let rarest = hitOf(index, pattern, first);
  for (const at of others) {
    const hit = hitOf(index, pattern, at);
    if (hit.to - hit.from < rarest.to - rarest.from) rarest = hit;
  }
  const found: number[] = [];
  for (let i = rarest.from; i < rarest.to && found.length < most; i++) {
    const start = (places[i] ?? 0) - rarest.at;
    if (start >= 0 && text.startsWith(pattern, start)) found.push(start);
  }
  return found;
}

/** The same without an index, for small texts and few quotes. */
export function plainPlaces(text: string, pattern: string, most: number): number[] {
  const found: number[] = [];
  if (pattern === '') return found;
  for (let at = text.indexOf(pattern); at >= 0 && found.length < most; at = text.indexOf(pattern, at + 1))
    found.push(at);
  return found;
}

/** A diagonal of the text on which many of the pattern's rare runs lie: the pattern would begin at `start`. */
export interface Diagonal {
  readonly start: number;
  readonly votes: number;
}

const BIN_BITS = 5;
/** Diagonals are told this exactly (characters). */
export const BIN = 1 << BIN_BITS;

/** Votes that are counted; the rarest runs, which say most, come first. */
const MOST_VOTES = 250;

/** Diagonals with less than this share of the highest count are chance. */
const NOISE = 0.15;

const scratches = new WeakMap<GramIndex, Float64Array>();

/** Room for the votes of every bin, all 0, kept from pattern to pattern. */
function scratchOf(index: GramIndex, before: number): Float64Array {
  const size = Math.ceil(index.text.length / BIN) + before + 2;
  let scratch = scratches.get(index);
  if (scratch === undefined || scratch.length < size) {
    scratch = new Float64Array(size + 64);
    scratches.set(index, scratch);
  }
  return scratch;
}

/** Where the pattern's runs agree that it lies, most votes first; places closer than a line count as one. */
export function diagonals(index: GramIndex, pattern: string, most: number): Diagonal[] {
  // Bins before the text's beginning are possible: the pattern's own may be gone from it.
  const before = Math.ceil(pattern.length / BIN) + 1;
  const votes = scratchOf(index, before);
  const touched: number[] = [];
  let left = MOST_VOTES;
  for (const hit of rareGrams(index, pattern, 200)) {
    const width = hit.to - hit.from;
    if (width > 100 || left < width) break;
    left -= width;
    for (let i = hit.from; i < hit.to; i++) {
      const bin = before + (((index.places[i] ?? 0) - hit.at) >> BIN_BITS);
      const count = votes[bin] ?? 0;
      if (count === 0) touched.push(bin);
      votes[bin] = count + 1 / width;
    }
  }
  let highest = 0;
  for (const bin of touched) highest = Math.max(highest, votes[bin] ?? 0);
  const joined: { bin: number; votes: number }[] = [];
  for (const bin of touched) {
    const [own, next] = [votes[bin] ?? 0, votes[bin + 1] ?? 0];
    // A chance vote beside the right bin must not move the place a line away.
    if (own + next >= highest * NOISE) joined.push({ bin: (own >= next ? bin : bin + 1) - before, votes: own + next });
  }
  for (const bin of touched) votes[bin] = 0;
  joined.sort((a, b) => b.votes - a.votes || a.bin - b.bin);
  const best: Diagonal[] = [];
  for (const { bin, votes: count } of joined) {
    if (best.length === most) break;
    if (best.every((taken) => Math.abs(taken.start - bin * BIN) > BIN)) best.push({ start: bin * BIN, votes: count });
  }
  return best;
}
