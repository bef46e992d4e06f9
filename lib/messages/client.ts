import { browser } from '../browser';
import { type ErrorCode, fail, type Result } from '../model/result';
import type { Answer, Sent } from './message';
import type { ToBackground } from './protocol';
import type { ToPanel, ToTab } from './to-page';
import type { ToSuggester } from './to-suggester';

/** What travels: the name, and what belongs to it. */
export interface Envelope {
  readonly type: string;
  readonly payload: unknown;
}

const isResult = (value: unknown): value is Result<never> =>
  typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';

async function deliver<T>(send: () => Promise<unknown>, unreachable: ErrorCode): Promise<Result<T>> {
  try {
    const answer: unknown = await send();
    // Only our own contexts can answer here, with what `serve` made of the handler's typed result.
    return isResult(answer) ? (answer as Result<T>) : fail(unreachable);
  } catch {
    return fail(unreachable);
  }
}

/** What can't be asked again when nobody knows whether it was done: a join that was made can't be answered once more. */
const ONCE: ReadonlySet<string> = new Set(['claim.join']);

/**
 * Asks the background. Never throws: a background that can't be reached (the extension was reloaded) is a failure. One
 * that was killed while it was asked is asked once more, since asking starts it: what makes a row carries the row's id, so that it is made once.
 */
export async function ask<Name extends keyof ToBackground>(
  type: Name,
  payload: Sent<ToBackground, Name>,
): Promise<Result<Answer<ToBackground, Name>>> {
  const once = (): Promise<Result<Answer<ToBackground, Name>>> =>
    deliver(() => browser.runtime.sendMessage({ type, payload } satisfies Envelope), 'extension-reloaded');
  const answer = await once();
  return answer.ok || answer.error.code !== 'extension-reloaded' || ONCE.has(type) ? answer : once();
}

/** Asks the content scripts of a tab's top frame. Never throws: a tab without them is a failure. */
export function askTab<Name extends keyof ToTab>(
  tabId: number,
  type: Name,
  payload: Sent<ToTab, Name>,
): Promise<Result<Answer<ToTab, Name>>> {
  return deliver(
    () => browser.tabs.sendMessage(tabId, { type, payload } satisfies Envelope, { frameId: 0 }),
    'page-not-reachable',
  );
}

/** Asks the suggester of a tab's top frame. Never throws: a tab without it is a failure. */
export function askSuggester<Name extends keyof ToSuggester>(
  tabId: number,
  type: Name,
  payload: Sent<ToSuggester, Name>,
): Promise<Result<Answer<ToSuggester, Name>>> {
  return deliver(
    () => browser.tabs.sendMessage(tabId, { type, payload } satisfies Envelope, { frameId: 0 }),
    'page-not-reachable',
  );
}

/** Tells an open panel. Where none is open nobody answers, which is no failure to anyone. */
export async function tellPanel<Name extends keyof ToPanel>(type: Name, payload: Sent<ToPanel, Name>): Promise<void> {
  await deliver(() => browser.runtime.sendMessage({ type, payload } satisfies Envelope), 'page-not-reachable');
}
