import type { Annotation } from '../model/annotation';
import type { Article } from '../model/article';

/** A quote with its source, as a person pastes it into a text. */
export interface QuoteWithSource {
  readonly quote: string;
  readonly speaker: string | null;
  readonly title: string;
  readonly authors: readonly string[];
  readonly siteName: string | null;
  readonly publishedAt: string | null;
  readonly language: string | null;
  readonly url: string;
  readonly note: string;
}

/** The parts of a saved quote that its source is made of. `fragment` (`:~:text=…`) leads to the very words. */
export function withSource(
  annotation: Pick<Annotation, 'quote' | 'speaker' | 'note'>,
  article: Pick<Article, 'title' | 'authors' | 'siteName' | 'publishedAt' | 'language' | 'canonicalUrl'>,
  fragment = '',
): QuoteWithSource {
  const { title, authors, siteName, publishedAt, language, canonicalUrl } = article;
  return {
    quote: annotation.quote.exact,
    speaker: annotation.speaker,
    note: annotation.note,
    title,
    authors,
    siteName,
    publishedAt,
    language,
    url: fragment === '' ? canonicalUrl : `${canonicalUrl}#${fragment}`,
  };
}

/** The quotation marks of a language; a quote is set in those of its own. */
export function inMarks(quote: string, language: string | null): string {
  const [open, close] = MARKS[(language ?? 'en').slice(0, 2).toLowerCase()] ?? ENGLISH;
  return `${open}${quote}${close}`;
}

const ENGLISH = ['“', '”'] as const;
const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  fr: ['«\u00a0', '\u00a0»'],
  es: ['«', '»'],
  it: ['«', '»'],
  pt: ['«', '»'],
  de: ['„', '“'],
  pl: ['„', '”'],
  nl: ['“', '”'],
  ja: ['「', '」'],
  zh: ['“', '”'],
};

const source = (quote: QuoteWithSource): string =>
  [
    quote.speaker,
    quote.authors.length > 0 ? quote.authors.join(', ') : null,
    quote.title,
    quote.siteName,
    quote.publishedAt?.slice(0, 10),
  ]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(', ');

/** Plain text: the quote in its marks, then where it stands. */
export function asText(quote: QuoteWithSource): string {
  return `${inMarks(quote.quote, quote.language)}\n— ${source(quote)}\n${quote.url}`;
}

/**
 * A line of text in which what means something in Markdown, or in Obsidian's (`==`, `%%`, `$`), means itself.
 */
export const escapeMarkdown = (line: string): string =>
  line
    .replace(/([\\`*_{}[\]<>#|~$&^])/g, '\\$1')
    .replace(/==|%%/g, (pair) => `\\${pair.charAt(0)}\\${pair.charAt(1)}`)
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');

/** An address as the target of a Markdown link. */
export const linkTarget = (address: string): string =>
  address
    .toWellFormed()
    .replace(/[()\s<>\\]/g, (char) => (char === '(' ? '%28' : char === ')' ? '%29' : encodeURIComponent(char)));

/** Markdown: a quote block with its source as a link. */
export function asMarkdown(quote: QuoteWithSource): string {
  const lines = quote.quote.split(/\n/).map((line) => `> ${escapeMarkdown(line)}`);
  return `${lines.join('\n')}\n>\n> — [${escapeMarkdown(source(quote))}](${linkTarget(quote.url)})`;
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** Rich text for the clipboard: a block quote with a link. Every value is escaped. */
export function asHtml(quote: QuoteWithSource): string {
  const cite = escapeHtml(quote.url);
  return `<blockquote cite="${cite}"><p>${escapeHtml(quote.quote)}</p></blockquote><p>— <a href="${cite}">${escapeHtml(source(quote))}</a></p>`;
}
