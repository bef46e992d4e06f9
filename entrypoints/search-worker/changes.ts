import { Dexie, type ObservabilitySet } from 'dexie';

/** The tables that the search reads. */
export const TABLES = ['articles', 'claims', 'annotations'] as const;
export type TableName = (typeof TABLES)[number];

/** Rows that were written since they were read last; `all` where too many to name. */
export type Changes = Map<TableName, Set<string> | 'all'>;

/**
 * Tells of every write to the store, in whichever of the extension's contexts it was made. Dexie names the keys of
 * writes of up to fifty rows and says "all of the table" of larger ones.
 */
export function watchStore(name: string, tell: (changes: Changes) => void): void {
  Dexie.on('storagemutated', (parts: ObservabilitySet) => {
    const changes: Changes = new Map();
    for (const table of TABLES) {
      const tree = parts['all'] ? 'all' : keysOf(parts[`idb://${name}/${table}/`]);
      if (tree === 'all' || tree.size > 0) changes.set(table, tree);
    }
    if (changes.size > 0) tell(changes);
  });
}

type Tree = ObservabilitySet[string] | null | undefined;

/** The keys of a set of ranges; it travels between contexts as a bare tree. */
function keysOf(tree: Tree): Set<string> | 'all' {
  const keys = new Set<string>();
  const open: Tree[] = [tree];
  while (open.length > 0) {
    const node = open.pop();
    if (!node || !('from' in node)) continue;
    if (typeof node.from !== 'string' || node.from !== node.to) return 'all';
    keys.add(node.from);
    open.push(node.l, node.r);
  }
  return keys;
}

/** Adds later changes to those that still wait. */
export function mergeChanges(into: Changes, more: Changes): void {
  for (const [table, keys] of more) {
    const known = into.get(table);
    if (known === undefined || keys === 'all') into.set(table, keys);
    else if (known !== 'all') for (const key of keys) known.add(key);
  }
}
