import { readDate } from './dates';

/** Opens a date that is later than publication, or of something else. */
const LATER = [
  'updated?|modified|revised|reviewed|edited|received|accepted|submitted',
  'aktualisiert|(?:letzte )?(?:änderung|aktualisierung)|geändert|stand',
  'mise? à jour|màj|modifiée?|actualizad[oa]|actualización|atualizad[oa]|aggiornat[oa]|aggiornamento',
  'bijgewerkt|gewijzigd|uppdatera[dt]|oppdatert|opdateret|aktualizacja',
  'обновлено|изменено',
].join('|');

/** Opens the date of publication. */
const FIRST = [
  'published|posted|released|veröffentlicht|erschienen|erstellt|publiée?|publicad[oa]|pubblicat[oa]|gepubliceerd',
  'geplaatst|publicera[dt]|publisert|publiceret|opublikowano|опубликовано',
].join('|');

const CUE = new RegExp(
  `(?<!\\p{L})(?:(?<later>${LATER})|${FIRST})(?!\\p{L})|(?<east>更新|수정|最終更新)|公開|入力|입력|发布|掲載`,
  'giu',
);

/** What a date is said to be: that of publication, a later one, or nothing. */
export type Said = 'first' | 'later' | null;

/** A day and what it is said to be. */
export interface Dated {
  readonly date: string;
  readonly said: Said;
}

const saidBy = (cue: RegExpMatchArray): Said => (cue.groups?.['later'] || cue.groups?.['east'] ? 'later' : 'first');

/** What the words that a date follows say it is. */
export function saidBefore(text: string): Said {
  const cue = [...text.matchAll(CUE)].at(-1);
  return cue === undefined ? null : saidBy(cue);
}

/** The day in a text that is most likely that of publication: the one said to be it, else the first that is not said to be later. */
export function datedIn(text: string, language: string, before: Said = null): Dated | null {
  const whole = readDate(text, language);
  if (whole === null) return null;
  const cues = [...text.matchAll(CUE)];
  if (cues.length === 0) return { date: whole, said: before };
  const parts = [null, ...cues].map((cue, i) => {
    const part = text.slice(cue?.index ?? 0, cues[i]?.index);
    return { date: readDate(part, language), said: cue === null ? before : saidBy(cue) };
  });
  const dated = parts.filter((part): part is Dated => part.date !== null);
  const best = dated.find((part) => part.said === 'first') ?? dated.find((part) => part.said === null) ?? dated[0];
  return best ?? { date: whole, said: before };
}
