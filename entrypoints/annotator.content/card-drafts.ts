import type { ComposerValue } from '../../components/composer-value';
import { ask } from '../../lib/messages/client';
import { normaliseAddress } from '../../lib/model/address';
import type { Selectors } from '../../lib/model/selectors';
import type { Session } from './session';

/**
 * What is typed into the form on the page is stored at every keystroke, so that a closed tab or a crash loses no word.
 * In a private window nothing is stored.
 */
export class CardDrafts {
  readonly #doc: Document;
  readonly #session: Session;
  #offered = false;

  constructor(doc: Document, session: Session) {
    this.#doc = doc;
    this.#session = session;
  }

  get #page(): string {
    return normaliseAddress(this.#doc.location.href) ?? this.#doc.location.href;
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

  keep(selectors: Selectors, { words, claim }: ComposerValue): void {
    if (this.#session.saved.privateWindow) return;
    const updatedAt = new Date().toISOString();
    const draft = {
      page: this.#page,
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

  forget(): void {
    void ask('draft.clear', { page: this.#page, composer: 'card' }).then(() => this.#session.refresh());
  }
}
