import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { kindOfOther } from '../lib/article/detect';
import type { Detection } from '../lib/article/facts';
import { signalsOf } from '../lib/article/signals';
import { watchArticle } from '../lib/article/watch';

/** What of the browser's API the detector needs; the whole polyfill would cost more than the detector itself. */
interface Runtime {
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown> | undefined;
  readonly onMessage: {
    addListener(listener: (message: unknown, sender: { id?: string }, reply: (answer: unknown) => void) => void): void;
  };
}

/** Firefox has `browser`, Chromium may have it and has `chrome`. */
function runtimeOf(): Runtime | undefined {
  const api: { readonly runtime?: Runtime } | undefined =
    Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
  return api?.runtime;
}

const isStateQuestion = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'detector.state';

/**
 * The detector: looks at every page, tells the background, and answers when it is asked. wxt.config.ts names it as a
 * content script: the frame that WXT puts around its own would weigh more than a tenth of it, and send an event that
 * the page can hear.
 */
export default defineUnlistedScript(() => {
  const runtime = runtimeOf();
  if (!runtime?.id) return;
  const end = new AbortController();
  const report = (payload: Detection): void => {
    // After an update of the extension its former scripts stay in the page, cut off.
    if (!runtime.id) {
      end.abort();
      return;
    }
    try {
      // The background may be gone, or not listen yet: it asks with `detector.state` when it needs to know.
      runtime.sendMessage({ type: 'detector.report', payload })?.catch(() => {});
    } catch {
      end.abort();
    }
  };
  const watched = watchArticle(window, report, end.signal);
  runtime.onMessage.addListener((message, sender, reply) => {
    if (sender.id !== runtime.id || !isStateQuestion(message)) return;
    const value = watched.current();
    if (!value) return reply({ ok: false, error: { code: 'page-not-reachable' } });
    // Asked for seldom, unlike the finding: so what that did not need is looked at here, for whoever asks why.
    const signals = signalsOf(document, location.href);
    const kind =
      value.stage === 'address' && value.kind === 'other'
        ? kindOfOther({ ...signals.head, ...signals.shape }, false)
        : value.kind;
    reply({ ok: true, value: { ...value, kind, signals } });
  });
});
