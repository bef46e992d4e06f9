import { beforeEach, describe, expect, it } from 'vitest';
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

  it('takes its quotation marks in or leaves them out by choice', () => {
    select(rangeOver('The dam will hold,'));
    expect(taken({ marks: 'with' })).toBe('“The dam will hold,”');
    select(rangeOver('“The dam will hold,”'));
    expect(taken({ marks: 'without' })).toBe('The dam will hold,');
    expect(taken()).toBe('“The dam will hold,”');
  });

  it('says why nothing can be made of it', () => {
    expect(taken()).toBe('nothing-selected');
    const host = document.querySelector('pressmark-ui');
    if (host) select(rangeOver('bar', host));
    expect(taken()).toBe('selection-own-interface');
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
