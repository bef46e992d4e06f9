import { type Block, discount, isRegion, newWalk, type Region, readRegion, weigh } from './body-blocks';
import { AFTER_END, ELSEWHERE } from './body-words';
import { bodyOf } from './dom';
import type { Body } from './facts';

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
  if (region.beside && region.raw < root.raw * SHARE_TO_PARDON) return true;
  const share = linkShare(region);
  if (region.weight > root.weight * 0.3) return false;
  if (share > 0.5) return true;
  return region.tag === 'li' || region.tag === 'p' ? false : share > 0.3 && region.weight < 400;
}

const HEADING = /^h[2-6]$/;

function keepBlock(block: Block): boolean {
  const { tag, text } = block;
  if (tag === 'h1' || tag === 'time' || tag === 'address' || tag === 'th' || tag === 'caption') return false;
  if (block.linked > text.length * 0.7) return false;
  if (ELSEWHERE.test(text) && (block.linked > text.length * 0.25 || text.length < 60)) return false;
  if (HEADING.test(tag)) return !ELSEWHERE.test(text);
  if (tag === 'p' || tag === 'li' || tag === 'blockquote' || tag === 'dd' || tag === 'dt' || tag === 'pre')
    return weigh(text) > 1;
  // A loose line in a box of its own is text if it reads like a sentence.
  return weigh(text) >= 60 || (weigh(text) >= 25 && /[.!?。…”"»:]$/.test(text));
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
    if (before < total * 0.3) kept = kept.slice(headline + 1);
  }
  let read = 0;
  const end = kept.findIndex((block) => {
    read += block.text.length;
    return read > total * 0.3 && block.text.length < 80 && block.tag !== 'li' && AFTER_END.test(block.text);
  });
  if (end > 0) kept = kept.slice(0, end);
  kept = kept.filter((block) => block.tag !== 'h1');
  return kept.filter((block, i) => {
    if (!HEADING.test(block.tag)) return true;
    const next = kept[i + 1];
    return next !== undefined && !(HEADING.test(next.tag) && next.tag <= block.tag);
  });
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
 * Finds the article's text in the live document: paragraphs, subheadings, list items and quotations in reading order,
 * without captions, teasers, newsletter boxes, related links, comments and share bars. Null if there is no running
 * text. Reads no layout, changes nothing, never throws.
 */
export function findBody(doc: Document): Body | null {
  try {
    const body = bodyOf(doc);
    let top = body ? readRegion(body, 'body', newWalk(doc, false)) : null;
    if (body && (top === null || top.raw < LEAST_VISIBLE)) top = readRegion(body, 'body', newWalk(doc, true));
    if (top === null || top.raw < LEAST_WEIGHT) return null;
    discount(top, top.raw);
    const root = locate(top);
    const blocks: Block[] = [];
    collect(root, root, blocks);
    const kept = trim(blocks);
    if (kept.length === 0) return null;
    const text = kept
      .map((block) => block.text.replace(/\n{2,}/g, '\n\n').replace(/([^\n])\n([^\n])/g, '$1 $2'))
      .join('\n\n');
    return {
      root: commonRoot(root.element, kept),
      blocks: [...new Set(kept.map((block) => block.element))],
      text,
      wordCount: countWords(text),
    };
  } catch {
    return null;
  }
}

/** Words of a text; in scripts without spaces every two signs count as one. */
export function countWords(text: string): number {
  const signs = /[\u3040-\u30ff\u3400-\u9fff]/.test(text)
    ? (text.match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0)
    : 0;
  const spaced = text.split(/\s+/).filter((word) => word.length > 1 || /[\dA-Za-z\u00c0-\u024f]/.test(word)).length;
  return signs > spaced ? Math.ceil(signs / 2) : spaced;
}
