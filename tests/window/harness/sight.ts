import type { Box } from './display.ts';

/** A control of our interface, as a person would point at it. */
export interface Control {
  readonly kind: string;
  readonly label: string;
  /** What stands in it, where it is a field. */
  readonly value: string;
  /** Within the viewport of the document that was looked at. */
  readonly box: Box;
}

/** What a person sees of a part of our interface. */
export interface Sight {
  readonly text: string;
  readonly controls: readonly Control[];
  /** The frames that can be seen in it; what they show is told by the browser, not by this document. */
  readonly frames: readonly { readonly address: string; readonly box: Box }[];
}

export const NOTHING: Sight = { text: '', controls: [], frames: [] };

/** Looks at a document or a shadow root. Its source runs inside the browsers, so it knows nothing of this file. */
export function lookAt(root: Document | ShadowRoot): Sight {
  const boxOf = (element: Element): Box => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + element.clientLeft, y: y + element.clientTop, width, height };
  };
  const seen = (element: Element): boolean =>
    element.getBoundingClientRect().width > 0 && element.checkVisibility({ visibilityProperty: true });
  const labelOf = (element: HTMLElement): string => {
    const named = 'labels' in element ? [...((element.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
    const words = named.length > 0 ? named.map(({ innerText }) => innerText).join(' ') : element.innerText;
    return (element.getAttribute('aria-label') ?? words).replace(/\s+/g, ' ').trim();
  };
  const all = <Name extends keyof HTMLElementTagNameMap>(...names: Name[]): HTMLElementTagNameMap[Name][] =>
    [...root.querySelectorAll<HTMLElementTagNameMap[Name]>(names.join(','))].filter(seen);
  const top = 'body' in root ? [root.body] : [...root.children];
  return {
    text: top
      .map((element) => ('innerText' in element ? String(element.innerText) : ''))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim(),
    controls: all('button', 'a', 'input', 'textarea', 'select', 'summary').map((element) => ({
      kind: element.localName,
      label: labelOf(element),
      value: 'value' in element ? String(element.value) : '',
      box: boxOf(element),
    })),
    frames: all('iframe').map((frame) => ({ address: frame.src, box: boxOf(frame) })),
  };
}

/** Adds what the frames show to what was seen around them. `lookInto` gives null for a frame that is not there yet. */
export async function withFrames(sight: Sight, lookInto: (address: string) => Promise<Sight | null>): Promise<Sight> {
  const inside = await Promise.all(
    sight.frames.map(async ({ address, box: frame }) => {
      const { text, controls } = (await lookInto(address)) ?? NOTHING;
      const moved = controls.map(({ box, ...rest }) => ({
        ...rest,
        box: { ...box, x: box.x + frame.x, y: box.y + frame.y },
      }));
      return { text, controls: moved };
    }),
  );
  return {
    ...sight,
    text: [sight.text, ...inside.map(({ text }) => text)].join(' ').trim(),
    controls: [...sight.controls, ...inside.flatMap(({ controls }) => controls)],
  };
}

/**
 * Looks into the frame of a page that has an address; null where it is not there yet. The frame is known by its
 * fragment: browsers have other names for the rest, and do not always report where a frame has gone.
 */
export async function lookIntoFrame(
  frames: readonly { evaluate(probe: string): Promise<unknown> }[],
  address: string,
): Promise<Sight | null> {
  const probe = `location.hash === ${JSON.stringify(new URL(address).hash)} ? (${lookAt})(document) : null`;
  for (const frame of frames) {
    // A frame that is just being loaded or taken away shows nothing.
    const seen = await frame.evaluate(probe).catch(() => null);
    if (seen) return seen as Sight;
  }
  return null;
}
