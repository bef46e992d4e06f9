import { browser } from '../../lib/browser';

const INK = '#1f3a5f';

/** Shows on the toolbar button what a tab's page is: the number of quotes saved on it, a dot for a news article. */
export async function showFinding(tabId: number, newsArticle: boolean, saved: number): Promise<void> {
  const text = saved > 0 ? String(saved) : newsArticle ? '•' : '';
  const key = saved > 0 ? 'badgeSaved' : newsArticle ? 'badgeArticle' : 'extensionName';
  try {
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setBadgeBackgroundColor({ tabId, color: INK });
    await browser.action.setTitle({ tabId, title: browser.i18n.getMessage(key, String(saved)) });
  } catch {
    // The tab was closed in the meantime.
  }
}
