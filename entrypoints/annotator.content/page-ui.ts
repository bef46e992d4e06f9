import {
  type ComposerValue,
  emptyClaim,
  emptyComposer,
  finishedWords,
  type TagUse,
} from '../../components/composer-value';
import type { CardHighlight, HighlightCardProps, NewQuoteCardProps } from '../../components/highlight-card';
import { type Mounted, mountCard, mountNewQuote, mountToolbar } from '../../components/mount';
import type { SelectionToolbarProps } from '../../components/selection-toolbar';
import { withSource } from '../../lib/exchange/quote-text';
import type { Painter } from '../../lib/highlight/paint';
import { t } from '../../lib/i18n/translate';
import { ask } from '../../lib/messages/client';
import type { Annotation, Selectors } from '../../lib/model/annotation';
import type { Failure, Result } from '../../lib/model/result';
import { copyQuote } from './copy';
import { NoticeCorner } from './notice';
import { beside, lineBox } from './places';
import type { Session } from './session';
import type { Surface } from './surface';

type Opening = 'note' | 'claim';

interface OpenCard {
  readonly ids: readonly string[];
  readonly mounted: Mounted<HighlightCardProps>;
  props: HighlightCardProps;
  /** Opened by pointing alone: closes when the pointer leaves. */
  readonly hovering: boolean;
}

/** Everything that Pressmark shows on the page: toolbar, card, form, notices. One card or form at a time. */
export class PageUi {
  readonly #doc: Document;
  readonly #session: Session;
  readonly #painter: Painter;
  readonly #surface: Surface;
  readonly #corner: NoticeCorner;
  #toolbar: Mounted<SelectionToolbarProps> | null = null;
  #card: OpenCard | null = null;
  #form: { readonly mounted: Mounted<NewQuoteCardProps>; props: NewQuoteCardProps } | null = null;
  #known: readonly TagUse[] = [];

  constructor(doc: Document, session: Session, painter: Painter, surface: Surface) {
    this.#doc = doc;
    this.#session = session;
    this.#painter = painter;
    this.#surface = surface;
    this.#corner = new NoticeCorner(surface.root);
  }

  /** Whether the reader is at work in a card or form. */
  get busy(): boolean {
    return this.#form !== null || (this.#card !== null && !this.#card.hovering);
  }

  /** The ids in the card that pointing opened, if one is open. */
  get hovered(): readonly string[] | null {
    return this.#card?.hovering ? this.#card.ids : null;
  }

  get open(): boolean {
    return this.#card !== null || this.#form !== null;
  }

  // — the toolbar at the selection

