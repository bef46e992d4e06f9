import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('../../lib/browser', () => ({
  browser: {
    tabs: { query: async () => [], sendMessage: async () => undefined },
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

const { facts, wordCount, text, corrections } = visit();
const at = (url: string): Sender => ({ kind: 'content', tabId: 7, url, privateWindow: false });
const page = (url: string, canonicalUrl = url, title = facts.title) => ({
  url,
  canonicalUrl,
  facts: { ...facts, title },
  wordCount,
  text,
  corrections,
});

let opened = 0;
let db: PressmarkDatabase;
let ask: (type: string, payload: unknown, sender: Sender) => ReturnType<typeof answer>;

const WROTE = { words, claim: null };
const QUICK = { claimant: 'x', claimantKind: 'Person', type: null, scaleId: 'neutral', verdict: '' };

const save = (of: ReturnType<typeof page>, sender: Sender, exact = selectors.quote.exact) =>
  ask(
    'annotation.create',
    {
      id: newId(),
      selectors: { ...selectors, quote: { ...selectors.quote, exact } },
      words,
      claim: null,
      privateConsent: false,
      page: of,
    },
    sender,
  );
const everything = async () =>
  Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])));

beforeEach(() => {
  opened += 1;
  db = new PressmarkDatabase(`reach-${opened}`);
  const own = handlers(db, testClock());
  ask = (type, payload, sender) => answer(toBackground, own, { type, payload }, sender);
});
afterEach(() => db.delete());

describe.each([
  ['https://mobile.de/mallory', 'https://paper.de/story'],
  ['https://amp.com/mallory', 'https://www.paper.com/story'],
  ['https://m.co.uk/mallory', 'https://www.paper.co.uk/story'],
  ['https://m.co.uk/mallory', 'https://www.co.uk/story'],
  ['https://www.fr/mallory', 'https://paper.fr/story'],
  ['https://m.github.io/mallory', 'https://amp.github.io/story'],
  ['https://m.substack.com/mallory', 'https://substack.com/story'],
  ['https://mallory.platform.example/', 'https://platform.example/@other/story'],
  ['https://platform.example/@mallory/a', 'https://platform.example/@other/story'],
  ['https://medium.com/@mallory/a', 'https://medium.com/the-paper/story'],
  ['https://elsewhere.example/', 'https://paper.example/story'],
])('a page at %s that claims to be %s', (mallory, paper) => {
  const stranger = at(mallory);

  it('reads nothing, and changes nothing', async () => {
    await save(page(paper), at(paper));
    const [row] = await db.annotations.toArray();
    const before = await everything();
    const claimed = { url: mallory, canonicalUrl: paper, others: [paper] };
    for (const question of [claimed, { ...claimed, url: paper }])
      expect(await ask('page.saved', question, stranger)).toMatchObject({
        value: { article: null, annotations: [], claims: [], snapshotText: null, edits: [] },
      });
    await ask(
      'detector.report',
      { newsArticle: false, kind: 'other', score: 0, canonicalUrl: paper, stage: 'data' },
      stranger,
    );
    const id = row?.id ?? '';
    for (const url of [mallory, paper]) {
      const sightings = [{ id, status: 'edited', foundText: 'what mallory says' }];
      await ask('sightings.report', { url, sightings }, stranger);
      await ask('page.seen', { page: { ...page(paper), url, text: 'what mallory says' } }, stranger);
    }
    for (const [type, payload] of [
      ['annotation.update', { id, mine: { words: { ...words, note: 'x' }, claim: null }, base: WROTE, draft: null }],
      ['annotation.delete', { id }],
      ['annotation.takeNew', { id, selectors }],
      ['annotation.keepOld', { id, foundText: 'x' }],
      ['claim.tag', { annotationId: id, claim: QUICK }],
    ] as const)
      expect(await ask(type, payload, stranger)).toMatchObject({ error: { code: 'not-found' } });
    expect(await ask('draft.clear', { page: paper, composer: 'card' }, stranger)).toMatchObject({
      error: { code: 'not-allowed' },
    });
    expect(await everything()).toEqual(before);
  });

  it('has what is saved on it filed under its own address', async () => {
    await save(page(paper), at(paper));
    const [before] = await db.articles.toArray();
    await save(page(mallory, paper, 'What mallory says'), stranger, 'what mallory says');
    const articles = await db.articles.toArray();
    expect(articles).toHaveLength(2);
    expect(articles.find(({ id }) => id === before?.id)).toEqual(before);
    expect(articles.find(({ id }) => id !== before?.id)).toMatchObject({ url: mallory, canonicalUrl: mallory });
  });
});

