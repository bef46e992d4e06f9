import { createElement, type ReactElement, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepAnchored, type Sightings } from '../../lib/anchor/keep';
import { createPainter } from '../../lib/highlight/paint';
import { save } from './anchor-page';

/** What is waited for comes when the machine lets it. */
const PATIENT = { timeout: 15_000 };

/** A news page as an application draws it: lists with keys, state, an effect after hydration, two routes. */
interface Story {
  readonly id: string;
  readonly words: string;
}

interface View {
  readonly route: 'article' | 'about';
  readonly stories: readonly Story[];
  readonly tick: number;
}

const h = createElement;

function Paragraph({ words, tick }: { words: string; tick: number }): ReactElement {
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return h(
    'p',
    { className: mounted ? 'live' : 'served', 'data-tick': tick % 2 },
    words,
    ' ',
    h('em', null, 'Read on.'),
  );
}

function Page({ route, stories, tick }: View): ReactElement {
  if (route === 'about') return h('section', null, h('h1', null, 'About the paper'), h('p', null, 'Founded in 1912.'));
  return h(
    'article',
    null,
    h('h1', null, 'Storm on the coast'),
    h('span', { className: 'ticker' }, `Seen ${tick} times`),
    stories.map(({ id, words }) => h(Paragraph, { key: id, words, tick })),
  );
}

const STORIES: readonly Story[] = [
  { id: 'a', words: 'The ferry sank in calm weather off the northern cape, the harbour master said on Monday.' },
  { id: 'b', words: 'Nobody on board was hurt, and the crew of nineteen reached the shore before dawn.' },
  { id: 'c', words: 'An inquiry will begin next week and report to the minister within three months.' },
];

const START: View = { route: 'article', stories: STORIES, tick: 0 };

const QUOTES = [
  'sank in calm weather off the northern cape',
  'the crew of nineteen reached the shore',
  'An inquiry will begin next week',
];

let ending: AbortController;
let faults: unknown[];
let roots: Root[];

const noteError = (event: ErrorEvent): void => {
  faults.push(event.error);
};

