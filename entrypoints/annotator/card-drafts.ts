import type { ComposerValue } from '../../components/composer-value';
import { ask } from '../../lib/messages/client';
import type { Draft, DraftKey } from '../../lib/model/draft';
import type { Selectors } from '../../lib/model/selectors';
import type { Session } from './session';

/** The draft of the form for words of this page that are not saved yet. In a private window there is none. */
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

  /** Something was typed in the form for words of a page; outside private windows the form's frame has stored it. */
  typed(page: string, updatedAt: string): void {
    this.#offered = true;
    if (!this.#session.saved.privateWindow) this.#key = { page, composer: 'card', updatedAt };
  }

  /** What was typed is saved or not wanted. */
  forget(): void {
    if (!this.#key) return;
    void ask('draft.clear', this.#key).then(() => this.#session.refresh());
    this.#key = null;
  }
}

const keyOf = ({ page, composer, updatedAt }: Draft): DraftKey => ({ page, composer, updatedAt });
