import type { ComposerValue } from '../../components/composer-value';
import { ask } from '../../lib/messages/client';
import type { Selectors } from '../../lib/model/selectors';
import type { Session } from './session';

/**
 * What is typed into the form on the page is stored at every keystroke, so that a closed tab or a crash loses no word.
 * In a private window nothing is stored.
 */
export class CardDrafts {
  readonly #session: Session;
  #offered = false;

  constructor(session: Session) {
    this.#session = session;
  }

  /** What was typed about these words before, if anything. */
  kept(selectors: Selectors): ComposerValue | null {
    const { draft } = this.#session.saved;
    return draft?.selectors?.quote.exact === selectors.quote.exact ? { words: draft.words, claim: draft.claim } : null;
  }

  /** The words that a draft of an earlier visit is about; once per page. */
  waiting(): Selectors | null {
    if (this.#offered) return null;
    this.#offered = true;
    return this.#session.saved.draft?.selectors ?? null;
  }

  keep(address: string, selectors: Selectors, { words, claim }: ComposerValue): void {
    if (this.#session.saved.privateWindow) return;
    const updatedAt = new Date().toISOString();
    const draft = {
      page: address,
      composer: 'card',
      annotationId: null,
      selectors,
      words,
      claim,
      updatedAt,
    } as const;
    this.#offered = true;
    void ask('draft.put', { ...draft, words: { ...words, tags: [...words.tags] } });
  }

  forget(address: string): void {
    void ask('draft.clear', { page: address, composer: 'card' }).then(() => this.#session.refresh());
  }
}
