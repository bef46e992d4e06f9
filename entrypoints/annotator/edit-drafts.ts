import { editDraft } from '../../components/composer-drafts';
import type { ComposerValue } from '../../components/composer-value';
import type { Editing } from '../../components/edited-quote';
import { ask } from '../../lib/messages/client';
import type { SavedOnPage } from '../../lib/messages/protocol';
import type { DraftKey } from '../../lib/model/draft';
import { wordsOfQuote } from '../../lib/model/quote-merge';
import type { Session } from './session';

interface Typed {
  readonly editing: Editing;
  /** Under which the draft lies in the store; null in a private window. */
  readonly key: DraftKey | null;
}

/**
 * What is typed about a saved quote is kept until it is saved or discarded: a card closes as soon as the reader clicks
 * beside it. In a private window nothing is stored beyond the page.
 */
export class EditDrafts {
  readonly #session: Session;
  /** What was typed since the page was opened; null where it was saved or discarded. */
  readonly #typed = new Map<string, Typed | null>();
  readonly #saving = new Set<string>();
  #seen: SavedOnPage | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  /** What was typed about a quote and not saved, on this visit or an earlier one. */
  kept(id: string): Editing | null {
    return this.#find(id)?.editing ?? null;
  }

  /** Which draft in the store is this page's; null where there is none. */
  keyOf(id: string): DraftKey | null {
    return this.#find(id)?.key ?? null;
  }

  #find(id: string): Typed | null {
    const typed = this.#typed.get(id);
    if (typed !== undefined) return typed;
    const { edits, annotations, claims } = this.#session.saved;
    const draft = edits.find(({ annotationId }) => annotationId === id);
    const annotation = annotations.find((one) => one.id === id);
    if (!draft || !annotation) return null;
    const claim = claims.find((one) => one.id === annotation.claimId) ?? null;
    const { page, composer, updatedAt, words, base = wordsOfQuote(annotation, claim) } = draft;
    return { editing: { value: { words, claim: draft.claim }, base }, key: { page, composer, updatedAt } };
  }

  /** What was typed on this visit and neither saved nor discarded. */
  get unsaved(): readonly ComposerValue[] {
    return [...this.#typed.values()].flatMap((typed) => (typed ? [typed.editing.value] : []));
  }

  /** Something was typed about a quote; outside private windows the card's frame has stored it. */
  typed(id: string, editing: Editing, updatedAt: string): void {
    const key: DraftKey = { page: id, composer: 'edit', updatedAt };
    this.#typed.set(id, { editing, key: this.#session.saved.privateWindow ? null : key });
  }

  /** Stores again what was typed. */
  #store(id: string, editing: Editing): void {
    const updatedAt = new Date().toISOString();
    this.typed(id, editing, updatedAt);
    void ask('draft.put', editDraft(id, editing, updatedAt));
  }

  /** Stores again what was typed here where its draft went with another window's save. */
  keepStored(): void {
    if (this.#seen === this.#session.saved) return;
    this.#seen = this.#session.saved;
    const stored = new Set(this.#session.saved.edits.map(({ annotationId }) => annotationId));
    for (const [id, typed] of this.#typed) {
      if (typed?.key && !stored.has(id) && !this.#saving.has(id)) this.#store(id, typed.editing);
    }
  }

  /** What was typed is being saved: until that is known, a draft that went is no loss. */
  async whileSaving<T>(id: string, save: Promise<T>): Promise<T> {
    this.#saving.add(id);
    try {
      return await save;
    } finally {
      this.#saving.delete(id);
    }
  }

  /** What was typed is saved, and its draft went with it; anything in the store is another window's. */
  saved(id: string): void {
    this.#typed.set(id, null);
  }

  forget(id: string): void {
    const key = this.keyOf(id);
    this.#typed.set(id, null);
    if (key) void ask('draft.clear', key);
  }
}
