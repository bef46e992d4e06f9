import {
  type ComposerValue,
  emptyClaim,
  emptyComposer,
  finishedWords,
  type TagUse,
} from '../../components/composer-value';
import { type Mounted, mountNewQuote } from '../../components/mount';
import type { NewQuoteCardProps } from '../../components/new-quote-card';
import type { MarksToggle } from '../../components/quote-composer';
import type { MarksChoice } from '../../lib/anchor/quotation-marks';
import type { PageFacts } from '../../lib/messages/protocol';
import type { Selectors } from '../../lib/model/selectors';
import { CardDrafts } from './card-drafts';
import { type Box, lineBox } from './places';
import type { Stage } from './stage';

export type Opening = 'note' | 'claim';

/** The form for words that are selected and not saved yet. What is typed is kept as a draft. */
export class NewQuoteForm {
  readonly #stage: Stage;
  readonly #drafts: CardDrafts;
  readonly #onOpen: () => void;
  readonly #onSaved: (selected: Range | null) => void;
  #open: { readonly mounted: Mounted<NewQuoteCardProps>; props: NewQuoteCardProps } | null = null;

  constructor(stage: Stage, onOpen: () => void, onSaved: (selected: Range | null) => void) {
    this.#stage = stage;
    this.#drafts = new CardDrafts(stage.session);
    this.#onOpen = onOpen;
    this.#onSaved = onSaved;
  }

  get isOpen(): boolean {
    return this.#open !== null;
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
    this.#mount(offer.selectors, focus, box, known, offer.marks);
  }

  #mount(
    selectors: Selectors,
    focus: Opening,
    box: Box | null,
    known: readonly TagUse[],
    choice: MarksChoice | null = null,
  ): void {
    let now = selectors;
    // The words are of this story, wherever the reader scrolls meanwhile.
    const { facts } = this.#stage.session.reading;
    const empty = emptyComposer(this.#stage.session.saved.colour);
    const draft = this.#drafts.kept(selectors);
    const initial = draft ?? empty;
    const marksOf = (of: MarksChoice): MarksToggle => ({
      taken: now.quote.exact === of.with.quote.exact,
      onTake: (taken) => {
        now = taken ? of.with : of.without;
        this.#update({ quote: now.quote.exact, marks: marksOf(of) });
      },
    });
    const props: NewQuoteCardProps = {
      quote: selectors.quote.exact,
      marks: choice && marksOf(choice),
      initial: focus === 'claim' ? { ...initial, claim: initial.claim ?? emptyClaim() } : initial,
      focus,
      known,
      privateWindow: this.#stage.session.saved.privateWindow,
      failure: null,
      saving: false,
      onSave: (value, consent) => void this.#save(now, facts, value, consent),
      onChange: (value) => this.#drafts.keep(facts.url, now, value),
      onClose: () => {
        this.#drafts.forget();
        this.close();
      },
    };
    const mounted = mountNewQuote(this.#stage.surface.root, { x: -9999, y: 0 }, props);
    this.#open = { mounted, props };
    this.#stage.put(mounted, box ?? { left: 0, right: 0, top: 0, bottom: 0 }, 'below');
  }

  async #save(selectors: Selectors, page: PageFacts, value: ComposerValue, privateConsent: boolean): Promise<void> {
    this.#update({ saving: true, failure: null });
    const words = finishedWords(value);
    const quote = { selectors, words, claim: value.claim, privateConsent };
    const saved = await this.#stage.session.save(quote, page);
    if (!saved.ok) {
      this.#update({ saving: false, failure: saved.error });
      return;
    }
    this.#drafts.forget();
    this.close();
    this.#onSaved(this.#stage.selection());
  }

  #update(part: Partial<NewQuoteCardProps>): void {
    if (!this.#open) return;
    this.#open.props = { ...this.#open.props, ...part };
    this.#open.mounted.update(this.#open.props);
  }

  close(): void {
    this.#open?.mounted.unmount();
    this.#open = null;
  }

  /** Offers to go on with what was typed on this page before it was closed. */
  offerDraft(): void {
    const draft = this.#drafts.waiting();
    if (!draft || this.#open) return;
    this.#stage.surface.ensure();
    this.#stage.corner.show({
      kind: 'draft',
      quote: draft.quote.exact,
      onContinue: () => {
        this.#stage.corner.show(null);
        this.#mount(draft, 'note', null, []);
      },
      onDiscard: () => {
        this.#stage.corner.show(null);
        this.#drafts.forget();
      },
    });
  }
}
