import type { Frame, Locator, Page } from 'playwright';

/**
 * Our interface on a page lives in frames of the extension inside a closed shadow root. A page can't get at them; the
 * browser's own tools list them, and then mouse and keyboard are used.
 */

/** What is looked for in a frame of ours. */
type Match = (frame: Frame) => Locator;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The frames of ours on a page, loaded or loading. */
export const ownFrames = (page: Page): Frame[] =>
  page.frames().filter((frame) => frame.url().includes('/annotator-frame.html'));

/** A button by its words or its label. */
export const button =
  (label: string | RegExp): Match =>
  (frame) =>
    frame.getByRole('button', typeof label === 'string' ? { name: label, exact: true } : { name: label });

/** An element that a CSS selector names and that says just these words, or words of this form. */
export const words =
  (selector: string, text: string | RegExp): Match =>
  (frame) =>
    frame.locator(selector, {
      hasText: typeof text === 'string' ? new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`) : text,
    });

/** The words shown in our interface on the page, or an empty string while nothing is shown. */
export async function shownText(page: Page): Promise<string> {
  const texts = await Promise.all(
    ownFrames(page).map((frame) =>
      frame
        .evaluate(() => document.body.textContent ?? '')
        // A frame that is just being loaded or taken away shows nothing.
        .catch(() => ''),
    ),
  );
  return texts.join(' ').replace(/\s+/g, ' ').trim();
}

/** Where the first match lies on the screen; null where there is none or it is not drawn. */
export async function boxOf(page: Page, match: Match): Promise<Box | null> {
  for (const frame of ownFrames(page)) {
    try {
      const element = await frame.frameElement();
      if ((await element.evaluate((one) => getComputedStyle(one as Element).visibility)) !== 'visible') continue;
      const found = match(frame).first();
      if ((await found.count()) === 0) continue;
      // A frame of another process takes clicks once it has been drawn, as it has for whoever sees it.
      await frame.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      const box = await found.boundingBox();
      if (box && box.width > 0) return box;
    } catch {
      // The frame went away while it was asked.
    }
  }
  return null;
}

/** Waits until a match is drawn, and gives its box. */
export async function waitFor(page: Page, match: Match, timeout = 30_000): Promise<Box> {
  const end = Date.now() + timeout;
  for (;;) {
    const box = await boxOf(page, match);
    if (box) return box;
    if (Date.now() > end) throw new Error(`not shown on the page; shown is: ${await shownText(page)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Clicks the middle of a match with the mouse. */
export async function click(page: Page, match: Match): Promise<void> {
  await renewSize(page);
  const box = await waitFor(page, match);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/**
 * A smaller size that the driver has given to another page of the extension cuts off where our frames take clicks, since
 * they share its process. Giving this page its size anew ends that. Real windows know nothing of it.
 */
async function renewSize(page: Page): Promise<void> {
  const size = page.viewportSize();
  if (!size) return;
  await page.setViewportSize({ ...size, height: size.height + 1 });
  await page.setViewportSize(size);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}
