import { type ComposerValue, finishedWords } from '../../components/composer-value';
import { ask, askTab } from '../../lib/messages/client';
import type { Annotation } from '../../lib/model/annotation';
import { ok, type Result } from '../../lib/model/result';
import type { Selectors } from '../../lib/model/selectors';

/** Saves a new quote by way of its page, which knows the article's facts. */
export function saveNew(
  tabId: number,
  selectors: Selectors | null,
  value: ComposerValue,
  privateConsent: boolean,
): Promise<Result<Annotation>> {
  return askTab(tabId, 'annotator.save', {
    selectors,
    words: finishedWords(value),
    claim: value.claim,
    privateConsent,
  });
}

/** Saves what was changed on a quote, and on its claim where it has, gets or loses one. */
export async function saveEdited(annotation: Annotation, value: ComposerValue): Promise<Result<unknown>> {
  const updated = await ask('annotation.update', { id: annotation.id, words: finishedWords(value) });
  if (!updated.ok) return updated;
  if (value.claim) return ask('claim.tag', { annotationId: annotation.id, claim: value.claim });
  return annotation.claimId === null ? ok(null) : ask('claim.untag', { annotationId: annotation.id });
}
