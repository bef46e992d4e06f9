import { afterAll, beforeAll, describe, it } from 'vitest';
import { openWeb, type Web } from '../e2e/harness/web';
import { INCIDENTS, ownArticle } from './harness/article';
import { BROWSERS } from './harness/browsers';
import { clickOurs, dragOver, type Reader, untilMarked } from './harness/reader';

describe.each(BROWSERS)('marking words in $name', ({ name, sit }) => {
  let web: Web;
  let reader: Reader;
  beforeAll(async () => {
    web = await openWeb();
    reader = await sit(web);
  });
  afterAll(async () => {
    await reader?.close();
    await web?.close();
  });

  it('by mouse and toolbar: painted, there again after a reload and after a restart', async () => {
    const address = ownArticle(web, 'by-mouse');
    const tab = await reader.visit(address);
    await dragOver(reader, tab, INCIDENTS);
    await clickOurs(reader, tab, 'Highlight');
    await untilMarked(reader, tab, INCIDENTS);
    await reader.hand.photograph(`.output/window/${name}-marked.png`);
    await tab.reload();
    await untilMarked(reader, tab, INCIDENTS);
    await reader.restart();
    await untilMarked(reader, await reader.visit(address), INCIDENTS);
  });
});
