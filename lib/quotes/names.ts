import { isPersonNoun, isTitle } from './person-nouns';
import type { Token } from './tokens';
import { isRomance, type LanguageCues } from './types';

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
      else if (
        cues.capitalNouns &&
        end - at >= 2 &&
        token?.lower !== 'van' &&
        /^(?:der|dem|den)$/.test(tokens[end + 1]?.lower ?? '')
      )
        break;
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

function isNounFirst(tokens: readonly Token[], run: Run, cues: LanguageCues): boolean {
  const word = tokens[run.from]?.lower ?? '';
  if (run.to - run.from < 3 || cues.givenNames.has(word) || cues.determiners.has(word)) return false;
  return (
    cues.determiners.has(tokens[run.from - 1]?.lower ?? '') ||
    /\p{L}{4}(?:in|er|or|ist|ent|ant|loge|ler|rat|chef|arzt|mann|frau)(?:s|n|en)?$/u.test(word)
  );
}

/** Whether a given name stands at a token, or the one before it is an abbreviation ("UFRN Lindalva Bessa"). */
export function startsName(tokens: readonly Token[], at: number, cues: LanguageCues): boolean {
  return cues.givenNames.has(tokens[at]?.lower ?? '') || /^\p{Lu}{2,6}$/u.test(tokens[at - 1]?.text ?? '');
}

/** First words of places and houses that more words follow ("San Donato", "Partido Socialista"). */
const OPENS_HOUSE =
  /^(?:s[aã]nt?[aeo]?|são|nov[aoi]|nuev[ao]|nuov[ao]|l[ao]s|l[ae]|el|il|real|reggio|porto|puerto|r[ií]o|castel|monte?|vill?a|costa|parti[dt]o?|minist|banc[ao]?|tribunal|cort[es]|comi|comm|universi|institu|f[eé]d|confe|consej|conse|congres|c[áa]mara|camera|uni|estados|stati|états|saint|sainte|val|ville|port|nations|naciones|nazioni|guard|polic|poliz|corpo|cruz|croce|croix|grupo|gruppo|club|inter|sport|radio)/;
const ADJECTIVE =
  /(?:[aei]l|ic[ao]|an[ao]|[aeo]u?l[ae]s|ar[ei]?|[aá]ri[ao]|e[ao]|ense|[eê]s|ese|iv[ao]|os[ao]|unid[ao]s?|uni[ts]i?|d[eu]r)$/;
const OFFICE_BEFORE = 6;

/** Where the name begins in a run that "of" joins to an office: "presidente della Lega Elvira Da Rin"; -1 where it holds none. */
function behindHouse(tokens: readonly Token[], run: Run, cues: LanguageCues): number {
  const { prepositions, determiners } = cues;
  const before = (back: number) => tokens[run.from - back]?.lower ?? '';
  const joined = prepositions.has(before(1)) || (determiners.has(before(1)) && prepositions.has(before(2)));
  if (run.to - run.from < 3 || !joined) return -1;
  let office = run.from - 1;
  while (office >= 0 && office > run.from - OFFICE_BEFORE && !isPersonNoun(tokens[office]?.lower ?? '', cues)) {
    if (tokens[office]?.kind !== 'word') return -1;
    office--;
  }
  if (!isPersonNoun(tokens[office]?.lower ?? '', cues)) return -1;
  for (let at = run.from + 1; at < run.to - 1; at++) if (startsName(tokens, at, cues)) return at;
  if (OPENS_HOUSE.test(tokens[run.from]?.lower ?? '')) return -1;
  let at = run.from + 1;
  while (at < run.to - 2 && ADJECTIVE.test(tokens[at]?.lower ?? '')) at++;
  const whole =
    tokens.slice(at, run.to).filter(({ lower }) => !cues.particles.has(lower)).length === 2 && tokens[at]?.capital;
  return whole && !ADJECTIVE.test(tokens[at]?.lower ?? '') ? at : -1;
}

/** A run without the titles and capitalised adjectives in front; empty where nothing else is left. */
export function nameOf(tokens: readonly Token[], run: Run, cues: LanguageCues): Run {
  let from = run.from;
  if (
    isRomance(cues) &&
    cues.determiners.has(tokens[from]?.lower ?? '') &&
    /^[lL]['’]|^un['’]?$/i.test(tokens[from]?.text ?? '')
  )
    from++;
  // "die Maklerin Carola Bertsch", "Betriebsrätin Gülay Demir": a noun before a whole name is what she does.
  if (cues.capitalNouns && cues.determiners.has(tokens[from]?.lower ?? '')) from++;
  if (cues.capitalNouns && isNounFirst(tokens, { from, to: run.to }, cues)) from++;
  // "la pesquisadora da UFRN Lindalva Bessa": the name behind the house of an office.
  const split = isRomance(cues) ? behindHouse(tokens, run, cues) : -1;
  if (split > 0) return { from: split, to: run.to };
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
  // "Presidente da República", "Sprecherin der Polizei Göttingen": the house of an office is nobody's name.
  const joint = tokens[from]?.capital ? from - 1 : from;
  if (
    cues.code !== 'en' &&
    joint > run.from &&
    /^(?:d[eaoi]s?|del|della|du|der)$/.test(tokens[joint]?.text ?? '') &&
    cues.roles.has(tokens[joint - 1]?.lower ?? '') &&
    !cues.surnames?.has(tokens[joint + 1]?.lower ?? '')
  )
    return { from: run.to, to: run.to };
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
