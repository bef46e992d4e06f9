import type { BulkAction, BulkTarget, Operation } from '../model/bulk';
import type { Claim } from '../model/claim';
import { isLiving } from '../model/tombstone';
import { tidyTags } from './annotations';
import { joinAll, leaveClaims } from './bulk-claims';
import { type BulkRun, changeQuotes, changeRows, recorded } from './change-rows';
import type { Clock } from './clock';
import type { PressmarkDatabase } from './database';
import { type OnProgress, portions } from './portions';

const MAX_TAGS = 100;

/**
 * Does one thing to many rows in one transaction, and writes down beside it how to take it back (`undoOperation`). Rows
 * that are deleted or have it already are left alone. `id` names the operation: asked again with the same, it answers
 * what was done and does nothing. Undefined where the claim that it is about does not live.
 */
export function runBulk(
  db: PressmarkDatabase,
  id: string,
  target: BulkTarget,
  action: BulkAction,
  clock: Clock,
  onProgress?: OnProgress,
): Promise<Operation | undefined> {
  const change = async (run: BulkRun) => {
    const what = await perform(run, target, action);
    return what === undefined ? undefined : { kind: action.kind, what };
  };
  return recorded(db, id, clock, change, onProgress);
}

async function perform(run: BulkRun, target: BulkTarget, action: BulkAction): Promise<string | undefined> {
  switch (action.kind) {
    case 'tag': {
      const more = tidyTags(action.tags);
      await changeQuotes(run, await quotesOf(run, target), ({ tags }) => ({ tags: withTags(tags, more) }));
      return more.join(', ');
    }
    case 'untag': {
      const off = new Set(action.tags);
      await changeQuotes(run, await quotesOf(run, target), ({ tags }) => ({
        tags: tags.filter((tag) => !off.has(tag)),
      }));
      return action.tags.join(', ');
    }
    case 'recolour':
      await changeQuotes(run, await quotesOf(run, target), () => ({ colour: action.colour }));
      return action.colour;
    case 'link':
      return link(run, await quotesOf(run, target), action.claimId);
    case 'join':
      return joinAll(run, target.of === 'claims' ? target.ids : null, await quotesOf(run, target), action.keep);
    case 'delete':
      return remove(run, target);
  }
}

function withTags(tags: readonly string[], more: readonly string[]): string[] {
  const all = tidyTags([...tags, ...more]);
  return all.length > MAX_TAGS ? [...tags] : all;
}

/** The ids of the quotes that a target means. */
async function quotesOf({ db }: BulkRun, { of, ids }: BulkTarget): Promise<readonly string[]> {
  if (of === 'annotations') return [...new Set(ids)];
  const found: string[] = [];
  for (const some of portions(ids)) {
    const index = of === 'articles' ? 'articleId' : 'claimId';
    found.push(
      ...(await db.annotations
        .where(index)
        .anyOf([...some])
        .primaryKeys()),
    );
  }
  return found;
}

/** Points quotes to a claim or to none; claims that nobody worked on and nothing points to any more go. */
async function link(run: BulkRun, ids: readonly string[], claimId: string | null): Promise<string | undefined> {
  const claim = claimId === null ? null : await run.db.claims.get(claimId);
  if (claim !== null && !isLiving<Claim>(claim)) return undefined;
  const left = new Set<string>();
  await changeQuotes(run, ids, (row) => {
    if (row.claimId !== null && row.claimId !== claimId) left.add(row.claimId);
    return { claimId };
  });
  await leaveClaims(run, [...left]);
  return claim?.text ?? '';
}

async function remove(run: BulkRun, target: BulkTarget): Promise<string> {
  const gone = { deletedAt: run.now };
  if (target.of === 'claims') await changeRows<Claim>(run, 'claims', target.ids, () => gone);
  else {
    // Quotes before their articles, so that the undo, which goes backwards, finds the articles back when it comes to them.
    await changeQuotes(run, await quotesOf(run, target), () => gone);
    if (target.of === 'articles') await changeRows(run, 'articles', target.ids, () => gone);
  }
  return '';
}
