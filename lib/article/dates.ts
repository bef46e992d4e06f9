/**
 * Dates as publishers write them, turned into ISO 8601 without moving them to another time zone: the day stays the
 * publisher's. What names no believable day is null.
 */

const MIN_YEAR = 1900;
const MAX_YEAR = 2100;
const pad = (value: number): string => String(value).padStart(2, '0');

function isoDay(year: number, month: number, day: number): string | null {
  if (year < MIN_YEAR || year > MAX_YEAR || month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** Offsets of the zone names that appear in news pages, in hours. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 1,
  cet: 1,
  mez: 1,
  cest: 2,
  mesz: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  ist: 5.5,
  jst: 9,
  kst: 9,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

function zone(text: string): string {
  const named = ZONES[text.trim().toLowerCase()];
  if (named !== undefined) {
    if (named === 0) return '+00:00';
    return `${named < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(named)))}:${named % 1 === 0 ? '00' : '30'}`;
  }
  const match = /([+-])(\d{1,2}):?(\d{2})?$/.exec(text.trim());
  return match ? `${match[1]}${pad(Number(match[2]))}:${match[3] ?? '00'}` : '';
}

/** The time of day that follows a date, as `THH:MM:SS±HH:MM`, as far as it is there. */
function clock(rest: string): string {
  const match =
    /^[T\s.,à|·–—-]{0,4}(?:at|um|kl\.?|à|a las|ore|om|às|o|в)?\s*(\d{1,2})[:.h](\d{2})(?::?(\d{2}))?(?:[.,]\d+)?\s*(Uhr|a\.?m\.?|p\.?m\.?|مساءً?|صباح[اً]*)?\s*(?:\(?(Z|[A-Z]{3,4}|(?:GMT|UTC)?\s?[+-]\d{1,2}:?(?:\d{2})?)\)?)?(?![\w])/i.exec(
      rest,
    );
  if (!match) return '';
  let hour = Number(match[1]);
  const half = match[4]?.toLowerCase() ?? '';
  if (/^[pم]/.test(half) && hour < 12) hour += 12;
  if (/^[aص]/.test(half) && hour === 12) hour = 0;
  const [minute, second] = [Number(match[2]), Number(match[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return '';
  return `T${pad(hour)}:${pad(minute)}:${pad(second)}${zone(match[5] ?? '')}`;
}

const withClock = (day: string | null, rest: string): string | null => (day === null ? null : day + clock(rest));

/** Month names of a language as its own calendar writes them, long and short, alone and within a date. */
const known = new Map<string, ReadonlyMap<string, number>>();

function monthsOf(language: string): ReadonlyMap<string, number> {
  const tag = language.split(/[-_]/)[0]?.toLowerCase() || 'en';
  const cached = known.get(tag);
  if (cached) return cached;
  const months = new Map<string, number>();
  try {
    for (const width of ['long', 'short'] as const) {
      const alone = new Intl.DateTimeFormat(tag, { month: width, timeZone: 'UTC', calendar: 'gregory' });
      const inDate = new Intl.DateTimeFormat(tag, {
        day: 'numeric',
        month: width,
        timeZone: 'UTC',
        calendar: 'gregory',
      });
      for (let month = 1; month <= 12; month++) {
        const date = new Date(Date.UTC(2021, month - 1, 15));
        const within = inDate.formatToParts(date).find((part) => part.type === 'month')?.value ?? '';
        for (const name of [alone.format(date), within]) {
          const key = bare(name);
          if (/\p{L}/u.test(key) && !months.has(key)) months.set(key, month);
        }
      }
    }
  } catch {
    // A language tag that no calendar knows: English and the numbers remain.
  }
  known.set(tag, months);
  return months;
}

const bare = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .trim();

/**
 * What the languages below call each month, long and short, with spellings that no calendar has. They agree, and need no
 * calendar: the first one costs a page as much as all the rest of its metadata.
 */
const MONTHS = [
  'jan ene enero gen gennaio janeiro janner januar januari january janv janvier',
  'feb feber febbraio febrero februar februari february fev fevereiro fevr fevrier',
  'mar maart maerz march marco mars marz marzo mrt mrz',
  'apr abr abril april aprile avr avril',
  'may mag maggio mai maio mayo mei',
  'jun giu giugno juin june junho juni junio',
  'jul juil juillet julho juli julio july lug luglio',
  'aug ago agosto aout august augustus',
  'sep sept september septembre septiembre set setembro setiembre settembre',
  'oct october octobre octubre okt oktober ott ottobre out outubro',
  'nov november novembre novembro noviembre',
  'dec december decembre dez dezember dezembro dic dicembre diciembre',
].map((names) => names.split(' '));
const LANGUAGES_OF_MONTHS = /^(en|de|fr|es|it|pt|nl)([-_]|$)/i;

/** Tried last, as pages state no language or another than they are written in. */
const OTHER_LANGUAGES = ['ro', 'ru', 'uk', 'pl', 'cs', 'sv', 'nb', 'tr', 'id', 'el', 'ar'];

function monthNumber(word: string, language: string): number {
  const key = bare(word);
  const own = LANGUAGES_OF_MONTHS.test(language) ? undefined : monthsOf(language).get(key);
  const month = own ?? MONTHS.findIndex((names) => names.includes(key)) + 1;
  if (month > 0) return month;
  for (const tag of OTHER_LANGUAGES) {
    const other = monthsOf(tag).get(key);
    if (other !== undefined) return other;
  }
  return 0;
}

/** Whether a word names a month, in the languages that need no calendar. */
export const isMonth = (word: string): boolean => MONTHS.some((names) => names.includes(bare(word)));

/** A date that is written out has its year in full; most lines have none, and never meet the patterns below. */
const YEAR = /(?:19|20)\d\d/;

/** A date that is written out: `5 novembre 2024`, `Nov. 5th, 2024`, `5. November 2024`, `2024年11月5日`. */
function writtenOut(text: string, language: string): string | null {
  if (!YEAR.test(text)) return null;
  const east = /((?:19|20)\d\d)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/.exec(text);
  if (east)
    return withClock(
      isoDay(Number(east[1]), Number(east[2]), Number(east[3])),
      text.slice(east.index + east[0].length),
    );
  const dayFirst =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|re|º|ª|\.)?\s+(?:de\s+|of\s+|d['’]|')?(?:\p{L}+\s*\/\s*)?(\p{L}[\p{L}\p{M}]{2,14})\.?,?\s+(?:de\s+|del\s+|di\s+)?'?((?:19|20)\d\d)(?!\d)/gu;
  for (const match of text.matchAll(dayFirst)) {
    const month = monthNumber(match[2] ?? '', language);
    if (month > 0)
      return withClock(isoDay(Number(match[3]), month, Number(match[1])), text.slice(match.index + match[0].length));
  }
  const monthFirst =
    /(\p{L}[\p{L}\p{M}]{2,14})(?:[.,]\s*|\s+)(\d{1,2})(?:st|nd|rd|th)?(?:[.,]{1,2}\s*|\s+)((?:19|20)\d\d)(?!\d)/gu;
  for (const match of text.matchAll(monthFirst)) {
    const month = monthNumber(match[1] ?? '', language);
    if (month > 0)
      return withClock(isoDay(Number(match[3]), month, Number(match[2])), text.slice(match.index + match[0].length));
  }
  const yearFirst = /(?<!\d)((?:19|20)\d\d)[.,]?\s+(\p{L}{3,12})\.?\s+(\d{1,2})(?![\d:])/u.exec(text);
  if (yearFirst) {
    const month = monthNumber(yearFirst[2] ?? '', language);
    if (month > 0) return isoDay(Number(yearFirst[1]), month, Number(yearFirst[3]));
  }
  const joined = /(?<!\d)(\d{1,2})[-/ ](\p{L}{3,12})\.?[-/ ]((?:19|20)\d\d)(?!\d)/u.exec(text);
  if (joined) {
    const month = monthNumber(joined[2] ?? '', language);
    if (month > 0) return isoDay(Number(joined[3]), month, Number(joined[1]));
  }
  return null;
}

/** `05.11.2024`, `5/11/2024`, `11/5/24`: the order of day and month is the language's unless a number decides it. */
function numbers(text: string, language: string): string | null {
  const match =
    /(?<![\d./-])(\d{1,2}) ?([./-])(?:(\d{1,2})\2((?:19|20)?\d\d)| ?(\d{1,2}) ?\2 ?((?:19|20)\d\d))(?!\d)/.exec(text);
  if (!match) return null;
  const [one, two] = [Number(match[1]), Number(match[3] ?? match[5])];
  const yearText = match[4] ?? match[6] ?? '';
  const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
  const american = /^(en([-_]us)?)?$/i.test(language) && match[2] !== '.';
  const [day, month] = (american && one <= 12) || two > 12 ? [two, one] : [one, two];
  return withClock(isoDay(year, month, day), text.slice(match.index + match[0].length));
}

/**
 * The day, with time and offset where they are given, that a text names first; null if it names none between 1900 and
 * 2100. `language` is a tag such as `fr` or `en-US` and decides the words and the order of numbers.
 */
export function readDate(raw: string, language = 'en'): string | null {
  const text = raw.replace(/\s+/g, ' ').trim().slice(0, 300);
  if (text === '') return null;
  const iso = /(?<!\d)((?:19|20)\d\d)([-/.]) ?(\d{1,2})\2 ?(\d{1,2})(?!\d)/.exec(text);
  if (iso)
    return withClock(isoDay(Number(iso[1]), Number(iso[3]), Number(iso[4])), text.slice(iso.index + iso[0].length));
  if (/^\d{10}(\d{3})?$/.test(text)) {
    const at = new Date(Number(text) * (text.length === 10 ? 1000 : 1));
    return at.getUTCFullYear() >= 1995 && at.getUTCFullYear() <= MAX_YEAR ? at.toISOString() : null;
  }
  const solid = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(?!\d)/.exec(text);
  if (solid) {
    const time = solid[4] ? ` ${solid[4]}:${solid[5]}${solid[6] ? `:${solid[6]}` : ''}` : '';
    return withClock(isoDay(Number(solid[1]), Number(solid[2]), Number(solid[3])), time + text.slice(solid[0].length));
  }
  return writtenOut(text, language) ?? numbers(text, language);
}

/** The day that an address carries, as in `/2024/11/05/` or `-20241105`; null if it carries none. */
export function dateInAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const path = new URL(address).pathname;
  const parts =
    /(?:^|[/_-])((?:19|20)\d\d)[/_-](\d{1,2}|[a-z]{3})[/_-](\d{1,2})(?=[/_.-]|$)/i.exec(path) ??
    /[/_-](20[0-3]\d)([01]\d)([0-3]\d)(?=[/_.-]|\d{0,6}(?:[/_.-]|$))/.exec(path);
  if (!parts) return null;
  const month = /^\d/.test(parts[2] ?? '') ? Number(parts[2]) : monthNumber(parts[2] ?? '', 'en');
  return isoDay(Number(parts[1]), month, Number(parts[3]));
}

/** The month that an address files its article under, as in `/2024/11/harbour-plans`, as `2024-11`; null without one. */
export function monthInAddress(address: string): string | null {
  const parts = /^[^?#]*\/((?:19|20)\d\d)\/(0[1-9]|1[0-2])(?:[/?#]|$)/.exec(address);
  return parts ? `${parts[1]}-${parts[2]}` : null;
}
