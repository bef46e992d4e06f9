import { defineContentScript } from 'wxt/utils/define-content-script';
import { type Report, watchArticle } from '../lib/article/watch';

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

/** The detector: looks at every page, tells the background, and answers when it is asked. */
export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main(ctx) {
    const runtime = runtimeOf();
    if (!runtime?.id) return;
    const end = new AbortController();
    ctx.onInvalidated(() => end.abort());
    const report = (payload: Report): void => {
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
      reply(value ? { ok: true, value } : { ok: false, error: { code: 'page-not-reachable' } });
    });
  },
});
