import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';

const tabs = {
  query: vi.fn(async () => []),
  sendMessage: vi.fn(async () => undefined),
};
vi.mock('../../lib/browser', () => ({
  browser: {
    tabs,
    runtime: { id: 'own', getURL: (path: string) => `chrome-extension://own/${path}` },
    action: { setBadgeText: vi.fn(), setBadgeBackgroundColor: vi.fn(), setTitle: vi.fn() },
    i18n: { getMessage: (key: string) => key },
  },
}));
const { handlers } = await import('../../entrypoints/background/handlers');
const { answer } = await import('../../lib/messages/answer');
const { toBackground } = await import('../../lib/messages/protocol');

import type { Sender } from '../../lib/messages/answer';
import { newId } from '../../lib/model/new-id';
import { PressmarkDatabase } from '../../lib/store/database';
import { selectors, testClock, visit, words } from './rows';

const { canonicalUrl, facts, wordCount, text, corrections } = visit();
const page = { url: canonicalUrl, canonicalUrl, facts, wordCount, text, corrections };
/** A question after what is saved on the page. */
const here = { url: canonicalUrl, canonicalUrl, others: [] };
const openTab: Sender = { kind: 'content', tabId: 7, url: canonicalUrl, privateWindow: false };
const privateTab: Sender = { ...openTab, privateWindow: true };
const quote = (privateConsent: boolean, id = newId()) => ({
  id,
  selectors,
  words,
  claim: null,
  privateConsent,
  page,
});

let opened = 0;
const databases: PressmarkDatabase[] = [];
/** A store of its own, and the background's answers on it. */
function background() {
  opened += 1;
  const db = new PressmarkDatabase(`handlers-${opened}`);
  databases.push(db);
  const own = handlers(db, testClock());
  return {
    db,
    ask: (type: string, payload: unknown, sender: Sender) => answer(toBackground, own, { type, payload }, sender),
  };
}
afterEach(async () => {
  await Promise.all(databases.splice(0).map((db) => db.delete()));
});

describe('a private window', () => {
  it('stores no quote unless the reader said so', async () => {
    const { db, ask } = background();
    expect(await ask('annotation.create', quote(false), privateTab)).toMatchObject({
      ok: false,
      error: { code: 'private-window' },
    });
    expect(await Promise.all(db.tables.map((table) => table.count()))).toEqual(db.tables.map(() => 0));
  });

  it('stores the quote that the reader agreed to', async () => {
    const { db, ask } = background();
    expect(await ask('annotation.create', quote(true), privateTab)).toMatchObject({ ok: true });
    expect(await db.annotations.count()).toBe(1);
  });

  it('needs the reader’s word again for the next quote', async () => {
    const { db, ask } = background();
    await ask('annotation.create', quote(true), privateTab);
    await ask('annotation.create', quote(false), privateTab);
    expect(await db.annotations.count()).toBe(1);
  });

  it('leaves no trace of a visit to a page that has quotes', async () => {
    const { db, ask } = background();
    const saved = await ask('annotation.create', quote(false), openTab);
    if (!saved.ok) throw new Error('not saved');
    const before = await db.annotations.toArray();
    const [row] = before;
    await ask(
      'sightings.report',
      { url: canonicalUrl, sightings: [{ id: row?.id, status: 'missing', foundText: null }] },
      privateTab,
    );
    await ask('page.saved', here, privateTab);
    expect(await db.annotations.toArray()).toEqual(before);
  });

  it('is told to its page, which keeps no draft then', async () => {
    const { db, ask } = background();
    expect(await ask('page.saved', here, privateTab)).toMatchObject({
      ok: true,
      value: { privateWindow: true, annotations: [] },
    });
    const draft = {
      page: canonicalUrl,
      composer: 'popup',
      annotationId: null,
      selectors,
      words: { ...words, tags: [], tagInput: '' },
      claim: null,
      updatedAt: '2026-05-03T08:00:00.000Z',
    };
    const popup: Sender = { kind: 'page', tabId: 9, url: 'chrome-extension://own/popup.html', privateWindow: true };
    await ask('draft.put', draft, popup);
    expect(await db.drafts.count()).toBe(0);
    await ask('draft.put', draft, { ...popup, privateWindow: false });
    expect(await db.drafts.count()).toBe(1);
  });
});