/** Renders at once and lets effects run. */
async function renderNow(work: () => void): Promise<void> {
  flushSync(work);
  await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Two boxes with the same application: one in the document, watched and painted, one beside it that nobody touches. */
function boxes(): { ours: HTMLElement; alone: HTMLElement } {
  document.body.innerHTML = '<div id="app"></div><pressmark-ui></pressmark-ui>';
  const ours = document.querySelector<HTMLElement>('#app');
  if (ours === null) throw new Error('no box');
  return { ours, alone: document.createElement('div') };
}

beforeEach(() => {
  ending = new AbortController();
  faults = [];
  roots = [];
  vi.spyOn(console, 'error').mockImplementation((...args) => faults.push(args));
  vi.spyOn(console, 'warn').mockImplementation((...args) => faults.push(args));
  addEventListener('error', noteError);
});

afterEach(async () => {
  ending.abort();
  await renderNow(() => {
    for (const root of roots) root.unmount();
  });
  removeEventListener('error', noteError);
  vi.restoreAllMocks();
  CSS.highlights.clear();
});

function start(ours: HTMLElement, alone: HTMLElement, hydrate: boolean) {
  const options = { onRecoverableError: (error: unknown) => faults.push(error) };
  const make = (box: HTMLElement): Root =>
    hydrate ? hydrateRoot(box, h(Page, START), options) : createRoot(box, options);
  roots = [ours, alone].map(make);
  return async (view: View): Promise<void> => {
    await renderNow(() => {
      for (const root of roots) root.render(h(Page, view));
    });
    // Effects of the two applications run one after the other.
    await vi.waitFor(() => expect(ours.innerHTML).toBe(alone.innerHTML), { ...PATIENT, interval: 5 });
  };
}

/** Keeps and paints the quotes as the annotator does. */
function anchor(words: readonly string[]) {
  const painter = createPainter();
  const seen: Sightings[] = [];
  keepAnchored({
    document,
    quotes: words.map((text) => save(text)),
    signal: ending.signal,
    quietMs: 20,
    onChange: (sightings) => {
      seen.push(sightings);
      painter.paint(
        sightings.located.flatMap(({ id, range, status }) =>
          range === null ? [] : [{ id, colour: 'yellow' as const, edited: status === 'edited', range }],
        ),
      );
    },
  });
  const painted = (): string[] =>
    [...CSS.highlights].flatMap(([, highlight]) => [...highlight].map((range) => String(range))).sort();
  const statuses = (): string[] | undefined => seen.at(-1)?.located.map(({ status }) => status);
  return { painted, statuses };
}

const ALL = [...QUOTES].sort();

describe('a React page with highlights', () => {
  it('hydrates over painted text, and stays as it is without us', async () => {
    const { ours, alone } = boxes();
    ours.innerHTML = alone.innerHTML = renderToString(h(Page, START));
    const { painted } = anchor(QUOTES);
    await vi.waitFor(() => expect(painted()).toEqual(ALL), PATIENT);
    const served = ours.querySelector('p');
    const render = start(ours, alone, true);
    await vi.waitFor(
      () => expect([served?.className, alone.querySelector('p')?.className]).toEqual(['live', 'live']),
      PATIENT,
    );
    expect(ours.querySelector('p')).toBe(served);
    expect(ours.innerHTML).toBe(alone.innerHTML);
    await render({ ...START, tick: 1 });
    expect(ours.querySelector('p')).toBe(served);
    await vi.waitFor(() => expect(painted()).toEqual(ALL), PATIENT);
    expect(faults).toEqual([]);
  });

  it('follows changed text, reordering, removal and return', async () => {
    const { ours, alone } = boxes();
    const render = start(ours, alone, false);
    await render(START);
    const { painted, statuses } = anchor(QUOTES);
    await vi.waitFor(() => expect(painted()).toEqual(ALL), PATIENT);

    const [a, b, c] = STORIES as [Story, Story, Story];
    const changed = { ...a, words: a.words.replace('calm', 'heavy') };
    await render({ ...START, stories: [changed, b, c] });
    await vi.waitFor(() => expect(statuses()).toEqual(['edited', 'unchanged', 'unchanged']), PATIENT);
    expect(painted()).toContain('sank in heavy weather off the northern cape');

    await render({ ...START, stories: [c, b, a] });
    await vi.waitFor(() => expect(painted()).toEqual(ALL), PATIENT);
    expect(ours.querySelector('p')?.textContent).toContain('An inquiry');

    await render({ ...START, stories: [c, a] });
    await vi.waitFor(() => expect(painted()).toHaveLength(2), PATIENT);
    await render(START);
    await vi.waitFor(() => expect(painted()).toEqual(ALL), PATIENT);
    expect(faults).toEqual([]);
  });

  it('survives another route and the way back', async () => {
    const { ours, alone } = boxes();
    const render = start(ours, alone, false);
    await render(START);
    const { painted } = anchor(QUOTES);
    await vi.waitFor(() => expect(painted()).toEqual(ALL), PATIENT);
    await render({ ...START, route: 'about' });
    await vi.waitFor(() => expect(painted()).toEqual([]), PATIENT);
    await render(START);
    await vi.waitFor(() => expect(painted()).toEqual(ALL), PATIENT);
    expect(faults).toEqual([]);
  });

  it('survives a storm of renders, each of which replaces a paragraph', async () => {
    const { ours, alone } = boxes();
    const render = start(ours, alone, false);
    await render(START);
    const { painted } = anchor(QUOTES);
    await vi.waitFor(() => expect(painted()).toEqual(ALL), PATIENT);
    for (let tick = 1; tick <= 60; tick++) {
      const stories = STORIES.map((story, i) => (i === tick % 3 ? { ...story, id: `${story.id}${tick}` } : story));
      await render({ ...START, stories, tick });
      await new Promise(requestAnimationFrame);
    }
    await vi.waitFor(() => expect(painted()).toEqual(ALL), PATIENT);
    expect(ours.innerHTML).toBe(alone.innerHTML);
    expect(faults).toEqual([]);
  });

  it('lets React unmount everything', async () => {
    const { ours, alone } = boxes();
    const render = start(ours, alone, false);
    await render(START);
    const { painted } = anchor(QUOTES);
    await vi.waitFor(() => expect(painted()).toEqual(ALL), PATIENT);
    await renderNow(() => {
      for (const root of roots) root.unmount();
    });
    roots = [];
    expect(ours.innerHTML).toBe('');
    await vi.waitFor(() => expect(painted()).toEqual([]), PATIENT);
    expect(faults).toEqual([]);
  });
});
