import type { Operation, Retag } from '../model/bulk';
import { tidyTags } from './annotations';
import { type BulkRun, changeQuotes, recorded } from './change-rows';
import type { Clock } from './clock';
import type { PressmarkDatabase } from './database';
import type { OnProgress } from './portions';

/**
 * Gives tags one name across all quotes (`to`; a merge, if there are several or the name is in use) or takes them off
 * (`to` null). One transaction, with the same undo as every operation on many rows.
 */
export function retag(
  db: PressmarkDatabase,
  id: string,
  { from, to }: Retag,
  clock: Clock,
  onProgress?: OnProgress,
): Promise<Operation | undefined> {
  const change = async (run: BulkRun) => {
    const old = new Set(from);
    const [name] = to === null ? [] : tidyTags([to]);
    const ids = await db.annotations.where('tags').anyOf(from).distinct().primaryKeys();
    await changeQuotes(run, ids, ({ tags }) => ({
      tags: [...new Set(tags.flatMap((tag) => (old.has(tag) ? (name ?? []) : tag)))],
    }));
    return name === undefined
      ? ({ kind: 'delete-tag', what: from.join(', ') } as const)
      : ({ kind: 'rename-tag', what: name } as const);
  };
  return recorded(db, id, clock, change, onProgress);
}

const byUse = (tags: { tag: string; uses: number }[]): { tag: string; uses: number }[] =>
  tags.sort((a, b) => b.uses - a.uses || a.tag.localeCompare(b.tag));

/** The tags of some quotes with the number of those that have them, most used first. Reads only the index of tags. */
export async function tagsAmong(
  db: PressmarkDatabase,
  ids: ReadonlySet<string>,
): Promise<{ tag: string; uses: number }[]> {
  const found = [];
  for (const tag of (await db.annotations.orderBy('tags').uniqueKeys()).map(String)) {
    const uses = (await db.annotations.where('tags').equals(tag).primaryKeys()).filter((id) => ids.has(id)).length;
    if (uses > 0) found.push({ tag, uses });
  }
  return byUse(found);
}

/** All tags in use with the number of their living quotes, most used first. Reads no rows, only the index of tags. */
export async function tagsInUse(db: PressmarkDatabase): Promise<{ tag: string; uses: number }[]> {
  const [tags, deleted] = await Promise.all([
    db.annotations.orderBy('tags').uniqueKeys(),
    db.annotations.where('deletedAt').above('').primaryKeys(),
  ]);
  const gone = new Set(deleted);
  const uses = [];
  for (const tag of tags.map(String)) {
    const of = db.annotations.where('tags').equals(tag);
    const count = gone.size === 0 ? await of.count() : (await of.primaryKeys()).filter((id) => !gone.has(id)).length;
    if (count > 0) uses.push({ tag, uses: count });
  }
  return byUse(uses);
}
