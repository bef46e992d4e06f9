import type english from '../../public/_locales/en/messages.json';

/** The name of a sentence in `_locales`. English is complete by definition; a test holds the others to it. */
export type MessageKey = keyof typeof english;

/** Names of sentences that come in one form per number: `quotes` for `quotes_one` and `quotes_other`. */
export type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never;

/** Looks a sentence up and fills its placeholders in; an empty string where there is none. */
export type Lookup = (key: string, substitutions: string[]) => string;

let lookup: Lookup = (key) => key;
let locale = 'en';
const formats = new Map<string, unknown>();

/**
 * A format of the reader's language (numbers, dates, names), made once and kept: making one takes as long as a hundred uses, and a list of
 * filters writes hundreds of numbers at each key. `name` tells it from others of its kind.
 */
export function kept<Format>(name: string, make: (locale: string) => Format): Format {
  const key = `${locale} ${name}`;
  // What was kept under a name was made by the one place that gives that name.
  const known = (formats.get(key) as Format | undefined) ?? make(locale);
  formats.set(key, known);
  return known;
}

/**
 * Wires the browser's messages in, once per context; views must not know the browser's API. `uiLanguage` refines the
 * formats (British dates for `en-GB`) where the catalogue in force is of that language; elsewhere the catalogue's own
 * language is used, so that an English sentence never carries a German date.
 */
export function wireMessages(source: Lookup, uiLanguage = 'en'): void {
  lookup = source;
  const catalogue = source('localeName', []) || 'en';
  const tag = uiLanguage.replace('_', '-');
  locale = tag.split('-')[0] === catalogue && isTag(tag) ? tag : catalogue;
}

/** The language of the interface, for `lang` attributes and formats. */
export const currentLocale = (): string => locale;

/** The sentence of that name in the reader's language. A name without a sentence shows itself rather than nothing. */
export function t(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  return lookup(key, substitutions.map(String)) || key;
}

/** The sentence in the form that `n` asks for. `$1` is the number, formatted; further placeholders follow. */
export function plural(key: PluralKey, n: number, ...substitutions: readonly string[]): string {
  const all = [formatNumber(n), ...substitutions];
  const form = kept('plural', (tag) => new Intl.PluralRules(tag)).select(n);
  // French has a third form, for millions, which reads like the plural here.
  return lookup(`${key}_${form}`, all) || lookup(`${key}_other`, all) || key;
}

/** A number as the reader's language writes it. */
export const formatNumber = (n: number): string => kept('number', (tag) => new Intl.NumberFormat(tag)).format(n);

/** What a signal adds to or takes from a sum, with its sign and two decimals, so that a column of them can be compared. */
export const formatWeight = (n: number): string =>
  kept('weight', (tag) => {
    const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
    return new Intl.NumberFormat(tag, { ...digits, signDisplay: 'exceptZero' });
  }).format(n);

/** A share from 0 to 1 as a percentage. */
export const formatShare = (share: number): string =>
  kept('share', (tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })).format(share);

/**
 * The day of a time. A publisher's bare day (`2024-05-03`) is that day wherever the reader is, so it is not moved by
 * the time zone. What is no time comes back as it is.
 */
export function formatDate(time: string): string {
  const bareDay = /^\d{4}-\d\d-\d\d$/.test(time);
  const parsed = Date.parse(time);
  if (!Number.isFinite(parsed)) return time;
  const zone = bareDay ? { timeZone: 'UTC' } : {};
  return kept(`date ${bareDay}`, (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', ...zone })).format(parsed);
}

/**
 * The day that a publisher or a fact-checker wrote, whatever zone its time is in and wherever its reader is: a story of
 * 23:30 in New York is not tomorrow's in Paris.
 */
export const formatStatedDay = (time: string): string => formatDate(/^\d{4}-\d\d-\d\d/.exec(time)?.[0] ?? time);

/** Day and time of day, for what happened in the reader's own sight. */
export function formatMoment(time: string): string {
  const parsed = Date.parse(time);
  if (!Number.isFinite(parsed)) return time;
  return kept('moment', (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' })).format(
    parsed,
  );
}

/** A month, given as `YYYY-MM`, by its name and year. What is no month comes back as it is. */
export function formatMonth(month: string, style: 'long' | 'short' = 'long'): string {
  const parsed = /^\d{4}-\d\d$/.test(month) ? Date.parse(`${month}-01`) : Number.NaN;
  if (!Number.isFinite(parsed)) return month;
  const format = { year: 'numeric', month: style, timeZone: 'UTC' } as const;
  return kept(`month ${style}`, (tag) => new Intl.DateTimeFormat(tag, format)).format(parsed);
}

/** Bytes in the largest unit that leaves a readable number. */
export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power > 1 ? 1 : 0,
  }).format(bytes / 1000 ** power);
}

/** Several names in one line. */
export const formatList = (names: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction', style: 'long' }).format(names);

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
