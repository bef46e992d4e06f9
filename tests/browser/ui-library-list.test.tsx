import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/quote.css';
import '../../components/styles/item.css';
import '../../components/styles/page.css';
import '../../entrypoints/library/library.css';
import '../../entrypoints/library/search.css';
import '../../entrypoints/library/lines.css';
import '../../entrypoints/library/pictures.css';
import { cleanup, render } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { VirtualList } from '../../components/virtual-list';
import { everyMonth, monthLabels, Pictures } from '../../entrypoints/library/pictures';
import { fromCatalogue } from '../../lib/i18n/catalogue';
import { wireMessages } from '../../lib/i18n/translate';
import { LibraryIndex } from '../../lib/search/library-index';
import { LibrarySearch } from '../../lib/search/search';
import { EMPTY_SEARCH } from '../../lib/search/state';
import en from '../../public/_locales/en/messages.json';
import { libraryRows } from '../bench/library-rows';

beforeAll(() => {
  wireMessages(fromCatalogue(en), 'en-GB');
  document.documentElement.classList.add('pm');
  document.documentElement.lang = 'en';
  document.title = 'Library';
});
afterEach(() => {
  cleanup();
  scrollTo(0, 0);
});

const nothing = (): void => undefined;
const focused = (): string => document.activeElement?.textContent ?? '';
const findings = async (): Promise<string[]> => {
  const { violations } = await axe.run(document.body);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

function show(count: number, onSight = nothing as (from: number, to: number) => void): void {
  render(
    <main class="library">
      <h1>Library</h1>
      <VirtualList
        label="Quotes found"
        class="lines quotes"
        count={count}
        keyOf={(place) => `${place}`}
        onSight={onSight}
        line={(place, current) => (
          <a href="#/" data-focus tabIndex={current ? 0 : -1}>
            Quote {place}
          </a>
        )}
      />
    </main>,
  );
}

/** What of a line can be seen. */
function inSight(element: Element | null): boolean {
  const box = element?.getBoundingClientRect();
  return box !== undefined && box.top >= -1 && box.bottom <= innerHeight + 1;
}

describe('a list of a hundred thousand', () => {
  it('draws what is in sight, and says where each line stands', async () => {
    const onSight = vi.fn();
    show(100_000, onSight);
    await expect.poll(() => document.querySelectorAll('.line').length).toBeGreaterThan(5);
    expect(document.querySelectorAll('.line').length).toBeLessThan(60);
    const first = document.querySelector('.line');
    expect(first?.getAttribute('aria-setsize')).toBe('100000');
    expect(first?.getAttribute('aria-posinset')).toBe('1');
    expect(onSight).toHaveBeenCalled();
    expect(await findings()).toEqual([]);
  });

  it('is walked with arrows, Page Down, Home and End, and keeps what has the focus in sight', async () => {
    show(100_000);
    document.querySelector<HTMLElement>('[data-focus][tabindex="0"]')?.focus();
    for (const [key, at] of [
      ['ArrowDown', 1],
      ['ArrowDown', 2],
      ['ArrowUp', 1],
      ['End', 99_999],
      ['ArrowUp', 99_998],
      ['Home', 0],
    ] as const) {
      await userEvent.keyboard(`{${key}}`);
      await expect.poll(focused, { message: key }).toBe(`Quote ${at}`);
      await expect.poll(() => inSight(document.activeElement), { message: key }).toBe(true);
      // One line alone is reached by Tab.
      expect(document.querySelectorAll('[data-focus][tabindex="0"]')).toHaveLength(1);
    }
    await userEvent.keyboard('{PageDown}');
    await expect.poll(() => Number(focused().slice(6))).toBeGreaterThan(2);
  });

  it('keeps the line with the focus while the page scrolls away from it', async () => {
    show(100_000);
    document.querySelector<HTMLElement>('[data-focus][tabindex="0"]')?.focus();
    scrollTo(0, 500_000);
    await expect.poll(() => document.querySelector('[data-place="4000"]') !== null || scrollY > 400_000).toBe(true);
    await expect.poll(() => document.querySelectorAll('.line').length).toBeGreaterThan(5);
    expect(focused()).toBe('Quote 0');
  });

  it('reaches the last line of a list that is higher than a page can be', async () => {
    show(1_000_000);
    document.querySelector<HTMLElement>('[data-focus][tabindex="0"]')?.focus();
    await userEvent.keyboard('{End}');
    await expect.poll(focused).toBe('Quote 999999');
    await expect.poll(() => inSight(document.activeElement)).toBe(true);
    scrollTo(0, document.documentElement.scrollHeight / 2);
    await expect
      .poll(() => Number(document.querySelectorAll('.line')[4]?.getAttribute('aria-posinset')))
      .toSatisfy((place: number) => place > 400_000 && place < 600_000);
  });
});

describe('the pictures', () => {
  const rows = libraryRows(300, 3);
  const index = new LibraryIndex();
  for (const row of rows.articles) index.putArticle(row);
  for (const row of rows.claims) index.putClaim(row);
  for (const row of rows.annotations) index.putAnnotation(row);
  const { facets, totals } = new LibrarySearch(index).run(EMPTY_SEARCH);

  it('have no barrier, filter by keyboard, and carry their numbers as tables', async () => {
    const onToggle = vi.fn();
    render(
      <main>
        <h1>Library</h1>
        <Pictures view="quotes" counts={facets} filters={{}} onToggle={onToggle} />
      </main>,
    );
    document.querySelector('details')?.setAttribute('open', '');
    expect(await findings()).toEqual([]);
    document.querySelector<SVGElement>('.bar[tabindex="0"]')?.focus();
    const last = everyMonth(facets.month).at(-1)?.value;
    await userEvent.keyboard('{Enter}');
    expect(onToggle).toHaveBeenLastCalledWith('month', last);
    await userEvent.keyboard('{ArrowLeft}{Enter}');
    expect(onToggle).toHaveBeenLastCalledWith('month', everyMonth(facets.month).at(-2)?.value);
    const table = document.querySelector('.month-bars table');
    const sum = [...(table?.querySelectorAll('td') ?? [])].reduce((all, cell) => all + Number(cell.textContent), 0);
    expect(sum).toBe(totals.quotes);
  });

  it('say at which month they begin where no year does', () => {
    const months = (...values: string[]) => everyMonth(values.map((value) => ({ value, count: 1 })));
    expect(monthLabels(months('2025-11', '2027-02'))).toEqual([
      [2, '2026'],
      [14, '2027'],
    ]);
    const [label] = monthLabels(months('2026-03', '2026-05'));
    expect(label?.[0]).toBe(0);
    expect(label?.[1]).toMatch(/Mar.*2026/);
    expect(monthLabels([])).toEqual([]);
  });

  it('show months without anything, over the turn of a year', () => {
    const months = everyMonth([
      { value: '2026-02', count: 3 },
      { value: '2025-11', count: 1 },
    ]);
    expect(months.map(({ value, count }) => `${value} ${count}`)).toEqual([
      '2025-11 1',
      '2025-12 0',
      '2026-01 0',
      '2026-02 3',
    ]);
    expect(everyMonth([])).toEqual([]);
  });
});
