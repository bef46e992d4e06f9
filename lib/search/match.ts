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

/** Answers a condition for every row of the index. */
export function scoresOf(index: LibraryIndex, term: Term): Scores {
  const scores = term.kind === 'text' ? textScores(index, term) : timeScores(index, term);
  if (!term.not) return scores;
  const kind = index.rows.kind.values;
  return scores.map((score, slot) => (score === 0 && kind[slot] !== 0 ? 1 : 0));
}

/** Fields of a row of its own, of its article, of its claim. */
interface Targets {
  readonly rows: Scores;
  readonly articles: Scores;
  readonly claims: Scores;
}

function textScores(index: LibraryIndex, term: TextTerm): Scores {
  const { rows, articles, claims } = index;
  const targets: Targets = {
    rows: new Uint8Array(rows.slots.length),
    articles: new Uint8Array(articles.slots.length),
    claims: new Uint8Array(claims.slots.length),
  };
  const fields: readonly TextField[] =
    term.field === 'any'
      ? ['quote', 'note', 'tag', 'speaker', 'title', 'author', 'site', 'claim', 'claimant', 'evidence', 'verdict']
      : [term.field];
  for (const field of fields) SEARCHERS[field](index, term, targets);
  return joined(index, targets);
}

/** Each row's own score with those of its article and its claim. */
function joined({ rows }: LibraryIndex, { rows: scores, articles, claims }: Targets): Scores {
  const [article, claim] = [rows.article.values, rows.claim.values];
  for (let slot = 0; slot < scores.length; slot++) {
    const more = (articles[article[slot] ?? -1] ?? 0) + (claims[claim[slot] ?? -1] ?? 0);
    if (more > 0) scores[slot] = (scores[slot] ?? 0) + more;
  }
  return scores;
}

function scan(column: TextColumn, { pattern, whole }: TextTerm, into: Scores, weight: number): void {
  column.scan(pattern, whole, (slot) => {
    into[slot] = (into[slot] ?? 0) + weight;
  });
}

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
    if (column[slot]?.some((code) => hits[code] === 1)) into[slot] = (into[slot] ?? 0) + weight;
  }
}

type Searcher = (index: LibraryIndex, term: TextTerm, targets: Targets) => void;

const SEARCHERS: Readonly<Record<TextField, Searcher>> = {
  quote: ({ rows }, term, into) => scan(rows.quote, term, into.rows, 16),
  note: ({ rows }, term, into) => scan(rows.note, term, into.rows, 6),
  tag: ({ rows, tags }, term, into) => lookMany(tags, rows.tags, term, into.rows, 8),
  speaker: ({ rows, people }, term, into) => look(people, rows.speaker, term, into.rows, 8),
  title: ({ articles }, term, into) => scan(articles.title, term, into.articles, 8),
  author: ({ articles, authors }, term, into) => lookMany(authors, articles.authors, term, into.articles, 4),
  site: ({ articles }, term, into) => scan(articles.place, term, into.articles, 2),
  address: ({ articles }, term, into) => scan(articles.address, term, into.articles, 2),
  claim: ({ claims }, term, into) => scan(claims.text, term, into.claims, 12),
  claimant: ({ claims, people }, term, into) => look(people, claims.claimant, term, into.claims, 8),
  evidence: ({ claims }, term, into) => scan(claims.evidence, term, into.claims, 2),
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
