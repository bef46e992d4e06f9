import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxSession, launchFirefox } from './harness/firefox';
import { until } from './harness/journey';
import { ENGLISH, openWeb, type Web } from './harness/web';

const QUOTE = 'The inquiry is expected to publish its first findings in June.';

describe('the main job in Firefox', () => {
  let web: Web;
  let session: FirefoxSession;
  beforeAll(async () => {
    web = await openWeb();
    session = await launchFirefox(web);
  });
  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  it('saves a quote from the popup, paints it, and finds it again after a reload', async () => {
    const page = await session.visit(ENGLISH);
    await page.evaluate((words) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.textContent?.includes(words)) getSelection()?.selectAllChildren(node.parentElement ?? document.body);
      }
    }, QUOTE);
    const count = () =>
      page.evaluate(() =>
        ['yellow', 'green', 'blue', 'pink', 'orange'].reduce(
          (sum, colour) => sum + (CSS.highlights.get(`pressmark-${colour}`)?.size ?? 0),
          0,
        ),
      );
    const popup = await session.own(`popup.html?tab=${await session.tabId(ENGLISH)}`);
    const save = await popup.waitForSelector('::-p-aria([name="Save quote"][role="button"])', { timeout: 20_000 });
    await save?.click();
    await until('the highlight', async () => ((await count()) === 1 ? true : null), 20_000);
    await page.bringToFront();
    await page.reload();
    expect(await until('the highlight again', async () => ((await count()) === 1 ? 1 : null), 20_000)).toBe(1);
  });
});

describe('Firefox, where access to pages was withheld', () => {
  let web: Web;
  let session: FirefoxSession;
  beforeAll(async () => {
    web = await openWeb();
    session = await launchFirefox(web, { granted: false });
  });
  afterAll(async () => {
    await session?.close();
    await web?.close();
  });

  it('says in the popup why it needs access, and offers to ask for it', async () => {
    await session.visit(ENGLISH);
    const popup = await session.own(`popup.html?tab=${await session.tabId(ENGLISH)}`);
    await popup.waitForSelector('button.primary', { timeout: 20_000 });
    const words = await popup.evaluate(() => document.body.innerText);
    expect(words).toMatch(/access|permission|allow/i);
    expect(words).not.toMatch(/not recognised/i);
  });
});
