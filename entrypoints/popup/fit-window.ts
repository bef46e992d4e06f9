/**
 * Makes the browser's popup as high as its content. The document is given the content's height, and the body scrolls
 * inside whatever window the browser makes of that: its limits differ, and change with the zoom and the screen.
 */
export function fitWindow(content: Element): void {
  const root = document.documentElement;
  new ResizeObserver(() => {
    // A pixel more than needed: zoomed, a height is rounded, and one that is short by a part of a pixel scrolls.
    root.style.blockSize = `${Math.ceil(content.getBoundingClientRect().height) + 1}px`;
  }).observe(content);
}
