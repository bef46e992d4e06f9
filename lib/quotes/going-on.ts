import type { Clause } from './clause';
import { isPersonNoun } from './person-nouns';
import { isRomance } from './types';

/** "…," an angry Hollande retaliated: the comma promises a speaker here, so nobody carries over from before. */
export function hasOwnSpeaker(clause: Clause, position: number): boolean {
  const comma = clause.tokens[position]?.text === ',' || clause.tokens[position + 1]?.text === ',';
  if (!comma) return false;
  if (clause.cues.dropsSubject && !namesSomebody(clause, position + 1)) return false;
  // "…», concluye.": a verb alone goes on with the speaker before it.
  const words = clause.tokens.slice(position + 1, position + 8).filter((token) => token.kind !== 'mark');
  // "…," because of …; "…," which Reed thinks …: the sentence goes on and names no speaker.
  const { relative, clause: conjunctions, prepositions } = clause.cues;
  const first = words[0]?.lower ?? '';
  if (clause.cues.code === 'en' && (relative.has(first) || conjunctions.has(first) || prepositions.has(first)))
    return false;
  return words.length > 1 || (words.length === 1 && !clause.cues.speech.has(words[0]?.lower ?? ''));
}

/** Whether a noun or a name stands before the next mark: "…», ha señalado a preguntas de la prensa." has neither. */
function namesSomebody(clause: Clause, from: number): boolean {
  let index = from;
  while (clause.tokens[index]?.kind === 'mark') index++;
  const { determiners, prepositions, between } = clause.cues;
  for (let governed = false; clause.tokens[index]?.kind === 'word'; index++) {
    const token = clause.tokens[index];
    if (!token || governed) return false;
    if (token.capital || (determiners.has(token.lower) && !between.has(token.lower))) return true;
    governed = prepositions.has(token.lower);
  }
  return false;
}

/** "Instead, “…”", "And “…”": a word that leads from one quotation to the next. */
export function goesOn(clause: Clause, position: number): boolean {
  const words = clause.tokens.slice(0, Math.min(position, 3)).filter((token) => token.kind === 'word');
  if (position > 2 || words.length !== 1) return false;
  return /^(?:instead|and|but|then|also|so|plus|et|puis|mais|und|aber|dann|y|pero|luego|e|ma|poi|mas|depois)$/.test(
    words[0]?.lower ?? '',
  );
}

/** "E ancora: «…»", "Y lanza un aviso: «…»": nobody stands before the colon, so whoever spoke goes on. */
export function isSubjectless(clause: Clause, position: number): boolean {
  if (!isRomance(clause.cues) || clause.tokens[position - 1]?.text !== ':' || position > LONGEST_LEAD) return false;
  const { determiners, between, pronouns } = clause.cues;
  const others = clause.tokens
    .slice(0, position - 1)
    .filter(
      ({ kind, capital, lower }, index) =>
        kind === 'quote' ||
        pronouns.get(lower) ||
        (capital && index > 0) ||
        (index === 0 && determiners.has(lower) && !between.has(lower)) ||
        isPersonNoun(lower, clause.cues),
    );
  return others.length === 0 && (clause.cues.dropsSubject === true || position <= 4);
}

const LONGEST_LEAD = 12;

/** "– E le capre? – domanda.": a verb alone, whose subject is whoever spoke before. */
export const goesOnAlone = (clause: Clause, position: number): boolean =>
  clause.cues.dropsSubject === true &&
  clause.tokens.slice(position + 1, position + 5).some(({ lower }) => clause.cues.speech.has(lower)) &&
  !namesSomebody(clause, position + 1);

/** "A su lado, una compañera que no da su nombre asiente.": somebody new, of whom the verbs that follow may be said. */
export function introducesSomebody({ tokens, cues }: Clause): boolean {
  return (
    isRomance(cues) &&
    tokens.some(
      ({ lower }, index) =>
        /^(?:una?|uma?|une)$/.test(lower) &&
        (index === 0 || tokens[index - 1]?.text === ',') &&
        isPersonNoun(tokens[index + 1]?.lower ?? '', cues),
    )
  );
}
