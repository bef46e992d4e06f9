// A browser that can be killed: its profile stays, and it is opened again on it. Both browsers behind one face.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { launchFirefox } from '../tests/e2e/harness/firefox.ts';
import { BUILT, launchWith } from './bench-extension.mjs';
import { ARTICLE } from './kills-messages.mjs';

/** How long a message may be without an answer before it counts as lost on the way (milliseconds). */
const PATIENCE = 10_000;

/** Asks until there is an answer. */
export async function until(what, ask, patience = 120_000) {
  for (const from = performance.now(); performance.now() - from < patience; ) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited in vain for ${what}`);
}

/** Opens a browser on a profile with the extension, an article in one tab and a page of the extension in another. */
export const open = { chromium: openChromium, firefox: openFirefox };

async function openChromium(web, profile) {
  const context = await launchWith(profile, BUILT, {
    args: [`--proxy-server=http://127.0.0.1:${web.port}`, '--proxy-bypass-list=<-loopback>'],
  });
  context.setDefaultTimeout(120_000);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const { host } = new URL(worker.url());
  const page = await context.newPage();
  await page.goto(ARTICLE);
  const own = await context.newPage();
  await own.goto(`chrome-extension://${host}/welcome.html`);
  const session = await context.newCDPSession(own);
  await session.send('ServiceWorker.enable');
  return face(own, {
    pid: () => pidWith(`--user-data-dir=${profile}`),
    goto: (path) => own.goto(`chrome-extension://${host}/${path}`),
    stopWorker: () => session.send('ServiceWorker.stopAllWorkers'),
    close: () => context.close().catch(() => undefined),
  });
}

async function openFirefox(web, profile) {
  const session = await launchFirefox(web, {
    profile,
    // A temporary add-on is installed anew each time; what it stored stays, as for one that was installed for good.
    preferences: {
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
    },
  });
  await session.visit(ARTICLE);
  let own = await session.own('welcome.html');
  return face(() => own, {
    pid: () => session.browser.process()?.pid ?? null,
    goto: async (path) => {
      own = await session.own(path);
    },
    // Its preferences are put back once it has ended; a browser that is opened meanwhile would find none.
    close: async () => {
      await session.close().catch(() => undefined);
      await until(
        'the preferences',
        () => !['prefs.js', 'user.js'].some((name) => existsSync(`${profile}/${name}.puppeteer`)),
      );
    },
  });
}

function face(page, { pid, goto, close, stopWorker }) {
  const own = typeof page === 'function' ? page : () => page;
  const evaluate = (work, value) => own().evaluate(work, value);
  return {
    evaluate,
    goto,
    stopWorker,
    /** Sends a message as the article's content script; the answer, or null where none came. */
    say: (message) => patiently(evaluate(sayAsContent, { message, article: ARTICLE })),
    rows: (table) => evaluate(readTable, table),
    close,
    /** Ends every process of the browser at once, as when the machine stops. */
    kill: async () => {
      const root = pid();
      if (root === null) throw new Error('no process to kill');
      for (const one of treeOf(root)) kill(one);
      await until('the end of the browser', async () => !isAlive(root));
      await close();
    },
  };
}

async function patiently(asked) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE);
  });
  const answer = await Promise.race([asked.catch(() => null), late]);
  clearTimeout(timer);
  return answer;
}

/** Runs in a page of the extension. Both ways as JSON: Chromium leaves out what is null. */
async function sayAsContent({ message, article }) {
  const api = globalThis.browser?.scripting ? globalThis.browser : globalThis.chrome;
  const [tab] = await api.tabs.query({ url: article });
  const [answer] = await api.scripting.executeScript({
    target: { tabId: tab.id },
    args: [JSON.stringify(message)],
    func: (text) => {
      const { runtime } = globalThis.browser?.runtime ? globalThis.browser : globalThis.chrome;
      return runtime.sendMessage(JSON.parse(text)).then(JSON.stringify, () => 'null');
    },
  });
  return JSON.parse(answer?.result ?? 'null');
}

/** Runs in a page of the extension: all rows of one table. */
function readTable(table) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('pressmark');
    opening.onerror = () => reject(new Error('the store does not open'));
    opening.onsuccess = () => {
      const db = opening.result;
      const asking = db.transaction(table).objectStore(table).getAll();
      asking.onerror = () => reject(new Error(`${table} cannot be read`));
      asking.onsuccess = () => {
        db.close();
        resolve(asking.result);
      };
    };
  });
}

const pids = () => readdirSync('/proc').filter((name) => /^\d+$/.test(name));

function about(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

const parentOf = (pid) => Number(/^PPid:\s+(\d+)/m.exec(about(pid, 'status'))?.[1] ?? 0);

/** The first process that was started with these words and by none that was. */
function pidWith(words) {
  const all = pids().filter((pid) => about(pid, 'cmdline').split('\0').includes(words));
  const found = all.find((pid) => !all.includes(String(parentOf(pid))));
  return found === undefined ? null : Number(found);
}

/** A process, first, and all that it started. */
function treeOf(root) {
  const children = new Map();
  for (const pid of pids()) children.set(parentOf(pid), [...(children.get(parentOf(pid)) ?? []), Number(pid)]);
  const below = (pid) => [...(children.get(pid) ?? []).flatMap(below), pid];
  return [root, ...below(root).filter((pid) => pid !== root)];
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended with its parent.
  }
}

const isAlive = (pid) => /^State:\s+[^ZX]/m.test(about(pid, 'status'));
