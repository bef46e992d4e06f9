import { type JSX, render } from 'preact';
import { currentLocale } from '../lib/i18n/translate';
import { HighlightCard, type HighlightCardProps } from './highlight-card';
import { NewQuoteCard, type NewQuoteCardProps } from './new-quote-card';
import { SelectionToolbar, type SelectionToolbarProps } from './selection-toolbar';

/** Where something floats: px from the viewport's top left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Something mounted over a page. */
export interface Mounted<Props> {
  /** The positioned element; measure it to keep it inside the viewport. */
  readonly element: HTMLElement;
  /** Shows it with these props; what was typed in a form stays. */
  update(props: Props): void;
  /** Moves it without rendering. */
  place(place: Place): void;
  unmount(): void;
}

/** Mounts the toolbar into the shadow root (or an element); adopt `annotatorCss` there first. */
export const mountToolbar = (root: ShadowRoot | HTMLElement, place: Place, props: SelectionToolbarProps) =>
  mount(root, place, props, (current) => <SelectionToolbar {...current} />);

/** Mounts the card of one highlight, or of several at one place. */
export const mountCard = (root: ShadowRoot | HTMLElement, place: Place, props: HighlightCardProps) =>
  mount(root, place, props, (current) => <HighlightCard {...current} />);

/** Mounts the form for a selection that is not saved yet. */
export const mountNewQuote = (root: ShadowRoot | HTMLElement, place: Place, props: NewQuoteCardProps) =>
  mount(root, place, props, (current) => <NewQuoteCard {...current} />);

function mount<Props>(
  root: ShadowRoot | HTMLElement,
  place: Place,
  props: Props,
  view: (props: Props) => JSX.Element,
): Mounted<Props> {
  const element = root.ownerDocument.createElement('div');
  // The interface speaks the reader's language and direction, whatever the page around it speaks.
  element.className = 'pm floating';
  element.lang = currentLocale();
  element.dir = directionOf(currentLocale());
  const move = ({ x, y }: Place): void => {
    element.style.setProperty('--x', `${x}px`);
    element.style.setProperty('--y', `${y}px`);
  };
  move(place);
  root.append(element);
  render(view(props), element);
  return {
    element,
    update: (next) => render(view(next), element),
    place: move,
    unmount: () => {
      render(null, element);
      element.remove();
    },
  };
}

const RTL = /^(ar|fa|he|iw|ps|ur|yi)\b/;
const directionOf = (locale: string): 'ltr' | 'rtl' => (RTL.test(locale) ? 'rtl' : 'ltr');
