import { emptyComposer, finishedWords } from '../../components/composer-value';
import { type Mounted, mountToolbar } from '../../components/mount';
import type { SelectionToolbarProps } from '../../components/selection-toolbar';
import type { Painter } from '../../lib/highlight/paint';
import { t } from '../../lib/i18n/translate';
import { ask } from '../../lib/messages/client';
import { Card } from './card';
import { NewQuoteForm, type Opening } from './new-quote-form';
import { lineBox } from './places';
import type { Session } from './session';
import { Stage } from './stage';
import type { Surface } from './surface';

/** Everything that Pressmark shows on the page: toolbar, card, form, notices. One card or form at a time. */
export class PageUi {
  readonly #stage: Stage;
  readonly #card: Card;
  readonly #form: NewQuoteForm;
  #toolbar: Mounted<SelectionToolbarProps> | null = null;

  constructor(doc: Document, session: Session, painter: Painter, surface: Surface) {
    this.#stage = new Stage(doc, session, surface);
    this.#card = new Card(this.#stage, painter);
    const makeRoom = (): void => {
      this.hideToolbar();
      this.closeCard();
    };
    this.#form = new NewQuoteForm(this.#stage, makeRoom, (selected) => this.#saved(selected));
  }

  /** Whether the reader is at work in a card or form. */
  get busy(): boolean {
    return this.#form.isOpen || this.#card.current?.hovering === false;
  }

  /** The ids in the card that pointing opened, if one is open. */
  get hovered(): readonly string[] | null {
    return this.#card.current?.hovering ? this.#card.current.ids : null;
  }

  /** Shows the toolbar above a selection. */
  showToolbar(range: Range): void {
    if (this.#form.isOpen) return;
    this.closeCard();
    this.#stage.surface.ensure();
    const props: SelectionToolbarProps = {
      onHighlight: () => void this.highlight(),
      onClaim: () => void this.openForm('claim'),
      onNote: () => void this.openForm('note'),
      panel: {
        // Firefox opens its sidebar from its own controls alone, so there the button says which they are.
        label: t(import.meta.env.FIREFOX ? 'toolbarPanelFirefox' : 'menuPanel'),
        onOpen: () => void this.openPanel(),
      },
      onDismiss: () => this.hideToolbar(),
    };
    this.#toolbar ??= mountToolbar(this.#stage.surface.root, { x: -9999, y: 0 }, props);
    this.#stage.put(this.#toolbar, lineBox(range, 'first'), 'above');
  }

  hideToolbar(): void {
    this.#toolbar?.unmount();
    this.#toolbar = null;
  }

  /** Opens the panel beside the page; where the browser refuses, says how it is opened. */
  async openPanel(): Promise<void> {
    const opened = await ask('panel.open', {});
    if (!opened.ok) this.#stage.explain(opened.error);
  }

  /** Saves the selection as a highlight, at once. */
  async highlight(privateConsent = false): Promise<void> {
    const { session } = this.#stage;
    const words = finishedWords(emptyComposer(session.saved.colour));
    const selected = this.#stage.selection();
    this.hideToolbar();
    const saving = session.save({ selectors: null, words, claim: null, privateConsent });
    const saved = await this.#stage.patiently(saving);
    if (saved.ok) this.#saved(selected);
    else this.#stage.explain(saved.error, () => void this.highlight(true));
  }

  /** The words are saved: their selection goes, unless the reader has selected others meanwhile. */
  #saved(selected: Range | null): void {
    const { corner, session } = this.#stage;
    corner.show(null);
    corner.say(t('quoteSaved'));
    const now = this.#stage.selection();
    if (now && selected && sameRange(now, selected)) this.#stage.deselect();
    void session.refresh();
  }

  /** Opens the form for the selection; it is saved only when the reader says so. */
  openForm(focus: Opening): Promise<void> {
    return this.#form.openForSelection(focus);
  }

  /** Offers to go on with what was typed on this page before it was closed. */
  offerDraft(): void {
    this.#form.offerDraft();
  }

  /** Opens the card of one highlight, or of several at one place, beside it. */
  async openCard(ids: readonly string[], how: { hovering: boolean; at?: { x: number; y: number } }): Promise<void> {
    if (this.#form.isOpen) return;
    this.hideToolbar();
    await this.#card.open(ids, how);
  }

  /** Tells those who can't see the page move where the walk has come to. */
  announce(id: string): void {
    const { orders, saved } = this.#stage.session;
    const at = orders.whole.findIndex((drawn) => drawn.id === id) + 1;
    const quote = saved.annotations.find((one) => one.id === id)?.quote.exact ?? '';
    this.#stage.corner.say(t('cardWalked', at, orders.whole.length, excerpt(quote)));
  }

  closeCard(): void {
    this.#card.close();
  }

  /** What is saved has changed: an open card shows it. */
  refresh(): void {
    this.#card.refresh();
  }

  /** Closes whatever can be closed without losing words. */
  dismiss(): void {
    this.hideToolbar();
    if (!this.busy) this.closeCard();
  }

  /** The page has another address: nothing of the old one stays. What was typed is kept as a draft. */
  closeAll(): void {
    this.hideToolbar();
    this.closeCard();
    this.#form.close();
    this.#stage.corner.show(null);
  }
}

const excerpt = (quote: string): string => (quote.length > 200 ? `${quote.slice(0, 200)}…` : quote);

const sameRange = (a: Range, b: Range): boolean =>
  a.startContainer === b.startContainer &&
  a.startOffset === b.startOffset &&
  a.endContainer === b.endContainer &&
  a.endOffset === b.endOffset;
