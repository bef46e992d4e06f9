import type { Draft, DraftKey } from '../model/draft';
import type { PressmarkDatabase } from './database';

/** Replaces what was typed so far at a page and composer. */
export async function putDraft(db: PressmarkDatabase, draft: Draft): Promise<void> {
  await db.drafts.put(draft);
}

/** The words that were typed and not saved, if any. */
export function getDraft(db: PressmarkDatabase, page: string, composer: Draft['composer']): Promise<Draft | undefined> {
  return db.drafts.get([page, composer]);
}

/** What was typed about saved quotes and not saved. */
export async function editsOf(db: PressmarkDatabase, annotationIds: readonly string[]): Promise<Draft[]> {
  const drafts = await db.drafts.bulkGet(annotationIds.map((id): [string, string] => [id, 'edit']));
  return drafts.filter((draft) => draft !== undefined);
}

/** Forgets a draft, once it was saved or discarded. */
export async function clearDraft(db: PressmarkDatabase, page: string, composer: Draft['composer']): Promise<void> {
  await db.drafts.delete([page, composer]);
}

/** Forgets a draft as one surface left it; what was typed anywhere since is another one and stays. */
export async function forgetDraft(db: PressmarkDatabase, { page, composer, updatedAt }: DraftKey): Promise<void> {
  const draft = await getDraft(db, page, composer);
  if (draft?.updatedAt === updatedAt) await clearDraft(db, page, composer);
}
