import type { Article, Snapshot } from '../model/article';
import type { Claim } from '../model/claim';
import { isLiving, isTombstone, type Tombstone } from '../model/tombstone';
import { changedSettings } from '../settings/merge';
import type { SettingsPatch } from '../settings/settings';
import { isStandIn } from '../store/damaged';
import type { AnnotationRow, ArticleRow, ClaimRow, PressmarkDatabase, StoredSnapshot } from '../store/database';
import { unpackText } from '../store/pack';
import { portions } from '../store/portions';
import { getSettings } from '../store/settings';
import { FORMAT, FORMAT_VERSION, TABLES, type TableName } from './native-format';
import { articleIdsOf, type Chunk, chosenAnnotations, chosenClaimIds, type Scope } from './scope';

export interface NativeOptions {
  /** With everything, deletions travel along as tombstones. */
  readonly scope: Scope;
  readonly exportedAt: string;
  readonly generator: string;
}

const ROWS_AT_ONCE = 500;
type FileRow = ArticleRow | AnnotationRow | ClaimRow | Snapshot | Tombstone;
type StoredRow = ArticleRow | AnnotationRow | ClaimRow | StoredSnapshot | Tombstone;

/**
 * The native file, as text in bounded chunks. Nothing is read ahead of what was taken, so 100,000 annotations need no
 * more memory than 500. A row that is saved while the file is being written is in it whole, with its article, or not at
 * all.
 */
export async function* exportNative(db: PressmarkDatabase, options: NativeOptions): AsyncGenerator<Chunk> {
  const { scope, exportedAt, generator } = options;
  const head = { format: FORMAT, version: FORMAT_VERSION, exportedAt, generator, ...(await settingsOf(db, scope)) };
  yield { text: JSON.stringify(head, null, 1).slice(0, -2), rows: 0 };
  const articles = new Set<string>();
  for (const table of TABLES) {
    let before = `,\n "${table}": [`;
    for await (const stored of rowsOf(db, table, scope)) {
      const rows = (await plain(stored)).filter((row) => !('articleId' in row) || articles.has(row.articleId));
      if (table === 'articles') for (const { id } of rows) articles.add(id);
      if (rows.length === 0) continue;
      yield { text: `${before}\n${rows.map((row) => JSON.stringify(row)).join(',\n')}`, rows: rows.length };
      before = ',';
    }
    yield { text: before === ',' ? '\n ]' : `${before}]`, rows: 0 };
  }
  yield { text: '\n}\n', rows: 0 };
}

/** A file with everything carries what the reader set; one with a choice of quotes is for others as well. */
async function settingsOf(db: PressmarkDatabase, scope: Scope): Promise<{ readonly settings?: SettingsPatch }> {
  if (scope.kind !== 'all') return {};
  const settings = changedSettings(await getSettings(db));
  return Object.keys(settings).length === 0 ? {} : { settings };
}

/** How many rows a native file of this scope has, and about how many bytes: the rows of samples, times their number. */
export async function measureNative(db: PressmarkDatabase, scope: Scope): Promise<{ rows: number; bytes: number }> {
  let rows = 0;
  let bytes = 200 + bytesOf(JSON.stringify(await settingsOf(db, scope)));
  for (const table of TABLES) {
    const whole = scope.kind === 'all' ? await db.table(table).count() : null;
    const sample = await sampleOf(db, table, scope);
    const size = sample.reduce((sum, row) => sum + bytesOf(JSON.stringify(row)) + 2, 0);
    const n = whole ?? (await countRows(db, table, scope));
    rows += n;
    bytes += sample.length === 0 ? 0 : Math.round((size / sample.length) * n);
  }
  return { rows, bytes };
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).byteLength;

const SAMPLE = 40;

/** Some rows of a table, from all over it: ids are random, so any stretch of them is a fair sample. */
async function sampleOf(db: PressmarkDatabase, table: TableName, scope: Scope): Promise<FileRow[]> {
  for await (const stored of rowsOf(db, table, scope)) return plain(stored.slice(0, SAMPLE));
  return [];
}

async function countRows(db: PressmarkDatabase, table: TableName, scope: Scope): Promise<number> {
  let n = 0;
  for await (const rows of rowsOf(db, table, scope)) n += rows.length;
  return n;
}

async function* rowsOf(db: PressmarkDatabase, table: TableName, scope: Scope): AsyncGenerator<readonly StoredRow[]> {
  if (scope.kind === 'all') yield* wholeTable(db, table);
  else yield* chosenRows(db, table, scope);
}

async function* wholeTable(db: PressmarkDatabase, table: TableName): AsyncGenerator<readonly StoredRow[]> {
  let last = '';
  for (;;) {
    const rows: StoredRow[] = await db.table(table).where(':id').above(last).limit(ROWS_AT_ONCE).toArray();
    const end = rows.at(-1);
    if (!end) return;
    yield rows.filter((row) => !isStandIn(row));
    last = end.id;
  }
}

async function* chosenRows(
  db: PressmarkDatabase,
  table: TableName,
  scope: Exclude<Scope, { kind: 'all' }>,
): AsyncGenerator<readonly StoredRow[]> {
  if (table === 'annotations') {
    yield* chosenAnnotations(db, scope);
    return;
  }
  if (table === 'claims') {
    for (const part of portions(await chosenClaimIds(db, scope), ROWS_AT_ONCE)) {
      yield (await db.claims.bulkGet([...part])).filter(isLiving<Claim>);
    }
    return;
  }
  for (const part of portions(await articleIdsOf(db, scope), 50)) {
    if (table === 'articles') yield (await db.articles.bulkGet([...part])).filter(isLiving<Article>);
    else
      yield (
        await db.snapshots
          .where('articleId')
          .anyOf([...part])
          .toArray()
      ).filter((row) => !isTombstone(row));
  }
}

async function plain(rows: readonly StoredRow[]): Promise<FileRow[]> {
  const out: FileRow[] = [];
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
