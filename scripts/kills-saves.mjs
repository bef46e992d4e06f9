// Saves and edits while the worker is stopped or the whole browser killed, and what the store holds afterwards.
import { open } from './kills-browsers.mjs';
import { editedRow, editMessage, editOf, saveMessage, saveOf } from './kills-messages.mjs';

const QUOTES = 20;
const MOMENTS = ['before', 'during', 'after'];
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const between = (least, most) => least + Math.random() * (most - least);

/** What became of saves: `sent` numbers and those that were `acknowledged`, against all rows. */
async function countSaves(browser, sent, acknowledged) {
  const [annotations, articles, claims] = [
    await browser.rows('annotations'),
    await browser.rows('articles'),
    await browser.rows('claims'),
  ];
  const known = new Set([...articles, ...claims].map(({ id }) => id));
  const mine = annotations.filter((row) => saveOf(row) !== null);
  const times = Map.groupBy(mine, saveOf);
  const used = new Set(annotations.map(({ claimId }) => claimId));
  const half = mine.filter(
    ({ articleId, claimId }) => !known.has(articleId) || claimId === null || !known.has(claimId),
  );
  return {
    sent: sent.length,
    acknowledged: acknowledged.size,
    stored: times.size,
    lost: [...acknowledged].filter((n) => !times.has(n)).length,
    doubled: [...times.values()].filter((rows) => rows.length > 1).length,
    partial: half.length + claims.filter(({ id }) => !used.has(id)).length,
  };
}

/** What became of edits: `acknowledged` holds the last acknowledged number of each quote. An edit overtaken by a later one is not lost. */
async function countEdits(browser, sent, confirmed, acknowledged) {
  const rows = new Map((await browser.rows('annotations')).map((row) => [row.id, row]));
  const shown = (id) => (rows.has(id) ? editOf(rows.get(id)) : { note: -1, tag: -1 });
  return {
    sent,
    acknowledged: confirmed,
    stored: [...rows.values()].filter((row) => editOf(row).note > 0).length,
    lost: [...acknowledged].filter(([id, n]) => shown(id).note < n).length,
    doubled: rows.size - QUOTES,
    partial: [...rows.values()].filter((row) => editOf(row).note !== editOf(row).tag).length,
  };
}

async function makeQuotes(browser) {
  const rows = [];
  for (let n = 1; n <= QUOTES; n += 1) {
    const answer = await browser.say(saveMessage(n));
    if (!answer?.ok) throw new Error(`a quote could not be saved: ${JSON.stringify(answer)}`);
    rows.push(answer.value);
  }
  return rows;
}

/** Sends a message and stops the worker before it, on its way, or after it; once more where no answer came. */
async function sayUnderStop(browser, n, message, tally) {
  const moment = MOMENTS[n % MOMENTS.length];
  const stop = async () => {
    tally.stops += 1;
    await browser.stopWorker();
  };
  if (moment === 'before') await stop();
  const asked = browser.say(message);
  if (moment === 'during') {
    await pause(between(0, 40));
    await stop();
  }
  let answer = await asked;
  if (moment === 'after') await stop();
  if (answer === null) {
    tally.again += 1;
    answer = await browser.say(message);
  }
  return answer;
}

/** Saves in Chromium, the worker stopped around each. */
export async function savesUnderStops(web, profile, count) {
  const browser = await open.chromium(web, profile);
  const [tally, sent, acknowledged] = [{ stops: 0, again: 0 }, [], new Set()];
  for (let n = 1; n <= count; n += 1) {
    sent.push(n);
    const answer = await sayUnderStop(browser, n, saveMessage(n), tally);
    if (answer?.ok) acknowledged.add(n);
  }
  const result = { ...(await countSaves(browser, sent, acknowledged)), ...tally };
  await browser.close();
  return result;
}

/** Edits in Chromium, the worker stopped around each. */
export async function editsUnderStops(web, profile, count) {
  const browser = await open.chromium(web, profile);
  const [tally, acknowledged, rows] = [{ stops: 0, again: 0 }, new Map(), await makeQuotes(browser)];
  let confirmed = 0;
  for (let n = 1; n <= count; n += 1) {
    const at = n % rows.length;
    const answer = await sayUnderStop(browser, n, editMessage(n, rows[at]), tally);
    const edited = editedRow(answer);
    if (edited) {
      confirmed += 1;
      acknowledged.set(rows[at].id, n);
      rows[at] = edited;
    } else rows[at] = (await browser.rows('annotations')).find(({ id }) => id === rows[at].id);
  }
  const result = { ...(await countEdits(browser, count, confirmed, acknowledged)), ...tally };
  await browser.close();
  return result;
}

/** Sends messages, three at a time, until the browser is killed at a moment that nobody chose. */
async function burst(browser, next) {
  let over = false;
  const lane = async () => {
    while (!over) await next();
  };
  const lanes = [lane(), lane(), lane()];
  await pause(between(20, 900));
  over = true;
  await browser.kill();
  await Promise.all(lanes);
}

/** Bursts of saves, each ended by a kill; all in one profile. */
export async function savesUnderKills(name, web, profile, kills) {
  const [sent, acknowledged] = [[], new Set()];
  for (let i = 0; i < kills; i += 1) {
    const browser = await open[name](web, profile);
    await burst(browser, async () => {
      const n = sent.length + 1;
      sent.push(n);
      const answer = await browser.say(saveMessage(n));
      if (answer?.ok) acknowledged.add(n);
    });
  }
  const browser = await open[name](web, profile);
  const result = { ...(await countSaves(browser, sent, acknowledged)), kills };
  await browser.close();
  return result;
}

/** Bursts of edits, each ended by a kill. A quote has one edit on its way at a time. */
export async function editsUnderKills(name, web, profile, kills) {
  const acknowledged = new Map();
  let [sent, confirmed, rows] = [0, 0, null];
  for (let i = 0; i < kills; i += 1) {
    const browser = await open[name](web, profile);
    rows = rows === null ? await makeQuotes(browser) : await browser.rows('annotations');
    const free = [...rows];
    await burst(browser, async () => {
      const row = free.shift();
      sent += 1;
      const n = sent;
      const answer = await browser.say(editMessage(n, row));
      const edited = editedRow(answer);
      if (edited) {
        confirmed += 1;
        acknowledged.set(row.id, n);
      }
      free.push(edited ?? row);
    });
  }
  const browser = await open[name](web, profile);
  const result = { ...(await countEdits(browser, sent, confirmed, acknowledged)), kills };
  await browser.close();
  return result;
}
