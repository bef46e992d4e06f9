import type { Annotation } from '../../lib/model/annotation';
import type { Article } from '../../lib/model/article';
import type { Claim } from '../../lib/model/claim';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings';
import { backupState, enoughChanges } from '../../lib/store/backup';
import type { PressmarkDatabase } from '../../lib/store/database';
import { dismissedOn } from '../../lib/store/dismissals';
import { annotationsOf, claimsById, findArticle } from '../../lib/store/read';
import { getSettings } from '../../lib/store/settings';
import { tagsInUse } from '../../lib/store/tags';
import { articleKey } from './dismissed';

/** What the store has on the page in front of the reader, and what its composer needs. */
export interface Saved {
  readonly article: Article | null;
  readonly annotations: readonly Annotation[];
  /** Deleted, and still to be had back. */
  readonly deleted: readonly Annotation[];
  readonly claims: ReadonlyMap<string, Claim>;
  readonly known: readonly { readonly tag: string; readonly uses: number }[];
  readonly settings: Settings;
  /** Marks of the suggestions that were dismissed on this article. */
  readonly dismissed: ReadonlySet<string>;
  /** Whether the reader should be reminded of a backup. */
  readonly backupDue: boolean;
}

/** Before the store has answered. */
export const NOTHING_SAVED: Saved = {
  article: null,
  annotations: [],
  deleted: [],
  claims: new Map(),
  known: [],
  settings: DEFAULT_SETTINGS,
  dismissed: new Set(),
  backupDue: false,
};

/** Reads it; run inside a live query, so that it is read again when any of it changes. */
export async function readSaved(db: PressmarkDatabase, addresses: readonly string[]): Promise<Saved> {
  const [article, known, settings, dismissed] = await Promise.all([
    findArticle(db, addresses),
    tagsInUse(db),
    getSettings(db),
    dismissedOn(db, articleKey(addresses)),
  ]);
  const backupDue = (await backupState(db, settings, new Date().toISOString(), enoughChanges(settings))).due;
  if (!article) return { ...NOTHING_SAVED, known, settings, dismissed, backupDue };
  const [annotations, deleted] = await Promise.all([
    annotationsOf(db, article.id),
    annotationsOf(db, article.id, true),
  ]);
  const claims = await claimsById(
    db,
    annotations.flatMap(({ claimId }) => claimId ?? []),
  );
  return {
    article,
    annotations,
    deleted,
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    known,
    settings,
    dismissed,
    backupDue,
  };
}
