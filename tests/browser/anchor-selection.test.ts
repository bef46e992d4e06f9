import { beforeEach, describe, expect, it } from 'vitest';
import { marksChoice } from '../../lib/anchor/quotation-marks';
import { quoteFromSelection, type SelectionOptions } from '../../lib/anchor/selection';
import { buildTextIndex } from '../../lib/text/text-index';
import { rangeOver, show } from './anchor-page';

function select(range: Range): void {
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

function taken(options: SelectionOptions = {}): string {
  const result = quoteFromSelection(buildTextIndex(document), getSelection(), options);
  return result.ok ? result.value.range.toString() : result.error.code;
}

/** The words with their quotation marks and without, as they are drawn. */
function choice(words: string): string[] | null {
  select(rangeOver(words));
  const index = buildTextIndex(document);
  const result = quoteFromSelection(index, getSelection());
  const marks = result.ok ? marksChoice(index, result.value.span) : null;
  return marks && [marks.with, marks.without].map(({ quote }) => quote.exact);
}

beforeEach(() => {
  show(`<figure><img alt=""><figcaption>Flood in March. Photo: A. Meyer</figcaption></figure>
    <p>“The dam will hold,” she said. The engineers agreed with her at once.</p>\n\n<p>Next paragraph.</p>
    <input value="typed"><pressmark-ui>bar</pressmark-ui>`);
  getSelection()?.removeAllRanges();
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
});

describe('a selection', () => {
  it('is widened to whole words, unless told otherwise', () => {
    select(rangeOver('ngineers agre'));
    expect(taken()).toBe('engineers agreed');
    expect(taken({ wholeWords: false })).toBe('ngineers agre');
  });

  it('loses the white space at its ends and in the next paragraph', () => {
    const range = rangeOver(' The engineers agreed with her at once.');
    range.setEnd(document.querySelectorAll('p')[1] ?? document.body, 0);
    select(range);
    expect(taken()).toBe('The engineers agreed with her at once.');
  });

  it('loses the caption that it was dragged out of', () => {
    const range = rangeOver('Meyer');
    const end = rangeOver('The engineers agreed with her at once');
    range.setEnd(end.endContainer, end.endOffset);
    select(range);
    expect(taken()).toMatch(/^“The dam will hold/);
  });

  it.each(['The dam will hold,', '“The dam will hold,', '“The dam will hold,”'])(
    'offers its quotation marks, in or out: %s',
    (words) => {
      expect(choice(words)).toEqual(['“The dam will hold,”', 'The dam will hold,']);
      expect(taken()).toBe(words);
    },
  );

  it('offers no marks that do not belong together, nor words without any', () => {
    show('<p>“We tried,” she said. “Twice.” It isn’t the drivers’ fault. He took ‘what wasn’t his’.</p>');
    expect(choice('“We tried,” she said. “Twice.”')).toBeNull();
    expect(choice('said. “Twice.”')).toBeNull();
    expect(choice('isn’t the drivers’')).toBeNull();
    expect(choice('what wasn’t his')).toEqual(['‘what wasn’t his’', 'what wasn’t his']);
  });

  it('keeps the spaces of French marks with them, and the marks inside', () => {
    show('<p>Elle répond : «\u00a0Il a dit “non” deux fois.\u00a0» Puis rien.</p>');
    expect(choice('Il a dit “non” deux fois.')).toEqual(['« Il a dit “non” deux fois. »', 'Il a dit “non” deux fois.']);
  });

  it('says why nothing can be made of it', () => {
    expect(taken()).toBe('nothing-selected');
    const host = document.querySelector('pressmark-ui');
    if (host) select(rangeOver('bar', host));
    expect(taken()).toBe('nothing-selected');
    getSelection()?.removeAllRanges();
    const field = document.querySelector('input');
    field?.focus();
    field?.setSelectionRange(0, 3);
    expect(taken()).toBe('selection-in-form');
    field?.blur();
    const widget = document.createElement('x-widget');
    document.body.append(widget);
    widget.attachShadow({ mode: 'open' }).innerHTML = '<p>words in a shadow tree</p>';
    const inside = widget.shadowRoot?.querySelector('p')?.firstChild;
    if (inside) getSelection()?.setBaseAndExtent(inside, 0, inside, 8);
    expect(taken()).toBe('selection-in-widget');
    getSelection()?.removeAllRanges();
    document.querySelector('p')?.style.setProperty('user-select', 'none');
    expect(taken()).toBe('selection-forbidden');
    show('<p></p>');
    const range = document.createRange();
    range.selectNodeContents(document.body);
    select(range);
    expect(taken()).toBe('page-without-text');
  });
});
