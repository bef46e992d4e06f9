import { attribute, select, textOf } from './dom';
import { type Metas, meta } from './head';
import type { Signals } from './signals';

/** Elements that are looked at; later ones on an endless page change nothing. */
const MAX_ELEMENTS = 4_000;
/** Paragraphs whose text is read. */
const MAX_PARAGRAPHS = 150;

const WATCHED =
  'p,h1,h2,h3,article,time,pre,code,input,select,textarea,video,audio,table,blockquote,figure,dl,[itemprop~="author"],[rel~="author"],[class*="byline" i],[class*="author" i],[class*="price" i],[itemprop="price"],[class*="cart" i],[class*="comment" i],[class*="publish" i],[class*="pubdate" i]';

const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const QUOTE = /[“”„«»「」]|"[^"]{12,}"/;
const READER = /\b(you|your|you're|you’ll|votre|vos|vous|Ihre?n?|Sie|dein|you'll)\b/g;
const ASIDE = /^(nav|aside|footer|form|li|figcaption|button|header)$/;

/** A paragraph's weight in characters: signs that stand for a syllable or a word count for two and a half. */
const weigh = (text: string): number => (WIDE.test(text) ? text.length * 2.5 : text.length);

function isAside(paragraph: Element): boolean {
  let at: Element | null = paragraph.parentElement;
  for (let up = 0; up < 5 && at; up++, at = at.parentElement) if (ASIDE.test(String(at.localName))) return true;
  return false;
}

interface Counts {
  [name: string]: number;
}

const squared = (text: string): string => text.toLowerCase().replace(/[\p{P}\p{S}\s]+/gu, '').slice(0, 200);

/** What the page's body looks like: paragraphs and their home, headings and links, dates, comments, prices. */
export function shapeSignals(doc: Document, metas: Metas): Signals {
  const seen: Counts = {};
  const count = (name: string) => {
    seen[name] = (seen[name] ?? 0) + 1;
  };
  const homes = new Map<Element | null, number>();
  const headline = squared(meta(metas, 'og:title', 'twitter:title') || textOf(select(doc, 'title')[0] ?? doc.createTextNode('')));
  let [chars, long, quotes, reader, linked, sentences, headingWords, matches] = [0, 0, 0, 0, 0, 0, 0, 0];
  let h1 = 0;
  const elements = select(doc, WATCHED);
  const total = Math.min(elements.length, MAX_ELEMENTS);
  for (let i = 0; i < total; i++) {
    const element = elements[i];
    if (element === undefined) break;
    const name = String(element.localName);
    if (name === 'p') {
      count('p');
      if ((seen['p'] ?? 0) > MAX_PARAGRAPHS) continue;
      const text = textOf(element).trim();
      const weight = weigh(text);
      if (weight < 80 || isAside(element)) continue;
      chars += weight;
      long++;
      homes.set(element.parentElement, (homes.get(element.parentElement) ?? 0) + weight);
      if (QUOTE.test(text)) quotes++;
      reader += text.match(READER)?.length ?? 0;
      sentences += text.match(/[.!?。]["”»)]?(\s|$)/g)?.length ?? 0;
      for (const link of select(element, 'a')) linked += textOf(link).length;
      continue;
    }
    if (name === 'h1') {
      h1++;
      const text = textOf(element).trim();
      const own = squared(text);
      if (own.length > 8 && (headline.startsWith(own.slice(0, 40)) || own.startsWith(headline.slice(0, 40)))) matches++;
      headingWords = Math.max(headingWords, text.split(/\s+/).length);
    } else if (name === 'h2' || name === 'h3') {
      count('subheading');
      if (element.parentElement?.localName === 'a' || select(element, 'a[href]').length > 0) count('linked-heading');
    } else {
      count(name);
    }
    const marks = `${attribute(element, 'class')} ${attribute(element, 'itemprop')} ${attribute(element, 'rel')}`;
    if (/byline|author/i.test(marks)) count('author');
    if (/price|cart/i.test(marks)) count('price');
    if (/comment/i.test(marks)) count('comment');
    if (/publish|pubdate/i.test(marks)) count('published');
  }
  const n = (name: string) => seen[name] ?? 0;
  const links = select(doc, 'a[href]').length;
  const best = Math.max(0, ...homes.values());
  return {
    'text-length': Math.min(Math.log1p(chars / 100), 5) / 5,
    'text-none': Number(chars < 300),
    'text-in-one-place': chars > 0 ? best / chars : 0,
    'text-sentences': Math.min(sentences, 60) / 60,
    'text-quotes': long > 0 ? quotes / long : 0,
    'text-addresses-reader': Math.min(reader / (chars / 1000 + 1), 6) / 6,
    'text-linked': Math.min(linked / (chars + 1), 0.5),
    'links-per-text': Math.min(Math.log1p((links * 100) / (chars + 100)), 5) / 5,
    'heading-one': Number(h1 === 1),
    'heading-none': Number(h1 === 0),
    'heading-is-title': Number(matches > 0),
    'heading-words': Math.min(headingWords, 14) / 14,
    'headings-linked': Math.min(n('linked-heading'), 20) / 20,
    'headings-linked-share': n('subheading') > 2 ? n('linked-heading') / n('subheading') : 0,
    'headings-many': Math.min(n('subheading') - n('linked-heading'), 15) / 15,
    'teasers-many': Math.min(n('article'), 12) / 12,
    'article-one': Number(n('article') > 0 && n('article') <= 2),
    'time-few': Number(n('time') > 0 && n('time') <= 4),
    'time-many': Number(n('time') > 10),
    'author-named': Number(n('author') > 0 && n('author') <= 12),
    'author-many': Number(n('author') > 12),
    'published-marked': Number(n('published') > 0 && n('published') <= 8),
    'price-marked': Number(n('price') > 0),
    'prices-many': Number(n('price') > 6),
    'comment-marked': Number(n('comment') > 0),
    'code-marked': Math.min(n('code') + n('pre'), 5) / 5,
    'fields-many': Math.min(n('input') + n('select') + n('textarea'), 12) / 12,
    'tables': Math.min(n('table') + n('dl'), 3) / 3,
    'figures': Number(n('figure') > 0),
    'video': Number(n('video') + n('audio') > 0),
  };
}
