import { browser } from '../../lib/browser';
import { askTab } from '../../lib/messages/client';
import { addressKey } from '../../lib/model/address';
import type { Article } from '../../lib/model/article';
import { isTombstone } from '../../lib/model/tombstone';
import { siteOf } from '../../lib/sites/one-site';
import type { PressmarkDatabase } from '../../lib/store/database';
import { annotationsOf } from '../../lib/store/read';
import { showFinding } from './badge';

/** How long pages are given to hear of a change (milliseconds): one that hangs must not hold up whoever saves. */
const PATIENCE = 1_500;

/** Waits until all pages were told, or for as long as one that answers would take. */
async function patiently(telling: readonly (Promise<unknown> | null)[]): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  await Promise.race([Promise.all(telling), enough]);
  clearTimeout(timer);
}

/** Tells every page that what is saved has changed. Pages without an annotator do not hear it. */
export async function tellPages(): Promise<void> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  await patiently(tabs.map((tab) => (tab.id === undefined ? null : askTab(tab.id, 'annotator.refresh', { at: null }))));
}

/** Tells every page that what is saved has changed, and brings the badges of those that show an article up to date. */
export async function tellEveryPage(db: PressmarkDatabase): Promise<void> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  await patiently(
    tabs.map(async ({ id, url }) => {
      if (id === undefined) return;
      const key = url === undefined ? null : addressKey(url);
      const known = key === null ? [] : await db.articles.where('urls').equals(key).toArray();
      const [article] = known.filter((row): row is Article => !isTombstone(row));
      if (article) await refreshBadge(id, (await annotationsOf(db, article.id)).length);
      await askTab(id, 'annotator.refresh', { at: null });
    }),
  );
}

/** Shows how many quotes are saved where a tab's reader is. */
export async function refreshBadge(tabId: number, saved: number): Promise<void> {
  const finding = await askTab(tabId, 'detector.state', {});
  await showFinding(tabId, finding.ok && finding.value.newsArticle, saved);
}

/**
 * Tells the pages that show an article, and brings their badges up to date. Other pages of its site are asked too: it may
 * be one of several stories there.
 */
export async function tellPagesOfArticle(db: PressmarkDatabase, articleId: string): Promise<void> {
  const article = await db.articles.get(articleId);
  if (!article || isTombstone(article)) return;
  const saved = (await annotationsOf(db, articleId)).length;
  const sites = new Set(article.urls.map(siteOf));
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  await patiently(
    tabs.map(async ({ id, url }) => {
      if (id === undefined || url === undefined) return;
      const address = addressKey(url);
      if (address === null) return;
      if (article.urls.includes(address)) await refreshBadge(id, saved);
      else if (!sites.has(siteOf(address))) return;
      await askTab(id, 'annotator.refresh', { at: article.urls });
    }),
  );
}
