import { maySpeak } from './behind-verb';
import { at, type Clause } from './clause';
import type { Attribution } from './cue';
import { attributionAfter, bareSubjectAfter } from './cue-after';
import { attributionBefore, subjectOfSentence } from './cue-before';
import { phraseAfter } from './subjects';

/** The sentence's own cue for one of its quotations: the nearer side first, as the comma tells. */
export function ownCue(clause: Clause, position: number, from: number, hasEarlier: boolean): Attribution | null {
  const quote = clause.tokens[position];
  const comma =
    quote?.text === ',' || quote?.text === '?' || quote?.text === '!' || clause.tokens[position + 1]?.text === ',';
  const lead = position > from && !onlyMarks(clause, from, position) ? attributionBefore(clause, position, from) : null;
  const announced = lead !== null && lead.reason !== 'subject' && leadsUp(clause, position);
  if (lead && (announced || (!comma && lead.reason !== 'subject'))) return lead;
  if (quote?.text === ',' && opensSubordinate(clause, from, position)) {
    const tag = attributionAfter(clause, position);
    return tag && isTag(clause, tag, position) ? tag : lead;
  }
  const trail =
    attributionAfter(clause, position) ??
    (comma && !announced && !endsHere(clause, position, from) ? bareSubjectAfter(clause, position) : null);
  const loose = clause.cues.clause.has(clause.tokens[trailStart(clause, position)]?.lower ?? '');
  if (lead && trail && loose && lead.reason !== 'subject') return lead;
  if (trail && (comma || position === from || lead === null)) return trail;
  if (lead) return lead;
  if (trail) return trail;
  if (!hasEarlier && position > from) return subjectOfSentence(clause, from, position);
  return hasEarlier && clause.cues.code !== 'en' ? besides(clause, from, position) : null;
}

/** "…; los ecologistas, de «…»": behind a semicolon somebody else shares the verb. */
function besides(clause: Clause, from: number, position: number): Attribution | null {
  let start = position - 1;
  while (start > from && at(clause, start)?.text !== ';') start--;
  const source = at(clause, start)?.text === ';' ? phraseAfter(clause, start + 1, position) : null;
  return source && maySpeak(source, clause) ? { source, cue: null, reason: 'cue-before' } : null;
}

/** The cue that leads to a quotation from before another one in its sentence. */
export function cueAcross(clause: Clause, position: number): Attribution | null {
  const found = attributionBefore(clause, position, 0);
  return found?.reason === 'subject' ? null : found;
}

/** "While Hale calls it “a gem,” Reed disagrees.": the comma ends the clause of the quotation, not a cue for it. */
function opensSubordinate(clause: Clause, from: number, position: number): boolean {
  if (clause.cues.code !== 'en') return false;
  for (let at = position - 1; at >= from && at > position - 20; at--) {
    const lower = clause.tokens[at]?.lower ?? '';
    if (/^[,–—-]$/.test(clause.tokens[at]?.text ?? '')) return false;
    if (/^(?:while|although|though|when|because|whereas)$/.test(lower)) return true;
    if (lower === 'as' && /^(?:even|just|but)$/.test(clause.tokens[at - 1]?.lower ?? '')) return true;
  }
  return false;
}

/** "…," Reed wrote. / "…," said Reed: a cue that has no more to say than who speaks. */
function isTag(clause: Clause, { cue }: Attribution, position: number): boolean {
  if (!cue) return false;
  let verb = position + 1;
  while (verb < clause.tokens.length && (clause.tokens[verb]?.start ?? 0) < cue.start) verb++;
  return verb <= position + 2 || clause.tokens[verb + 1]?.kind !== 'word';
}

/** "His demand: “Tear it down!” Conservatives cheered.": the mark ends a sentence that began before the quotation. */
function endsHere(clause: Clause, position: number, from: number): boolean {
  return /^[?!]$/.test(clause.tokens[position]?.text ?? '') && !onlyMarks(clause, from, position);
}

function trailStart(clause: Clause, position: number): number {
  let start = position + 1;
  while (clause.tokens[start]?.kind === 'mark') start++;
  return start;
}

/** Whether the words right before a quotation announce it: a colon, a comma or a verb. */
function leadsUp(clause: Clause, position: number): boolean {
  const before = clause.tokens[position - 1];
  return before !== undefined && (/^[:,]$/.test(before.text) || clause.cues.speech.has(before.lower));
}

/** Whether a range holds nothing but punctuation. */
export function onlyMarks(clause: Clause, from: number, to: number): boolean {
  // No copy of the tokens: a sentence may hold thousands of quotations.
  for (let at = from; at < to; at++) if (clause.tokens[at]?.kind !== 'mark') return false;
  return true;
}
