import type { Colour } from '../model/vocabulary';
import { FOCUS_NAME, highlightName } from './names';

/** One quote to be drawn. `range` is live and belongs to the painter from then on. */
export interface PaintItem {
  readonly id: string;
  readonly colour: Colour;
  readonly edited: boolean;
  readonly range: Range;
}

export interface Painter {
  /** Draws these and nothing else; what is already drawn under the same id is kept or moved, not made anew. */
  paint(items: readonly PaintItem[]): void;
  /** Sets one quote off, or none. */
  focus(id: string | null): void;
  /** Puts our highlights back if the page took them out of the registry. Cheap when it didn't. */
  restoreIfCleared(): void;
  /** Looks again which ranges are near the viewport, after the page changed its layout. */
  refresh(): void;
  /** Takes everything of ours away and stops listening. */
  clear(): void;
}

export interface PainterOptions {
  /** The document to draw in; another one than this script's for a frame of the same origin. */
  readonly document?: Document;
  /** Up to so many quotes all are registered; beyond, those within two viewports. */
  readonly registerAll?: number;
}

/** Below this many ranges a registered one costs a page that changes its text next to nothing (measured). */
const REGISTER_ALL = 100;

/** How far around the viewport ranges are registered, in viewports. */
const REACH = 2;

/** False where the browser has no CSS Custom Highlight API: nothing is drawn there, lists still work. */
export function canPaint(): boolean {
  return typeof CSS !== 'undefined' && typeof Highlight === 'function' && typeof CSS.highlights === 'object';
}

function registryOf(document: Document): HighlightRegistry | null {
  const view = document.defaultView;
  if (view === null || view === window) return canPaint() ? CSS.highlights : null;
  const css: unknown = Reflect.get(view, 'CSS');
  const own = typeof css === 'object' && css !== null ? Reflect.get(css, 'highlights') : null;
  return isRegistry(own) ? own : null;
}

/** A frame's registry is of the frame's own class: it is known by what it can do. */
function isRegistry(value: unknown): value is HighlightRegistry {
  if (typeof value !== 'object' || value === null || typeof Highlight !== 'function') return false;
  return ['get', 'set', 'delete'].every((name) => typeof Reflect.get(value, name) === 'function');
}

class RegistryPainter implements Painter {
  private readonly items = new Map<string, PaintItem>();
  /** Ours by name; the registry is never iterated, which Firefox doesn't survive. */
  private readonly ours = new Map<string, Highlight>();
  private readonly registered = new Map<string, { name: string; range: Range }>();
  private focused: string | null = null;
  private frame = 0;

  constructor(
    private readonly document: Document,
    private readonly registry: HighlightRegistry,
    private readonly registerAll: number,
  ) {}

  private readonly onScroll = (): void => {
    if (this.items.size <= this.registerAll || this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.refresh();
    });
  };

  paint(items: readonly PaintItem[]): void {
    if (this.items.size === 0 && items.length > 0) this.listen();
    this.items.clear();
    for (const item of items) this.items.set(item.id, item);
    if (items.length === 0) this.unlisten();
    this.refresh();
    this.focus(this.focused !== null && this.items.has(this.focused) ? this.focused : null);
  }

  focus(id: string | null): void {
    const item = id === null ? undefined : this.items.get(id);
    this.focused = item?.id ?? null;
    const highlight = this.highlight(FOCUS_NAME);
    if (item !== undefined && highlight.size === 1 && highlight.has(item.range)) return;
    highlight.clear();
    if (item !== undefined) highlight.add(item.range);
  }

  restoreIfCleared(): void {
    for (const [name, highlight] of this.ours) {
      if (this.registry.get(name) !== highlight) this.registry.set(name, highlight);
    }
  }

  refresh(): void {
    const all = this.items.size <= this.registerAll;
    const height = this.document.documentElement.clientHeight;
    for (const [id, { name, range }] of this.registered) {
      const item = this.items.get(id);
      if (item?.range === range && highlightName(item.colour, item.edited) === name) continue;
      this.ours.get(name)?.delete(range);
      this.registered.delete(id);
    }
    const ranges = [...this.items.values()];
    const wanted = all ? ranges : ranges.filter(({ range }) => isNear(range, height));
    const keep = new Set(wanted.map(({ id }) => id));
    for (const [id, { name, range }] of this.registered) {
      if (keep.has(id)) continue;
      this.ours.get(name)?.delete(range);
      this.registered.delete(id);
    }
    for (const { id, colour, edited, range } of wanted) {
      if (this.registered.has(id)) continue;
      const name = highlightName(colour, edited);
      this.highlight(name).add(range);
      this.registered.set(id, { name, range });
    }
    this.restoreIfCleared();
  }

  clear(): void {
    this.unlisten();
    this.items.clear();
    this.registered.clear();
    this.focused = null;
    for (const [name, highlight] of this.ours) {
      highlight.clear();
      if (this.registry.get(name) === highlight) this.registry.delete(name);
    }
    this.ours.clear();
  }

  private highlight(name: string): Highlight {
    let highlight = this.ours.get(name);
    if (highlight === undefined) {
      highlight = new Highlight();
      if (name === FOCUS_NAME) highlight.priority = 1;
      this.ours.set(name, highlight);
      this.registry.set(name, highlight);
    }
    return highlight;
  }

  private listen(): void {
    this.document.addEventListener('scroll', this.onScroll, { capture: true, passive: true });
    this.document.defaultView?.addEventListener('resize', this.onScroll, { passive: true });
  }

  private unlisten(): void {
    this.document.removeEventListener('scroll', this.onScroll, { capture: true });
    this.document.defaultView?.removeEventListener('resize', this.onScroll);
    if (this.frame !== 0) cancelAnimationFrame(this.frame);
    this.frame = 0;
  }
}

function isNear(range: Range, height: number): boolean {
  const { top, bottom } = range.getBoundingClientRect();
  return bottom >= -REACH * height && top <= (1 + REACH) * height;
}

const NOTHING: Painter = {
  paint: () => undefined,
  focus: () => undefined,
  restoreIfCleared: () => undefined,
  refresh: () => undefined,
  clear: () => undefined,
};

/**
 * A painter for one document: quotes are drawn by the CSS Custom Highlight API, the page's nodes stay as they are. One
 * highlight per colour and state, since one per quote costs ten times the style work. Where the browser can't, the
 * painter does nothing.
 */
export function createPainter(options: PainterOptions = {}): Painter {
  const target = options.document ?? document;
  const registry = registryOf(target);
  return registry === null ? NOTHING : new RegistryPainter(target, registry, options.registerAll ?? REGISTER_ALL);
}
