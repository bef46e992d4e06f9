import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepAnchored, type Sightings } from '../../lib/anchor/keep';
import { rangeOver, save, show } from './anchor-page';

/** What is waited for comes when the machine lets it. */
const PATIENT = { timeout: 15_000 };

let ending: AbortController;

afterEach(() => ending.abort());

function keep(quotes: Parameters<typeof keepAnchored>[0]['quotes']) {
  ending = new AbortController();
  const seen: Sightings[] = [];
  const onChange = (sightings: Sightings): void => {
    seen.push(sightings);
  };
  const kept = keepAnchored({ document, quotes, onChange, signal: ending.signal, quietMs: 20 });
  return { kept, seen, last: () => seen.at(-1)?.located[0] };
}

const PAGE = '<main><p>The ferry sank in calm weather off the northern cape.</p></main>';

describe('keepAnchored', () => {
  it('finds a quote again after the page replaced its nodes, in the same range', async () => {
    show(PAGE);
    const { seen, last } = keep([save('sank in calm weather')]);
    await vi.waitFor(() => expect(last()?.status).toBe('unchanged'), PATIENT);
    const range = last()?.range;
    show(`<h1>New</h1>${PAGE}`);
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(1), PATIENT);
    expect(last()?.range).toBe(range);
    expect(range?.toString()).toBe('sank in calm weather');
  });

  it('notices text that is replaced inside its node', async () => {
    show(PAGE);
    const { last } = keep([save('ferry sank in calm weather off the northern cape')]);
    await vi.waitFor(() => expect(last()?.status).toBe('unchanged'), PATIENT);
    const node = document.querySelector('p')?.firstChild;
    if (node) node.nodeValue = 'The ferry sank in heavy weather off the northern cape.';
    await vi.waitFor(() => expect(last()?.status).toBe('edited'), PATIENT);
    expect(last()?.foundText).toContain('heavy');
  });

  it('asks at each reading as what the article was saved', async () => {
    show(PAGE);
    const quote = save('sank in calm weather');
    show('<main><p>The crew of the other boat was awarded the county cup in June.</p></main>');
    ending = new AbortController();
    let savedWordCount = 900;
    const seen: string[] = [];
    const kept = keepAnchored({
      document,
      quotes: [quote],
      context: () => ({ savedWordCount }),
      onChange: ({ located }) => seen.push(located[0]?.status ?? ''),
      signal: ending.signal,
      quietMs: 20,
    });
    await vi.waitFor(() => expect(seen.at(-1)).toBe('unseen'), PATIENT);
    // The reader has come to a short story, all of which is there.
    savedWordCount = 12;
    kept.setQuotes([quote]);
    await vi.waitFor(() => expect(seen.at(-1)).toBe('missing'), PATIENT);
  });

  it('finds what comes late', async () => {
    show(PAGE);
    const quote = save('sank in calm weather');
    show('<p>Loading</p>');
    const { seen, last } = keep([quote]);
    await vi.waitFor(() => expect(seen.length).toBe(1), PATIENT);
    expect(last()?.range).toBeNull();
    expect(seen[0]?.settled).toBe(false);
    show(PAGE);
    await vi.waitFor(() => expect(last()?.status).toBe('unchanged'), PATIENT);
    expect(seen.at(-1)?.settled).toBe(true);
  });

  it('does not read again for changes elsewhere or in our own host, and never changes the page', async () => {
    show(`${PAGE}<pressmark-ui></pressmark-ui><aside>ticker</aside>`);
    const { seen } = keep([save('sank in calm weather')]);
    await vi.waitFor(() => expect(seen.length).toBe(1), PATIENT);
    const before = document.body.innerHTML;
    document.querySelector('pressmark-ui')?.append('ours');
    document.querySelector('pressmark-ui')?.replaceChildren();
    const ticker = document.querySelector('aside');
    for (let i = 0; i < 20; i++) {
      if (ticker) ticker.textContent = `tick ${i}`;
      await new Promise(requestAnimationFrame);
    }
    if (ticker) ticker.textContent = 'ticker';
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(seen.length).toBe(1);
    expect(document.body.innerHTML).toBe(before);
  });

  it('keeps a quote on a page that changes at every frame', async () => {
    show(`${PAGE}<p class="ticker">0</p>`);
    const { last } = keep([save('sank in calm weather off the northern cape')]);
    let frames = 0;
    const tick = (): void => {
      frames++;
      const ticker = document.querySelector('.ticker');
      if (ticker) ticker.textContent = String(frames);
      // The article itself is drawn anew every tenth frame.
      const article = document.querySelector('main');
      if (article && frames % 10 === 0)
        article.innerHTML = `<p>The ferry sank in calm weather off the northern cape.</p>`;
      if (!ending.signal.aborted) requestAnimationFrame(tick);
    };
    tick();
    await vi.waitFor(() => expect(frames).toBeGreaterThan(90), PATIENT);
    await vi.waitFor(() => {
      expect(last()?.status).toBe('unchanged');
      expect(last()?.range?.toString()).toBe('sank in calm weather off the northern cape');
    }, PATIENT);
  });

  it('reads all again where a class hid words, although nothing else there was touched', async () => {
    show(
      `<style>.off b { display: none }</style>${PAGE}<p>Later <b>the crew was brought ashore by helicopter</b>.</p>`,
    );
    const { kept, seen } = keep([save('sank in calm weather'), save('crew was brought ashore by helicopter')]);
    const statuses = () => seen.at(-1)?.located.map(({ status }) => status);
    await vi.waitFor(() => expect(statuses()).toEqual(['unchanged', 'unchanged']));
    const words = document.querySelector('main p')?.firstChild;
    if (words) words.nodeValue = 'Late. The ferry sank in calm weather off the northern cape.';
    document.body.className = 'off';
    await vi.waitFor(() => expect(statuses()).toEqual(['unchanged', 'missing']));
    document.body.className = '';
    kept.again();
    await vi.waitFor(() => expect(statuses()).toEqual(['unchanged', 'unchanged']));
  });

  it('stops when told to', async () => {
    show(PAGE);
    const { seen } = keep([save('sank in calm weather')]);
    ending.abort();
    show('<p>Other.</p>');
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(seen.length).toBe(0);
    expect(() => rangeOver('Other')).not.toThrow();
  });
});
