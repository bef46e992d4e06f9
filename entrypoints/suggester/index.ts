import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveLightly } from '../../lib/messages/serve-lightly';
import { toSuggester } from '../../lib/messages/to-suggester';
import { fail, ok } from '../../lib/model/result';
import { OWN_HOST } from '../../lib/text/page-parts';
import { positionToSpan, readSpan, spanToRange } from '../../lib/text/text-span';
import { pointInView } from './reading-place';
import { type Reading, readSuggestions } from './suggestions';

const QUIET_MS = 700;

/** The suggester: put into a page when panel or popup asks what there is to quote and to check. */
export default defineUnlistedScript(() => {
  const end = new AbortController();
  let reading: Reading | null = null;
  let version = 1;
  let address = '';
  const read = (): Reading => {
    // An endless page may have gone on to its next story since.
    if (address !== location.href) reading = null;
    address = location.href;
    reading ??= readSuggestions(document);
    return reading;
  };
  watchText(() => {
    reading = null;
    version += 1;
  }, end.signal);
  serveLightly(
    toSuggester,
    {
      'suggester.ping': () => ok(null),
      'suggester.read': () => ok(read().suggestions),
      'suggester.place': () =>
        ok({ point: reading ? pointInView(reading.blocks, window.innerHeight, progress()) : null, version }),
      'suggester.jump': (selectors) => {
        const { index } = read();
        const span = positionToSpan(index, selectors.position);
        const range = span && readSpan(index, span) === selectors.quote.exact ? spanToRange(index, span) : null;
        if (!range) return fail('not-found');
        range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const selection = document.getSelection();
        selection?.removeAllRanges();
        selection?.addRange(range);
        return ok(null);
      },
    },
    (error) => fail('page-not-reachable', error instanceof Error ? error.message : String(error)),
    end.signal,
  );
});

/** How far the page is scrolled, 0 to 1. */
function progress(): number {
  const room = document.documentElement.scrollHeight - window.innerHeight;
  return room <= 0 ? 0 : window.scrollY / room;
}

/** Says when the page's text has changed and rested: our own host on it is not the page's. */
function watchText(onChange: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ours = (node: Node): boolean => node instanceof Element && node.localName === OWN_HOST;
  const observer = new MutationObserver((records) => {
    const own = records.every(({ target, addedNodes, removedNodes }) => {
      const nodes = [...addedNodes, ...removedNodes];
      return ours(target) || (nodes.length > 0 && nodes.every(ours));
    });
    if (own || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      onChange();
    }, QUIET_MS);
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
