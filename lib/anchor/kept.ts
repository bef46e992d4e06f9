import type { Annotation, Kept } from '../model/annotation';
import { normalise } from '../text/normalise';

/**
 * The reader's decision to keep a quote as it was saved, where it is about what the page says now; null where there is
 * none or the page has changed to something else since. Spelling that readers don't see as another is the same.
 */
export function keptOf({ kept }: Annotation, foundText: string | null): Kept | null {
  if (!kept || foundText === null || normalise(kept.foundText) !== normalise(foundText)) return null;
  return kept;
}
