import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Session } from './harness/chromium';
import { until, untilPainted } from './harness/journey';
import { axeFindings, rowsOf } from './harness/own';
import { ENGLISH, FRENCH, openWeb, sampleSites, type Web } from './harness/web';

const DIR = join(process.cwd(), '.output', 'tests', 'panel-evidence');
const SECOND = 'http://harbour-courier.example/news/2026/04/ferry-reprint';
const ARCHIVED = 'https://archive.example/digue';
const STATEMENT = 'Dykes stand on good ground only.';

interface Quote {
  readonly id: string;
  readonly articleId: string;
  readonly claimId: string | null;
}
interface ClaimRow {
  readonly id: string;
  readonly text: string;
  readonly language: string | null;
  readonly claimant: { readonly name: string } | null;
  readonly evidence: readonly Readonly<Record<string, string | null>>[];
  readonly history: readonly { readonly verdict: { readonly label: string } | null }[];
  readonly deletedAt: string | null;
}

let web: Web;
let session: Session;
let page: Page;
let panel: Page;

const item = (words: string) => panel.locator('.item-list > li', { hasText: words }).first();
const tab = (name: RegExp) => panel.getByRole('tab', { name });
const evidence = (n: number) => panel.getByRole('group', { name: `Evidence ${n}`, exact: true });
const dropField = () => panel.getByRole('group', { name: 'Add evidence' });
const saveClaim = async (): Promise<void> => {
  await panel.getByRole('button', { name: 'Save claim' }).click();
  await until('it is saved', async () => ((await panel.getByText('Not saved yet').count()) === 0 ? true : null));
};
const claimOf = async (text: string): Promise<ClaimRow | undefined> =>
  (await rowsOf<ClaimRow>(panel, 'claims')).find((row) => row.text === text && row.deletedAt === null);
/** The reader goes on to another article in the same tab; the panel follows. */
const goOn = async (address: string, words: string): Promise<void> => {
  await page.goto(address);
  await panel.bringToFront();
  await panel.locator('.desk-title', { hasText: words }).waitFor();
};

beforeAll(async () => {
  mkdirSync(DIR, { recursive: true });
  web = await openWeb();
  web.put(SECOND, (sampleSites().get(ENGLISH) ?? '').replaceAll('ferry-engine-memo', 'ferry-reprint'));
  session = await launchChromium({ web });
  page = await session.visit(ENGLISH);
  const id = await session.tabId(page);
  panel = await session.context.newPage();
  await panel.setViewportSize({ width: 360, height: 760 });
  await panel.goto(`chrome-extension://${session.extensionId}/sidepanel.html?tab=${id}`);
});
afterAll(async () => {
  await session?.close();
  await web?.close();
});

