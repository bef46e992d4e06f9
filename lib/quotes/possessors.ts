import { at, type Clause, isComma } from './clause';
import type { Attribution } from './cue';
import { nameOf } from './names';
import type { Source } from './phrases';

const POSSESSIVE = /['’]s?$/;
const NOUN =
  /^(?:response|reply|statement|post|tweet|message|e-?mail|letter|memo|speech|words|view|opinion|account|telling|demand|warning|slogan|motto|dictum|remark|comment|question|answer|phrase|verdict|conclusion)$/;
const LEAD = 8;
const ADJECTIVES = 3;

/** "Reed’s reply was: “…”", "in Reed’s words, “…”": a noun of speech whose owner speaks. */
export function ownerBefore(clause: Clause, from: number, quote: number): Attribution | null {
  if (clause.cues.code !== 'en') return null;
  const last = at(clause, quote - 1);
  if (!last || !/^(?:[:,]|was|is)$/.test(last.lower)) return null;
  for (let noun = quote - 2; noun > from && noun > quote - LEAD && !isComma(clause, noun); noun--) {
    const found = ownerOf(clause, from, noun);
    // "Hale saw Reed’s words differently: “…”": what comes between noun and colon is said of the noun only at the start.
    const apart = last.text === ':' && noun < quote - 2;
    if (found && !(apart && found.source.start !== at(clause, from)?.start)) return found;
  }
  return null;
}

/** "…, in Reed’s words." */
export function ownerAfter(clause: Clause, from: number, to: number): Attribution | null {
  if (clause.cues.code !== 'en') return null;
  let start = from;
  while (start < to && start < from + LEAD && at(clause, start)?.lower !== 'in') start++;
  if (at(clause, start)?.lower !== 'in') return null;
  for (let noun = start + 2; noun < Math.min(to, start + LEAD); noun++) {
    const found = ownerOf(clause, start, noun);
    if (found) return found;
  }
  return null;
}

function ownerOf(clause: Clause, from: number, noun: number): Attribution | null {
  if (!NOUN.test(at(clause, noun)?.lower ?? '')) return null;
  for (let owner = noun - 1; owner >= from && owner >= noun - ADJECTIVES; owner--) {
    const token = at(clause, owner);
    if (token?.kind !== 'word') return null;
    if (token.capital && POSSESSIVE.test(token.text)) return named(clause, from, owner, noun);
  }
  return null;
}

function named(clause: Clause, from: number, owner: number, noun: number): Attribution | null {
  let start = owner;
  while (start > from && at(clause, start - 1)?.capital) start--;
  const name = nameOf(clause.tokens, { from: start, to: owner + 1 }, clause.cues);
  const first = at(clause, name.from);
  const last = at(clause, owner);
  const cue = at(clause, noun);
  if (!first || !last || !cue || name.from > owner) return null;
  const words = clause.text.slice(first.start, last.end).replace(POSSESSIVE, '').replace(/\s+/g, ' ');
  const source: Source = { kind: 'name', words, role: null, gender: null, start: first.start, end: last.end };
  return { source, cue: { start: cue.start, end: cue.end }, reason: 'label' };
}
