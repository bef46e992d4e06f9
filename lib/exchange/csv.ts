import type { QuoteBundle } from './bundle';

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

/** A cell that a spreadsheet would run begins with one of these. The guard is an apostrophe, taken off on import. */
const RUNS = /^[=+\-@\t\r]/;

/** One cell: guarded, and quoted where the standard asks for it. */
export function csvCell(value: string): string {
  const safe = RUNS.test(value) || value.startsWith("'") ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Takes the guard of `csvCell` off. */
export const unguard = (cell: string): string => (/^'(['=+\-@\t\r])/.test(cell) ? cell.slice(1) : cell);

/** Lists in one cell: separated by `; `, with what would confuse them escaped. */
export const joinList = (items: readonly string[]): string =>
  items.map((item) => item.replace(/[\\;]/g, '\\$&')).join('; ');
export const splitList = (cell: string): string[] =>
  cell === ''
    ? []
    : cell
        .split(/(?<!\\)(?:\\\\)*;\s?/u)
        .map((item) => item.replace(/\\([\\;])/g, '$1').trim())
        .filter(Boolean);

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

/** Reads RFC 4180: rows of cells. Tolerates bare line feeds and a byte order mark. Null where a quote never closes. */
export function parseCsv(text: string): string[][] | null {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  for (let i = 0; i < source.length; i += 1) {
    const char = source.charAt(i);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (source.charAt(i + 1) === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
      continue;
    }
    if (char === '"' && cell === '') quoted = true;
    else if (char === ',' || char === '\n' || char === '\r') {
      row.push(cell);
      cell = '';
      if (char === ',') continue;
      if (char === '\r' && source.charAt(i + 1) === '\n') i += 1;
      rows.push(row);
      row = [];
    } else cell += char;
  }
  if (quoted) return null;
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows.filter((cells) => cells.length > 1 || cells[0] !== '');
}
