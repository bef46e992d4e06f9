import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '../tests/e2e/harness/chromium.ts';
import { mainJob } from '../tests/e2e/harness/journey.ts';
import { ENGLISH, FRENCH, openWeb } from '../tests/e2e/harness/web.ts';

/** Shows the built extension at work on the sample articles: in a window to try, or headless, step by step. */

const headless = process.argv[2] !== 'window';
const dir = fileURLToPath(new URL('../.output/demo', import.meta.url));
rmSync(dir, { recursive: true, force: true });
mkdirSync(dir, { recursive: true });

const web = await openWeb();
const session = await launchChromium({ web, headless });
if (headless) {
  let step = 0;
  await mainJob(session, dir, (line) => {
    step += 1;
    console.log(`${step}. ${line}`);
  });
  console.log(`Screenshots and annotations.json are in ${dir}`);
  await session.close();
  await web.close();
} else {
  await session.visit(FRENCH);
  const page = await session.visit(ENGLISH);
  await page.bringToFront();
  console.log('Select some words in the article. Close the window to end.');
  session.context.on('close', () => {
    void web.close().then(() => process.exit(0));
  });
}
