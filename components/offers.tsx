import type { ComponentChildren, JSX } from 'preact';
import { useId, useState } from 'preact/hooks';

/** What an input offers to complete it: a combobox whose list keeps the focus in the input (WAI-ARIA, list autocomplete). */
export interface Offers<Item> {
  readonly id: string;
  /** Those that are shown. */
  readonly items: readonly Item[];
  /** The one that the arrows have come to; out of range for none. */
  readonly active: number;
  readonly chosen: Item | undefined;
  /** Shows them, none chosen: something was typed. */
  readonly open: () => void;
  readonly close: () => void;
  readonly chooseNone: () => void;
  /** Takes the arrows, and Escape while they are shown. False where a key means something else. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  /** What makes the input a combobox. */
  readonly combobox: Combobox;
}

interface Combobox {
  readonly role: 'combobox';
  readonly 'aria-autocomplete': 'list';
  readonly 'aria-expanded': boolean;
  readonly 'aria-controls': string;
  readonly 'aria-activedescendant': string | undefined;
  readonly autocomplete: 'off';
}

/** Keeps what an input offers; `find` is asked only while the list is open, or an arrow may open it. */
export function useOffers<Item>(find: () => readonly Item[]): Offers<Item> {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const items = isOpen ? find() : [];
  const shown = items.length > 0;
  const show = (open: boolean): void => {
    setOpen(open);
    setActive(-1);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && (shown || find().length > 0)) {
      setOpen(true);
      // After the last one none is chosen, and the same before the first.
      const places = items.length + 1;
      setActive(shown ? ((active + 1 + step + places) % places) - 1 : step > 0 ? 0 : -1);
    } else if (event.key === 'Escape' && shown) {
      // What holds this field closes on Escape too; here it only folds the list away.
      event.stopPropagation();
      show(false);
    } else return false;
    event.preventDefault();
    return true;
  };
  return {
    id,
    items,
    active,
    chosen: items[active],
    open: () => show(true),
    close: () => show(false),
    chooseNone: () => setActive(-1),
    onKey,
    combobox: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': shown,
      'aria-controls': `${id}-list`,
      'aria-activedescendant': items[active] === undefined ? undefined : `${id}-${active}`,
      autocomplete: 'off',
    },
  };
}

interface OfferListProps<Item> {
  readonly offers: Offers<Item>;
  readonly label: string;
  readonly keyOf: (item: Item) => string;
  readonly onPick: (item: Item) => void;
  readonly children: (item: Item) => ComponentChildren;
}

/** The list below the input. */
export function OfferList<Item>({ offers, label, keyOf, onPick, children }: OfferListProps<Item>): JSX.Element {
  const { id, items, active } = offers;
  return (
    <div class="tag-list" id={`${id}-list`} role="listbox" aria-label={label} hidden={items.length === 0}>
      {items.map((item, at) => (
        // The keyboard never comes here: the input keeps the focus and names the active option.
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          class="tag-option"
          role="option"
          id={`${id}-${at}`}
          key={keyOf(item)}
          aria-selected={at === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(item)}
        >
          {children(item)}
        </div>
      ))}
    </div>
  );
}
