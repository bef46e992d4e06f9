import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';

vi.mock('../../lib/browser', () => ({ browser: {} }));
const { answer, identify } = await import('../../lib/messages/answer');
const { toBackground } = await import('../../lib/messages/protocol');

import { ok } from '../../lib/model/result';

const OWN = 'chrome-extension://abc/';
const page = { kind: 'page', tabId: null, url: `${OWN}popup.html`, privateWindow: false } as const;
const content = { kind: 'content', tabId: 3, url: 'https://news.example/a', privateWindow: false } as const;

describe('who may speak', () => {
  it('knows our pages and our content scripts', () => {
    expect(identify({ id: 'abc', url: `${OWN}popup.html` }, 'abc', OWN)?.kind).toBe('page');
    // The background, as tabs hear it: Firefox gives its generated page, Chromium may give nothing.
    expect(identify({ id: 'abc', url: `${OWN}_generated_background_page.html` }, 'abc', OWN)?.kind).toBe('page');
    expect(identify({ id: 'abc' }, 'abc', OWN)?.kind).toBe('page');
    expect(
      identify({ id: 'abc', url: 'https://news.example/a', frameId: 0, tab: { id: 3, incognito: true } }, 'abc', OWN),
    ).toEqual({ kind: 'content', tabId: 3, url: 'https://news.example/a', privateWindow: true });
  });
  it.each([
    ['in the document it loaded', 'https://news.example/b', 'https://news.example/b'],
    ['of another site, still loading', 'https://other.example/', 'https://news.example/a'],
    ['that the browser hides', undefined, 'https://news.example/a'],
  ])('takes a page to be at the address %s', (_what, tabUrl, address) =>
    expect(
      identify({ id: 'abc', url: 'https://news.example/a', frameId: 0, tab: { id: 3, url: tabUrl } }, 'abc', OWN)?.url,
    ).toBe(address),
  );
  it.each([
    ['another extension', { id: 'xyz', url: 'https://news.example/' }],
    ['nobody', {}],
    ['a frame inside a page', { id: 'abc', url: 'https://ads.example/', frameId: 7, tab: { id: 3 } }],
    ['a web page without a tab', { id: 'abc', url: 'https://news.example/', frameId: 0 }],
    ['a page of another extension', { id: 'abc', url: 'chrome-extension://xyz/popup.html' }],
    ['a page that is no web page', { id: 'abc', url: 'file:///etc/passwd', frameId: 0, tab: { id: 3 } }],
  ])('refuses %s', (_who, sender) => expect(identify(sender, 'abc', OWN)).toBeNull());
});

describe('answering', () => {
  const handlers = { 'annotation.delete': vi.fn(async () => ok(null)), 'claim.delete': vi.fn(async () => ok(null)) };
  const good = { id: '00000000-0000-4000-8000-000000000001' };

  it('hands what was sent to its handler, parsed', async () => {
    expect(
      await answer(toBackground, handlers, { type: 'annotation.delete', payload: { ...good, extra: 1 } }, content),
    ).toEqual(ok(null));
    expect(handlers['annotation.delete']).toHaveBeenCalledWith(good, content);
  });
  it('refuses what does not fit the schema', async () =>
    expect(
      await answer(toBackground, handlers, { type: 'annotation.delete', payload: { id: 5 } }, content),
    ).toMatchObject({ ok: false, error: { code: 'bad-request', detail: 'id' } }));
  it('refuses a content script what only our pages may do', async () =>
    expect(await answer(toBackground, handlers, { type: 'claim.delete', payload: good }, content)).toMatchObject({
      error: { code: 'not-allowed' },
    }));
  it('lets our pages do it', async () =>
    expect(await answer(toBackground, handlers, { type: 'claim.delete', payload: good }, page)).toEqual(ok(null)));
  it.each(['toString', '__proto__', 'constructor', 'nonsense'])('knows no message %s', async (type) =>
    expect(await answer(toBackground, handlers, { type, payload: {} }, page)).toMatchObject({
      error: { code: 'bad-request' },
    }),
  );
  it.each([null, 5, 'x', [], {}])('refuses %j', async (raw) =>
    expect((await answer(toBackground, handlers, raw, page)).ok).toBe(false),
  );
  it('has a schema and a sender for every message', () => {
    for (const entry of Object.values(toBackground)) {
      expect(['content', 'page', 'both']).toContain(entry.from);
      expect(v.safeParse(entry.sent, undefined).success).toBe(false);
    }
  });
});
