import { type ComposerValue, quoteWordsOf, type TagUse } from '../../components/composer-value';
import type { Editing } from '../../components/edited-quote';
import { asHtml, asMarkdown, asText, withSource } from '../../lib/exchange/quote-text';
import type { Painter } from '../../lib/highlight/paint';
import { ask } from '../../lib/messages/client';
import type { CardView, FrameCall } from '../../lib/messages/to-frame';
import type { Annotation } from '../../lib/model/annotation';
import type { SavedQuote } from '../../lib/model/quote-merge';
import { fail, ok, type Result } from '../../lib/model/result';
import { EditDrafts } from './edit-drafts';
import { lineBox } from './places';
import type { Stage } from './stage';

type CardHighlight = CardView['highlights'][number];

interface OpenCard {
  readonly ids: readonly string[];
  /** Opened by pointing alone: closes when the pointer leaves. */
  readonly hovering: boolean;
  view: CardView;
}

/** The card of one highlight, or of several at one place. One at a time. */
export class Card {
  readonly #stage: Stage;
  readonly #painter: Painter;
  readonly #drafts: EditDrafts;
  #card: OpenCard | null = null;
  #known: readonly TagUse[] = [];

  constructor(stage: Stage, painter: Painter) {
    this.#stage = stage;
    this.#painter = painter;
    this.#drafts = new EditDrafts(stage.session);
  }

  /** The ids in the card that is open, and whether pointing alone opened it. */
  get current(): { readonly ids: readonly string[]; readonly hovering: boolean } | null {
    return this.#card;
  }

  /** What was typed in cards of this page and not saved. */
  get typed(): readonly ComposerValue[] {
    return this.#drafts.unsaved;
  }

  /** Opens the card of one highlight, or of several at one place, beside it. */
  async open(ids: readonly string[], how: { hovering: boolean; at?: { x: number; y: number } }): Promise<void> {
    const highlights = this.#highlights(ids);
    const range = this.#stage.session.located.get(ids[0] ?? '')?.range;
    if (highlights.length === 0 || !range) return;
    this.close();
    const takeFocus = !how.hovering;
    const view: CardView = {
      name: 'card',
      highlights,
      known: [...this.#known],
      settings: this.#stage.session.viewSettings,
      failure: null,
      keepDrafts: !this.#stage.session.saved.privateWindow,
      takeFocus,
      copied: null,
    };
    const card: OpenCard = { ids, hovering: how.hovering, view };
    this.#card = card;
    this.#painter.focus(ids.length === 1 ? (ids[0] ?? null) : null);
    this.#stage.frame.show({
      view: () => card.view,
      hear: (call) => this.#hear(call),
      place: this.#stage.beside(lineBox(range, how.at ?? 'last'), 'below'),
      takeFocus,
    });
    this.#known = await this.#stage.tags();
    if (this.#card === card) this.#update({ known: [...this.#known] });
  }