  showToolbar(range: Range): void {
    if (this.#form) return;
    this.closeCard();
    this.#surface.ensure();
    const props: SelectionToolbarProps = {
      onHighlight: () => void this.highlight(),
      onClaim: () => void this.openForm('claim'),
      onNote: () => void this.openForm('note'),
      onDismiss: () => this.hideToolbar(),
    };
    this.#toolbar ??= mountToolbar(this.#surface.root, { x: -9999, y: 0 }, props);
    this.#put(this.#toolbar, lineBox(range, 'first'), 'above');
  }

  hideToolbar(): void {
    this.#toolbar?.unmount();
    this.#toolbar = null;
  }

  /** Saves the selection as a highlight, at once. */
  async highlight(privateConsent = false): Promise<void> {
    const words = finishedWords(emptyComposer(this.#session.saved.colour));
    const selected = this.#selection();
    this.hideToolbar();
    const saved = await this.#session.save({ selectors: null, words, claim: null, privateConsent });
    if (!saved.ok) {
      this.#explain(saved.error, () => void this.highlight(true));
      return;
    }
    this.#saved(selected);
  }

  /** The page's selection as it stands, to tell later whether the reader has moved on. */
  #selection(): Range | null {
    const selection = this.#doc.getSelection();
    return selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
  }

  /** The words are saved: their selection goes, unless the reader has selected others meanwhile. */
  #saved(selected: Range | null): void {
    this.#corner.show(null);
    this.#corner.say(t('quoteSaved'));
    const now = this.#selection();
    if (now && selected && sameRange(now, selected)) this.#doc.getSelection()?.removeAllRanges();
    void this.#session.refresh();
  }

  #explain(failure: Failure, again: () => void): void {
    this.#surface.ensure();
    this.#corner.show(
      failure.code === 'private-window' ? { kind: 'private', onConsent: again } : { kind: 'failure', failure },
    );
  }

  // — the form for a new quote

  /** Opens the form for the selection; it is saved only when the reader says so. */
  async openForm(focus: Opening): Promise<void> {
    this.#session.forget();
    const offer = this.#session.offer();
    if (offer.kind !== 'quote') {
      this.#explain({ code: offer.kind === 'none' ? 'nothing-selected' : offer.code }, () => {});
      return;
    }
    const selection = this.#doc.getSelection();
    const box = selection && selection.rangeCount > 0 ? lineBox(selection.getRangeAt(0), 'last') : null;
    this.#known = await this.#tags();
    this.hideToolbar();
    this.closeCard();
    this.#mountForm(offer.selectors, focus, box);
  }

  #mountForm(selectors: Selectors, focus: Opening, box: DOMRect | ReturnType<typeof lineBox> | null): void {
    const empty = emptyComposer(this.#session.saved.colour);
    const props: NewQuoteCardProps = {
      quote: selectors.quote.exact,
      initial: focus === 'claim' ? { ...empty, claim: emptyClaim() } : empty,
      focus,
      known: this.#known,
      privateWindow: this.#session.saved.privateWindow,
      failure: null,
      saving: false,
      onSave: (value, consent) => void this.#saveForm(selectors, value, consent),
      onClose: () => this.closeForm(),
    };
    const mounted = mountNewQuote(this.#surface.root, { x: -9999, y: 0 }, props);
    this.#form = { mounted, props };
    this.#put(mounted, box ?? { left: 0, right: 0, top: 0, bottom: 0 }, 'below');
  }

  async #saveForm(selectors: Selectors, value: ComposerValue, privateConsent: boolean): Promise<void> {
    this.#updateForm({ saving: true, failure: null });
    const saved = await this.#session.save({
      selectors,
      words: finishedWords(value),
      claim: value.claim,
      privateConsent,
    });
    if (!saved.ok) {
      this.#updateForm({ saving: false, failure: saved.error });
      return;
    }
    this.closeForm();
    this.#saved(this.#selection());
  }

  #updateForm(part: Partial<NewQuoteCardProps>): void {
    if (!this.#form) return;
    this.#form.props = { ...this.#form.props, ...part };
    this.#form.mounted.update(this.#form.props);
  }

  closeForm(): void {
    this.#form?.mounted.unmount();
    this.#form = null;
  }

  // — the card of a highlight

  /** Opens the card of one highlight, or of several at one place, beside it. */
  async openCard(ids: readonly string[], how: { hovering: boolean; at?: { x: number; y: number } }): Promise<void> {
    const highlights = this.#highlights(ids);
    const range = this.#session.located.get(ids[0] ?? '')?.range;
    if (highlights.length === 0 || !range || this.#form) return;
    this.hideToolbar();
    this.closeCard();
    this.#surface.ensure();
    const props = this.#cardProps(highlights, !how.hovering);
    const mounted = mountCard(this.#surface.root, { x: -9999, y: 0 }, props);
    this.#card = { ids, mounted, props, hovering: how.hovering };
    this.#painter.focus(ids.length === 1 ? (ids[0] ?? null) : null);
    this.#put(mounted, lineBox(range, how.at ?? 'last'), 'below');
    this.#known = await this.#tags();
    this.#updateCard({ known: this.#known });
  }

  #cardProps(highlights: readonly CardHighlight[], takeFocus: boolean): HighlightCardProps {
    return {
      highlights,
      known: this.#known,
      failure: null,
      saving: false,
      takeFocus,
      onSave: (annotation, value) => void this.#saveCard(annotation, value),
      onDelete: (annotation) => void this.#delete(annotation),
      onCopy: (annotation) => void this.#copy(annotation),
      onKeepOld: () => this.closeCard(),
      onTakeNew: (annotation) => void this.#takeNew(annotation),
      onClose: () => this.closeCard(),
    };
  }

  #highlights(ids: readonly string[]): CardHighlight[] {
    const { annotations, claims } = this.#session.saved;
    return annotations
      .filter(({ id }) => ids.includes(id))
      .map((annotation) => {
        const found = this.#session.located.get(annotation.id);
        return {
          annotation,
          claim: claims.find(({ id }) => id === annotation.claimId) ?? null,
          status: found?.status ?? annotation.sighting?.status ?? 'unchanged',
          foundText: found?.foundText ?? null,
        };
      });
  }

  #updateCard(part: Partial<HighlightCardProps>): void {
    if (!this.#card) return;
    this.#card.props = { ...this.#card.props, ...part };
    this.#card.mounted.update(this.#card.props);
  }

  closeCard(): void {
    this.#card?.mounted.unmount();
    this.#card = null;
    this.#painter.focus(null);
  }

  /** What is saved has changed: the open card shows it, or goes with its last highlight. */
  refresh(): void {
    if (!this.#card) return;
    const highlights = this.#highlights(this.#card.ids);
    if (highlights.length === 0) this.closeCard();
    else this.#updateCard({ highlights });
  }

  async #saveCard(annotation: Annotation, value: ComposerValue): Promise<void> {
    this.#updateCard({ saving: true, failure: null });
    const updated = await ask('annotation.update', { id: annotation.id, words: finishedWords(value) });
    const claimed = updated.ok ? await this.#saveClaim(annotation, value) : updated;
    this.#updateCard({ saving: false, failure: claimed.ok ? null : claimed.error });
    if (claimed.ok) await this.#session.refresh();
  }

  async #saveClaim(annotation: Annotation, value: ComposerValue): Promise<Result<unknown>> {
    if (value.claim) return ask('claim.tag', { annotationId: annotation.id, claim: value.claim });
    if (annotation.claimId === null) return { ok: true, value: null };
    return ask('claim.untag', { annotationId: annotation.id });
  }

  async #delete(annotation: Annotation): Promise<void> {
    const deleted = await ask('annotation.delete', { id: annotation.id });
    if (!deleted.ok) {
      this.#updateCard({ failure: deleted.error });
      return;
    }
    this.closeCard();
    this.#corner.show({
      kind: 'undo',
      text: t('quoteDeleted'),
      onUndo: () => {
        this.#corner.show(null);
        void ask('annotation.restore', { id: annotation.id }).then((restored) => {
          if (!restored.ok) this.#explain(restored.error, () => {});
        });
      },
    });
  }

  async #copy(annotation: Annotation): Promise<void> {
    const { article } = this.#session.saved;
    if (!article) return;
    const done = await copyQuote(
      withSource(annotation, article, this.#session.fragmentOf(annotation.id)),
      this.#surface.root,
    );
    this.#updateCard({ said: done ? t('copied') : t('error_copy_refused') });
  }

  async #takeNew(annotation: Annotation): Promise<void> {
    const selectors = this.#session.describeFound(annotation.id);
    if (!selectors) return;
    const taken = await ask('annotation.takeNew', { id: annotation.id, selectors });
    if (taken.ok) await this.#session.refresh();
    else this.#updateCard({ failure: taken.error });
  }

  // — all of it

  /** Closes whatever can be closed without losing words. */
  dismiss(): void {
    this.hideToolbar();
    if (this.#card?.hovering || !this.busy) this.closeCard();
  }

  /** The page has another address: nothing of the old one stays. */
  closeAll(): void {
    this.hideToolbar();
    this.closeCard();
    this.closeForm();
    this.#corner.show(null);
  }

  say(text: string): void {
    this.#corner.say(text);
  }

  explain(failure: Failure): void {
    this.#explain(failure, () => {});
  }

  async #tags(): Promise<readonly TagUse[]> {
    const tags = await ask('tags.list', {});
    return tags.ok ? tags.value : [];
  }

  #put(mounted: Mounted<never>, box: Parameters<typeof beside>[0], wish: 'above' | 'below'): void {
    const { clientWidth: width, clientHeight: height } = this.#doc.documentElement;
    const { width: w, height: h } = mounted.element.getBoundingClientRect();
    mounted.place(beside(box, { width: w, height: h }, { width, height }, wish));
  }
}

const sameRange = (a: Range, b: Range): boolean =>
  a.startContainer === b.startContainer &&
  a.startOffset === b.startOffset &&
  a.endContainer === b.endContainer &&
  a.endOffset === b.endOffset;
