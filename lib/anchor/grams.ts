import { isUnspaced } from '../text/words';

/** Every place of every run of a few characters in a text, for looking up rare ones. */
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

function folded(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90 ? code + 32 : code;
}

function bucketAt(text: string, at: number, size: number, bits: number): number {
  let hash = 0;
  for (let i = 0; i < size; i++) hash = (Math.imul(hash, BASE) + folded(text, at + i)) | 0;
  return bucketOf(hash, bits);
}

function bucketOf(hash: number, bits: number): number {
  return Math.imul(hash ^ (hash >>> 15), MIX) >>> (32 - bits);
}

/** What the first of `size` characters weighs in the hash: with it the hash rolls on to the next run (Rabin and Karp). */
function weightOfFirst(size: number): number {
  let weight = 1;
  for (let i = 1; i < size; i++) weight = Math.imul(weight, BASE);
  return weight;
}

/**
 * Indexes a text in two linear passes; a generator, so that the caller can let the page breathe at each `yield`.
 * Runs are 6 characters long, 3 where the text is of a script without spaces. Case of Latin letters doesn't count.
 */
export function* buildGrams(text: string): Generator<undefined, GramIndex> {
  const size = isUnspaced(text) ? 3 : 6;
  const count = Math.max(0, text.length - size + 1);
  const bits = Math.min(20, Math.max(10, Math.ceil(Math.log2(count + 1))));
  const buckets = new Uint32Array(count);
  const offsets = new Uint32Array((1 << bits) + 1);
  const first = weightOfFirst(size);
  let hash = 0;
  for (let i = 0; i < size - 1; i++) hash = (Math.imul(hash, BASE) + folded(text, i)) | 0;
  for (let at = 0; at < count; at++) {
    hash = (Math.imul(hash, BASE) + folded(text, at + size - 1)) | 0;
    const bucket = bucketOf(hash, bits);
    hash = (hash - Math.imul(first, folded(text, at))) | 0;
    buckets[at] = bucket;
    offsets[bucket + 1] = (offsets[bucket + 1] ?? 0) + 1;
    if (at % CHUNK === CHUNK - 1) yield;
  }
  for (let i = 1; i < offsets.length; i++) offsets[i] = (offsets[i] ?? 0) + (offsets[i - 1] ?? 0);
  const next = offsets.slice();
  const places = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    const bucket = buckets[at] ?? 0;
    const place = next[bucket] ?? 0;
    places[place] = at;
    next[bucket] = place + 1;
    if (at % CHUNK === CHUNK - 1) yield;
  }
  return { text, size, bits, offsets, places };
}

/** A run of the pattern and the places in the text that share its bucket. */
export interface GramHit {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The pattern's runs that occur in the text, rarest first. A long pattern is sampled, `most` runs at the utmost. */
export function rareGrams(index: GramIndex, pattern: string, most: number): GramHit[] {
  const count = pattern.length - index.size + 1;
  const step = Math.max(1, Math.ceil(count / most));
  const hits: GramHit[] = [];
  for (let at = 0; at < count; at += step) {
    const bucket = bucketAt(pattern, at, index.size, index.bits);
    const from = index.offsets[bucket] ?? 0;
    const to = index.offsets[bucket + 1] ?? 0;
    if (to > from) hits.push({ at, from, to });
  }
  return hits.sort((a, b) => a.to - a.from - (b.to - b.from));
}

/** Every place where the text holds the pattern exactly, at most `most` of them. */
export function exactPlaces(index: GramIndex, pattern: string, most: number): number[] {
  const { text, size, places } = index;
  if (pattern.length < size) return plainPlaces(text, pattern, most);
  let rarest: GramHit | null = null;
  const last = pattern.length - size;
  for (let i = 0; i < 12; i++) {
    const at = Math.floor((last * i) / 11);
    const bucket = bucketAt(pattern, at, size, index.bits);
    const from = index.offsets[bucket] ?? 0;
    const to = index.offsets[bucket + 1] ?? 0;
    if (from === to) return [];
    if (rarest === null || to - from < rarest.to - rarest.from) rarest = { at, from, to };
  }
  const found: number[] = [];
  for (let i = rarest?.from ?? 0; i < (rarest?.to ?? 0) && found.length < most; i++) {
    const start = (places[i] ?? 0) - (rarest?.at ?? 0);
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

const BIN = 32;

/** Votes that are counted; the rarest runs, which say most, come first. */
const MOST_VOTES = 600;

/** Diagonals with less than this share of the highest count are chance. */
const NOISE = 0.1;

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
      const bin = before + Math.floor(((index.places[i] ?? 0) - hit.at) / BIN);
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
