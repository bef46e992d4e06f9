import { type ComposerValue, emptyComposer, finishedWords } from '../../components/composer-value';
import type { Painter } from '../../lib/highlight/paint';
import { ask } from '../../lib/messages/client';
import { excerpt, type FrameCall } from '../../lib/messages/to-frame';
import { Card } from './card';
import { hasSuccessor, isExtensionAlive, type LastWords, showGone } from './extension-gone';
import { NewQuoteForm, type Opening } from './new-quote-form';
import { lineBox } from './places';
import type { Session } from './session';
import { Stage } from './stage';
import type { Surface } from './surface';

interface PageUiParts {
  readonly doc: Document;
  readonly session: Session;
  readonly painter: Painter;
  readonly surface: Surface;
  readonly lastWords: LastWords;
  /** The extension is gone and there is nothing more to say. */
  readonly onEnd: () => void;
}

/** Everything that Pressmark shows on the page: toolbar, card, form, notices. One card or form at a time. */
export class PageUi {
  readonly #parts: PageUiParts;
  readonly #stage: Stage;
  readonly #card: Card;
  readonly #form: NewQuoteForm;
  #toolbarShown = false;
  #goneSaid = false;
  readonly #onPointer: (() => void)[] = [];

  constructor(parts: PageUiParts) {
    this.#parts = parts;
    const { doc, session, painter, surface } = parts;
    this.#stage = new Stage(
      doc,
      session,
      surface,
      () => {
        for (const hear of this.#onPointer) hear();
      },
      () => this.#gone(),
    );
    this.#card = new Card(this.#stage, painter);
    const makeRoom = (): void => {
      this.hideToolbar();
      this.closeCard();
    };
    this.#form = new NewQuoteForm(this.#stage, makeRoom, (selected) => this.#saved(selected));
  }

  /** Calls back when the pointer comes over our interface, of which the page's own documents hear nothing. */
  listenToPointer(hear: () => void): void {
    this.#onPointer.push(hear);
  }

  /** Whether the reader is at work in a card or form. */
  get busy(): boolean {
    return this.#form.isOpen || this.#card.current?.hovering === false;
  }

  /** The ids in the card that pointing opened, if one is open. */
  get hovered(): readonly string[] | null {
    return this.#card.current?.hovering ? this.#card.current.ids : null;
  }

  /** Something is likely to be shown soon. */
  warm(): void {
    if (isExtensionAlive()) this.#stage.warm();
  }

  /** Shows the toolbar above a selection. */
  showToolbar(range: Range): void {
    if (this.#form.isOpen || !this.isAlive()) return;
    this.closeCard();
    this.#toolbarShown = true;
    this.#stage.frame.show({
      // Firefox opens its sidebar from its own controls alone.
      view: () => ({ name: 'toolbar', panel: !import.meta.env.FIREFOX }),
      hear: (call) => this.#hearToolbar(call),
      place: this.#stage.beside(lineBox(range, 'first'), 'above'),
      takeFocus: false,
    });
  }

  #hearToolbar({ call }: FrameCall): void {
    if (call === 'highlight') void this.highlight();
    else if (call === 'claim' || call === 'note') void this.openForm(call);
    else if (call === 'panel') void this.openPanel();
    else if (call === 'dismiss') this.hideToolbar();
  }

  /** Gives the toolbar the focus. False where none is shown. */
  focusToolbar(): boolean {
    if (this.#toolbarShown) this.#stage.frame.focus();
    return this.#toolbarShown;
  }

  hideToolbar(): void {
    if (!this.#toolbarShown) return;
    this.#toolbarShown = false;
    this.#stage.frame.hide();
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
    corner.clear();
    corner.say({ what: 'saved' });
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
    if (this.#form.isOpen || !this.isAlive()) return;
    this.hideToolbar();
    await this.#card.open(ids, how);
  }

  /** Tells those who can't see the page move where the walk has come to. */
  announce(id: string): void {
    const { orders, saved } = this.#stage.session;
    const at = orders.whole.findIndex((drawn) => drawn.id === id) + 1;
    const quote = saved.annotations.find((one) => one.id === id)?.quote.exact ?? '';
    this.#stage.corner.say({ what: 'walked', at, of: orders.whole.length, quote: excerpt(quote) });
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
    this.#stage.corner.clear();
  }

  /** Whether there is still an extension to work with; where not, it is said. */
  isAlive(): boolean {
    if (isExtensionAlive()) return true;
    this.#gone();
    return false;
  }

  /** Says once that the extension is gone, unless a newer one has taken the page over and has what was typed. */
  #gone(): void {
    if (isExtensionAlive() || this.#goneSaid) return;
    this.#goneSaid = true;
    this.#stage.frame.remove();
    this.#stage.corner.remove();
    const { doc, surface, session, lastWords, onEnd } = this.#parts;
    const typed = wordsOf([this.#form.typed, ...this.#card.typed]);
    const isStored = typed === '' || !session.saved.privateWindow;
    void hasSuccessor(doc, surface).then((successor) => {
      if (successor && isStored) onEnd();
      else showGone(surface, lastWords, typed, onEnd);
    });
  }
}

/** What somebody typed, as plain text. */
function wordsOf(values: readonly (ComposerValue | null)[]): string {
  return values
    .flatMap((value) =>
      value ? [value.words.note, finishedWords(value).tags.join(', '), value.claim?.claimant ?? ''] : [],
    )
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

const sameRange = (a: Range, b: Range): boolean =>
  a.startContainer === b.startContainer &&
  a.startOffset === b.startOffset &&
  a.endContainer === b.endContainer &&
  a.endOffset === b.endOffset;
