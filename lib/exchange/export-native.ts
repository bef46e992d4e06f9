import type { Snapshot } from '../model/article';
import { isTombstone, type Tombstone } from '../model/tombstone';
import type { AnnotationRow, ArticleRow, ClaimRow, PressmarkDatabase, StoredSnapshot } from '../store/database';
import { unpackText } from '../store/pack';
import { FORMAT, FORMAT_VERSION, TABLES, type TableName } from './native-format';

export interface ExportOptions {
  /** Only what belongs to these articles; without it, everything, deletions included. */
  readonly articleIds?: readonly string[];
  readonly exportedAt: string;
  readonly generator: string;
}

const CHUNK = 500;
type AnyRow = ArticleRow | AnnotationRow | ClaimRow | Snapshot | Tombstone;

/**
 * The native file, as text in bounded chunks. Nothing is read ahead of what was taken, so 100,000 annotations need no
 * more memory than 500.
 */
export async function* exportNative(db: PressmarkDatabase, options: ExportOptions): AsyncGenerator<string> {
  const head = {
    format: FORMAT,
    version: FORMAT_VERSION,
    exportedAt: options.exportedAt,
    generator: options.generator,
  };
  yield JSON.stringify(head, null, 1).slice(0, -2);
  for (const table of TABLES) {
    yield `,\n "${table}": [`;
    let first = true;
    for await (const rows of chunksOf(db, table, options.articleIds)) {
      if (rows.length === 0) continue;
      yield `${first ? '' : ','}\n${rows.map((row) => JSON.stringify(row)).join(',\n')}`;
      first = false;
    }
    yield first ? ']' : '\n ]';
  }
  yield '\n}\n';
}

async function* chunksOf(
  db: PressmarkDatabase,
  table: TableName,
  articleIds: readonly string[] | undefined,
): AsyncGenerator<readonly AnyRow[]> {
  if (articleIds) {
    yield await plain(await rowsOfArticles(db, table, articleIds));
    return;
  }
  let last = '';
  for (;;) {
    const rows = await db.table(table).where(':id').above(last).limit(CHUNK).toArray();
    yield await plain(rows);
    const end = rows.at(-1);
    if (rows.length < CHUNK || !end) return;
    last = end.id;
  }
}

type StoredRow = ArticleRow | AnnotationRow | ClaimRow | StoredSnapshot | Tombstone;

async function rowsOfArticles(
  db: PressmarkDatabase,
  table: TableName,
  articleIds: readonly string[],
): Promise<StoredRow[]> {
  const ids = [...articleIds];
  const living = (row: StoredRow): boolean => !isTombstone(row) && !('deletedAt' in row && row.deletedAt !== null);
  if (table === 'articles') return (await db.articles.bulkGet(ids)).filter((row) => row !== undefined).filter(living);
  if (table === 'snapshots') return db.snapshots.where('articleId').anyOf(ids).toArray();
  const annotations = (await db.annotations.where('articleId').anyOf(ids).toArray()).filter(living);
  if (table === 'annotations') return annotations;
  const claimIds = annotations.flatMap((row) => ('claimId' in row && row.claimId !== null ? [row.claimId] : []));
  return (await db.claims.bulkGet([...new Set(claimIds)])).filter((row) => row !== undefined).filter(living);
}

async function plain(rows: readonly StoredRow[]): Promise<AnyRow[]> {
  const out: AnyRow[] = [];
  for (const row of rows) {
    if (!('packedText' in row)) {
      out.push(row);
      continue;
    }
    const { packedText, ...rest } = row;
    const text = await unpackText(packedText);
    if (text !== null) out.push({ ...rest, text });
  }
  return out;
}
