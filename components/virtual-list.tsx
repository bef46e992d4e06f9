import type { JSX, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  /** A class that sets `--row`: the height of every line, whatever is in it. */
  readonly class: string;
  /** The content of a line. `current` is the one that the keyboard walks from: its controls alone are reached by Tab. */
  readonly line: (place: number, current: boolean) => JSX.Element;
  /** A line's own name, so that it keeps its focus when the list changes above it. */
  readonly keyOf: (place: number) => string;
  /** The line that was left before, to go on from: it gets the focus if nothing else has it. Read once. */
  readonly start?: number | null;
  /** Told which lines are in sight. */
  readonly onSight: (from: number, to: number) => void;
  /** Further attributes of a line. */
  readonly attributes?: (place: number) => Readonly<Record<string, string | undefined>>;
  /** Other keys than those that walk; true where the key was taken. */
  readonly onKey?: (event: KeyboardEvent, place: number) => boolean;
}

/** Lines beyond the edges, so that a quick scroll does not show an empty page. */
const MARGIN = 8;
/** Browsers give up on elements higher than some 17 million pixels; beyond, the bar moves faster than the list. */
const TALLEST = 12_000_000;

interface Sight {
  readonly from: number;
  readonly to: number;
  /** How many pixels the lines stand above where they would in a list of full height. */
  readonly shift: number;
}

/** The height of a line, as the list's class sets it; measured, so that text spacing and zoom are right. */
function useRow(ruler: RefObject<HTMLElement | null>, name: string): number {
  const [row, setRow] = useState(120);
  useLayoutEffect(() => {
    const { current: element } = ruler;
    if (!element) return;
    const measure = (): void => setRow(Math.max(24, element.offsetHeight));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ruler, name]);
  return row;
}

/** Which lines are in sight, followed as the page scrolls. */
function useSight(list: RefObject<HTMLElement | null>, count: number, row: number): Sight {
  const [sight, setSight] = useState<Sight>({ from: 0, to: 20, shift: 0 });
  useLayoutEffect(() => {
    const look = (): void => {
      const top = Math.max(0, -(list.current?.getBoundingClientRect().top ?? 0));
      setSight((now) => same(now, sightOf(top, count, row, innerHeight)));
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [list, count, row]);
  return sight;
}

/** Where a key leads from a line; undefined for keys that don't walk. */
function stepOf(key: string, place: number, count: number, row: number): number | undefined {
  const page = Math.max(1, Math.floor((innerHeight * 0.8) / row));
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: place + 1,
    ArrowUp: place - 1,
    PageDown: place + page,
    PageUp: place - page,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}

/**
 * A list of any length, of which the lines in sight are drawn. It scrolls with the page. Arrows, Page Up and Down, Home
 * and End walk from line to line; each line says how many there are and which it is. What is to have the focus in a line
 * carries `data-focus`.
 */
export function VirtualList(props: VirtualListProps): JSX.Element {
  const { label, count, line, keyOf, onSight, attributes, onKey } = props;
  const list = useRef<HTMLUListElement>(null);
  const ruler = useRef<HTMLLIElement>(null);
  const goal = useRef<number | null>(props.start ?? null);
  const [current, setCurrent] = useState(props.start ?? 0);
  const row = useRow(ruler, props.class);
  const sight = useSight(list, count, row);
  const place = Math.min(current, Math.max(0, count - 1));
  useEffect(() => onSight(sight.from, sight.to), [sight, onSight]);
  useEffect(() => {
    // A line that the keyboard went to is drawn first, and may have to wait for its words.
    const element = list.current?.querySelector<HTMLElement>(`[data-place="${goal.current}"] [data-focus]`);
    if (goal.current === null || !element) return;
    goal.current = null;
    const { activeElement } = document;
    if (activeElement === document.body || list.current?.contains(activeElement))
      element.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const taken = onKey?.(event, place) ?? false;
    const to = taken ? undefined : stepOf(event.key, place, count, row);
    if (taken || to !== undefined) event.preventDefault();
    if (to === undefined) return;
    goal.current = to;
    setCurrent(to);
    if (list.current) reveal(list.current, to, count, row);
  };
  return (
    <ul
      ref={list}
      class={`virtual ${props.class}`}
      aria-label={label}
      style={{ blockSize: `${Math.min(count * row, TALLEST)}px` }}
      onKeyDown={onKeyDown}
    >
      <li ref={ruler} class="ruler" aria-hidden="true" />
      {placesOf(sight, count, place).map((at) => (
        <li
          key={keyOf(at)}
          class="line"
          data-place={at}
          aria-setsize={count}
          aria-posinset={at + 1}
          style={{ transform: `translateY(${at * row - sight.shift}px)` }}
          onFocusCapture={() => setCurrent(at)}
          {...attributes?.(at)}
        >
          {line(at, at === place)}
        </li>
      ))}
    </ul>
  );
}

/** The lines to draw: those in sight, and the one that has the keyboard wherever it is. */
function placesOf({ from, to }: Sight, count: number, place: number): number[] {
  const places: number[] = [];
  if (place < from && place < count) places.push(place);
  for (let at = from; at < Math.min(to, count); at++) places.push(at);
  if (place >= to && place < count) places.push(place);
  return places;
}

/** How much faster the lines move than the bar; 1 for lists that a browser can hold at full height. */
function stretch(count: number, row: number, view: number): number {
  const full = count * row;
  return full <= TALLEST ? 1 : (full - view) / (TALLEST - view);
}

function sightOf(top: number, count: number, row: number, view: number): Sight {
  const above = Math.min(top * stretch(count, row, view), Math.max(0, count * row - view));
  const from = Math.max(0, Math.floor(above / row) - MARGIN);
  const to = Math.min(count, Math.ceil((above + view) / row) + MARGIN);
  return { from, to, shift: above - Math.min(top, above) };
}

const same = (now: Sight, next: Sight): Sight =>
  now.from === next.from && now.to === next.to && now.shift === next.shift ? now : next;

/** Scrolls no further than it takes to show a line whole. */
function reveal(list: HTMLElement, place: number, count: number, row: number): void {
  const listTop = list.getBoundingClientRect().top + scrollY;
  const factor = stretch(count, row, innerHeight);
  const covered = Number.parseFloat(getComputedStyle(list).scrollMarginBlockStart) || 0;
  const highest = (place * row - covered) / factor;
  const lowest = ((place + 1) * row - innerHeight) / factor;
  const now = scrollY - listTop;
  if (now > highest) scrollTo({ top: Math.max(0, listTop + highest) });
  else if (now < lowest) scrollTo({ top: listTop + lowest });
}
