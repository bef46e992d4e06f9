import { first } from './dom';
import type { Signals } from './facts';
import { has, note } from './signals-address';

/** Paragraphs that are looked at, and characters of theirs that are read; later ones on an endless page change nothing. */
const MAX_PARAGRAPHS = 80;
const MAX_TEXT = 5_000;

const QUOTES = '“”„«»「"';
/** Words that address the reader, with the blank before them. */
const READER = [' you', ' vous ', ' votre ', ' Sie ', ' Ihre'];
const ASIDE = ' nav aside footer form li figcaption button header ';

function isAside(paragraph: Element): boolean {
  let at: Element | null = paragraph.parentElement;
  for (let up = 0; up < 4 && at; up++, at = at.parentElement) if (has(ASIDE, at.localName)) return true;
  return false;
}

const byTag = (doc: Document, tag: string): HTMLCollectionOf<Element> =>
  Document.prototype.getElementsByTagName.call(doc, tag);

/** How often a text has one of these parts in a thousand characters, in units of `most`, at most 1. */
function density(text: string, parts: Iterable<string>, most: number): number {
  let count = 0;
  for (const part of parts) count += text.split(part).length - 1;
  return Math.min(count / (text.length / 1000 + 0.5), most) / most;
}

/** Notes in `signals` how much running text there is, where it stands, how it reads. */
function textSignals(doc: Document, signals: Signals): void {
  const paragraphs = byTag(doc, 'p');
  const homes = new Map<Element | null, number>();
  let [chars, most, sample] = [0, 0, ''];
  const count = Math.min(paragraphs.length, MAX_PARAGRAPHS);
  for (let i = 0; i < count; i++) {
    const paragraph = paragraphs[i];
    const text = paragraph?.textContent ?? '';
    if (paragraph === undefined || text.length < 32 || isAside(paragraph)) continue;
    // Judged by the sign in the middle: signs that stand for a syllable or a word count for two and a half.
    const weight = text.charCodeAt(text.length >> 1) > 0x3000 ? text.length * 2.5 : text.length;
    if (weight < 80) continue;
    chars += weight;
    const home = paragraph.parentElement;
    const here = (homes.get(home) ?? 0) + weight;
    homes.set(home, here);
    if (here > most) most = here;
    if (sample.length < MAX_TEXT) sample += `${text}\n`;
  }
  note(signals, 'text-none', chars < 300);
  note(signals, 'text-in-one-place', chars > 0 && most / chars);
  note(signals, 'text-quotes', density(sample, QUOTES, 5));
  note(signals, 'text-addresses-reader', density(sample, READER, 8));
  note(signals, 'links-per-text', Math.min(Math.log1p((byTag(doc, 'a').length * 100) / (chars + 100)), 5) / 5);
}

/** The words of the longest headline. */
function headlineWords(doc: Document): number {
  const headlines = byTag(doc, 'h1');
  let words = 0;
  for (let i = 0; i < Math.min(headlines.length, 5); i++) {
    const text = headlines[i]?.textContent ?? '';
    words = Math.max(words, text.trim().split(/\s+/, 15).length);
  }
  return words;
}

/** What the page's body looks like: paragraphs and their home, headline, links, teasers, dates, prices and code. */
export function shapeSignals(doc: Document): Signals {
  const signals: Signals = {};
  textSignals(doc, signals);
  note(signals, 'heading-words', Math.min(headlineWords(doc), 14) / 14);
  note(signals, 'teasers-many', Math.min(byTag(doc, 'article').length, 12) / 12);
  const moments = byTag(doc, 'time').length;
  note(signals, 'time-few', moments > 0 && moments <= 4);
  note(signals, 'time-many', moments > 10);
  note(signals, 'price-marked', first(doc, '.price,[itemprop="price"]') !== null);
  note(signals, 'code-marked', Math.min(byTag(doc, 'code').length + byTag(doc, 'pre').length, 5) / 5);
  return signals;
}
