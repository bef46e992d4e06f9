import type * as v from 'valibot';
import type { Result } from '../model/result';
import { type Handlers, listenerFor } from './answer';
import type { Message } from './message';

/**
 * Listens as `serve` does, for a script that needs nothing else of the browser's API: without the polyfill, which is a
 * twentieth of such a script. Both browsers know `chrome.runtime` and wait for an answer where a listener returns true.
 */
export function serveLightly<Map extends Readonly<Record<string, Message<v.GenericSchema, unknown>>>>(
  map: Map,
  handlers: Handlers<Map>,
  onError: (error: unknown) => Result<never>,
  signal: AbortSignal,
): void {
  const { runtime } = chrome;
  const listener = listenerFor(map, handlers, onError, runtime);
  const hear = (raw: unknown, from: chrome.runtime.MessageSender, respond: (answer: unknown) => void): boolean => {
    const answered = listener(raw, from);
    void answered?.then(respond);
    return answered !== undefined;
  };
  runtime.onMessage.addListener(hear);
  signal.addEventListener('abort', () => {
    // Once the extension is gone, so are its listeners, and the way to take one away.
    if (chrome.runtime) runtime.onMessage.removeListener(hear);
  });
}
