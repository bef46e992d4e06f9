import { type Block, type Region, readText, worthOf } from './body-blocks';
import { isBeside } from './body-parts';
import { isWide, weigh } from './body-text';
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

/** Goes down to the smallest region that still holds most of the running text. */
function locate(top: Region): Region {
  let at = top;
  for (;;) {
    let best: Region | null = null;
    let most = -1;
    for (const part of at.parts) {
      if (!('parts' in part) || worthOf(part) <= most) continue;
      best = part;
      most = worthOf(part);
    }
    if (best !== null && (most < at.weight * SHARE_TO_DESCEND || !best.parts.some((part) => 'parts' in part)))
      best = amongArticles(at, best);
    if (best === null) return at;
    at = best;
  }
}

/** Where articles follow each other, the first of them; null where no other stands beside the heaviest. */
function amongArticles(at: Region, best: Region): Region | null {
  if (best.headlines === 0) return null;
  let first: Region | null = null;
  let count = 0;
  for (const part of at.parts) {
    if (!('parts' in part) || part.headlines === 0) continue;
    if (part.weight > best.weight * 0.3) count++;
    if (first === null && part.weight > LEAST_WEIGHT) first = part;
  }
  return count > 1 ? (first ?? best) : null;
}

/** Whether a region below the root is a box of links, a list of teasers or named as standing beside. */
function isAsideRegion(region: Region, root: Region): boolean {
  if (region.raw === 0 && isBeside(region.element, region.tag)) return true;
  if (region.beside && (region.raw < root.raw * SHARE_TO_PARDON || region.never)) return true;
  const share = region.linked / (region.chars + 1);
  if (region.weight > root.weight * 0.3) return false;
  if (region.tag === 'li' || region.tag === 'p') return false;
  if (share > 0.5) return true;
  return share > 0.3 && region.weight < 400;
}

/** Signs at the end of a sentence. */
const ENDS = '.!?。…”"»:';

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
    if (!('parts' in part)) {
      if (keepBlock(part) || part.tag === 'h1') out.push(part);
    } else if (!isAsideRegion(part, root)) collect(part, root, out);
  }
}

/**
 * Cuts what precedes the headline and what follows the end, and a heading that heads nothing. Of texts that are laid out
 * twice, for two widths of screen, each paragraph is kept once.
 */
function trim(blocks: readonly Block[]): Block[] {
  let total = 0;
  let before = -1;
  let start = 0;
  for (const [i, block] of blocks.entries()) {
    if (before < 0 && block.tag === 'h1') [before, start] = [total, i + 1];
    total += block.text.length;
  }
  if (before >= total * 0.1) start = 0;
  const kept: Block[] = [];
  const seen = new Set<string>();
  let read = 0;
  for (const block of blocks.slice(start)) {
    const { tag, text } = block;
    const isFirst = read === 0;
    read += text.length;
    if (read > total * 0.3 && !isFirst && text.length < 80 && tag !== 'li' && endsArticle(text)) break;
    if (tag === 'h1' || (text.length >= 60 && seen.has(text))) continue;
    seen.add(text);
    kept.push(block);
  }
  const last = kept.at(-1)?.tag ?? '';
  if (last.length === 2 && last >= 'h2' && last <= 'h6') kept.pop();
  return kept;
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
  for (const block of blocks) if (!at.contains(block.element)) return root;
  return at;
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
    const top = readText(body);
    return top === null || top.raw < LEAST_WEIGHT ? null : fromTop(doc, top);
  } catch {
    return null;
  }
}

/** The body of a page whose text is somewhere in this region. */
function fromTop(doc: Document, top: Region): Body | null {
  const root = locate(top);
  const blocks: Block[] = [];
  collect(root, root, blocks);
  const kept = trim(blocks);
  const [first] = kept;
  if (first === undefined) return null;
  const opening = standfirst(doc, top, first);
  if (opening.length > 0) kept.unshift(...newTo(kept, opening));
  const elements = new Set<Element>();
  let text = '';
  for (const block of kept) {
    elements.add(block.element);
    if (text !== '') text += '\n\n';
    text += block.text.includes('\n') ? unbroken(block.text) : block.text;
  }
  return {
    root: commonRoot(root.element, kept),
    blocks: [...elements],
    text,
    // Counted for those who ask; it costs as much as a tenth of all this.
    get wordCount() {
      return countWords(text);
    },
  };
}

/** The lines that none of these blocks says. */
const newTo = (blocks: readonly Block[], lines: readonly Block[]): Block[] =>
  lines.filter(({ text }) => !blocks.some((block) => block.text.includes(text)));

/** Single breaks within a block are the width of a column; several stand between paragraphs. */
const unbroken = (text: string): string => text.replace(/\n+/g, (lines) => (lines === '\n' ? ' ' : '\n\n'));

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
