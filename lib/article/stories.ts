import { believableCanonical, normaliseAddress } from '../model/address';
import { attribute, bodyOf, fold, select, textOf } from './dom';
import { meta, readMetas, statedCanonical } from './head';
import { similarity } from './title';

/**
 * Endless pages: when a reader reaches the end of a story, the next is appended and the address changes. Which story
 * the address stands for.
 */

/** One of several stories of a page. */
export interface Story {
  readonly element: Element;
  readonly headline: string;
  /** The address that the story itself states; null if it states none. */
  readonly address: string | null;
  /** The head of the page describes this one. */
  readonly first: boolean;
}

/** Running text that makes a story of what a headline stands above (characters). */
const LEAST_TEXT = 600;
const MAX_HEADLINES = 60;
/** Where a reader reads: this share of the window's height from above. */
const READING_LINE = 0.4;
/** A headline with this likeness to a title is that title's. */
export const ALIKE = 0.6;

function runningText(element: Element): number {
  let sum = 0;
  for (const paragraph of select(element, 'p')) {
    const { length } = textOf(paragraph);
    if (length > 60) sum += length;
    if (sum >= LEAST_TEXT) break;
  }
  return sum;
}

/** The headlines of stories: each first heading, or those of elements made like the one with the first heading. */
function headlinesOf(doc: Document): Element[] {
  const first = [...select(doc, 'h1')].slice(0, MAX_HEADLINES);
  if (first.length !== 1) return first;
  const home = first[0]?.closest('article');
  if (!home) return first;
  const alike = [...(home.parentElement?.children ?? [])].filter(
    (other) =>
      other !== home && other.localName === 'article' && attribute(other, 'class') === attribute(home, 'class'),
  );
  return [...first, ...alike.slice(0, MAX_HEADLINES).flatMap((other) => [...select(other, 'h2')].slice(0, 1))];
}

/** Whether two addresses name the same page. */
export const same = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && normaliseAddress(one) === normaliseAddress(other);

function statedAddress(element: Element, headline: Element, base: string): string | null {
  const places = [
    ...['data-url', 'data-article-url', 'data-href', 'data-permalink', 'data-canonical', 'itemid'].map((name) =>
      attribute(element, name),
    ),
    ...[...select(element, 'link[rel~="canonical"],[itemprop~="mainEntityOfPage"],a[rel~="bookmark"]')]
      .slice(0, 3)
      .map((one) => attribute(one, 'href') || attribute(one, 'content') || attribute(one, 'itemid')),
    ...[...select(headline, 'a')].slice(0, 1).map((link) => attribute(link, 'href')),
  ];
  for (const place of places) {
    if (place === '' || !URL.canParse(place, base)) continue;
    const whole = new URL(place, base).href;
    // A folder that the page lies in is a section: a heading above teasers leads there.
    if (base.startsWith(`${whole.replace(/\/$/, '')}/`)) continue;
    if (same(believableCanonical(whole, base), whole)) return whole;
  }
  return null;
}

/** The stories of a page in document order; empty unless there are several. */
export function storiesOf(doc: Document, address: string): Story[] {
  const body = bodyOf(doc);
  const headlines = headlinesOf(doc);
  if (body === null || headlines.length < 2) return [];
  const found: { element: Element; headline: Element }[] = [];
  for (const headline of headlines) {
    let element = headline;
    for (let up = headline.parentElement; up !== null && up !== body; up = up.parentElement) {
      if (headlines.some((other) => other !== headline && up.contains(other))) break;
      element = up;
    }
    if (runningText(element) >= LEAST_TEXT) found.push({ element, headline });
  }
  if (found.length < 2) return [];
  const metas = readMetas(doc);
  const title = meta(metas, 'og:title', 'twitter:title') || [...select(doc, 'head > title')].map(textOf).join(' ');
  const likeness = found.map(({ headline }) => similarity(title, fold(textOf(headline))));
  const best = Math.max(...likeness);
  const described = best >= ALIKE ? likeness.indexOf(best) : 0;
  return found.map(({ element, headline }, i) => ({
    element,
    headline: fold(textOf(headline)),
    address: statedAddress(element, headline, address),
    first: i === described,
  }));
}

/** The story at the line where a reader reads, or the nearest to it; null where none is laid out. */
function inView(stories: readonly Story[], height: number): Story | null {
  const line = height * READING_LINE;
  let best: Story | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const story of stories) {
    const { top, bottom } = story.element.getBoundingClientRect();
    const away = Math.max(top - line, line - bottom, 0);
    if (bottom > top && away < least) [best, least] = [story, away];
  }
  return best;
}

/** The story in which the reader has selected words. */
function selectedOf(doc: Document, stories: readonly Story[]): Story | null {
  const selection = Document.prototype.getSelection.call(doc);
  const node = selection?.isCollapsed === false ? selection.anchorNode : null;
  return (node && stories.find(({ element }) => element.contains(node))) ?? null;
}

/**
 * The story that a page's address stands for: the one that says so, else the one that the head describes, as long as the
 * address is the head's, else the one in view.
 */
function storyOfAddress(doc: Document, stories: readonly Story[], address: string, height: number): Story | null {
  const named = stories.find((story) => same(story.address, address));
  if (named) return named;
  const first = stories.find((story) => story.first) ?? null;
  const claimed = statedCanonical(doc, readMetas(doc));
  const ofHead = claimed === null ? null : believableCanonical(claimed, address);
  const moved = ofHead !== null && new URL(ofHead).pathname !== new URL(address).pathname;
  // An address that is not the head's stands for another story than the head describes.
  const others = stories.filter((story) => !story.first);
  return moved ? (inView(others, height) ?? others[0] ?? first) : first;
}

/** Where a reader is on a page of several stories. */
export interface StoryHere {
  readonly story: Story;
  /** Where it is filed: at the page's address, unless that stands for another story and this one states its own. */
  readonly address: string;
  /** Where those of the others are filed that have an address. */
  readonly others: readonly string[];
}

/**
 * The story that a reader is at: the one in which words are selected, else the one in view, if it states an address of
 * its own; else the one that the page's address stands for. Null where the page has one story or none.
 */
export function storyAt(doc: Document, address: string, windowHeight: number): StoryHere | null {
  const stories = storiesOf(doc, address);
  if (stories.length === 0) return null;
  const own = storyOfAddress(doc, stories, address, windowHeight);
  const read = selectedOf(doc, stories) ?? inView(stories, windowHeight);
  const story = read?.address ? read : own;
  if (story === null) return null;
  const filed = (one: Story): string | null => (one === own ? address : one.address);
  const others = stories.flatMap((one) => (one === story ? [] : (filed(one) ?? [])));
  return { story, address: filed(story) ?? address, others };
}
