import { at, type Clause, isClauseWord, isComma } from './clause';
import { startsName } from './names';
import { isPersonNoun, isTitle } from './person-nouns';
import { readPhrase, type Source } from './phrases';
import { phraseAfter } from './subjects';

/** Tokens behind a verb among which its subject is looked for. */
const REACH = 18;
const LONGEST_ASIDE = 7;

/** Houses that speak: firms, offices, parties, papers, by the beginnings of their names in four languages. */
const HOUSES =
  /^(?:accus|administr|agen[cz]|ass?o[cz]|autori|ayunt|bomb|camar|câm|chambr|clu[bs]|coali|comand|comi|comm|compa|comun|conce|conf|conse|consor|coop|d[ée]f|dele|dire|emp|entid|fam[ií]l|f[ée]d|fiscal[ií]|fond|font|fuent|gest|gobi|gov|gouv|grup|hosp|impre|inform|instit|junta|lega|ligue|mairi|minis|mouv|movi|ong|op+os|organ|partid|partit|parti$|patron|poli[cçz]|pr[ée]f|procura|questura|rapport|redac|relat|sind|soci|sourc|syndic|tribun|uni)/;

/** Whether words are for somebody or for a house that speaks. */
export function maySpeak(source: Source, clause: Clause): boolean {
  if (source.kind === 'pronoun') return true;
  if (source.kind === 'name' && source.role === null) return true;
  const words = (source.role ?? source.words).toLowerCase().split(/[\s’']+/);
  return words
    .slice(0, 3)
    .some(
      (word) =>
        HOUSES.test(word) || isPersonNoun(word, clause.cues) || isPersonNoun(word.replace(/s$/, ''), clause.cues),
    );
}

/** "este martes", "la semana pasada": a time, though an article begins it. */
function isTime(clause: Clause, index: number): boolean {
  const { times, determiners } = clause.cues;
  const lower = (offset: number) => at(clause, index + offset)?.lower ?? '';
  if (at(clause, index)?.capital) return false;
  return (
    times.has(lower(0)) ||
    (determiners.has(lower(0)) && (times.has(lower(1)) || times.has(lower(2)))) ||
    /^(?:hace|há|fa)$/.test(lower(0))
  );
}

/** The subject of a verb that stands before it: right behind it, or behind times, places and manners. */
export function subjectBehind(clause: Clause, from: number, to: number, quoted = false): Source | null {
  const direct = isTime(clause, from) && clause.cues.code !== 'en' ? null : phraseAfter(clause, from, to);
  if (direct || clause.cues.code === 'en') return direct;
  const { determiners, prepositions, pronouns, relative } = clause.cues;
  const end = Math.min(to, from + REACH);
  // The quotation is the verb's object, so a noun outside adverbials is its subject, but for "tras conocer la decisión".
  let sure = quoted;
  for (let index = from; index < end; ) {
    const token = at(clause, index);
    if (!token) return null;
    if (token.kind !== 'word') {
      const closing = isComma(clause, index) ? asideEnd(clause, index, end) : -1;
      if (closing < 0) return null;
      index = closing + 1;
    } else if (isTime(clause, index))
      index += determiners.has(token.lower) || /^(?:hace|há|fa)$/.test(token.lower) ? 2 : 1;
    else if (prepositions.has(token.lower)) {
      sure &&= !/(?:[aei]r|[aei]re|oir)$/.test(at(clause, index + 1)?.lower ?? '');
      index = adverbialEnd(clause, index, end);
    } else if (isClauseWord(clause, index) || relative.has(token.lower)) return null;
    else if (pronouns.get(token.lower) && !determiners.has(token.lower))
      return readPhrase(clause.text, clause.tokens, index, index + 1, clause.cues);
    else if (determiners.has(token.lower) || token.capital || isPersonNoun(token.lower, clause.cues)) {
      const source = phraseAfter(clause, index, to);
      if (source && (sure || maySpeak(source, clause))) return source;
      index += 2;
    } else index++;
  }
  return null;
}

/** "assumiu, visivelmente abalado, o maquinista": where the commas close again; -1 where what they hold is more than a manner. */
function asideEnd(clause: Clause, comma: number, to: number): number {
  for (let index = comma + 1; index < Math.min(to, comma + LONGEST_ASIDE); index++) {
    if (isComma(clause, index)) return index > comma + 1 ? index : -1;
    const token = at(clause, index);
    if (token?.kind !== 'word' || token.capital) return -1;
    if (index === comma + 1 && (isClauseWord(clause, index) || clause.cues.determiners.has(token.lower))) return -1;
  }
  return -1;
}

/** Where a preposition's noun ends: "en los pasillos", "a Telenoche", "al presidente Juan Pérez". */
function adverbialEnd(clause: Clause, from: number, to: number): number {
  const { determiners, prepositions, particles, capitalNouns } = clause.cues;
  const lower = (index: number) => at(clause, index)?.lower ?? '';
  const capital = (index: number) => index < to && at(clause, index)?.capital === true;
  let index = from + 1;
  while (index < to && !capital(index) && (prepositions.has(lower(index)) || determiners.has(lower(index)))) index++;
  const heard = isPersonNoun(lower(index), clause.cues) && capital(index + 1);
  if (!capital(index) && (!heard || capitalNouns)) return index + 1;
  const start = index + 1;
  // "dijo a Radio Altiplano Wilmer Choque"
  let run = start;
  while (capital(run)) run++;
  if (!heard && !capitalNouns && run - start >= 2 && /^(?:a|al|à|ao|au|ad|alla)$/.test(lower(from))) return run - 2;
  for (index = start; capital(index) || (particles.has(lower(index)) && capital(index + 1)); index++) {
    if (capitalNouns ? isTitle(lower(index), clause.cues) : !heard && startsName(clause.tokens, index, clause.cues))
      break;
  }
  return index;
}
