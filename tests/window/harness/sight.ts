import type { Box } from './display.ts';

/** A control of our interface, as a person would point at it. */
export interface Control {
  readonly kind: string;
  readonly label: string;
  /** Within the viewport of the document that was looked at. */
  readonly box: Box;
}

/** What a person sees of a part of our interface. */
export interface Sight {
  readonly text: string;
  readonly controls: readonly Control[];
}

/**
 * Looks at a document or a shadow root, and into the frames in it. Its source runs inside the browsers, so it knows
 * nothing of this file.
 */
export function lookAt(root: Document | ShadowRoot): Sight {
  const texts: string[] = [];
  const controls: Control[] = [];
  const top = 'body' in root ? [root.body] : [...root.children];
  for (const element of top) if ('innerText' in element) texts.push(String(element.innerText));
  for (const element of root.querySelectorAll<HTMLElement>('button, a[href], input, textarea, select, summary')) {
    const { x, y, width, height } = element.getBoundingClientRect();
    if (width === 0 || !element.checkVisibility()) continue;
    const named = 'labels' in element ? [...((element.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
    const label =
      element.getAttribute('aria-label') ??
      (named.length > 0 ? named.map(({ innerText }) => innerText).join(' ') : element.innerText);
    controls.push({ kind: element.localName, label: label.replace(/\s+/g, ' ').trim(), box: { x, y, width, height } });
  }
  for (const frame of root.querySelectorAll('iframe')) {
    const inside = frame.contentDocument;
    if (!inside?.body || !frame.checkVisibility()) continue;
    const at = frame.getBoundingClientRect();
    const sight = lookAt(inside);
    texts.push(sight.text);
    for (const { box, ...rest } of sight.controls) {
      const moved = { x: box.x + at.x + frame.clientLeft, y: box.y + at.y + frame.clientTop };
      controls.push({ ...rest, box: { ...box, ...moved } });
    }
  }
  return { text: texts.join(' ').replace(/\s+/g, ' ').trim(), controls };
}
