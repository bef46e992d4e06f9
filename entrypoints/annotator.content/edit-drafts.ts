import type { ComposerValue } from '../../components/composer-value';
import { ask } from '../../lib/messages/client';
import type { Session } from './session';

/**
 * What is typed about a saved quote is stored at every keystroke too, until it is saved or discarded: a card closes as
 * soon as the reader clicks beside it. In a private window nothing is stored beyond the page.
 */
export class EditDrafts {
  readonly #session: Session;
  /** What was typed since the page was opened; null where it was discarded. */
  readonly #typed = new Map<string, ComposerValue | null>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** What was typed about a quote and not saved, on this visit or an earlier one. */
  kept(id: string): ComposerValue | null {
    const typed = this.#typed.get(id);
    if (typed !== undefined) return typed;
    const draft = this.#session.saved.edits.find(({ annotationId }) => annotationId === id);
    return draft ? { words: draft.words, claim: draft.claim } : null;
  }

  keep(id: string, value: ComposerValue): void {
    this.#typed.set(id, value);
    if (this.#session.saved.privateWindow) return;
    void ask('draft.put', {
      page: id,
      composer: 'edit',
      annotationId: id,
      selectors: null,
      words: { ...value.words, tags: [...value.words.tags] },
      claim: value.claim,
      updatedAt: new Date().toISOString(),
    });
  }

  forget(id: string): void {
    if (this.kept(id) === null) return;
    this.#typed.set(id, null);
    void ask('draft.clear', { page: id, composer: 'edit' });
  }
}
