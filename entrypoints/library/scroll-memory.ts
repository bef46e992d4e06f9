import { useLayoutEffect, useRef } from 'preact/hooks';
import { cameBack, currentRoute, hashOf } from './route';

/** Where the reader was in a list: how far down, and at which line. */
interface Place {
  /** From the top of the list: what stands above it may come and go. */
  readonly y: number;
  /** Null where none had the focus. */
  readonly line: number | null;
}

/** Where the list begins on the page. */
function listTop(): number {
  const list = document.querySelector('.virtual');
  return list ? list.getBoundingClientRect().top + scrollY : 0;
}

const places = new Map<string, Place>();

/** A reload forgets this page's memory; the browser keeps what belongs to the step of its history. */
const FIELD = 'place';

function placeAfterReload(): Place | undefined {
  const state: unknown = history.state;
  const place: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, FIELD) : null;
  if (typeof place !== 'object' || place === null) return undefined;
  const [y, line]: unknown[] = [Reflect.get(place, 'y'), Reflect.get(place, 'line')];
  return typeof y === 'number' ? { y, line: typeof line === 'number' ? line : null } : undefined;
}

/** The line that was left at this address, to be walked on from; null where the list is new. */
export const lineLeft = (address: string): number | null => places.get(address)?.line ?? null;

/**
 * Keeps the place in a list for each address of the library. Who comes back finds it as it was; who searches for
 * something else begins at its top. `height` changes when the list may have grown high enough to go there.
 */
export function useScrollMemory(address: string, height: number): void {
  const goal = useRef<number | null>(null);
  const shown = useRef<string | null>(null);
  useLayoutEffect(() => {
    const isFirst = shown.current === null;
    if (isFirst && !places.has(address)) {
      const place = placeAfterReload();
      if (place) places.set(address, place);
    }
    const back = isFirst || cameBack();
    shown.current = address;
    goal.current = back ? (places.get(address)?.y ?? null) : null;
    if (!back) scrollTo({ top: 0 });
  }, [address]);
  useLayoutEffect(() => {
    const to = goal.current === null ? null : Math.max(0, goal.current + listTop());
    if (to === null || document.documentElement.scrollHeight - innerHeight < to) return;
    scrollTo({ top: to });
    goal.current = null;
  }, [address, height]);
  useLayoutEffect(() => followPlace(address, goal), [address]);
}

/** Writes the place down as it changes. Whoever scrolls by hand meanwhile is not taken anywhere any more. */
function followPlace(address: string, goal: { current: number | null }): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal, passive: true };
  const note = (part: Partial<Place>): void => {
    // The next room may be drawn, and scrolled, before this one is told that it is over.
    if (hashOf(currentRoute()) !== address) return;
    places.set(address, { y: 0, line: null, ...places.get(address), ...part });
  };
  addEventListener('scroll', () => goal.current === null && note({ y: scrollY - listTop() }), options);
  addEventListener(
    'focusin',
    ({ target }) => {
      const line = target instanceof Element ? target.closest('[data-place]')?.getAttribute('data-place') : null;
      if (line) note({ line: Number(line) });
    },
    options,
  );
  for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
    addEventListener(
      type,
      () => {
        goal.current = null;
      },
      options,
    );
  }
  addEventListener(
    'scrollend',
    () =>
      hashOf(currentRoute()) === address &&
      history.replaceState({ ...history.state, [FIELD]: places.get(address) }, ''),
    options,
  );
  return () => stop.abort();
}
