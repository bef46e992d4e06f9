import { maySpeak, subjectBehind } from './behind-verb';
import { at, type Clause, isClauseWord, isComma, isSpeech, spanOf } from './clause';
import type { Attribution } from './cue';
import { phraseAfter } from './subjects';
import { isRomance } from './types';

/** Nouns for what somebody says: "è il monito del governatore", "La respuesta de Soto: «…»". */
const NOUN =
  /^(?:palabras|frase|lema|mensaje|advertencia|aviso|respuesta|conclusi[oó]n|resumen|diagnóstico|promesa|sentencia|comment[oi]|parol[ae]|monito|allarme|appello|avvertimento|promessa|sfogo|accusa|replica|risposta|messaggio|ricetta|diagnosi|motto|slogan|conclusione|post|tweet|palavras|recado|resposta|alerta|desabafo|mensagem|conclusão|aviso|mots?|message|phrase|formule|réaction|réponse|constat|verdict|leçon|credo|worte|devise|fazit|botschaft|antwort|kommentar|urteil|rat)$/;
const OF = /^(?:d[eio]|d['’]|del|du|des|dell[oae]|dell['’]|de[is]|degli|da|das|dos|von|vom|der)$/;
const BE =
  /^(?:[eè]|é|es|est|c['’]|ce|ist|fue|fu|foi|era|était|war|ecco|stato|stata|sido|son|são|sono|lautet|lautete|sind|waren)$/;
/** "so Althoff", "così Nadia Forte" */
const THUS = /^(?:così|dixit|palabra|parola|assim)$/;
const HOUSE = /^(?:desde|dal(?:l[ao]|l['’])?|da|aus|du|dai|dagli)$/;

const lowerAt = (clause: Clause, index: number): string => at(clause, index)?.lower ?? '';

/**
 * What stands behind a quotation without a verb of saying that a list has: a noun of speech and whose it is, a house
 * ("aseguran desde el Ayuntamiento"), a verb that no list has
 * with somebody behind it ("«…», allarga le braccia l’ingegner Bonfanti").
 */
export function taggedAfter(clause: Clause, quote: number, from: number, to: number): Attribution | null {
  if (clause.cues.code === 'en') return null;
  const noun = ownedNoun(clause, from, to);
  if (noun) return noun;
  if (THUS.test(lowerAt(clause, from))) return cued(clause, from, from + 1, to);
  if (!isRomance(clause.cues)) return participleAtEnd(clause, from, to);
  return fromHouse(clause, from, to) ?? unlisted(clause, quote, from, to);
}

function cued(clause: Clause, cue: number, from: number, to: number): Attribution | null {
  const source = phraseAfter(clause, from, to);
  return source && maySpeak(source, clause) ? { source, cue: spanOf(clause, cue), reason: 'cue-after' } : null;
}

/** "è stato il monito del governatore Fulvio Degan", "le parole di Sofia Renier". */
function ownedNoun(clause: Clause, from: number, to: number): Attribution | null {
  let index = from;
  while (index < from + 3 && BE.test(lowerAt(clause, index))) index++;
  if (clause.cues.determiners.has(lowerAt(clause, index))) index++;
  if (!NOUN.test(lowerAt(clause, index))) return null;
  return ofWhom(clause, index, to);
}

/** The owner of a noun: behind "of", an adjective between them or not. */
function ofWhom(clause: Clause, noun: number, to: number): Attribution | null {
  const of = [noun + 1, noun + 2].find((index) => OF.test(lowerAt(clause, index)));
  return of === undefined ? null : cued(clause, noun, of + 1, to);
}

/** "aseguran desde el Ayuntamiento", "fanno sapere dalla Procura": a name alone, as the words for others lose their article. */
function fromHouse(clause: Clause, from: number, to: number): Attribution | null {
  let index = from;
  while (index < from + 4 && !isSpeech(clause, index)) index++;
  const cue = index;
  if (index >= from + 4) return null;
  while (index < cue + 3 && !HOUSE.test(lowerAt(clause, index))) index++;
  if (!HOUSE.test(lowerAt(clause, index)) || !isPlural(clause, cue, from)) return null;
  const source = phraseAfter(clause, index + 1, to);
  return source?.kind === 'name' ? { source, cue: spanOf(clause, cue), reason: 'cue-after' } : null;
}

/** Whether a verb is a plural: what a house says has no other subject. */
const isPlural = (clause: Clause, verb: number, from: number): boolean =>
  /(?:n|no|m|ent|ont)$/.test(lowerAt(clause, verb)) ||
  /^(?:fanno|han|hanno|font)$/.test(lowerAt(clause, from)) ||
  lowerAt(clause, verb) === 'sapere';

/** "«…», allarga le braccia l’ingegner Bonfanti": behind a comma a verb comes first, and then who speaks. */
function unlisted(clause: Clause, quote: number, from: number, to: number): Attribution | null {
  const head = at(clause, from);
  const { determiners, prepositions, relative, between } = clause.cues;
  const comma =
    isComma(clause, quote + 1) || at(clause, quote)?.text === ',' || /^[?!…]$/.test(at(clause, quote)?.text ?? '');
  if (!comma || head?.kind !== 'word' || head.capital || isClauseWord(clause, from)) return null;
  if (
    (determiners.has(head.lower) || prepositions.has(head.lower) || relative.has(head.lower)) &&
    !between.has(head.lower)
  )
    return null;
  if (!VERB.test(head.lower) && !between.has(head.lower)) return null;
  const source = subjectBehind(clause, from + 1, to);
  return source && maySpeak(source, clause) ? { source, cue: null, reason: 'cue-after' } : null;
}

/** How third persons end. */
const VERB = /(?:[aeoóòéèí]|[ae]n|ai?t|it|[eo]nt|ou|eu|iu|-se)$/;

/** "„…“, hatte am Vortag schon der Landesvorsitzende Knut Behrends angekündigt." */
function participleAtEnd(clause: Clause, from: number, to: number): Attribution | null {
  if (!/^(?:hat|hatte|haben|hatten)$/.test(lowerAt(clause, from))) return null;
  let end = from;
  while (end < to && at(clause, end)?.kind === 'word') end++;
  if (!isSpeech(clause, end - 1)) return null;
  const source = subjectBehind(clause, from + 1, end - 1, true);
  return source && { source, cue: spanOf(clause, end - 1), reason: 'cue-after' };
}

/** "Lapidario il commento del ct Bruno Falchi: «…»", "Desde el Ayuntamiento insisten en que «…»". */
export function taggedBefore(clause: Clause, from: number, quote: number): Attribution | null {
  if (!isRomance(clause.cues)) return null;
  const colon = at(clause, quote - 1)?.text === ':';
  for (let index = from; index < quote; index++) {
    if (colon && NOUN.test(lowerAt(clause, index)) && index > quote - 24) {
      const found = ofWhom(clause, index, quote);
      if (found) return { ...found, reason: 'label' };
    }
  }
  return null;
}

/** "Desde el Ayuntamiento insisten en que «…»", "Dal Comune assicurano": the house stands where the subject would. */
export function houseBefore(clause: Clause, start: number, verb: number): Attribution['source'] | null {
  let from = start;
  while (at(clause, from)?.kind === 'mark') from++;
  if (!isRomance(clause.cues) || !HOUSE.test(lowerAt(clause, from)) || !isPlural(clause, verb, from + 2)) return null;
  const source = phraseAfter(clause, from + 1, verb);
  return source?.kind === 'name' ? source : null;
}
