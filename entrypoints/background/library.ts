import { browser } from '../../lib/browser';

/** Opens the library in a tab; one that is open already comes to the front. */
export async function openLibrary(article?: string): Promise<void> {
  const page = browser.runtime.getURL('library.html');
  const url = article === undefined ? page : `${page}?article=${article}`;
  const [open] = await browser.tabs.query({ url: `${page}*` });
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, article === undefined ? { active: true } : { active: true, url });
}
