import { fold } from '../../components/composer-value';
import type { Annotation } from '../../lib/model/annotation';
import type { Article } from '../../lib/model/article';
import type { Claim } from '../../lib/model/claim';
import type { ArticleWithAll } from '../../lib/store/read';

export const SORTS = ['recent', 'published', 'site'] as const;
export type Sort = (typeof SORTS)[number];

/** An article with those of its quotes that match. */
export type Match = ArticleWithAll;

/** The site as it is shown and sorted: its name, or else its host. */
export const siteOf = (article: Article): string =>
  article.siteName ?? (URL.canParse(article.canonicalUrl) ? new URL(article.canonicalUrl).host : '');

/**
 * The articles and quotes that hold every word of the query, wherever the words stand: accents, case and spaces aside. A
 * quote is found by its article's words too, so "lemonde retraite" finds quotes on pensions in that paper.
 */
export function searchLibrary(
  entries: readonly ArticleWithAll[],
  claims: ReadonlyMap<string, Claim>,
  query: string,
): readonly Match[] {
  const words = fold(query).split(' ').filter(Boolean);
  if (words.length === 0) return entries;
  return entries.flatMap(({ article, annotations }) => {
    const about = wordsOfArticle(article);
    const missing = words.filter((word) => !about.includes(word));
    const found = annotations.filter((one) => {
      if (missing.length === 0) return true;
      const claim = one.claimId === null ? undefined : claims.get(one.claimId);
      const text = wordsOfQuote(one, claim);
      return missing.every((word) => text.includes(word));
    });
    return found.length > 0 ? [{ article, annotations: found }] : [];
  });
}

/** In the order that the reader chose; within a site, the latest first. */
export function sortLibrary(entries: readonly Match[], sort: Sort): readonly Match[] {
  if (sort === 'recent') return [...entries].sort((a, b) => changed(b).localeCompare(changed(a)));
  const published = (entry: Match): string => entry.article.publishedAt ?? '';
  const byTime = (a: Match, b: Match): number => published(b).localeCompare(published(a));
  if (sort === 'published') return [...entries].sort(byTime);
  const sites = new Intl.Collator();
  return [...entries].sort((a, b) => sites.compare(siteOf(a.article), siteOf(b.article)) || byTime(a, b));
}

const changed = ({ article, annotations }: Match): string =>
  annotations.reduce((last, { updatedAt }) => (updatedAt > last ? updatedAt : last), article.updatedAt);

/** Folding is the dear part of a search and rows don't change in place, so each is folded once. */
const folded = new WeakMap<Article | Annotation, string>();

function wordsOfArticle(article: Article): string {
  const known = folded.get(article);
  if (known !== undefined) return known;
  const { title, authors, publisher, section, canonicalUrl } = article;
  const text = fold([title, ...authors, siteOf(article), publisher, section, canonicalUrl].join(' '));
  folded.set(article, text);
  return text;
}

function wordsOfQuote(annotation: Annotation, claim: Claim | undefined): string {
  const own = folded.get(annotation) ?? fold([annotation.quote.exact, annotation.note, ...annotation.tags].join(' '));
  folded.set(annotation, own);
  if (!claim) return own;
  // A claim's words may change without its quotes, so they are not kept with them.
  return `${own} ${fold([claim.text, claim.claimant?.name, claim.verdict?.label].join(' '))}`;
}
