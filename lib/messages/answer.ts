import * as v from 'valibot';
import { fail, type Result } from '../model/result';
import type { Answer, Message, Sent } from './message';

/** Who sent a message, as the browser vouches for it; nothing here is taken from what was sent. */
export interface Sender {
  readonly kind: 'content' | 'page';
  readonly tabId: number | null;
  /** The address of the page or of our own page. */
  readonly url: string;
  readonly privateWindow: boolean;
}

/** A handler for each message of a map: gets what was sent, parsed, and who sent it. */
export type Handlers<Map> = {
  readonly [Name in keyof Map]?: (
    payload: Sent<Map, Name>,
    sender: Sender,
  ) => Promise<Result<Answer<Map, Name>>> | Result<Answer<Map, Name>>;
};

interface RawSender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; incognito?: boolean; url?: string | undefined } | undefined;
}

/**
 * The sender, if it is one of ours: a content script in the top frame of a web page, or a page of this extension.
 * Null for everything else.
 */
export function identify(sender: RawSender, ownId: string, ownOrigin: string): Sender | null {
  if (sender.id !== ownId) return null;
  const url = sender.url ?? '';
  const privateWindow = sender.tab?.incognito ?? false;
  const tabId = sender.tab?.id ?? null;
  if (url.startsWith(ownOrigin)) return { kind: 'page', tabId, url, privateWindow };
  // The background's own messages to a tab carry no tab and no address; in Firefox its generated page is the address,
  // which is one of ours.
  if (sender.tab === undefined) return url === '' ? { kind: 'page', tabId: null, url, privateWindow } : null;
  const isWeb = /^https?:\/\//i.test(url);
  if (!isWeb || (sender.frameId ?? 0) !== 0) return null;
  return { kind: 'content', tabId, url: currentAddress(url, sender.tab.url), privateWindow };
}

/**
 * Where the page is now. After a navigation within the document Chromium still gives the sender the address that the
 * document was loaded from; its tab knows the new one, which can't be of another origin.
 */
function currentAddress(loadedFrom: string, tabUrl: string | undefined): string {
  if (tabUrl === undefined || !URL.canParse(tabUrl)) return loadedFrom;
  return new URL(tabUrl).origin === new URL(loadedFrom).origin ? tabUrl : loadedFrom;
}

const envelope = v.object({ type: v.string(), payload: v.unknown() });

/** Answers one message: the name must be known, the sender allowed, and what was sent must fit its schema. */
export async function answer(
  map: Readonly<Record<string, Message<v.GenericSchema, unknown>>>,
  handlers: Readonly<Record<string, unknown>>,
  raw: unknown,
  sender: Sender,
): Promise<Result<unknown>> {
  const opened = v.safeParse(envelope, raw);
  if (!opened.success || !Object.hasOwn(map, opened.output.type)) return fail('bad-request');
  const { type, payload } = opened.output;
  const entry = map[type];
  const handler = handlers[type];
  if (!entry || typeof handler !== 'function') return fail('bad-request', type);
  if (entry.from !== 'both' && entry.from !== sender.kind) return fail('not-allowed', type);
  const parsed = v.safeParse(entry.sent, payload);
  if (!parsed.success) return fail('bad-request', v.getDotPath(parsed.issues[0]) ?? type);
  return handler(parsed.output, sender);
}

/** Hears one message; undefined where it is not for this listener. */
export type Listener = (raw: unknown, from: RawSender) => Promise<Result<unknown>> | undefined;

/** What hears the messages of `map` that have a handler. A handler that throws answers with `onError`'s failure. */
export function listenerFor<Map extends Readonly<Record<string, Message<v.GenericSchema, unknown>>>>(
  map: Map,
  handlers: Handlers<Map>,
  onError: (error: unknown) => Result<never>,
  runtime: { readonly id: string; getURL(path: ''): string },
): Listener {
  const known = (raw: unknown): boolean =>
    typeof raw === 'object' &&
    raw !== null &&
    'type' in raw &&
    typeof raw.type === 'string' &&
    Object.hasOwn(handlers, raw.type);
  return (raw, from) => {
    if (!known(raw)) return undefined;
    const sender = identify(from, runtime.id, runtime.getURL(''));
    if (!sender) return Promise.resolve(fail('not-allowed'));
    return answer(map, handlers, raw, sender).catch(onError);
  };
}