describe('a claim and what it rests on, in the side panel', () => {
  it('stays at work on another article, whose quote is dragged into its evidence', async () => {
    await tab(/Claims/).click();
    await panel.getByRole('button', { name: 'New claim' }).click();
    await panel.getByLabel('Statement').fill(STATEMENT);
    await panel.getByLabel('Claimant', { exact: true }).fill('Coastal Survey');
    await panel.getByLabel('Claimant is').selectOption({ label: 'an organisation' });
    await panel.getByLabel('Role').fill('surveys the coast');

    await goOn(FRENCH, 'digue');
    await item('On ne construit pas une digue').focus();
    await panel.keyboard.press('a');
    await untilPainted(page, 1);
    const [article] = await rowsOf<{ id: string; title: string; canonicalUrl: string }>(panel, 'articles');
    await panel.evaluate((payload) => chrome.runtime.sendMessage({ type: 'article.archive', payload }), {
      id: article?.id,
      archiveUrl: ARCHIVED,
    });
    const words = item('On ne construit pas une digue').locator('[draggable="true"]');
    await words.hover();
    await panel.mouse.down();
    await tab(/Claims/).hover();
    // Resting on the tab turns it, and the claim of the other article is there.
    await panel.getByLabel('Statement').waitFor();
    expect(await panel.getByLabel('Statement').inputValue()).toBe(STATEMENT);
    await dropField().scrollIntoViewIfNeeded();
    await dropField().hover();
    await panel.mouse.up();
    await evidence(1).waitFor();
    expect(await evidence(1).getByLabel('Title').inputValue()).toBe(article?.title);
    expect(await evidence(1).getByLabel('Archived copy').inputValue()).toBe(ARCHIVED);
    await evidence(1).getByLabel('Stance').selectOption('supports');
    await saveClaim();
    const [quote] = await rowsOf<Quote>(panel, 'annotations');
    expect(await claimOf(STATEMENT)).toMatchObject({
      language: 'en-GB',
      claimant: { name: 'Coastal Survey' },
      evidence: [
        {
          url: article?.canonicalUrl,
          archiveUrl: ARCHIVED,
          title: article?.title,
          stance: 'supports',
          quote: expect.stringContaining('On ne construit pas une digue'),
          annotationId: quote?.id,
        },
      ],
    });
  });

  it('takes a quote by a button, once, however often other tabs are looked at', async () => {
    await tab(/Quotes/).click();
    await item('On ne construit pas une digue').getByRole('button', { name: 'Add as evidence' }).waitFor();
    await panel.screenshot({ path: join(DIR, 'quotes.png') });
    await item('On ne construit pas une digue').getByRole('button', { name: 'Add as evidence' }).click();
    await evidence(2).waitFor();
    await tab(/Quotes/).click();
    await tab(/Claims/).click();
    await evidence(2).waitFor();
    expect(await evidence(3).count()).toBe(0);
    await evidence(2)
      .getByRole('button', { name: /Remove/ })
      .click();
    await tab(/Article/).click();
    await tab(/Claims/).click();
    await evidence(1).waitFor();
    expect(await evidence(2).count()).toBe(0);
  });

  it('takes a copied link with its title, a dragged one, and pasted words', async () => {
    await session.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await panel.evaluate(() =>
      navigator.clipboard.write([
        new ClipboardItem({
          'text/html': new Blob(['<a href="https://register.example/17">Register of <b>dykes</b></a>'], {
            type: 'text/html',
          }),
          'text/plain': new Blob(['Register of dykes'], { type: 'text/plain' }),
        }),
      ]),
    );
    await panel.getByLabel('Link or words').focus();
    await panel.keyboard.press('Control+V');
    await evidence(2).waitFor();
    await panel.evaluate(() => navigator.clipboard.writeText('Sand moves, said the survey.'));
    await panel.getByLabel('Link or words').focus();
    await panel.keyboard.press('Control+V');
    await evidence(3).waitFor();
    // A link of another window: its drag begins where the page can't see.
    await dropField().evaluate((field) => {
      const data = new DataTransfer();
      data.setData('text/uri-list', 'https://survey.example/report');
      data.setData('text/plain', 'https://survey.example/report');
      data.setData('text/html', '<a href="https://survey.example/report">The survey’s report</a>');
      field.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
    });
    await evidence(4).waitFor();
    await evidence(2).getByLabel('Stance').selectOption('refutes');
    await saveClaim();
    const none = { archiveUrl: null, annotationId: null };
    expect((await claimOf(STATEMENT))?.evidence.slice(1)).toMatchObject([
      { ...none, url: 'https://register.example/17', title: 'Register of dykes', stance: 'refutes', quote: '' },
      { ...none, url: null, title: '', stance: 'context', quote: 'Sand moves, said the survey.' },
      { ...none, url: 'https://survey.example/report', title: 'The survey’s report', quote: '' },
    ]);
  });

  it('shows the verdicts that were replaced', async () => {
    const verdict = panel.getByLabel('Verdict', { exact: true });
    await verdict.selectOption({ label: 'Mostly supported' });
    await panel.getByLabel('Explanation').fill('Two registers say so.');
    await saveClaim();
    expect(await panel.getByText(/earlier verdict/).count()).toBe(0);
    await verdict.selectOption({ label: 'Refuted' });
    await panel.getByLabel('Explanation').fill('Both registers copied one error.');
    await saveClaim();
    await panel.getByText('1 earlier verdict', { exact: true }).click();
    const earlier = panel.locator('.history > li');
    await earlier.getByText('Mostly supported').waitFor();
    expect(await earlier.allTextContents()).toEqual([expect.stringContaining('Two registers say so.')]);
    expect((await claimOf(STATEMENT))?.history.map((one) => one.verdict?.label ?? null)).toEqual([
      null,
      'Mostly supported',
    ]);
  });

  it('looks right in both themes', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await panel.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await panel.screenshot({ path: join(DIR, `claim-${colorScheme}.png`), fullPage: true, animations: 'disabled' });
      expect(await axeFindings(panel), colorScheme).toEqual([]);
    }
    await panel.emulateMedia({ colorScheme: 'light' });
  });

  it('completes a claimant that was used before, with kind and role', async () => {
    await panel.getByRole('button', { name: 'All claims' }).click();
    await panel.getByRole('button', { name: 'New claim' }).click();
    const claimant = panel.getByLabel('Claimant', { exact: true });
    // The statement takes the focus first.
    await panel.getByLabel('Statement').and(panel.locator(':focus')).waitFor();
    await claimant.focus();
    await panel.keyboard.type('surv');
    await panel.getByRole('option', { name: /Coastal Survey/ }).waitFor();
    await panel.keyboard.press('ArrowDown');
    expect(await axeFindings(panel)).toEqual([]);
    await panel.screenshot({ path: join(DIR, 'claimant.png') });
    await panel.keyboard.press('Enter');
    await until('the name', async () => ((await claimant.inputValue()) === 'Coastal Survey' ? true : null));
    expect(await panel.getByLabel('Role').inputValue()).toBe('surveys the coast');
    expect(await panel.getByLabel('Claimant is').inputValue()).toBe('Organization');
    await panel.getByRole('button', { name: 'All claims' }).click();
  });

  it('joins a claim of two articles, splits it again and takes that back', async () => {
    const make = () => item('17 engine-room incidents').getByRole('button', { name: 'Make a claim' }).click();
    const appears = panel.getByRole('region', { name: /Where it appears/ });
    const links = () => appears.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    await goOn(ENGLISH, 'Ferry');
    await make();
    await appears.getByText('17 engine-room').waitFor();
    await goOn(SECOND, 'Ferry');
    await make();
    const near = panel.getByRole('region', { name: 'Nearly the same claims' });
    await near.getByText('Same statement').waitFor();
    await near.getByRole('button', { name: /^Join/ }).click();
    await until('both articles', async () => ((await links()).length === 2 ? true : null));
    expect(await links()).toEqual([ENGLISH, SECOND]);

    const holders = async () => {
      const quotes = await rowsOf<Quote>(panel, 'annotations');
      return new Set(quotes.flatMap(({ claimId }) => (claimId === null ? [] : [claimId]))).size;
    };
    const first = appears.locator('li', { has: panel.locator(`[href="${ENGLISH}"]`) });
    await first.getByRole('button', { name: 'Make this a claim of its own' }).click();
    // What is left of the whole may be seen for a moment, then the part is opened.
    await until('the part', async () => ((await links()).join() === ENGLISH ? true : null));
    expect(await holders()).toBe(2);
    await near.getByText('Same statement').waitFor();
    await near.getByRole('button', { name: /^Open/ }).click();
    await until('what is left', async () => ((await links()).join() === SECOND ? true : null));

    await panel.getByRole('button', { name: 'Undo' }).click();
    await until('both articles again', async () => ((await links()).length === 2 ? true : null));
    expect(await holders()).toBe(1);
    await near.waitFor({ state: 'detached' });
  });
});