describe('an ordinary window', () => {
  it('keeps what is typed about a saved quote for the pages of its site alone, until it is saved', async () => {
    const { db, ask } = background();
    await ask('annotation.create', quote(false), openTab);
    const id = (await db.annotations.toArray())[0]?.id ?? '';
    const draft = {
      page: id,
      composer: 'edit',
      annotationId: id,
      selectors: null,
      words: { ...words, tags: [], note: 'half a thou', tagInput: '' },
      claim: null,
      updatedAt: '2026-05-03T08:00:00.000Z',
    };
    const stranger: Sender = { ...openTab, url: 'https://elsewhere.example/' };
    expect(await ask('draft.put', draft, stranger)).toMatchObject({ error: { code: 'not-allowed' } });
    expect(await ask('draft.put', draft, privateTab)).toMatchObject({ ok: true });
    expect(await db.drafts.count()).toBe(0);
    expect(await ask('draft.put', draft, openTab)).toMatchObject({ ok: true });
    const shown = await ask('page.saved', here, openTab);
    expect(shown).toMatchObject({ ok: true, value: { draft: null, edits: [{ words: { note: 'half a thou' } }] } });
    expect(await ask('page.saved', here, privateTab)).toMatchObject({ value: { edits: [] } });
    expect(await ask('draft.clear', { page: id, composer: 'edit' }, stranger)).toMatchObject({ ok: false });
    const base = { words: { ...words, tags: ['harbour', 'costs'] }, claim: null };
    const mine = { ...base, words: { ...base.words, note: 'half a thought' } };
    const key = { page: id, composer: 'edit', updatedAt: draft.updatedAt };
    expect(await ask('annotation.update', { id, mine, base, draft: key }, stranger)).toMatchObject({ ok: false });
    expect(await ask('annotation.update', { id, mine, base, draft: key }, openTab)).toMatchObject({ ok: true });
    expect(await db.drafts.count()).toBe(0);
  });

  it('stores without being asked twice, and records what became of a quote', async () => {
    const { db, ask } = background();
    await ask('annotation.create', quote(false), openTab);
    const [row] = await db.annotations.toArray();
    await ask(
      'sightings.report',
      { url: canonicalUrl, sightings: [{ id: row?.id, status: 'unchanged', foundText: null }] },
      openTab,
    );
    expect((await db.annotations.toArray())[0]).toMatchObject({ sighting: { status: 'unchanged' } });
  });

  it('keeps one site’s quotes from another site’s scripts', async () => {
    const { db, ask } = background();
    await ask('annotation.create', quote(false), openTab);
    const [row] = await db.annotations.toArray();
    const stranger: Sender = { ...openTab, url: 'https://elsewhere.example/' };
    expect(await ask('annotation.delete', { id: row?.id }, stranger)).toMatchObject({ ok: false });
    expect(await ask('page.saved', here, stranger)).toMatchObject({ ok: true, value: { annotations: [] } });
    expect(await db.annotations.count()).toBe(1);
  });
});

describe('a page of several stories at one address', () => {
  const rowers = new URL('/sport/rowers', canonicalUrl).href;
  const ofRowers = { ...quote(false), page: { ...page, url: rowers, canonicalUrl: rowers } };

  it('files each under its own address, and gives the quotes of all that are on the page', async () => {
    const { db, ask } = background();
    await ask('annotation.create', ofRowers, openTab);
    await ask('annotation.create', quote(false), openTab);
    const articles = await db.articles.toArray();
    expect(articles.map((row) => 'urls' in row && row.urls).sort()).toEqual([[canonicalUrl], [rowers]].sort());
    const shown = await ask('page.saved', { url: rowers, canonicalUrl: rowers, others: [canonicalUrl] }, openTab);
    expect(shown).toMatchObject({ ok: true, value: { article: { canonicalUrl: rowers } } });
    expect(shown).toMatchObject({ value: { annotations: { length: 2 } } });
    // At the story's own address its quotes are found, and no others.
    const alone = await ask(
      'page.saved',
      { url: rowers, canonicalUrl: rowers, others: [] },
      { ...openTab, url: rowers },
    );
    expect(alone).toMatchObject({ value: { annotations: { length: 1 } } });
  });

  it('counts on its badge what is saved on the story that the reader is at', async () => {
    const { ask } = background();
    tabs.sendMessage.mockImplementation(async () => ({ ok: true, value: { newsArticle: true } }) as never);
    await ask('annotation.create', quote(false), openTab);
    const { browser } = await import('../../lib/browser');
    const badge = vi.mocked(browser.action.setBadgeText);
    badge.mockClear();
    await ask('page.saved', { url: rowers, canonicalUrl: rowers, others: [canonicalUrl] }, openTab);
    expect(badge).toHaveBeenLastCalledWith({ tabId: 7, text: '•' });
    await ask('page.saved', { ...here, others: [rowers] }, openTab);
    expect(badge).toHaveBeenLastCalledWith({ tabId: 7, text: '1' });
    tabs.sendMessage.mockImplementation(async () => undefined);
  });

  it('is not believed to be of another site', async () => {
    const { db, ask } = background();
    const foreign = 'https://elsewhere.example/a';
    await ask(
      'annotation.create',
      { ...ofRowers, page: { ...ofRowers.page, url: foreign, canonicalUrl: foreign } },
      openTab,
    );
    expect(await db.articles.toArray()).toMatchObject([{ url: canonicalUrl, canonicalUrl, urls: [canonicalUrl] }]);
    const [row] = await db.articles.toArray();
    if (row && 'urls' in row) await db.articles.put({ ...row, urls: [foreign] });
    const asked = { url: rowers, canonicalUrl: rowers, others: [foreign] };
    expect(await ask('page.saved', asked, openTab)).toMatchObject({ ok: true, value: { annotations: [] } });
  });

  it('keeps what is typed about each story apart', async () => {
    const { ask } = background();
    const draft = {
      composer: 'card',
      annotationId: null,
      selectors,
      words: { ...words, tags: [], tagInput: '' },
      claim: null,
      updatedAt: '2026-05-03T08:00:00.000Z',
    };
    expect(await ask('draft.put', { ...draft, page: rowers }, openTab)).toMatchObject({ ok: true });
    const foreign = { ...draft, page: 'https://elsewhere.example/a' };
    expect(await ask('draft.put', foreign, openTab)).toMatchObject({ error: { code: 'not-allowed' } });
    expect(await ask('page.saved', here, openTab)).toMatchObject({ value: { draft: null } });
    const there = { url: rowers, canonicalUrl: rowers, others: [] };
    expect(await ask('page.saved', there, openTab)).toMatchObject({ value: { draft: { page: rowers } } });
  });
});
