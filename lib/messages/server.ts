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
  const listener = listenerFor(map, handlers, onError, browser.runtime);
  browser.runtime.onMessage.addListener(listener as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
  signal?.addEventListener('abort', () => {
    browser.runtime.onMessage.removeListener(listener as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
  });
}
