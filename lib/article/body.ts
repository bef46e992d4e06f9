import { type Block, discount, isRegion, isWide, newWalk, type Region, readRegion, tagOf, weigh } from './body-blocks';
import { locateRoot } from './body-root';
import { endsArticle, leadsElsewhere } from './body-words';
import { bodyOf } from './dom';
import type { Body } from './facts';
import { standfirst } from './standfirst';

/** A child with this share of the running text is where the article is; below it the text is spread over several. */
const SHARE_TO_DESCEND = 0.9;
/** A part that is named as standing beside, yet holds this share of the text, is the text after all. */
const SHARE_TO_PARDON = 0.4;
/** Less running text than this is no article's body. */
const LEAST_WEIGHT = 120;

/** With less running text than this a page is read again, hidden parts included. */
const LEAST_VISIBLE = 500;

const regionsOf = (region: Region): Region[] => region.parts.filter(isRegion);

/** Goes down to the smallest region that still holds most of the running text. */
function locate(top: Region): Region {
  let at = top;
  for (;;) {
    const inner = regionsOf(at);
    let best: Region | null = null;
    for (const region of inner) if (best === null || region.weight > best.weight) best = region;
    if (best === null) return at;
    if (best.weight >= at.weight * SHARE_TO_DESCEND && best.parts.some(isRegion)) at = best;
    else if (best.headlines > 0 && inner.filter((r) => r.headlines > 0 && r.weight > best.weight * 0.3).length > 1)
      at = firstArticle(inner) ?? best;
    else return at;
  }
}

/** On a page that appends article after article, the one in view; where nothing is laid out, the first. */
function firstArticle(regions: readonly Region[]): Region | null {
  return regions.find((region) => region.headlines > 0 && region.weight > LEAST_WEIGHT) ?? null;
}

const linkShare = (part: Region | Block): number =>
  isRegion(part) ? part.linked / (part.chars + 1) : part.linked / (part.text.length + 1);

/** Whether a region below the root is a box of links, a list of teasers or named as standing beside. */
function isAsideRegion(region: Region, root: Region): boolean {
  if (region.beside && (region.raw < root.raw * SHARE_TO_PARDON || region.never)) return true;
  const share = linkShare(region);
  if (region.weight > root.weight * 0.3) return false;
  if (region.tag === 'li' || region.tag === 'p') return false;
  if (share > 0.5) return true;
  return share > 0.3 && region.weight < 400;
}

/** Signs at the end of a sentence. */
const ENDS = '.!?。…”"»:';

/** Tags that head a section. */
const isHeading = (tag: string): boolean => tag.length === 2 && tag >= 'h2' && tag <= 'h6';

function keepBlock(block: Block): boolean {
  const { tag, text } = block;
  if (tag === 'h1' || tag === 'time' || tag === 'address' || tag === 'caption') return false;
  if (block.linked > text.length * 0.9) return false;
  if ((block.linked > text.length * 0.25 || text.length < 60) && leadsElsewhere(text)) return false;
  if (tag.length === 2 && tag.startsWith('h')) return true;
  if (tag === 'td') return true;
  if (tag === 'p' || tag === 'li' || tag === 'blockquote' || tag === 'dd' || tag === 'dt' || tag === 'pre')
    return weigh(text) > 1;
  // A loose line in a box of its own is text if it reads like a sentence.
  return weigh(text) >= 60 || (weigh(text) >= 25 && ENDS.includes(text.charAt(text.length - 1)));
}

/** The blocks of a region in reading order, without what stands beside the text. */
function collect(region: Region, root: Region, out: Block[]): void {
  for (const part of region.parts) {
    if (!isRegion(part)) {
      if (keepBlock(part) || part.tag === 'h1') out.push(part);
    } else if (!isAsideRegion(part, root)) collect(part, root, out);
  }
}

