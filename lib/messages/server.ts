import type * as v from 'valibot';
import { browser } from '../browser';
import type { Result } from '../model/result';
import { type Handlers, listenerFor } from './answer';
import type { Message } from './message';

/**
 * Listens for the messages of `map` that have a handler; messages of other maps are left to their own listeners. A
 * handler that throws answers with `onError`'s failure. Registers synchronously; stops on `signal`.
 */
export function serve<Map extends Readonly<Record<string, Message<v.GenericSchema, unknown>>>>(
  map: Map,
  handlers: Handlers<Map>,
  onError: (error: unknown) => Result<never>,
  signal?: AbortSignal,
): void {
  const { onMessage } = browser.runtime;
  const listener = listenerFor(map, handlers, onError, browser.runtime) as Parameters<typeof onMessage.addListener>[0];
  onMessage.addListener(listener);
  signal?.addEventListener('abort', () => {
    // Once the extension is gone, so are its listeners, and the way to take one away.
    if (browser.runtime) onMessage.removeListener(listener);
  });
}
