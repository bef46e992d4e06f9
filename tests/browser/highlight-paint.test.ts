import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quotesAt, readingOrder } from '../../lib/highlight/hit-test';
import { createPainter, type Painter, type PaintItem } from '../../lib/highlight/paint';
import { highlightCss } from '../../lib/highlight/style';
import { neighbourQuote } from '../../lib/highlight/walk';
import { rangeOver, show } from './anchor-page';

let painter: Painter;

beforeEach(() => {
  show('<p>The river rose by two metres in one night.</p><p>Nobody was hurt, the mayor said.</p>');
  painter = createPainter();
});

afterEach(() => painter.clear());

const item = (words: string, colour: PaintItem['colour'] = 'yellow', edited = false): PaintItem => ({
  id: words,
  colour,
  edited,
  range: rangeOver(words),
});

describe('the painter', () => {
  it('registers one highlight per colour and state and leaves the page alone', () => {
    const before = document.body.innerHTML;
    painter.paint([item('river'), item('two metres'), item('mayor', 'blue'), item('hurt', 'blue', true)]);
    expect(CSS.highlights.get('pressmark-yellow')?.size).toBe(2);
    expect(CSS.highlights.get('pressmark-blue')?.size).toBe(1);
    expect(CSS.highlights.get('pressmark-blue-edited')?.size).toBe(1);
    expect(document.body.innerHTML).toBe(before);
  });

  it('moves a quote that changes its colour and drops one that is gone', () => {
    const river = item('river');
    painter.paint([river, item('mayor')]);
    painter.paint([{ ...river, colour: 'pink' }]);
    expect(CSS.highlights.get('pressmark-yellow')?.size).toBe(0);
    expect(CSS.highlights.get('pressmark-pink')?.has(river.range)).toBe(true);
  });

  it('sets one quote off', () => {
    const river = item('river');
    painter.paint([river]);
    painter.focus('river');
    expect(CSS.highlights.get('pressmark-focus')?.has(river.range)).toBe(true);
    painter.focus(null);
    expect(CSS.highlights.get('pressmark-focus')?.size).toBe(0);
  });

  it('comes back when the page clears the registry, and never touches what is the page’s', () => {
    const theirs = new Highlight(rangeOver('night'));
    painter.paint([item('river')]);
    CSS.highlights.clear();
    CSS.highlights.set('search', theirs);
    painter.restoreIfCleared();
    expect(CSS.highlights.get('pressmark-yellow')?.size).toBe(1);
    painter.clear();
    expect(CSS.highlights.has('pressmark-yellow')).toBe(false);
    expect(CSS.highlights.get('search')).toBe(theirs);
    CSS.highlights.delete('search');
  });

  it('registers only what is near the viewport when there is much', () => {
    show(Array.from({ length: 200 }, (_, i) => `<p style="height:200px">Paragraph ${i} end.</p>`).join(''));
    painter = createPainter({ registerAll: 50 });
    painter.paint(Array.from({ length: 200 }, (_, i) => item(`Paragraph ${i} end`)));
    const size = CSS.highlights.get('pressmark-yellow')?.size ?? 0;
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThan(100);
  });

  it('has rules for every highlight, in light, dark and forced colours', () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(highlightCss());
    expect(sheet.cssRules.length).toBe(13);
    expect(highlightCss()).toContain('forced-colors');
  });
});

describe('pointing and walking', () => {
  const middleOf = (words: string): [number, number] => {
    const rect = rangeOver(words).getBoundingClientRect();
    return [rect.left + rect.width / 2, rect.top + rect.height / 2];
  };

  it('names all quotes under a point', () => {
    const order = readingOrder([
      { id: 'short', range: rangeOver('two metres') },
      { id: 'long', range: rangeOver('river rose by two metres in one') },
      { id: 'other', range: rangeOver('mayor') },
    ]);
    expect(order.quotes.map(({ id }) => id)).toEqual(['long', 'short', 'other']);
    expect(quotesAt(order, ...middleOf('metres'))).toEqual(['long', 'short']);
    expect(quotesAt(order, ...middleOf('river'))).toEqual(['long']);
    expect(quotesAt(order, ...middleOf('Nobody'))).toEqual([]);
    expect(quotesAt(order, -5, -5)).toEqual([]);
  });

  it('walks in reading order and round', () => {
    const order = readingOrder([
      { id: 'b', range: rangeOver('mayor') },
      { id: 'a', range: rangeOver('river') },
    ]);
    expect(neighbourQuote(order.quotes, 'a', 1)).toBe('b');
    expect(neighbourQuote(order.quotes, 'b', 1)).toBe('a');
    expect(neighbourQuote(order.quotes, 'a', -1)).toBe('b');
    expect(neighbourQuote(order.quotes, null, 1)).toBe('a');
    expect(neighbourQuote([], null, 1)).toBeNull();
  });
});
