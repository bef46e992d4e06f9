interface SightEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

/** How often the browser looks whether an element is covered, milliseconds; it takes no less. */
const LOOK_MS = 100;

/**
 * Whether an element can be seen as it was drawn: nothing over it, no opacity, filter or transform on any frame around
 * it. Null in browsers that don't tell (Firefox). Chromium looks only for as long as it is asked, since it drops clicks
 * on a frame that is looked after and has just moved. Source: Intersection Observer v2, `trackVisibility`.
 */
export function isInSight(element: Element): Promise<boolean | null> {
  return new Promise((resolve) => {
    const options: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
      trackVisibility: true,
      delay: LOOK_MS,
    };
    const observer = new IntersectionObserver((entries: readonly SightEntry[]) => {
      observer.disconnect();
      resolve(entries.at(-1)?.isVisible ?? null);
    }, options);
    observer.observe(element);
  });
}
