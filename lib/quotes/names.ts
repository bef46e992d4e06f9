import type { Token } from './tokens';
import type { LanguageCues } from './types';

/** A run of capitalised words, as token indexes, end exclusive. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** The ending of a possessive. */
export const POSSESSIVE = /(?:['’]s|s['’])$/i;
const INITIAL =
  /^(?:\p{L}|\p{L}+\.\p{L}+|jr|sr|sen|rep|gov|mr|mrs|ms|dr|gen|lt|col|capt|sgt|rev|prof|mme|mlle|st|sra|srta|dott|hr|fr)$/u;

const isDot = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '.' && tokens[at - 1]?.end === tokens[at]?.start && INITIAL.test(tokens[at - 1]?.lower ?? '');

/** Whether a mark ends a phrase: all do but the dot of an initial or a title. */
export function breaksPhrase(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && token.kind !== 'word' && !isDot(tokens, at);
}

/** Runs of capitalised words; small name particles and initials may stand inside. */
export function capitalRuns(tokens: readonly Token[], from: number, to: number, cues: LanguageCues): Run[] {
  const runs: Run[] = [];
  let at = from;
  while (at < to) {
    if (!tokens[at]?.capital) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < to && !POSSESSIVE.test(tokens[end - 1]?.text ?? '')) {
      const token = tokens[end];
      if (token?.capital || isDot(tokens, end)) end++;
      // "Bernd Kruse von der Opposition": behind a whole name an article makes it no part of it.
      else if (cues.capitalNouns && end - at >= 2 && /^(?:der|dem|den)$/.test(tokens[end + 1]?.lower ?? '')) break;
      else if (token && cues.particles.has(token.lower) && tokens[end + 1]?.capital && end + 1 < to) end += 2;
      else if (
        token &&
        cues.particles.has(token.lower) &&
        cues.particles.has(tokens[end + 1]?.lower ?? '') &&
        tokens[end + 2]?.capital &&
        end + 2 < to
      )
        end += 3;
      else break;
    }
    runs.push({ from: at, to: end });
    at = end;
  }
  return runs;
}

/** Whether a word is an office or a form of address; German ones are told by their endings as well. */
export function isTitle(lower: string, cues: LanguageCues): boolean {
  if (cues.titles.has(lower) || cues.roles.has(lower)) return true;
  return (
    cues.capitalNouns &&
    /(?:minister|imker|makler|mitarbeiter|anwohner|rät|bäuer|fischer|gärtner|händler|lehrer|schüler|richter|rentner|unternehmer|künstler|autor|journalist|polizist|student|pfarrer|ärzt|arzt|landwirt|winzer|betreiber|gründer|sprecher|präsident|kanzler|chef|forscher|leiter|direktor|meister|trainer|anwalt|ökonom|experte|professor|sekretär|vorsitzende[rn]?|wissenschaftler|historiker|kommissar|rat|wirt|führer|bauer)(?:in)?$/u.test(
      lower,
    )
  );
}

function isNounFirst(tokens: readonly Token[], run: Run, cues: LanguageCues): boolean {
  const word = tokens[run.from]?.lower ?? '';
  if (run.to - run.from < 3 || cues.givenNames.has(word) || cues.determiners.has(word)) return false;
  return (
    cues.determiners.has(tokens[run.from - 1]?.lower ?? '') ||
    /(?:\p{L}{5}in|\p{L}{7}(?:er|ist|ent|ant|loge))$/u.test(word)
  );
}

/** A run without the titles and capitalised adjectives in front; empty where nothing else is left. */
export function nameOf(tokens: readonly Token[], run: Run, cues: LanguageCues): Run {
  let from = run.from;
  // "die Maklerin Carola Bertsch", "Betriebsrätin Gülay Demir": a noun before a whole name is what she does.
  if (cues.capitalNouns && cues.determiners.has(tokens[from]?.lower ?? '')) from++;
  if (cues.capitalNouns && isNounFirst(tokens, { from, to: run.to }, cues)) from++;
  // "Fuentes del Gobierno": what hangs on a common noun is no name.
  const head = tokens[from]?.lower ?? '';
  const hangs = run.to > from + 1 && cues.particles.has(tokens[from + 1]?.lower ?? '') && !tokens[from + 1]?.capital;
  if (hangs && cues.code !== 'en' && cues.notNames.has(head) && !cues.givenNames.has(head))
    return { from: run.to, to: run.to };
  for (let at = from; at < run.to; at++) {
    const word = tokens[at]?.lower ?? '';
    // A surname may be an office as well ("Sophie Cardinal"): the last of several words stays.
    const surname = at === run.to - 1 && at > run.from && from < at;
    if (
      (isTitle(word, cues) && !surname) ||
      (at === from &&
        cues.notNames.has(word) &&
        !cues.surnames?.has(word) &&
        !(cues.givenNames.has(word) && at + 1 < run.to))
    )
      from = at + 1;
    if (from === at + 1 && isDot(tokens, at + 1)) from = ++at + 1;
  }
  while (
    from < run.to &&
    (tokens[from]?.kind === 'mark' || (cues.particles.has(tokens[from]?.lower ?? '') && !tokens[from]?.capital))
  )
    from++;
  return { from, to: run.to };
}

/** The words of a range as they stand in the text. */
export function wordsOf(text: string, tokens: readonly Token[], from: number, to: number): string {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last && to > from ? text.slice(first.start, last.end).replace(/\s+/g, ' ') : '';
}
