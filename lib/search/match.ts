import type { Dictionary } from './dictionary';
import type { Codes } from './growing';
import { BARE_CLAIM, type LibraryIndex, QUOTE } from './library-index';
import type { Term, TextField } from './query';
import type { TextColumn } from './text-column';

/**
 * How well each row answers one condition: 0 for not at all, more the nearer the words are to what was said. A match in
 * the quote or the claim weighs more than one in a title, that more than one in the section's name.
 */
export type Scores = Uint8Array<ArrayBuffer>;

type TextTerm = Extract<Term, { kind: 'text' }>;
type TimeTerm = Extract<Term, { kind: 'time' }>;

/** Scores of the rows' own fields, of their articles' and of their claims'. */
interface Targets {
  readonly rows: Scores;
  readonly articles: Scores;
  readonly claims: Scores;
}

/** What a condition gave, put together by row and apart; the parts narrow a longer word's search. */
export interface Matched {
  readonly scores: Scores;
  readonly parts: Targets | null;
}

/**
 * Answers a condition for every row of the index, whether it is negated or not. `shorter` is what a beginning of the
 * same word gave on the same index: the word is looked for there alone.
 */
export function matchTerm(index: LibraryIndex, term: Term, shorter: Matched | null): Matched {
  return term.kind === 'time'
    ? { scores: timeScores(index, term), parts: null }
    : textScores(index, term, shorter?.parts ?? null);
}

/** The scores of a condition's opposite. */
export function opposite(index: LibraryIndex, scores: Scores): Scores {
  const kind = index.rows.kind.values;
  return scores.map((score, slot) => (score === 0 && kind[slot] !== 0 ? 1 : 0));
}

function textScores(index: LibraryIndex, term: TextTerm, within: Targets | null): Matched {
  const { rows, articles, claims } = index;
  const parts: Targets = {
    rows: new Uint8Array(rows.slots.length),
    articles: new Uint8Array(articles.slots.length),
    claims: new Uint8Array(claims.slots.length),
  };
  const fields: readonly TextField[] = term.field === 'any' ? ANYWHERE : [term.field];
  for (const field of fields) SEARCHERS[field](index, term, parts, within);
  return { scores: joined(index, parts), parts };
}

/** Each row's own score with those of its article and its claim. */
function joined({ rows }: LibraryIndex, { rows: own, articles, claims }: Targets): Scores {
  const scores = own.slice();
  const [article, claim] = [rows.article.values, rows.claim.values];
  for (let slot = 0; slot < scores.length; slot++) {
    const more = (articles[article[slot] ?? -1] ?? 0) + (claims[claim[slot] ?? -1] ?? 0);
    if (more > 0) scores[slot] = (scores[slot] ?? 0) + more;
  }
  return scores;
}

type Table = keyof Targets;

/** Looks through a column of texts. */
const scan =
  (table: Table, columnOf: (index: LibraryIndex) => TextColumn, weight: number): Searcher =>
  (index, { pattern, whole }, parts, within) => {
    const into = parts[table];
    columnOf(index).scan(pattern, whole, within?.[table] ?? null, (slot) => {
      into[slot] = (into[slot] ?? 0) + weight;
    });
  };

function look(dictionary: Dictionary, column: Codes, term: TextTerm, into: Scores, weight: number): void {
  const { hits, any } = dictionary.matching(term.pattern, term.whole);
  if (!any) return;
  const { values } = column;
  for (let slot = 0; slot < into.length; slot++) {
    if (hits[values[slot] ?? -1] === 1) into[slot] = (into[slot] ?? 0) + weight;
  }
}

function lookMany(
  dictionary: Dictionary,
  column: readonly (readonly number[])[],
  term: TextTerm,
  into: Scores,
  weight: number,
): void {
  const { hits, any } = dictionary.matching(term.pattern, term.whole);
  if (!any) return;
  for (let slot = 0; slot < into.length; slot++) {
    const codes = column[slot];
    // Plain loops: this is gone through at each key.
    for (let at = 0; codes !== undefined && at < codes.length; at++) {
      if (hits[codes[at] ?? -1] !== 1) continue;
      into[slot] = (into[slot] ?? 0) + weight;
      break;
    }
  }
}

type Searcher = (index: LibraryIndex, term: TextTerm, parts: Targets, within: Targets | null) => void;

/** Where a word without a field is looked for. */
const ANYWHERE = [
  'quote',
  'note',
  'tag',
  'speaker',
  'title',
  'author',
  'site',
  'claim',
  'claimant',
  'evidence',
  'verdict',
] as const satisfies readonly TextField[];

const SEARCHERS: Readonly<Record<TextField, Searcher>> = {
  quote: scan('rows', (index) => index.rows.quote, 16),
  note: scan('rows', (index) => index.rows.note, 6),
  tag: ({ rows, tags }, term, into) => lookMany(tags, rows.tags, term, into.rows, 8),
  speaker: ({ rows, people }, term, into) => look(people, rows.speaker, term, into.rows, 8),
  title: scan('articles', (index) => index.articles.title, 8),
  author: ({ articles, authors }, term, into) => lookMany(authors, articles.authors, term, into.articles, 4),
  site: scan('articles', (index) => index.articles.place, 2),
  address: scan('articles', (index) => index.articles.address, 2),
  claim: scan('claims', (index) => index.claims.text, 12),
  claimant: ({ claims, people }, term, into) => look(people, claims.claimant, term, into.claims, 8),
  evidence: scan('claims', (index) => index.claims.evidence, 2),
  verdict: ({ claims, verdicts }, term, into) => look(verdicts, claims.verdict, term, into.claims, 2),
  colour: ({ rows, colours }, term, into) => look(colours, rows.colour, term, into.rows, 1),
  language: (index, term, into) => {
    look(index.languages, index.articles.language, term, into.articles, 1);
    // A claim has its article's language, but where it has no article.
    const own: Scores = new Uint8Array(into.claims.length);
    look(index.languages, index.claims.language, term, own, 1);
    const { rows } = index;
    for (let slot = 0; slot < into.rows.length; slot++) {
      if (rows.kind.get(slot) === BARE_CLAIM && own[rows.claim.get(slot)] === 1) into.rows[slot] = 1;
    }
  },
  type: ({ claims, types }, term, into) => look(types, claims.type, term, into.claims, 1),
  progress: ({ claims, progress }, term, into) => look(progress, claims.progress, term, into.claims, 1),
  status: ({ rows, statuses }, term, into) => look(statuses, rows.status, term, into.rows, 1),
};

/** The first moment of a day in the reader's own time zone. */
function dayStart(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const start = new Date(2000, 0, 1);
  start.setFullYear(year, month - 1, date);
  return start.getTime();
}

function timeScores({ rows, articles }: LibraryIndex, term: TimeTerm): Scores {
  const scores: Scores = new Uint8Array(rows.slots.length);
  if (term.field === 'saved') {
    const [from, to] = [dayStart(term.from), dayStart(term.to)];
    for (let slot = 0; slot < scores.length; slot++) {
      const time = rows.created.get(slot);
      if (rows.kind.get(slot) !== 0 && time >= from && time < to) scores[slot] = 1;
    }
    return scores;
  }
  const published = Uint8Array.from({ length: articles.slots.length }, (_, article) => {
    const day = articles.published[article]?.slice(0, 10) ?? '';
    return day !== '' && day >= term.from && day < term.to ? 1 : 0;
  });
  for (let slot = 0; slot < scores.length; slot++) {
    const article = rows.article.get(slot);
    if (rows.kind.get(slot) === QUOTE && article >= 0) scores[slot] = published[article] ?? 0;
  }
  return scores;
}
