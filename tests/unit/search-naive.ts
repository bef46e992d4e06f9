import type { Annotation } from '../../lib/model/annotation';
import type { Article } from '../../lib/model/article';
import type { Claim } from '../../lib/model/claim';
import { fold } from '../../lib/search/fold';
import { monthOf, siteOf } from '../../lib/search/library-index';
import { parseQuery, type Term, type TextField } from '../../lib/search/query';
import { FACETS, type Facet, type SearchState } from '../../lib/search/state';

/** The search as anybody would write it who has all the time in the world: what the index must agree with. */

export interface Library {
  readonly articles: readonly Article[];
  readonly claims: readonly Claim[];
  readonly annotations: readonly Annotation[];
}

interface Row {
  readonly annotation: Annotation | null;
  readonly article: Article | null;
  readonly claim: Claim | null;
}

const lives = ({ deletedAt }: { deletedAt: string | null }): boolean => deletedAt === null;

function rowsOf({ articles, claims, annotations }: Library): Row[] {
  const claimOf = (id: string | null): Claim | null => claims.find((one) => one.id === id && lives(one)) ?? null;
  const quotes = annotations.filter(lives).map((annotation) => ({
    annotation,
    article: articles.find((one) => one.id === annotation.articleId && lives(one)) ?? null,
    claim: claimOf(annotation.claimId),
  }));
  const quoted = new Set(annotations.filter(lives).map(({ claimId }) => claimId));
  const bare = claims
    .filter((claim) => lives(claim) && !quoted.has(claim.id))
    .map((claim) => ({ annotation: null, article: null, claim }));
  return [...quotes, ...bare];
}

function textsOf({ annotation, article, claim }: Row, field: TextField): string[] {
  const language = annotation ? article?.language : claim?.language;
  const texts: Readonly<Record<TextField, readonly (string | null | undefined)[]>> = {
    quote: [annotation?.quote.exact],
    note: [annotation?.note],
    tag: annotation?.tags ?? [],
    speaker: [annotation?.speaker],
    title: [article?.title],
    author: article?.authors ?? [],
    site: article ? [siteOf(article), article.publisher, article.section, new URL(article.canonicalUrl).host] : [],
    address: [article?.canonicalUrl.replace('https://', '')],
    claim: [claim?.text],
    claimant: [claim?.claimant?.name],
    evidence: [claim?.verdict?.explanation, ...(claim?.evidence.flatMap(({ title, quote }) => [title, quote]) ?? [])],
    verdict: [claim?.verdict ? `${claim.verdict.scaleId}/${claim.verdict.label}` : null],
    colour: [annotation?.colour],
    language: [language?.split('-')[0]],
    type: [claim?.type],
    progress: [claim?.progress],
    status: [annotation?.sighting?.status],
  };
  return texts[field].flatMap((text) => text ?? []);
}

const ANYWHERE: readonly TextField[] = [
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
];

function answers(row: Row, term: Term): boolean {
  if (term.kind === 'time') {
    const time = term.field === 'saved' ? (row.annotation ?? row.claim)?.createdAt : row.article?.publishedAt;
    const day = term.field === 'saved' && time ? localDay(time) : time?.slice(0, 10);
    return day !== undefined && (day >= term.from && day < term.to) !== term.not;
  }
  const wanted = ` ${term.pattern}${term.whole ? ' ' : ''}`;
  const texts = (term.field === 'any' ? ANYWHERE : [term.field]).flatMap((field) => textsOf(row, field));
  return texts.some((text) => fold(text).includes(wanted)) !== term.not;
}

function localDay(time: string): string {
  const date = new Date(time);
  return `${monthOf(date.getTime())}-${String(date.getDate()).padStart(2, '0')}`;
}

function valuesOf(row: Row, facet: Facet): string[] {
  const { annotation, article, claim } = row;
  switch (facet) {
    case 'site':
      return article ? [siteOf(article)] : [];
    case 'tag':
      return annotation?.tags ?? [];
    case 'colour':
      return annotation ? [annotation.colour] : [];
    case 'language':
      return textsOf(row, 'language');
    case 'type':
      return claim ? [claim.type ?? ''] : [];
    case 'verdict':
      return claim ? [claim.verdict ? `${claim.verdict.scaleId}/${claim.verdict.label}` : ''] : [];
    case 'progress':
      return claim ? [claim.progress] : [];
    case 'status':
      return annotation?.sighting ? [annotation.sighting.status] : [];
    case 'month':
      return [monthOf(Date.parse((annotation ?? claim)?.createdAt ?? ''))];
  }
}

const idOf = ({ annotation, article, claim }: Row, view: SearchState['view']): string | null =>
  (view === 'quotes' ? annotation?.id : view === 'articles' ? annotation && article?.id : claim?.id) ?? null;

export interface NaiveAnswer {
  readonly ids: string[];
  readonly totals: Record<string, number>;
  readonly facets: Record<string, Record<string, number>>;
}

/** Everything that a search finds, in no order, with the numbers of its facets. */
export function naiveSearch(library: Library, state: SearchState): NaiveAnswer {
  const { terms } = parseQuery(state.query);
  const matched = rowsOf(library).filter((row) => terms.every((term) => answers(row, term)));
  const fits = (row: Row, facets: readonly Facet[]): boolean =>
    facets.every((facet) => {
      const chosen = state.filters[facet] ?? [];
      return chosen.length === 0 || valuesOf(row, facet).some((value) => chosen.includes(value));
    });
  const distinct = (rows: readonly Row[], view: SearchState['view']): string[] => [
    ...new Set(rows.flatMap((row) => idOf(row, view) ?? [])),
  ];
  const found = matched.filter((row) => fits(row, FACETS));
  const facets = FACETS.map((facet) => {
    // A facet counts what its own other values would bring.
    const open = matched.filter((row) =>
      fits(
        row,
        FACETS.filter((other) => other !== facet),
      ),
    );
    const values = new Set(open.flatMap((row) => valuesOf(row, facet)));
    const counts = [...values].map((value) => {
      const having = open.filter((row) => valuesOf(row, facet).includes(value));
      return [value, distinct(having, state.view).length] as const;
    });
    return [facet, Object.fromEntries(counts.filter(([, count]) => count > 0))] as const;
  });
  return {
    ids: distinct(found, state.view),
    totals: {
      articles: distinct(found, 'articles').length,
      quotes: distinct(found, 'quotes').length,
      claims: distinct(found, 'claims').length,
    },
    facets: Object.fromEntries(facets),
  };
}
