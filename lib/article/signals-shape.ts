import { select, textOf } from './dom';
import type { Signals } from './signals';

/** Paragraphs that are looked at, and characters of theirs that are read; later ones on an endless page change nothing. */
const MAX_PARAGRAPHS = 80;
const MAX_TEXT = 5_000;

const QUOTES = ['“', '”', '„', '«', '»', '「', '"'];
/** Words that address the reader, with the blank before them. */
const READER = [' you', ' vous ', ' votre ', ' Sie ', ' Ihre'];
const ASIDE = new Set(['nav', 'aside', 'footer', 'form', 'li', 'figcaption', 'button', 'header']);

/** Judged by the sign in the middle: no pattern is run over every paragraph of every page. */
const isWide = (text: string): boolean => text.charCodeAt(text.length >> 1) > 0x3000;

/** A paragraph's weight in characters: signs that stand for a syllable or a word count for two and a half. */
const weigh = (text: string): number => (isWide(text) ? text.length * 2.5 : text.length);

function isAside(paragraph: Element): boolean {
  let at: Element | null = paragraph.parentElement;
  for (let up = 0; up < 4 && at; up++, at = at.parentElement) if (ASIDE.has(at.localName)) return true;
  return false;
}

const squared = (text: string): string => text.slice(0, 200).toLowerCase().split(/\s+/).join('').slice(0, 30);

const byTag = (doc: Document, tag: string): HTMLCollectionOf<Element> =>
  Document.prototype.getElementsByTagName.call(doc, tag);

const times = (text: string, parts: readonly string[]): number => {
  let count = 0;
  for (const part of parts) count += text.split(part).length - 1;
  return count;
};

/** Paragraphs: how much running text there is, where it stands, how it reads. */
function textSignals(doc: Document): Record<string, number> {
  const paragraphs = byTag(doc, 'p');
  const homes = new Map<Element | null, number>();
  let [chars, sample] = [0, ''];
  for (let i = 0; i < Math.min(paragraphs.length, MAX_PARAGRAPHS); i++) {
    const paragraph = paragraphs[i];
    if (paragraph === undefined) break;
    const text = textOf(paragraph);
    if (text.length < 32 || isAside(paragraph)) continue;
    const weight = weigh(text);
    if (weight < 80) continue;
    chars += weight;
    const home = paragraph.parentElement;
    homes.set(home, (homes.get(home) ?? 0) + weight);
    if (sample.length < MAX_TEXT) sample += `${text}\n`;
  }
  const read = sample.length / 1000 + 0.5;
  return {
    'text-none': Number(chars < 300),
    'text-in-one-place': chars > 0 ? Math.max(...homes.values()) / chars : 0,
    'text-quotes': Math.min(times(sample, QUOTES) / read, 5) / 5,
    'text-addresses-reader': Math.min(times(sample, READER) / read, 8) / 8,
    'links-per-text': Math.min(Math.log1p((byTag(doc, 'a').length * 100) / (chars + 100)), 5) / 5,
  };
}

/** Headings: one headline that is the title's, or many that lead elsewhere. */
function headingSignals(doc: Document, title: string): Record<string, number> {
  const said = squared(title);
  const headlines = byTag(doc, 'h1');
  let [matches, words] = [0, 0];
  for (let i = 0; i < Math.min(headlines.length, 5); i++) {
    const text = textOf(headlines[i] ?? doc).trim();
    const own = squared(text);
    if (own.length > 8 && (said.startsWith(own) || own.startsWith(said))) matches++;
    words = Math.max(words, text.split(/\s+/, 15).length);
  }
  const subheadings = byTag(doc, 'h2').length + byTag(doc, 'h3').length;
  const linked = select(doc, 'h2 a,h3 a,a h2,a h3').length;
  return {
    'heading-is-title': Number(matches > 0),
    'heading-words': Math.min(words, 14) / 14,
    'headings-linked-share': subheadings > 2 ? Math.min(linked / subheadings, 1) : 0,
  };
}

/** What the page's body looks like: paragraphs and their home, headings and links, dates, comments, prices. */
export function shapeSignals(doc: Document, title: string): Signals {
  const count = (tag: string) => byTag(doc, tag).length;
  const teasers = count('article');
  const moments = count('time');
  const prices = select(doc, '.price,[itemprop="price"]').length;
  const authors = select(doc, '[rel~="author"],[itemprop~="author"],.byline,.author').length;
  return {
    ...textSignals(doc),
    ...headingSignals(doc, title),
    'teasers-many': Math.min(teasers, 12) / 12,
    'time-few': Number(moments > 0 && moments <= 4),
    'time-many': Number(moments > 10),
    'author-named': Number(authors > 0 && authors <= 8),
    'price-marked': Number(prices > 0),
    'prices-many': Number(prices > 4),
    'code-marked': Math.min(count('code') + count('pre'), 5) / 5,
    'fields-many': Math.min(count('input') + count('select') + count('textarea'), 12) / 12,
    figures: Number(count('figure') > 0),
  };
}
