import type { QuoteBundle } from '../../lib/exchange/bundle';
import { csvHeader, csvLines } from '../../lib/exchange/csv';
import { exportMarkdown } from '../../lib/exchange/export-markdown';
import { exportW3c } from '../../lib/exchange/export-w3c';
import { readCsv, readForeignJson } from '../../lib/exchange/import-foreign';
import type { ImportProblem } from '../../lib/exchange/import-report';
import type { Claim } from '../../lib/model/claim';
import type { PressmarkDatabase } from '../../lib/store/database';
import { type ArticleWithAll, wholeLibrary } from '../../lib/store/read';

/** What the library can be written as, besides its own format. */
export const FOREIGN_FORMATS = ['w3c', 'markdown', 'csv'] as const;
export type ForeignFormat = (typeof FOREIGN_FORMATS)[number];

interface Written {
  readonly blob: Blob;
  readonly extension: string;
}

function bundlesOf({ article, annotations }: ArticleWithAll, claims: ReadonlyMap<string, Claim>): QuoteBundle[] {
  return annotations.map((annotation) => ({
    annotation,
    article,
    claim: annotation.claimId === null ? null : (claims.get(annotation.claimId) ?? null),
  }));
}

/** Writes everything, or one article, in another tool's format. */
export async function writeAs(db: PressmarkDatabase, format: ForeignFormat, articleId?: string): Promise<Written> {
  const { articles, claims } = await wholeLibrary(db);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const chosen = articles.filter(({ article }) => articleId === undefined || article.id === articleId);
  const perArticle = chosen.map((entry) => bundlesOf(entry, byId));
  if (format === 'markdown')
    return { blob: new Blob([exportMarkdown(perArticle)], { type: 'text/markdown' }), extension: 'md' };
  const bundles = perArticle.flat();
  if (format === 'csv') {
    // The mark at the beginning tells spreadsheets that the text is UTF-8.
    return { blob: new Blob(['\ufeff', csvHeader(), csvLines(bundles)], { type: 'text/csv' }), extension: 'csv' };
  }
  const options = { generatedAt: new Date().toISOString(), collectionId: crypto.randomUUID(), label: 'Pressmark' };
  const json = JSON.stringify(exportW3c(bundles, options), null, 1);
  return { blob: new Blob([json], { type: 'application/ld+json' }), extension: 'jsonld' };
}

/** Larger files of other tools are refused: they are read whole. The native format has no such bound. */
const LARGEST_FOREIGN = 100_000_000;

type Readable = { readonly ok: true; readonly file: Blob } | { readonly ok: false; readonly problem: ImportProblem };

/** A file as the native import reads it: its own as it is, those of other tools translated. */
export async function readable(file: File): Promise<Readable> {
  const now = new Date().toISOString();
  const csv = /\.csv$/i.test(file.name) || file.type === 'text/csv';
  const head = await file.slice(0, 4096).text();
  if (!csv && /"format"\s*:\s*"pressmark"/.test(head)) return { ok: true, file };
  if (file.size > LARGEST_FOREIGN) return { ok: false, problem: { code: 'not-pressmark' } };
  const text = await file.text();
  if (csv) return readCsv(text, now);
  try {
    return await readForeignJson(JSON.parse(text), now);
  } catch {
    // Not JSON at all: the native import says where it breaks off.
    return { ok: true, file };
  }
}
