import type { Draft } from '../lib/model/draft';
import type { Selectors } from '../lib/model/selectors';
import type { ComposerValue } from './composer-value';
import type { Editing } from './edited-quote';

/** The draft of what is typed about a saved quote. */
export function editDraft(annotationId: string, { value, base }: Editing, updatedAt: string): Draft {
  return { page: annotationId, composer: 'edit', updatedAt, annotationId, selectors: null, ...typed(value), base };
}

/** The draft of the form for words of a page that are not saved yet. */
export function newQuoteDraft(page: string, selectors: Selectors, value: ComposerValue, updatedAt: string): Draft {
  return { page, composer: 'card', updatedAt, annotationId: null, selectors, ...typed(value) };
}

const typed = ({ words, claim }: ComposerValue): Pick<Draft, 'words' | 'claim'> => ({
  words: { ...words, tags: [...words.tags] },
  claim,
});
