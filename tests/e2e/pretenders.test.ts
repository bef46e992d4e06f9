import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { COPIED, MALLORYS, PRETENDERS, putPretender } from './harness/hostile';
import { badgeOf, QUOTE_EN, until, untilPainted } from './harness/journey';
import { rowsOf, saveQuote } from './harness/own';
import { openWeb, type Web } from './harness/web';

interface Article {
  readonly id: string;
  readonly url: string;
  readonly canonicalUrl: string;
  readonly title: string;
}

let web: Web;
let session: Session;
let own: Page;

beforeAll(async () => {
  web = await openWeb();
  session = await launchChromium({ web });
  own = await session.own('welcome.html');
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

const stored = async () => ({
  articles: await rowsOf<Article>(own, 'articles'),
  annotations: await rowsOf<{ readonly articleId: string }>(own, 'annotations'),
  snapshots: await rowsOf<{ readonly articleId: string }>(own, 'snapshots'),
});

describe.each(PRETENDERS)('a page at %s that claims to be %s', (mallory, paper) => {
  it('reads nothing of the article’s quotes and changes nothing of them; what is saved on it is its own', async () => {
    putPretender(web, mallory, paper);
    const article = await session.visit(paper);
    await saveQuote(session, article, COPIED);
    await saveQuote(session, article, QUOTE_EN, { note: 'for nobody else to read' });
    await untilPainted(article, 2);
    await article.close();
    const before = await stored();

    const page = await session.visit(mallory);
    await until('the badge of an article without quotes', async () =>
      (await badgeOf(session, page)) === '•' ? true : null,
    );
    const popup = await session.popup(page);
    await popup.getByRole('heading', { level: 1, name: /Ferry firm was/ }).waitFor();
    expect(await popup.getByText('for nobody else to read').count()).toBe(0);
    await popup.close();
    expect(await stored()).toEqual(before);

    await saveQuote(session, page, MALLORYS);
    await untilPainted(page, 1);
    expect(
      await until('what it read', async () => {
        const learned = await page.evaluate(() => Reflect.get(globalThis, 'learned') as string[]);
        return learned.length > 0 ? learned : null;
      }),
    ).toEqual([MALLORYS]);
    const after = await stored();
    expect(after.articles).toEqual(expect.arrayContaining(before.articles));
    expect(after.annotations).toEqual(expect.arrayContaining(before.annotations));
    const added = after.articles.filter(({ id }) => !before.articles.some((one) => one.id === id));
    expect(added).toMatchObject([{ url: mallory, canonicalUrl: mallory }]);
    const more = after.snapshots.slice().filter(({ articleId }) => articleId !== added[0]?.id);
    expect(more).toHaveLength(before.snapshots.length);
    await page.close();
  });
});
