import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildTextIndex } from '../../lib/text/text-index';
import { positionToSpan, rangeToSpan, readSpan, spanToPosition, spanToRange } from '../../lib/text/text-span';
import { rangeOver, show } from './anchor-page';

beforeEach(() => show(''));

describe('the text index', () => {
  it('reads what a reader sees and separates blocks', () => {
    show(`<h1>Bridge closed</h1><p>The old <b>bri</b>dge&nbsp;is shut.</p><p>Cars wait<br>in line.</p>
      <script>var x = 'no'</script><style>p{}</style><noscript>no</noscript><template>no</template>
      <p hidden>no</p><div style="display:none">no</div><span style="visibility:hidden">no</span>
      <textarea>no</textarea><pressmark-ui>no</pressmark-ui>`);
    expect(buildTextIndex(document).text).toBe('Bridge closed The old bridge is shut. Cars wait in line.');
  });

  it('shows what display: contents shows and what a hidden element shows again', () => {
    show(`<div style="display:contents">one</div> <div style="visibility:hidden">no
      <span style="visibility:visible">two</span></div>`);
    expect(buildTextIndex(document).text).toBe('one two');
  });

  it('leaves out the label of an advertisement and nothing else', () => {
    show('<p>Rain fell.</p><div class="ad">Advertisement</div><p>Publicité is a word.</p>');
    expect(buildTextIndex(document).text).toBe('Rain fell. Publicité is a word.');
  });

  it('counts positions in code points of the body, hidden text included, script not', () => {
    show('<script>xx</script><p hidden>😀</p><p>a😀<i>quote</i></p>');
    const index = buildTextIndex(document);
    const span = rangeToSpan(index, rangeOver('quote'));
    expect(span && spanToPosition(index, span)).toEqual({ start: 3, end: 8 });
    expect(span && positionToSpan(index, { start: 3, end: 8 })).toEqual(span);
  });

  it('gives null for positions beyond the page', () => {
    show('<p>short</p>');
    const index = buildTextIndex(document);
    expect(positionToSpan(index, { start: 900, end: 950 })).toBeNull();
    expect(positionToSpan(index, { start: 5, end: 2 })).toBeNull();
  });

  it('takes ranges that end in elements and trims white space', () => {
    show('<p>One.</p>\n  <p id="two"> Two words. </p>\n<p>Three.</p>');
    const index = buildTextIndex(document);
    const range = document.createRange();
    range.setStart(document.body, 1);
    range.setEnd(document.body, 4);
    const span = rangeToSpan(index, range);
    expect(span && readSpan(index, span)).toBe('Two words.');
    expect(span && spanToRange(index, span)?.toString()).toBe('Two words.');
  });

  it('reads a page whose form replaces the names of its properties', () => {
    show('<form><input name="firstChild"><input name="nextSibling"><input name="parentNode"><p>Inside.</p></form>');
    expect(buildTextIndex(document).text).toBe('Inside.');
  });

  it('goes from any span to a range and back', () => {
    const word = fc.constantFrom(
      'été',
      'e\u0301t',
      '«\u00a0a\u00a0»',
      'x – y',
      '今天',
      'محمد',
      '👩‍👧',
      'so\u00adft',
      'a',
      '…',
      '\n',
    );
    const tag = fc.constantFrom('p', 'b', 'span', 'div');
    const part = fc.tuple(tag, fc.array(word, { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (parts, a, b) => {
        show(parts.map(([name, words]) => `<${name}>${words.join(' ')}</${name}>`).join(''));
        const index = buildTextIndex(document);
        if (index.text.length < 2) return;
        const [start, end] = [a % index.text.length, b % index.text.length].sort((x, y) => x - y);
        const range = spanToRange(index, { start: start ?? 0, end: (end ?? 0) + 1 });
        if (range === null) return;
        const span = rangeToSpan(index, range);
        if (span === null) throw new Error('range without span');
        const again = spanToRange(index, span);
        expect(again?.toString()).toBe(range.toString());
        const position = spanToPosition(index, span);
        expect(position && positionToSpan(index, position)).toEqual(span);
      }),
      { numRuns: 200 },
    );
  });
});
