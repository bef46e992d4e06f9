import {
  type ComposerValue,
  emptyClaim,
  emptyComposer,
  finishedWords,
  type TagUse,
} from '../../components/composer-value';
import type { MarksChoice } from '../../lib/anchor/quotation-marks';
import type { PageFacts } from '../../lib/messages/protocol';
import { excerpt, type FormView, type FrameCall } from '../../lib/messages/to-frame';
import type { Selectors } from '../../lib/model/selectors';
import { CardDrafts } from './card-drafts';
import { type Box, lineBox } from './places';
import type { Stage } from './stage';

export type Opening = 'note' | 'claim';

interface OpenForm {
  /** The words that will be saved: with or without their quotation marks. */
  selectors: Selectors;
  readonly marks: MarksChoice | null;
  /** The words are of this story, wherever the reader scrolls meanwhile. */
  readonly page: PageFacts;
  view: FormView;
}

/** The form for words that are selected and not saved yet. What is typed is kept as a draft. */
export class NewQuoteForm {
  readonly #stage: Stage;
  readonly #drafts: CardDrafts;
  readonly #onOpen: () => void;
  readonly #onSaved: (selected: Range | null) => void;
  #open: OpenForm | null = null;

  constructor(stage: Stage, onOpen: () => void, onSaved: (selected: Range | null) => void) {
    this.#stage = stage;
    this.#drafts = new CardDrafts(stage.session);
    this.#onOpen = onOpen;
    this.#onSaved = onSaved;
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** What stands in the form, if it is open. */
  get typed(): ComposerValue | null {
    return this.#open?.view.initial ?? null;
  }

  /** Opens the form for the selection; it is saved only when the reader says so. */
  async openForSelection(focus: Opening): Promise<void> {
    this.#stage.session.forget();
    const offer = this.#stage.session.offer();
    if (offer.kind !== 'quote') {
      this.#stage.explain({ code: offer.kind === 'none' ? 'nothing-selected' : offer.code });
      return;
    }
    const selection = this.#stage.selection();
    const box = selection ? lineBox(selection, 'last') : null;
    const known = await this.#stage.tags();
    this.#onOpen();
    this.#show(offer.selectors, focus, box, known, offer.marks);
  }

  #show(
    selectors: Selectors,
    focus: Opening,
    box: Box | null,
    known: readonly TagUse[],
    marks: MarksChoice | null = null,
  ): void {
    const { session } = this.#stage;
    const initial = this.#drafts.kept(selectors) ?? emptyComposer(session.saved.colour);
    const form: OpenForm = {
      selectors,
      marks,
      page: session.reading.facts,
      view: {
        name: 'form',
        quote: selectors.quote.exact,
        marks: marks && isWith(marks, selectors),
        initial: focus === 'claim' ? { ...initial, claim: initial.claim ?? emptyClaim() } : initial,
        focus,
        known: [...known],
        settings: session.viewSettings,
        privateWindow: session.saved.privateWindow,
        draft: session.saved.privateWindow ? null : { page: session.reading.facts.url, selectors },
        failure: null,
        saving: false,
      },
    };
    this.#open = form;
    this.#stage.frame.show({
      view: () => form.view,
      hear: (call) => this.#hear(form, call),
      place: this.#stage.beside(box ?? { left: 0, right: 0, top: 0, bottom: 0 }, 'below'),
      takeFocus: true,
    });
  }

  #hear(form: OpenForm, did: FrameCall): void {
    if (did.call === 'type') {
      // The view itself is not sent again: the frame has what was typed.
      form.view = { ...form.view, initial: did.value };
      this.#drafts.typed(form.page.url, did.updatedAt);
    } else if (did.call === 'marks' && form.marks) {
      form.selectors = did.taken ? form.marks.with : form.marks.without;
      const { selectors, view } = form;
      this.#update({
        quote: selectors.quote.exact,
        marks: did.taken,
        draft: view.draft && { ...view.draft, selectors },
      });
    } else if (did.call === 'create') void this.#save(form, did.value, did.privateConsent);
    else if (did.call === 'close') {
      this.#drafts.forget();
      this.close();
    }
  }

  async #save(form: OpenForm, value: ComposerValue, privateConsent: boolean): Promise<void> {
    this.#update({ saving: true, failure: null });
    const quote = { selectors: form.selectors, words: finishedWords(value), claim: value.claim, privateConsent };
    const saved = await this.#stage.session.save(quote, form.page);
    if (!saved.ok) {
      this.#update({ saving: false, failure: saved.error });
      if (saved.error.code === 'extension-reloaded') this.#stage.onGone();
      return;
    }
    this.#drafts.forget();
    this.close();
    this.#onSaved(this.#stage.selection());
  }

  #update(part: Partial<FormView>): void {
    if (!this.#open) return;
    this.#open.view = { ...this.#open.view, ...part };
    this.#stage.frame.update();
  }

  close(): void {
    if (!this.#open) return;
    this.#open = null;
    this.#stage.frame.hide();
  }

  /** Offers to go on with what was typed on this page before it was closed. */
  offerDraft(): void {
    const draft = this.#drafts.waiting();
    if (!draft || this.#open) return;
    this.#stage.corner.show(
      { kind: 'draft', quote: excerpt(draft.quote.exact, 80) },
      {
        onAccept: () => this.#show(draft, 'note', null, []),
        onDecline: () => this.#drafts.forget(),
      },
    );
  }
}

const isWith = (marks: MarksChoice, { quote }: Selectors): boolean => quote.exact === marks.with.quote.exact;
