import { at, type Clause } from './clause';
import type { Source } from './phrases';

/** "dit-il", "a-t-elle": the verb and its pronoun. */
export const INVERTED = /^(.+?)-(?:t-)?(ils?|elles?|on|je|nous)$/;

/** The pronoun of "dit-il". */
export function inversionPronoun(clause: Clause, verb: number, pronoun: string): Source | null {
  const token = at(clause, verb);
  const gender = clause.cues.pronouns.get(pronoun);
  if (!token || gender === undefined) return null;
  return { kind: 'pronoun', words: pronoun, role: null, gender, start: token.start, end: token.end };
}
