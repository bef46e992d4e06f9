import { COLOURS, type Colour } from '../model/vocabulary';
import { FOCUS_NAME, highlightName } from './style';

/** What is to be painted. */
export interface Paintable {
  readonly id: string;
  readonly colour: Colour;
  readonly edited: boolean;
  readonly range: Range;
}

/** Paints ranges without touching the page's DOM (CSS Custom Highlight API). */
export interface Painter {
  /** Replaces everything that is painted. */
  paint(items: readonly Paintable[]): void;
  /** Marks one of them as the current one, or none. */
  focus(id: string | null): void;
  /** Puts our highlights back if the page cleared its registry. */
  restore(): void;
  clear(): void;
}

const NAMES = COLOURS.flatMap((colour) => [highlightName(colour, false), highlightName(colour, true)]);

/**
 * A painter for the document that it runs in. One `Highlight` per colour and state, never one per annotation. Where the
 * browser has no such API nothing is painted; the lists in popup and library still show everything.
 */
export function createPainter(registry: HighlightRegistry | null = registryOf()): Painter {
  const highlights = new Map<string, Highlight>();
  let ranges = new Map<string, Range>();
  let focused: string | null = null;
  const register = (): void => {
    if (!registry) return;
    for (const [name, highlight] of highlights) {
      if (highlight.size === 0) registry.delete(name);
      else if (registry.get(name) !== highlight) registry.set(name, highlight);
    }
  };
  const highlightOf = (name: string): Highlight => {
    let highlight = highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      highlights.set(name, highlight);
    }
    return highlight;
  };
  const showFocus = (): void => {
    const highlight = highlightOf(FOCUS_NAME);
    highlight.priority = 10;
    highlight.clear();
    const range = focused === null ? undefined : ranges.get(focused);
    if (range) highlight.add(range);
    register();
  };
  return {
    paint(items) {
      if (!registry) return;
      for (const name of NAMES) highlights.get(name)?.clear();
      ranges = new Map(items.map(({ id, range }) => [id, range]));
      for (const { colour, edited, range } of items) highlightOf(highlightName(colour, edited)).add(range);
      showFocus();
    },
    focus(id) {
      if (!registry || id === focused) return;
      focused = id;
      showFocus();
    },
    restore: register,
    clear() {
      for (const highlight of highlights.values()) highlight.clear();
      ranges = new Map();
      focused = null;
      register();
    },
  };
}

function registryOf(): HighlightRegistry | null {
  return typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function' ? CSS.highlights : null;
}