  #hear(did: FrameCall): void {
    if (did.call === 'close') this.close();
    else if (did.call === 'edit') this.#drafts.typed(did.id, did.editing, did.updatedAt);
    else if (did.call === 'discard') this.#discard(did.id);
    else if (did.call === 'save') void this.#answer(did.ask, this.#save(did.id, did.editing));
    else if (did.call === 'saved') void this.#answer(did.ask, this.#saved(did.id));
    else if (did.call === 'restore') {
      const { id } = did;
      void this.#answer(
        did.ask,
        this.#decide(null, () => ask('annotation.restore', { id })),
      );
    } else if (did.call === 'copy') void this.#copy(did.id, did.as);
    else if (did.call === 'delete') void this.#delete(did.id, did.seen);
    else if (did.call === 'take-new') void this.#takeNew(did.id, did.seen);
    else if (did.call === 'keep-old') {
      const { id, foundText } = did;
      void this.#decide(did.seen, () => ask('annotation.keepOld', { id, foundText }));
    }
  }

  async #answer(to: number, asked: Promise<Result<unknown>>): Promise<void> {
    const result = await asked;
    this.#stage.frame.answer(to, result);
    if (!result.ok && result.error.code === 'extension-reloaded') this.#stage.onGone();
  }

  #highlights(ids: readonly string[]): CardHighlight[] {
    const { annotations, claims } = this.#stage.session.saved;
    return annotations
      .filter(({ id }) => ids.includes(id))
      .map((annotation) => {
        const found = this.#stage.session.located.get(annotation.id);
        const { corrections, modifiedAt } = this.#stage.session.acknowledgedSince(annotation.createdAt);
        return {
          annotation,
          claim: claims.find(({ id }) => id === annotation.claimId) ?? null,
          status: found?.status ?? annotation.sighting?.status ?? 'unchanged',
          foundText: found?.foundText ?? null,
          draft: this.#drafts.kept(annotation.id),
          gone: false,
          acknowledged: { corrections: [...corrections], modifiedAt },
        };
      });
  }

  #update(part: Partial<CardView>): void {
    if (!this.#card) return;
    this.#card.view = { ...this.#card.view, ...part };
    this.#stage.frame.update();
  }

  close(): void {
    if (!this.#card) return;
    this.#card = null;
    this.#stage.frame.hide();
    this.#painter.focus(null);
  }

  /** What is saved has changed: the open card shows it, or goes with its last highlight. What was typed stays. */
  refresh(): void {
    this.#drafts.keepStored();
    if (!this.#card) return;
    const highlights = [...this.#highlights(this.#card.ids), ...this.#gone(this.#card)];
    if (highlights.length === 0) this.close();
    else this.#update({ highlights, settings: this.#stage.session.viewSettings });
  }

  /** Highlights of the open card that were deleted elsewhere while something was being typed about them. */
  #gone({ view }: OpenCard): CardHighlight[] {
    const { annotations } = this.#stage.session.saved;
    return view.highlights
      .filter(({ annotation: { id } }) => this.#drafts.kept(id) !== null && !annotations.some((one) => one.id === id))
      .map((highlight) => ({ ...highlight, gone: true }));
  }

  #save(id: string, { value, base }: Editing): Promise<Result<SavedQuote>> {
    const draft = this.#drafts.keyOf(id);
    return this.#drafts.whileSaving(id, ask('annotation.update', { id, mine: quoteWordsOf(value), base, draft }));
  }

  async #saved(id: string): Promise<Result<null>> {
    this.#drafts.saved(id);
    await this.#stage.session.refresh();
    return ok(null);
  }

  #discard(id: string): void {
    this.#drafts.forget(id);
    this.refresh();
  }

  async #delete(id: string, seen: boolean | null): Promise<void> {
    const deleted = await this.#inSight(seen, () => ask('annotation.delete', { id }));
    if (!deleted.ok) {
      this.#update({ failure: deleted.error });
      return;
    }
    this.close();
    this.#stage.corner.show(
      { kind: 'deleted' },
      {
        onAccept: () =>
          void ask('annotation.restore', { id }).then((restored) => {
            if (!restored.ok) this.#stage.explain(restored.error);
          }),
      },
    );
  }

  async #copy(id: string, as: 'rich' | 'markdown'): Promise<void> {
    const { article, annotations } = this.#stage.session.saved;
    const annotation = annotations.find((one) => one.id === id);
    if (!article || !annotation) return;
    const quote = withSource(annotation, article, this.#stage.session.fragmentOf(id));
    // Markdown is text: an editor that takes rich text would drop its marks.
    const done = await (as === 'rich'
      ? this.#stage.frame.copy(asText(quote), asHtml(quote))
      : this.#stage.frame.copy(asMarkdown(quote), null));
    this.#update({ copied: done });
  }

  async #takeNew(id: string, seen: boolean | null): Promise<void> {
    const selectors = this.#stage.session.describeFound(id);
    if (selectors) await this.#decide(seen, () => ask('annotation.takeNew', { id, selectors }));
  }

  async #decide(seen: boolean | null, act: () => Promise<Result<Annotation>>): Promise<Result<Annotation>> {
    const decided = await this.#inSight(seen, act);
    if (decided.ok) await this.#stage.session.refresh();
    else this.#update({ failure: decided.error });
    return decided;
  }

  /** A page may cover the card, so that a click meant for the page lands on it: what changes rows needs it in sight. */
  #inSight<T>(seen: boolean | null, act: () => Promise<Result<T>>): Promise<Result<T>> {
    const inSight = seen !== false && this.#stage.frame.isIntact();
    return inSight ? act() : Promise.resolve(fail('interface-covered'));
  }
}
