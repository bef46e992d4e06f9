import type { DBCore, DBCoreTransaction, Middleware } from 'dexie';

/** The tables of what a person saved, and of how to take it back. The others can be made again, or are no promise. */
const KEPT: ReadonlySet<string> = new Set([
  'articles',
  'snapshots',
  'annotations',
  'claims',
  'settings',
  'operations',
  'changes',
]);

type Transact = DBCore['transaction'];

/**
 * Makes "saved" mean on the disk: a transaction that writes to a table of what a person saved is complete once the
 * system has flushed it (`strict`); browsers answer earlier by themselves, and a power cut would take what was said to be
 * saved. What is typed, staged or copied for the search is written as the browser likes (`relaxed`).
 */
export const durability: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'durability',
  level: -3,
  create: (core) => {
    const transaction: Transact = (stores, mode, options): DBCoreTransaction => {
      if (mode !== 'readwrite') return core.transaction(stores, mode, options);
      const strict = stores.some((name) => KEPT.has(name));
      return core.transaction(stores, mode, { ...options, durability: strict ? 'strict' : 'relaxed' });
    };
    return { ...core, transaction };
  },
};
