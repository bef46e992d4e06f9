import type { Block, Region } from './body-blocks';
import { tidy } from './body-text';
import { saysBeside, wordsOf } from './body-words';
import { attribute, select } from './dom';

/** Lines between the headline and the text that are looked at. */
const MAX_LINES = 100;
const LEAST = 40;
const MOST = 1_200;

const NAMED = new Set(
  'summary intro introduction lead lede leadin standfirst dek deck subhead subheadline subtitle excerpt abstract chapo chapeau entradilla bajada sommario sottotitolo occhiello vorspann ingress manchet perex preamble'.split(
    ' ',
  ),
);

/** Whether a name is a standfirst's; what is `with-summary` has one somewhere. */
function isNamed(names: string): boolean {
  const parts = wordsOf(names);
  return parts.some((part, i) => {
    const last = parts[i - 1];
    if (part === 'headline') return last === 'sub';
    if (part === 'first') return last === 'stand';
    return NAMED.has(part) && last !== 'with';
  });
}

/** Notes in `lines` what was read before `end`, since the last headline; whether `end` was reached. */
function readUntil(region: Region, end: Block, lines: Block[]): boolean {
  for (const part of region.parts) {
    if (part === end) return true;
    if (!('parts' in part)) lines.push(part);
    else if (part.tag === 'h1') lines.length = 0;
    else if (readUntil(part, end, lines)) return true;
  }
  return false;
}

/**
 * The standfirst: what stands between the headline and the first block of the text, if its element is named so or the
 * page describes itself with the same words. Pages keep it in a header of its own. `top` is the whole page as read.
 */
export function standfirst(doc: Document, top: Region, firstBlock: Block): Block[] {
  const lines: Block[] = [];
  readUntil(top, firstBlock, lines);
  const found: Block[] = [];
  for (const line of lines.slice(-MAX_LINES)) if (opens(doc, line)) found.push({ ...line, tag: 'p', linked: 0 });
  return found;
}

function opens(doc: Document, { element, tag, text }: Block): boolean {
  if (text.length < LEAST || text.length > MOST || tag === 'li' || tag === 'form') return false;
  const up = element.parentElement;
  const names = `${attribute(element, 'class')} ${up ? attribute(up, 'class') : ''} ${attribute(element, 'itemprop')}`;
  return (isNamed(names) && !saysBeside(names)) || describes(doc, text);
}

/** Whether the page describes itself with the words that this text begins with. */
function describes(doc: Document, text: string): boolean {
  const start = text.slice(0, LEAST);
  for (const meta of select(doc, 'meta[name="description"],meta[property="og:description"]'))
    if (tidy(attribute(meta, 'content')).startsWith(start)) return true;
  return false;
}
