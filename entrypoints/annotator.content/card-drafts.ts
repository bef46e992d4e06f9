import type { ComposerValue } from '../../components/composer-value';
import { ask } from '../../lib/messages/client';
import type { Draft, DraftKey } from '../../lib/model/draft';
import type { Selectors } from '../../lib/model/selectors';
import type { Session } from './session';

/**
 * What is typed into the form on the page is stored at every keystroke, so that a closed tab or a crash loses no word.
 * In a private window nothing is stored.
 */
export class CardDrafts {
  readonly #session: Session;
  #offered = false;
  /** The draft in the store that is this page's; another tab's of the same article stays. */
  #key: DraftKey | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  /** What was typed about these words before, if anything. */
  kept(selectors: Selectors): ComposerValue | null {
    const { draft } = this.#session.saved;
    if (draft?.selectors?.quote.exact !== selectors.quote.exact) return null;
    this.#key = keyOf(draft);
    return { words: draft.words, claim: draft.claim };
  }

  /** The words that a draft of an earlier visit is about; once per page. */
  waiting(): Selectors | null {
    if (this.#offered) return null;
    this.#offered = true;
    const { draft } = this.#session.saved;
    this.#key = draft && keyOf(draft);
    return draft?.selectors ?? null;
  }

  keep(address: string, selectors: Selectors, { words, claim }: ComposerValue): void {
    if (this.#session.saved.privateWindow) return;
    this.#key = { page: address, composer: 'card', updatedAt: new Date().toISOString() };
    this.#offered = true;
    void ask('draft.put', {
      ...this.#key,
      annotationId: null,
      selectors,
      words: { ...words, tags: [...words.tags] },
      claim,
    });
  }

  /** What was typed is saved or not wanted. */
  forget(): void {
    if (!this.#key) return;
    void ask('draft.clear', this.#key).then(() => this.#session.refresh());
    this.#key = null;
  }
}

const keyOf = ({ page, composer, updatedAt }: Draft): DraftKey => ({ page, composer, updatedAt });
