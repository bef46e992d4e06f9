import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTextIndex, type TextIndex } from '../../lib/text/text-index';
import { HIDING, noteTouched } from '../../lib/text/touched';
import { show } from './anchor-page';

const PAGE = `<header><nav class="nav"><a href="#">Home</a> <a href="#">News</a></nav></header>
<main id="body"><h1>Bridge closed</h1>
<p>The old <b>bri</b>dge&nbsp;is “shut” <i>since</i> Monday.</p> loose words
<section><h2>Why</h2><p>Cars wait<br>in line – all day.</p><aside>Read also</aside>
<ul><li>One <span class="ad">Advertisement</span></li><li> </li><li>二つ</li><li>三つ</li></ul></section>
<div><div><p>Nested <em>words</em> here.</p></div></div><div class="ad">Advertisement</div>
<p hidden>Not seen</p><div style="visibility:hidden">No <span style="visibility:visible">yes</span></div>
<table><tr><td>a</td><td>“b”</td></tr></table><noscript>var x</noscript></main><footer>The end</footer>`;

const WORDS = [
  'ferry',
  ' ',
  '“',
  '”',
  ' – ',
  '橋',
  'e\u0301',
  '\u0301',
  '',
  ' two  words ',
  '!',
  'Advertisement',
  '\u00ad',
  '😀',
];
const MADE = ['p', 'span', 'div', 'br', 'li', 'aside', 'b', 'h2', 'pressmark-ui', 'noscript', 'textarea'];

/** One thing that a page does to itself. */
interface Step {
  readonly kind: 'text' | 'add' | 'words' | 'remove' | 'move' | 'split' | 'wrap' | 'class' | 'hide';
  readonly at: number;
  readonly to: number;
  readonly what: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('text', 'text', 'add', 'words', 'remove', 'move', 'split', 'wrap', 'class', 'hide'),
  at: fc.nat(),
  to: fc.nat(),
  what: fc.nat(),
});

function nodesOf(filter: number): Node[] {
  const walker = document.createTreeWalker(document.body, filter);
  const nodes: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
  return nodes;
}

function pick<T>(list: readonly T[], n: number): T | undefined {
  return list[n % Math.max(1, list.length)];
}

function make({ what }: Step): Element {
  const made = document.createElement(pick(MADE, what) ?? 'p');
  if (made.localName !== 'br') made.textContent = `${pick(WORDS, what >> 4)}new${pick(WORDS, what >> 8)}`;
  return made;
}

function perform(one: Step): void {
  const elements = nodesOf(NodeFilter.SHOW_ELEMENT).filter((node) => node instanceof HTMLElement);
  const text = pick(nodesOf(NodeFilter.SHOW_TEXT), one.at);
  const element = pick(elements, one.at);
  const other = pick(elements, one.to);
  if (one.kind === 'text' && text)
    text.nodeValue = `${pick(WORDS, one.what)}${text.nodeValue ?? ''}${pick(WORDS, one.to)}`;
  else if (one.kind === 'split' && text instanceof Text) text.splitText(one.what % (text.length + 1));
  else if (one.kind === 'add') element?.insertBefore(make(one), pick([...element.childNodes], one.to) ?? null);
  else if (one.kind === 'words') element?.append(pick(WORDS, one.what) ?? '');
  else if (one.kind === 'remove') element?.remove();
  else if (one.kind === 'move' && element && other && !element.contains(other)) other.append(element);
  else if (one.kind === 'wrap' && text) {
    const made = make({ ...one, what: one.what % MADE.length });
    if (made.localName === 'br') return;
    text.parentNode?.insertBefore(made, text);
    made.replaceChildren(text);
  } else if (one.kind === 'class' && element) element.className = pick(['ad', 'promo', '', 'x'], one.what) ?? '';
  else if (one.kind === 'hide' && element) element.hidden = !element.hidden;
}

const plain = ({ leaves: _, root, ...rest }: TextIndex) => rest;

/** Reads the page again with what is known of it, and anew: both must be the same, node for node. */
function readAgain(
  last: TextIndex,
  observer: MutationObserver,
  touched: Set<Node>,
): { index: TextIndex; kept: number } {
  const preferred = document.querySelector('#body');
  const whole = !noteTouched(touched, observer.takeRecords());
  const before = whole ? null : { index: last, touched };
  const index = buildTextIndex(document, { preferred, before });
  expect(plain(index)).toEqual(plain(buildTextIndex(document, { preferred })));
  const known = new Set(last.segments);
  return { index, kept: before === null ? 0 : index.segments.filter((segment) => known.has(segment)).length };
}

function watch(): MutationObserver {
  const observer = new MutationObserver(() => undefined);
  const hiding = { attributes: true, attributeFilter: HIDING };
  observer.observe(document, { childList: true, characterData: true, subtree: true, ...hiding });
  return observer;
}

describe('a page that is read again', () => {
  it('has the same text, maps, borders and furniture as if it were read anew, whatever was done to it', () => {
    let kept = 0;
    fc.assert(
      fc.property(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        (rounds) => {
          show(PAGE);
          const observer = watch();
          let index = buildTextIndex(document, { preferred: document.querySelector('#body') });
          for (const steps of rounds) {
            for (const one of steps) perform(one);
            const again = readAgain(index, observer, new Set());
            index = again.index;
            kept += again.kept;
          }
          observer.disconnect();
        },
      ),
      { numRuns: 300 },
    );
    expect(kept).toBeGreaterThan(0);
  });

  it('reads the touched block alone', () => {
    show(PAGE);
    const observer = watch();
    const index = buildTextIndex(document);
    const words = document.querySelectorAll('p')[1]?.firstChild;
    if (words) words.nodeValue = 'Lorries wait';
    const touched = new Set<Node>();
    expect(noteTouched(touched, observer.takeRecords())).toBe(true);
    // What is not touched is not looked at: a change that nobody told of stays unseen there.
    observer.disconnect();
    const other = document.querySelectorAll('p')[0]?.firstChild;
    if (other) other.nodeValue = 'unseen';
    const { text } = buildTextIndex(document, { before: { index, touched } });
    expect(text).toContain('Lorries wait in line');
    expect(text).toContain('The old bridge is');
  });

  it('is read as a whole where classes, styles or style sheets change', () => {
    const changes: (() => void)[] = [
      () => document.body.classList.add('quiet'),
      () => document.querySelector('p')?.style.setProperty('color', 'red'),
      () => document.querySelector('p')?.setAttribute('hidden', ''),
      () => document.head.append(document.createElement('style')),
      () => document.head.querySelector('style:last-of-type')?.remove(),
    ];
    show(PAGE);
    const observer = watch();
    for (const change of changes) {
      change();
      expect(noteTouched(new Set(), observer.takeRecords())).toBe(false);
    }
    observer.disconnect();
    document.body.removeAttribute('class');
  });
});