/** Cuts what precedes the headline and what follows the end, and headings that head nothing. */
function trim(blocks: readonly Block[]): Block[] {
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  let kept = [...blocks];
  const headline = kept.findIndex((block) => block.tag === 'h1');
  if (headline >= 0) {
    const before = kept.slice(0, headline).reduce((sum, block) => sum + block.text.length, 0);
    if (before < total * 0.1) kept = kept.slice(headline + 1);
  }
  let read = 0;
  const end = kept.findIndex((block) => {
    read += block.text.length;
    return read > total * 0.3 && block.text.length < 80 && block.tag !== 'li' && endsArticle(block.text);
  });
  if (end > 0) kept = kept.slice(0, end);
  kept = kept.filter((block) => block.tag !== 'h1');
  return kept.filter((block, i) => {
    if (!isHeading(block.tag)) return true;
    const next = kept[i + 1];
    return next !== undefined;
  });
}

/** Pages that lay out a text twice, for two widths of screen, show each paragraph once. */
function once(blocks: readonly Block[]): Block[] {
  const seen = new Set<string>();
  return blocks.filter(({ text }) => text.length < 60 || (!seen.has(text) && seen.add(text)));
}

function commonRoot(root: Element, blocks: readonly Block[]): Element {
  let at = root;
  const [one] = blocks;
  const last = blocks.at(-1);
  if (!one || !last) return at;
  for (let up: Element | null = one.element; up !== null && up !== root.parentElement; up = up.parentElement) {
    if (up.contains(last.element)) {
      at = up;
      break;
    }
  }
  return blocks.every((block) => at.contains(block.element)) ? at : root;
}

/**
 * Finds the article's text in the live document, or within one of its elements: paragraphs, subheadings, list items and quotations in reading order,
 * without captions, teasers, newsletter boxes, related links, comments and share bars. Null if there is no running
 * text. Reads no layout, changes nothing, never throws.
 */
export function findBody(doc: Document, within: Element | null = null): Body | null {
  try {
    const body = within ?? bodyOf(doc);
    if (body === null) return null;
    const located = locateRoot(body);
    if (located !== null) {
      const { root, hidden } = located;
      const top = readRegion(root, tagOf(root), newWalk(root, hidden));
      if (top !== null && top.raw >= LEAST_WEIGHT) return fromTop(doc, body, top);
    }
    let top = readRegion(body, 'body', newWalk(body, false));
    if (top === null || top.raw < LEAST_VISIBLE) top = readRegion(body, 'body', newWalk(body, true));
    return top === null || top.raw < LEAST_WEIGHT ? null : fromTop(doc, body, top);
  } catch {
    return null;
  }
}

/** The body of a page whose text is somewhere in this region. */
function fromTop(doc: Document, body: Element, top: Region): Body | null {
  discount(top, top.raw);
  const root = locate(top);
  const blocks: Block[] = [];
  collect(root, root, blocks);
  const kept = once(trim(blocks));
  const [first] = kept;
  if (first === undefined) return null;
  const opening = standfirst(doc, body, first.element).filter(
    ({ text }) => !kept.some((block) => block.text.includes(text)),
  );
  kept.unshift(...opening.map(({ element, text }) => ({ element, tag: 'p', text, linked: 0 })));
  const text = kept
    .map(({ text }) => (text.includes('\n') ? text.replace(/\n+/g, (lines) => (lines === '\n' ? ' ' : '\n\n')) : text))
    .join('\n\n');
  return {
    root: commonRoot(root.element, kept),
    blocks: [...new Set(kept.map((block) => block.element))],
    text,
    // Counted for those who ask; it costs as much as a tenth of all this.
    get wordCount() {
      return countWords(text);
    },
  };
}

/** Words of a text; in scripts without spaces every two signs count as one. */
export function countWords(text: string): number {
  let spaced = 0;
  for (const word of text.replaceAll('\n', ' ').split(' '))
    if (word.length > 1 || (word !== '' && isLetter(word.charCodeAt(0)))) spaced++;
  if (!isWide(text)) return spaced;
  const signs = text.match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0;
  return signs > spaced ? Math.ceil(signs / 2) : spaced;
}

/** Whether a sign that stands alone is a word: a digit or a letter. */
const isLetter = (code: number): boolean =>
  (code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123) || (code > 0xbf && code < 0x250);
