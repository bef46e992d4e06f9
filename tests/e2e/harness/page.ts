import type { Frame, Page } from 'playwright';

/** Selects words of the page as a mouse would leave them: in the first text that holds them, of one block or many. */
export async function select(page: Page, words: string): Promise<void> {
  const done = await page.evaluate((wanted) => {
    const normal = (text: string): string => text.replace(/\s+/g, ' ');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const places: { node: Text; offset: number }[] = [];
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.parentElement?.closest('script,style')) continue;
      for (let i = 0; i < node.data.length; i += 1) {
        const char = normal(node.data.charAt(i));
        if (char === ' ' && text.endsWith(' ')) continue;
        text += char;
        places.push({ node, offset: i });
      }
    }
    const at = text.indexOf(normal(wanted));
    const first = places[at];
    const last = places[at + normal(wanted).length - 1];
    if (at < 0 || !first || !last) return false;
    const range = document.createRange();
    range.setStart(first.node, first.offset);
    range.setEnd(last.node, last.offset + 1);
    first.node.parentElement?.scrollIntoView({ block: 'center' });
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    document.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
    return true;
  }, words);
  if (!done) throw new Error(`the page does not say: ${words}`);
}

/** What the page's highlight registry holds of ours: the words painted under each name. */
export async function painted(page: Page | Frame): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const out: Record<string, string[]> = {};
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('pressmark')) continue;
      const words = [...highlight].map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString().replace(/\s+/g, ' ');
      });
      if (words.length > 0) out[name] = words;
    }
    return out;
  });
}

/** Clicks the beginning of a painted highlight that holds these words. */
export async function clickHighlight(page: Page, words: string): Promise<void> {
  const at = await page.evaluate((wanted) => {
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('pressmark')) continue;
      for (const range of highlight) {
        if (!(range instanceof Range) || range.toString().replace(/\s+/g, ' ') !== wanted) continue;
        range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = range.getClientRects()[0];
        if (box) return { x: box.left + Math.min(20, box.width / 2), y: box.top + box.height / 2 };
      }
    }
    return null;
  }, words);
  if (!at) throw new Error(`not painted: ${words}`);
  await page.mouse.click(at.x, at.y);
}
