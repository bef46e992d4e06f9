import type { DBCore, DBCoreMutateRequest, DBCoreTable, Middleware } from 'dexie';

/** The tables whose writes are written down: those that the library's search is made from. */
export const JOURNALLED = ['articles', 'claims', 'annotations'] as const;
export type JournalledTable = (typeof JOURNALLED)[number];

/** One write to one table, noted in its own transaction: it is there if and only if the write is. */
export interface JournalEntry {
  readonly seq: number;
  readonly table: JournalledTable;
  /** The rows that were written or deleted; null where it may be any of the table. */
  readonly ids: readonly string[] | null;
}

const JOURNAL = 'journal';
/** A write of more rows is not told apart. */
const MOST_IDS = 2_000;

const isJournalled = (name: string): name is JournalledTable => (JOURNALLED as readonly string[]).includes(name);

/**
 * Notes every write to a journalled table, whoever makes it and in whichever of the extension's contexts, so that a copy
 * made from these tables can be brought up to date exactly. Transactions that write to them hold the journal as well.
 */
export const journalling: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'journal',
  // Nearest to the database: what the others make of a call is what is noted.
  level: -2,
  create: (core) => {
    // A database of an older version, as its tests write it, has none.
    if (!core.schema.tables.some(({ name }) => name === JOURNAL)) return core;
    const journal = core.table(JOURNAL);
    return {
      ...core,
      transaction: (stores, mode, options) =>
        core.transaction(
          mode === 'readwrite' && stores.some(isJournalled) ? [...stores, JOURNAL] : stores,
          mode,
          options,
        ),
      table: (name) => {
        const table = core.table(name);
        return isJournalled(name) ? noting(table, name, journal) : table;
      },
    };
  },
};

function noting(table: DBCoreTable, name: JournalledTable, journal: DBCoreTable): DBCoreTable {
  return {
    ...table,
    mutate: (request) => {
      const ids = idsOf(request);
      // An upgrade may write before there is a journal; a copy is not carried over an upgrade either.
      if (ids?.length === 0 || isUpgrade(request.trans)) return table.mutate(request);
      const told = ids !== null && ids.length > MOST_IDS ? null : ids;
      const entry = journal.mutate({ type: 'add', trans: request.trans, values: [{ table: name, ids: told }] });
      return table.mutate(request).then((done) => entry.then(() => done));
    },
  };
}

function idsOf(request: DBCoreMutateRequest): string[] | null {
  if (request.type === 'deleteRange') return null;
  if (request.type === 'delete') return request.keys.map(String);
  return request.values.map(({ id }: { readonly id: string }) => id);
}

const isUpgrade = (transaction: object): boolean => 'mode' in transaction && transaction.mode === 'versionchange';
