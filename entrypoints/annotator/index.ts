import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createPagePainter } from '../../lib/highlight/page-painter';
import { neighbourQuote } from '../../lib/highlight/walk';
import { ask } from '../../lib/messages/client';
import { serve } from '../../lib/messages/server';
import { toTab } from '../../lib/messages/to-page';
import { fail, ok } from '../../lib/model/result';
import { OWN_HOST } from '../../lib/text/page-parts';
import { readLastWords } from './extension-gone';
import { PageUi } from './page-ui';
import { listenToReader } from './pointing';
import { Session } from './session';
import { openSurface } from './surface';
import { watchAddress } from './watch-address';

const GUARD_MS = 1_000;

/**
 * The annotator: put into a page that is an article, that has something saved, or on which the reader acts. It is a plain
 * script, since the frame that WXT puts around a content script sends an event that the page can hear and send.
 */
export default defineUnlistedScript(() => {
  const end = new AbortController();
  const { signal } = end;
  // What an earlier Pressmark left here died with it.
  for (const left of document.querySelectorAll(OWN_HOST)) left.remove();
  const surface = openSurface(document, signal);
  const painter = createPagePainter(document, () => void ask('frames.style', {}));
  const session: Session = new Session(document, painter, () => ui.refresh());
  const ui = new PageUi({
    doc: document,
    session,
    painter,
    surface,
    lastWords: readLastWords(),
    onEnd: () => end.abort(),
  });
  answerMessages(session, ui, signal);
  listenToReader(document, session, ui, signal);
  watchAddress(
    window,
    () => {
      ui.closeAll();
      session.leave();
      void session.refresh();
    },
    signal,
  );
  // A page may clear the registry without telling anybody, and an extension that is switched off tells nobody either.
  const guard = setInterval(() => {
    if (ui.busy && !ui.isAlive()) return;
    if (!document.hidden && session.orders.whole.length > 0) painter.restoreIfCleared();
  }, GUARD_MS);
  signal.addEventListener('abort', () => {
    clearInterval(guard);
    ui.closeAll();
    painter.clear();
  });
  void session.refresh().then(() => ui.offerDraft());
});

function answerMessages(session: Session, ui: PageUi, signal: AbortSignal): void {
  let current: string | null = null;
  const goTo = async (id: string): Promise<boolean> => {
    const range = session.located.get(id)?.range;
    if (!range) return false;
    current = id;
    scrollTo(range);
    await ui.openCard([id], { hovering: false });
    return true;
  };
  serve(
    toTab,
    {
      'annotator.ping': () => ok(null),
      'annotator.state': () => {
        session.forget();
        return ok(session.state());
      },
      'annotator.save': async (quote) => {
        const saved = await session.save(quote);
        if (saved.ok) await session.refresh();
        return saved;
      },
      'annotator.jump': async ({ id }) => ((await goTo(id)) ? ok(null) : fail('not-found')),
      'annotator.refresh': async ({ at }) => {
        if (at === null || session.shows(at)) await session.refresh();
        return ok(null);
      },
      'annotator.command': async ({ command }) => {
        if (command === 'highlight') await ui.highlight();
        else if (command === 'claim' || command === 'note') await ui.openForm(command);
        else {
          const id = neighbourQuote(session.orders.whole, current, command === 'next' ? 1 : -1);
          if (id !== null && (await goTo(id))) ui.announce(id);
        }
        return ok(null);
      },
    },
    (error) => fail('page-not-reachable', error instanceof Error ? error.message : String(error)),
    signal,
  );
}

/** Brings a quote to the middle of the window, at once: the card opens beside it. */
function scrollTo(range: Range): void {
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
}
