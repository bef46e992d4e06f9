import type { QuoteBundle } from './bundle';
import { guard } from './csv-guard';
import type { ArticleBundle, Chunk } from './scope';

/** Comma-separated values after RFC 4180, with formulas made harmless. */

export const CSV_COLUMNS = [
  'id',
  'quote',
  'note',
  'tags',
  'colour',
  'speaker',
  'status',
  'title',
  'authors',
  'site',
  'url',
  'publishedAt',
  'claim',
  'claimType',
  'claimant',
  'verdict',
  'verdictScale',
  'createdAt',
  'updatedAt',
  'prefix',
  'suffix',
  'start',
  'end',
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

/** One cell: guarded, and quoted where the standard asks for it. */
export function csvCell(value: string): string {
  const safe = guard(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Lists in one cell: separated by `; `, with what would confuse them escaped. */
export const joinList = (items: readonly string[]): string =>
  items.map((item) => item.replace(/[\\;]/g, '\\$&')).join('; ');

/** Takes a cell of `joinList` apart. */
export function splitList(cell: string): string[] {
  const items: string[] = [];
  let item = '';
  for (let i = 0; i < cell.length; i += 1) {
    const char = cell.charAt(i);
    if (char === '\\') {
      i += 1;
      item += cell.charAt(i);
    } else if (char === ';') {
      items.push(item);
      item = '';
    } else item += char;
  }
  return [...items, item].map((one) => one.trim()).filter(Boolean);
}

function valuesOf({ annotation, article, claim }: QuoteBundle): Record<CsvColumn, string> {
  return {
    id: annotation.id,
    quote: annotation.quote.exact,
    note: annotation.note,
    tags: joinList(annotation.tags),
    colour: annotation.colour,
    speaker: annotation.speaker ?? '',
    status: annotation.sighting?.status ?? '',
    title: article.title,
    authors: joinList(article.authors),
    site: article.siteName ?? '',
    url: article.canonicalUrl,
    publishedAt: article.publishedAt ?? '',
    claim: claim?.text ?? '',
    claimType: claim?.type ?? '',
    claimant: claim?.claimant?.name ?? '',
    verdict: claim?.verdict?.label ?? '',
    verdictScale: claim?.verdict?.scaleId ?? '',
    createdAt: annotation.createdAt,
    updatedAt: annotation.updatedAt,
    prefix: annotation.quote.prefix,
    suffix: annotation.quote.suffix,
    start: String(annotation.position.start),
    end: String(annotation.position.end),
  };
}

/** The header line. */
export const csvHeader = (): string => `${CSV_COLUMNS.join(',')}\r\n`;

/** One line per quote. */
export function csvLines(bundles: readonly QuoteBundle[]): string {
  return bundles
    .map((bundle) => {
      const values = valuesOf(bundle);
      return `${CSV_COLUMNS.map((column) => csvCell(values[column])).join(',')}\r\n`;
    })
    .join('');
}

/** The table in bounded chunks. The mark at its beginning tells spreadsheets that the text is UTF-8. */
export async function* exportCsv(articles: AsyncIterable<readonly ArticleBundle[]>): AsyncGenerator<Chunk> {
  yield { text: `\ufeff${csvHeader()}`, rows: 0 };
  for await (const part of articles) {
    const bundles = part.flatMap(({ quotes }) => quotes);
    if (bundles.length > 0) yield { text: csvLines(bundles), rows: bundles.length };
  }
}
