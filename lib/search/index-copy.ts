import * as v from 'valibot';
import { fold } from './fold';
import { Codes, Slots, Times } from './growing';
import { type LibraryIndex, type Lists, NONE } from './library-index';
import { TextColumn } from './text-column';

/** The index as data: parts of a megabyte or so, to be kept in the store and taken over at the next start. */

const FORMAT = 3;
const SAMPLE = 'Œuvre «fêlée» — straße, ΣΊΣΥΦΟΣ, 令和 ㋿ 42 %, ﬁn, ไทย, naïve’s';

/** Says what a copy was made by: with another stamp it means something else and is not read. */
export const copyStamp = (databaseVersion: number): string =>
  JSON.stringify([FORMAT, databaseVersion, Intl.DateTimeFormat().resolvedOptions().timeZone, fold(SAMPLE)]);

const words = v.custom<readonly string[]>(
  (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
);
const numbers = v.custom<readonly number[]>((value) => Array.isArray(value) && value.every(Number.isInteger));
const int32 = v.custom<Int32Array<ArrayBuffer>>((value) => value instanceof Int32Array);
const uint32 = v.custom<Uint32Array<ArrayBuffer>>((value) => value instanceof Uint32Array);
const float64 = v.custom<Float64Array<ArrayBuffer>>((value) => value instanceof Float64Array);
const of = v.string();
const SCRIPTS = ['latin', 'other'] as const;

const partSchema = v.variant('kind', [
  v.object({
    kind: v.literal('texts'),
    of,
    script: v.picklist(SCRIPTS),
    pieces: v.array(v.object({ text: v.string(), starts: uint32, initials: uint32 })),
  }),
  v.object({ kind: v.literal('codes'), of, values: int32 }),
  v.object({ kind: v.literal('times'), of, values: float64 }),
  v.object({ kind: v.literal('slots'), of, ids: words, left: numbers }),
  v.object({ kind: v.literal('lists'), of, values: int32, ends: uint32 }),
  v.object({ kind: v.literal('words'), of, words }),
]);
export type IndexPart = v.InferOutput<typeof partSchema>;

const PIECES_IN_PART = 32;
const TABLES = ['articles', 'claims', 'rows'] as const;
const DICTIONARIES = [
  'sites',
  'authors',
  'tags',
  'people',
  'months',
  'colours',
  'languages',
  'types',
  'verdicts',
  'progress',
  'statuses',
] as const;

/** The index as it is at this moment; what is done to it afterwards leaves the parts alone. */
export function saveIndex(index: LibraryIndex): IndexPart[] {
  const parts: IndexPart[] = DICTIONARIES.map((name) => ({ kind: 'words', of: name, words: [...index[name].values] }));
  for (const table of TABLES) {
    const { length } = index[table].slots;
    for (const [name, column] of columnsOf(index, table)) parts.push(...saveColumn(name, column, length));
  }
  return parts;
}

type Column = Slots | TextColumn | Codes | Times | Lists | string[];

const columnsOf = (index: LibraryIndex, table: (typeof TABLES)[number]): [string, Column][] =>
  Object.entries<Column>({ ...index[table] }).map(([name, column]) => [`${table}.${name}`, column]);

function saveColumn(name: string, column: Column, length: number): IndexPart[] {
  if (column instanceof TextColumn) {
    return SCRIPTS.flatMap((script) => {
      const pieces = column[script].save();
      return Array.from({ length: Math.max(1, Math.ceil(pieces.length / PIECES_IN_PART)) }, (_, i) => ({
        kind: 'texts' as const,
        of: name,
        script,
        pieces: pieces.slice(i * PIECES_IN_PART, (i + 1) * PIECES_IN_PART),
      }));
    });
  }
  if (column instanceof Codes) return [{ kind: 'codes', of: name, values: column.values.slice(0, length) }];
  if (column instanceof Times) return [{ kind: 'times', of: name, values: column.values.slice(0, length) }];
  if (column instanceof Slots) return [{ kind: 'slots', of: name, ids: [...column.ids], left: [...column.left] }];
  if (isWords(column, name)) return [{ kind: 'words', of: name, words: [...column] }];
  return [saveLists(name, column, length)];
}

const isWords = (_column: Lists | string[], name: string): _column is string[] => name === 'articles.published';

function saveLists(name: string, lists: Lists, length: number): IndexPart {
  const ends = new Uint32Array(length);
  const flat: number[] = [];
  for (let slot = 0; slot < length; slot++) {
    for (const value of lists[slot] ?? NONE) flat.push(value);
    ends[slot] = flat.length;
  }
  return { kind: 'lists', of: name, values: Int32Array.from(flat), ends };
}

/** Fills an empty index from parts. False, and nothing done, where they are not all of one. */
export function loadIndex(index: LibraryIndex, parts: readonly unknown[]): boolean {
  const known = v.safeParse(v.array(partSchema), parts);
  if (!known.success) return false;
  const byName = Map.groupBy(known.output, (part) => part.of);
  const fills: (() => void)[] = [];
  for (const name of DICTIONARIES) {
    const [part] = byName.get(name) ?? [];
    if (part?.kind !== 'words') return false;
    fills.push(() => {
      for (const word of part.words) index[name].code(word);
    });
  }
  for (const table of TABLES) {
    for (const [name, column] of columnsOf(index, table)) {
      const fill = filling(name, column, byName.get(name) ?? []);
      if (fill === null) return false;
      fills.push(fill);
    }
  }
  for (const fill of fills) fill();
  index.version++;
  return true;
}

function filling(name: string, column: Column, parts: readonly IndexPart[]): (() => void) | null {
  const [part] = parts;
  if (part === undefined) return null;
  if (column instanceof TextColumn) {
    const texts = parts.flatMap((one) => (one.kind === 'texts' ? [one] : []));
    if (texts.length !== parts.length || SCRIPTS.some((script) => !texts.some((one) => one.script === script)))
      return null;
    return () => {
      for (const one of SCRIPTS)
        column[one].load(texts.flatMap(({ script, pieces }) => (script === one ? pieces : [])));
    };
  }
  if (column instanceof Codes) return part.kind === 'codes' ? () => column.load(part.values) : null;
  if (column instanceof Times) return part.kind === 'times' ? () => column.load(part.values) : null;
  if (column instanceof Slots) return part.kind === 'slots' ? () => column.load(part.ids, part.left) : null;
  if (isWords(column, name)) return part.kind === 'words' ? () => void append(column, part.words) : null;
  return part.kind === 'lists' ? () => loadLists(column, part) : null;
}

function append<Item>(column: Item[], items: readonly Item[]): void {
  for (const item of items) column.push(item);
}

function loadLists(column: Lists, { values, ends }: Extract<IndexPart, { kind: 'lists' }>): void {
  let from = 0;
  for (const end of ends) {
    column.push(end === from ? NONE : Array.from(values.subarray(from, end)));
    from = end;
  }
}
