import { quoteWordsOf, type TagUse } from '../../components/composer-value';
import type { Editing } from '../../components/edited-quote';
import type { CardHighlight, HighlightCardProps } from '../../components/highlight-card';
import { type Mounted, mountCard } from '../../components/mount';
import { withSource } from '../../lib/exchange/quote-text';
import type { Painter } from '../../lib/highlight/paint';
import { t } from '../../lib/i18n/translate';
import { ask } from '../../lib/messages/client';
import type { Annotation } from '../../lib/model/annotation';
import type { SavedQuote } from '../../lib/model/quote-merge';
import type { Result } from '../../lib/model/result';
import { copyQuote, copyWords } from './copy';
import { EditDrafts } from './edit-drafts';
import { lineBox } from './places';
import type { Stage } from './stage';

interface OpenCard {
  readonly ids: readonly string[];
  readonly mounted: Mounted<HighlightCardProps>;
  props: HighlightCardProps;
  /** Opened by pointing alone: closes when the pointer leaves. */
  readonly hovering: boolean;
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

  /** Opens the card of one highlight, or of several at one place, beside it. */
  async open(ids: readonly string[], how: { hovering: boolean; at?: { x: number; y: number } }): Promise<void> {
    const highlights = this.#highlights(ids);
    const range = this.#stage.session.located.get(ids[0] ?? '')?.range;
    if (highlights.length === 0 || !range) return;
    this.close();
    this.#stage.surface.ensure();
    const props = this.#props(highlights, !how.hovering);
    const mounted = mountCard(this.#stage.surface.root, { x: -9999, y: 0 }, props);
    this.#card = { ids, mounted, props, hovering: how.hovering };
    this.#painter.focus(ids.length === 1 ? (ids[0] ?? null) : null);
    this.#stage.put(mounted, lineBox(range, how.at ?? 'last'), 'below');
    this.#known = await this.#stage.tags();
    this.#update({ known: this.#known });
  }

  #props(highlights: readonly CardHighlight[], takeFocus: boolean): HighlightCardProps {
    return {
      highlights,
      known: this.#known,
      failure: null,
      takeFocus,
      onEdit: ({ id }, editing) => this.#drafts.keep(id, editing),
      onDiscard: ({ id }) => this.#discard(id),
      onSave: ({ id }, editing) => this.#save(id, editing),
      onSaved: ({ id }) => this.#saved(id),
      onRestore: ({ id }) => this.#decide(ask('annotation.restore', { id })),
      onCopyWords: (text) => copyWords(text, this.#stage.surface.root),
      onDelete: (annotation) => void this.#delete(annotation),
      onCopy: (annotation, kind) => void this.#copy(annotation, kind),
      onKeepOld: ({ id }, foundText) => void this.#decide(ask('annotation.keepOld', { id, foundText })),
      onTakeNew: (annotation) => void this.#takeNew(annotation),
      onClose: () => this.close(),
    };
  }

  #highlights(ids: readonly string[]): CardHighlight[] {
    const { annotations, claims } = this.#stage.session.saved;
    return annotations
      .filter(({ id }) => ids.includes(id))
      .map((annotation) => {
        const found = this.#stage.session.located.get(annotation.id);
        return {
          annotation,
          claim: claims.find(({ id }) => id === annotation.claimId) ?? null,
          status: found?.status ?? annotation.sighting?.status ?? 'unchanged',
          foundText: found?.foundText ?? null,
          draft: this.#drafts.kept(annotation.id),
          acknowledged: this.#stage.session.acknowledgedSince(annotation.createdAt),
        };
      });
  }

  #update(part: Partial<HighlightCardProps>): void {
    if (!this.#card) return;
    this.#card.props = { ...this.#card.props, ...part };
    this.#card.mounted.update(this.#card.props);
  }

  close(): void {
    this.#card?.mounted.unmount();
    this.#card = null;
    this.#painter.focus(null);
  }

  /** What is saved has changed: the open card shows it, or goes with its last highlight. What was typed stays. */
  refresh(): void {
    this.#drafts.keepStored();
    if (!this.#card) return;
    const highlights = [...this.#highlights(this.#card.ids), ...this.#gone(this.#card)];
    if (highlights.length === 0) this.close();
    else this.#update({ highlights });
  }

  /** Highlights of the open card that were deleted elsewhere while something was being typed about them. */
  #gone({ props }: OpenCard): CardHighlight[] {
    const { annotations } = this.#stage.session.saved;
    return props.highlights
      .filter(({ annotation: { id } }) => this.#drafts.kept(id) !== null && !annotations.some((one) => one.id === id))
      .map((highlight) => ({ ...highlight, gone: true }));
  }

  #save(id: string, { value, base }: Editing): Promise<Result<SavedQuote>> {
    const draft = this.#drafts.keyOf(id);
    return this.#drafts.whileSaving(id, ask('annotation.update', { id, mine: quoteWordsOf(value), base, draft }));
  }

  async #saved(id: string): Promise<void> {
    this.#drafts.saved(id);
    await this.#stage.session.refresh();
  }

  #discard(id: string): void {
    this.#drafts.forget(id);
    this.refresh();
  }

  async #delete(annotation: Annotation): Promise<void> {
    const deleted = await ask('annotation.delete', { id: annotation.id });
    if (!deleted.ok) {
      this.#update({ failure: deleted.error });
      return;
    }
    this.close();
    this.#stage.corner.show({
      kind: 'undo',
      text: t('quoteDeleted'),
      onUndo: () => {
        this.#stage.corner.show(null);
        void ask('annotation.restore', { id: annotation.id }).then((restored) => {
          if (!restored.ok) this.#stage.explain(restored.error);
        });
      },
    });
  }

  async #copy(annotation: Annotation, kind: 'rich' | 'markdown'): Promise<void> {
    const { article } = this.#stage.session.saved;
    if (!article) return;
    const done = await copyQuote(
      withSource(annotation, article, this.#stage.session.fragmentOf(annotation.id)),
      this.#stage.surface.root,
      kind,
    );
    this.#update({ said: done ? t('copied') : t('error_copy_refused') });
  }

  async #takeNew(annotation: Annotation): Promise<void> {
    const selectors = this.#stage.session.describeFound(annotation.id);
    if (!selectors) return;
    await this.#decide(ask('annotation.takeNew', { id: annotation.id, selectors }));
  }

  async #decide(asked: Promise<Result<Annotation>>): Promise<Result<Annotation>> {
    const decided = await asked;
    if (decided.ok) await this.#stage.session.refresh();
    else this.#update({ failure: decided.error });
    return decided;
  }
}
