import { fold } from './fold';

/** What a word of a query can be looked for in. `any` is all of them but the address and the closed lists. */
export const TEXT_FIELDS = [
  'quote',
  'note',
  'tag',
  'speaker',
  'title',
  'author',
  'site',
  'address',
  'claim',
  'claimant',
  'evidence',
  'verdict',
  'colour',
  'language',
  'type',
  'progress',
  'status',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** One condition of a query. All of them must hold. */
export type Term =
  | {
      readonly kind: 'text';
      readonly field: TextField | 'any';
      /** Folded words, one space between them. */
      readonly pattern: string;
      /** The last word must end where the pattern does; else it is the beginning of one. */
      readonly whole: boolean;
      readonly not: boolean;
    }
  | {
      readonly kind: 'time';
      readonly field: 'saved' | 'published';
      /** From the first moment of `from` up to, not including, `to`; days as `YYYY-MM-DD`. */
      readonly from: string;
      readonly to: string;
      readonly not: boolean;
    };

export interface Query {
  readonly terms: readonly Term[];
  /** Conditions that could not be read, as they were written: a date that is none. */
  readonly unread: readonly string[];
}

type FieldName = TextField | 'before' | 'after' | 'saved' | 'published';

/** Names of fields as people write them, folded; in English and in French. */
const FIELD_NAMES: Readonly<Record<FieldName, readonly string[]>> = {
  quote: ['quote', 'text', 'citation'],
  note: ['note', 'notes', 'comment', 'commentaire'],
  tag: ['tag', 'tags', 'etiquette', 'mot cle'],
  speaker: ['speaker', 'locuteur'],
  title: ['title', 'headline', 'titre'],
  author: ['author', 'byline', 'auteur'],
  site: ['site', 'publisher', 'source'],
  address: ['url', 'address', 'adresse'],
  claim: ['claim', 'affirmation'],
  claimant: ['claimant', 'by'],
  evidence: ['evidence', 'preuve'],
  verdict: ['verdict'],
  colour: ['colour', 'color', 'couleur'],
  language: ['language', 'lang', 'langue'],
  type: ['type'],
  progress: ['progress', 'avancement'],
  status: ['status', 'sighting', 'statut'],
  before: ['before', 'avant'],
  after: ['after', 'since', 'apres', 'depuis'],
  saved: ['saved', 'on', 'enregistre'],
  published: ['published', 'publie'],
};
const FIELDS = new Map(
  Object.entries(FIELD_NAMES).flatMap(([field, names]) => names.map((name) => [name, field as FieldName] as const)),
);

const OPENING = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02';

interface Piece {
  readonly not: boolean;
  /** What stands before the colon, as written; null where there is none. */
  readonly name: string | null;
  readonly value: string;
  /** In quotation marks that were closed. */
  readonly quoted: boolean;
  readonly written: string;
}

/** Reads what a person typed. Nothing is an error: what is not understood is looked for as words, or told in `unread`. */
export function parseQuery(typed: string): Query {
  const terms: Term[] = [];
  const unread: string[] = [];
  for (const piece of piecesOf(typed)) {
    const field = piece.name === null ? undefined : FIELDS.get(fold(piece.name).trim());
    if (field === 'before' || field === 'after' || field === 'saved' || field === 'published') {
      const term = timeTerm(field, piece);
      if (term === null) {
        if (piece.value.trim() !== '') unread.push(piece.written);
      } else terms.push(term);
      continue;
    }
    const address = field === undefined && /^https?:\/\//i.test(wholeValue(piece));
    const value = field === undefined ? wholeValue(piece) : piece.value;
    const pattern = fold(address ? value.replace(/^https?:\/\/(www\.)?/i, '') : value).trim();
    if (pattern === '') continue;
    terms.push({
      kind: 'text',
      field: address ? 'address' : (field ?? 'any'),
      pattern,
      whole: piece.quoted,
      not: piece.not,
    });
  }
  return { terms, unread };
}

/** A colon behind a word that names no field is part of the words. */
const wholeValue = ({ name, value }: Piece): string => (name === null ? value : `${name}:${value}`);

function* piecesOf(typed: string): Generator<Piece> {
  let at = 0;
  while (at < typed.length) {
    if (/\s/.test(typed.charAt(at))) {
      at++;
      continue;
    }
    const from = at;
    const not = typed.charAt(at) === '-' && /\S/.test(typed.charAt(at + 1));
    if (not) at++;
    const named = /^([\p{L}\p{M}-]{1,20})[:：](?!\/\/)/u.exec(typed.slice(at, at + 24));
    const name = named?.[1] ?? null;
    at += named?.[0].length ?? 0;
    const opened = OPENING.includes(typed.charAt(at)) && at < typed.length;
    const end = opened ? closing(typed, at + 1) : wordEnd(typed, at);
    const value = typed.slice(opened ? at + 1 : at, end);
    const quoted = opened && end < typed.length;
    at = quoted ? end + 1 : Math.max(end, at + 1);
    yield { not, name, value, quoted, written: typed.slice(from, at) };
  }
}

function closing(typed: string, from: number): number {
  for (let at = from; at < typed.length; at++) if (OPENING.includes(typed.charAt(at))) return at;
  return typed.length;
}

function wordEnd(typed: string, from: number): number {
  const found = /[\s"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]/.exec(typed.slice(from));
  return found === null ? typed.length : from + found.index;
}

/** The days from the first of a year, month or day to the first after it; null where the text is none of these. */
export function daysOf(text: string): { from: string; to: string } | null {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?-?$/.exec(text.trim());
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), match[2], match[3]];
  const m = month === undefined ? 0 : Number(month) - 1;
  const d = day === undefined ? 1 : Number(day);
  const first = utcDay(year, m, d);
  if (first.getUTCMonth() !== m || first.getUTCDate() !== d) return null;
  const next =
    month === undefined ? utcDay(year + 1, 0, 1) : day === undefined ? utcDay(year, m + 1, 1) : utcDay(year, m, d + 1);
  return { from: written(first), to: written(next) };
}

function utcDay(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date;
}

const written = (date: Date): string => date.toISOString().slice(0, -14);

/** Before and after every day that a row may carry. */
export const FIRST_DAY = '0000-01-01';
export const LAST_DAY = '9999-12-31';

function timeTerm(field: 'before' | 'after' | 'saved' | 'published', { value, not }: Piece): Term | null {
  const days = daysOf(value);
  if (days === null) return null;
  if (field === 'published') return { kind: 'time', field: 'published', ...days, not };
  if (field === 'before') return { kind: 'time', field: 'saved', from: FIRST_DAY, to: days.from, not };
  if (field === 'after') return { kind: 'time', field: 'saved', from: days.from, to: LAST_DAY, not };
  return { kind: 'time', field: 'saved', ...days, not };
}
