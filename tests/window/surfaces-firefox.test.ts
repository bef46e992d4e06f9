import { describe, expect, it } from 'vitest';
import { ownArticle } from './harness/article';
import { atDesk, FIREFOX } from './harness/browsers';
import { HEIGHT, WIDTH } from './harness/display';
import { sitAtFirefox } from './harness/firefox';
import { openPopup } from './harness/reader';
import { checkPopup, describeSurfaces } from './harness/surfaces-shown';

describeSurfaces(FIREFOX);

describe('Firefox, where access to pages is withheld', () => {
  const desk = atDesk((web) => sitAtFirefox(web, { granted: false }));

  it('the popup asks for it', async () => {
    await desk.reader.visit(ownArticle(desk.web, 'withheld'));
    const popup = await openPopup(desk.reader, /may not read/);
    await checkPopup(desk.reader, popup, 'firefox-popup-withheld-light');
    expect(popup.corner.x + popup.width).toBeLessThanOrEqual(WIDTH);
    expect(popup.corner.y + popup.height).toBeLessThanOrEqual(HEIGHT);
  });
});
