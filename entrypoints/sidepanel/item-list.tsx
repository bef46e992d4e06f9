import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isTyping } from './keys';

/** One quote or suggestion of the list, with what its keys do. */
export interface ListItem {
  readonly key: string;
  readonly view: JSX.Element;
  readonly kind: 'saved' | 'suggested';
  readonly accept?: (() => void) | undefined;
  readonly claim?: (() => void) | undefined;
  readonly dismiss?: (() => void) | undefined;
  readonly jump?: (() => void) | undefined;
}

interface ItemListProps {
  readonly items: readonly ListItem[];
  /** The item that the reader is at on the page. */
  readonly current: string | null;
  /** The item that the reader asked for on the page; it gets the focus. A new turn asks again. */
  readonly shown?: { readonly key: string; readonly turn: number } | null;
  /** j and k lead into this list from wherever nothing has the focus. */
  readonly main?: boolean;
}

const rowsOf = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>(':scope > li') ?? []),
];

/** A list that is walked with j and k; the item at which the reader is on the page is marked and kept in view. */
export function ItemList({ items, current, shown = null, main = false }: ItemListProps): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const row = (key: string): HTMLElement | undefined =>
    rowsOf(list.current).find((element) => element.dataset['key'] === key);
  useEffect(() => {
    // While somebody works in the list it must not move under their hands.
    if (current !== null && !list.current?.contains(document.activeElement)) {
      row(current)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    }
  }, [current]);
  useEffect(() => {
    if (shown === null) return;
    row(shown.key)?.scrollIntoView({ block: 'center' });
    row(shown.key)?.focus();
  }, [shown?.turn]);
  useEffect(() => {
    if (!main) return;
    const enter = (event: KeyboardEvent): void => {
      if (document.activeElement !== document.body || stepOf(event.key) === 0 || event.key.startsWith('Arrow')) return;
      (current === null ? rowsOf(list.current)[0] : row(current))?.focus();
    };
    document.addEventListener('keydown', enter);
    return () => document.removeEventListener('keydown', enter);
  }, [main, current]);
  const act = (event: KeyboardEvent): void => {
    if (isTyping(event) || !(event.target instanceof HTMLElement)) return;
    const rows = rowsOf(list.current);
    const at = rows.findIndex((element) => element.contains(document.activeElement));
    const item = items.find(({ key }) => key === rows[at]?.dataset['key']);
    const onRow = event.target === rows[at];
    const step = stepOf(event.key);
    if (step !== 0) rows[at + step]?.focus();
    else if (!item) return;
    else if (event.key === 'a' || (event.key === 'Enter' && onRow)) run(item.accept, rows[at + 1]);
    else if (event.key === 'x') run(item.dismiss, rows[at + 1]);
    else if (event.key === 'c') item.claim?.();
    else if (event.key === 'g') item.jump?.();
    else return;
    event.preventDefault();
  };
  const first = items.some(({ key }) => key === current) ? current : items[0]?.key;
  return (
    <ul class="item-list" ref={list} onKeyDown={act}>
      {items.map(({ key, view, kind }) => (
        <li
          key={key}
          data-key={key}
          class={kind}
          // One stop for the whole list, from which j and k walk.
          tabIndex={key === first ? 0 : -1}
          aria-current={key === current ? 'location' : undefined}
        >
          {view}
        </li>
      ))}
    </ul>
  );
}

const stepOf = (key: string): number =>
  key === 'j' || key === 'ArrowDown' ? 1 : key === 'k' || key === 'ArrowUp' ? -1 : 0;

/** Does it and goes on to the next, since the item will be gone or be another. */
function run(act: (() => void) | undefined, next: HTMLElement | undefined): void {
  if (!act) return;
  act();
  next?.focus();
}
