import { type ComposerValue, finishedWords, quoteWordsOf } from '../../components/composer-value';
import type { Editing } from '../../components/edited-quote';
import { ask, askTab } from '../../lib/messages/client';
import type { Annotation } from '../../lib/model/annotation';
import type { DraftKey } from '../../lib/model/draft';
import type { Attempts } from '../../lib/model/new-id';
import type { SavedQuote } from '../../lib/model/quote-merge';
import type { Result } from '../../lib/model/result';
import type { Selectors } from '../../lib/model/selectors';

/** Saves a new quote by way of its page, which knows the article's facts. Pressed again without an answer it is one save. */
export async function saveNew(
  tabId: number,
  attempts: Attempts,
  selectors: Selectors | null,
  value: ComposerValue,
  privateConsent: boolean,
): Promise<Result<Annotation>> {
  const what = { selectors, words: finishedWords(value), claim: value.claim };
  const saved = await askTab(tabId, 'annotator.save', { ...what, id: attempts.idOf(what), privateConsent });
  if (saved.ok) attempts.done(what);
  return saved;
}

/** Saves what was changed on a quote and on its claim, together with what was saved elsewhere in the meantime. */
export const saveEdited = (id: string, { value, base }: Editing, draft: DraftKey | null): Promise<Result<SavedQuote>> =>
  ask('annotation.update', { id, mine: quoteWordsOf(value), base, draft });