describe('an article’s mobile page', () => {
  const [desktop, mobile] = ['https://www.paper.co.uk/story', 'https://m.paper.co.uk/story'];
  const tell = (url: string) =>
    ask('sightings.report', { url, sightings: [{ id, status: 'edited', foundText: 'seen so' }] }, at(url));
  let id: string;
  beforeEach(async () => {
    await save(page(desktop), at(desktop));
    id = (await db.annotations.toArray())[0]?.id ?? '';
  });

  it('shows what was saved on the desktop one', async () =>
    expect(await ask('page.saved', { url: mobile, canonicalUrl: desktop, others: [] }, at(mobile))).toMatchObject({
      value: { annotations: [{ id }] },
    }));

  it('tells of it once something was saved there, not before', async () => {
    await tell(mobile);
    await ask('page.seen', { page: { ...page(mobile, desktop), text: 'Another text.' } }, at(mobile));
    expect(await db.annotations.get(id)).toMatchObject({ sighting: { status: 'unchanged' } });
    expect(await db.snapshots.count()).toBe(1);
    await save(page(mobile, desktop), at(mobile), 'another quote');
    expect(await db.articles.count()).toBe(1);
    await tell(mobile);
    await ask('page.seen', { page: { ...page(mobile, desktop), text: 'Another text.' } }, at(mobile));
    expect(await db.annotations.get(id)).toMatchObject({ sighting: { status: 'edited', foundText: 'seen so' } });
    expect(await db.snapshots.count()).toBe(2);
  });

  it('tells of an article that is a story of an endless page at the same origin', async () => {
    const first = at('https://www.paper.co.uk/first');
    await ask('sightings.report', { url: desktop, sightings: [{ id, status: 'missing', foundText: null }] }, first);
    expect(await db.annotations.get(id)).toMatchObject({ sighting: { status: 'missing' } });
  });
});

describe('an address', () => {
  const story = 'https://paper.example/story';
  const long = `${story}?id=${'9'.repeat(8_192)}`;

  it('of the page is no obstacle to saving, however long the canonical one that it claims', async () => {
    expect(await save(page(story, `${story}/${'x'.repeat(100_000)}`), at(story))).toMatchObject({ ok: true });
    expect(await db.articles.toArray()).toMatchObject([{ url: story, canonicalUrl: story, urls: [story] }]);
  });

  it('that is too long to be kept leaves the canonical one, under which it is found again', async () => {
    expect(await save(page(long, story), at(long))).toMatchObject({ ok: true });
    expect(await db.articles.toArray()).toMatchObject([{ url: story, canonicalUrl: story, urls: [story] }]);
    const shown = await ask('page.saved', { url: long, canonicalUrl: story, others: [] }, at(long));
    expect(shown).toMatchObject({ value: { annotations: [{}] } });
  });

  it('that is too long, and claims no other, is refused in words of its own', async () => {
    expect(await save(page(long), at(long))).toMatchObject({ error: { code: 'address-too-long' } });
    expect(await db.articles.count()).toBe(0);
    const popup: Sender = { kind: 'page', tabId: null, url: 'chrome-extension://own/popup.html', privateWindow: false };
    expect(await ask('page.addresses', { at: long, url: long, canonicalUrl: long }, popup)).toMatchObject({
      error: { code: 'address-too-long' },
    });
    expect(await ask('page.addresses', { at: story, url: story, canonicalUrl: long }, popup)).toEqual({
      ok: true,
      value: { url: story, canonicalUrl: story },
    });
  });
});
