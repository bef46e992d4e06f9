import { believableCanonical } from '../model/address';
import { select } from './dom';
import type { Detection, PageKind, Reason } from './facts';
import { readHead } from './head-facts';
import type { Signals } from './signals';
import { type Address, addressSignals, readAddress, settledByAddress } from './signals-address';
import { headSignals } from './signals-head';
import { shapeSignals } from './signals-shape';
import { HEAD_WEIGHTS, NEWS_WEIGHTS, SHAPE_WEIGHTS, type Weights } from './weights';

/** Outside these bounds the head alone decides. */
const SURE_NO = 0.3;
const SURE_YES = 0.7;
/** An article below this chance of being news is another article: a guide, a blog, a feature. */
const NEWS_CUT = 0.03;
/** Reasons that are reported. */
const MAX_REASONS = 8;

function logOdds(weights: Weights, signals: Signals): number {
  let sum = weights['bias'] ?? 0;
  for (const name in signals) sum += (weights[name] ?? 0) * (signals[name] ?? 0);
  return sum;
}

const chance = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** The weightiest reasons. */
function reasonsOf(weights: Weights, signals: Signals): Reason[] {
  const own: Reason[] = [];
  for (const signal in signals) {
    const weight = Math.round((weights[signal] ?? 0) * (signals[signal] ?? 0) * 100) / 100;
    if (weight >= 0.1 || weight <= -0.1) own.push({ signal, weight });
  }
  return own.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MAX_REASONS);
}

function kindOfOther(signals: Signals): PageKind {
  const on = (name: string) => (signals[name] ?? 0) > 0.5;
  if (on('address-home') || on('data-list') || on('class-list') || on('headings-linked-share') || on('teasers-many'))
    return 'section';
  if (on('kind-video') || on('kind-media-data') || on('kind-media')) return 'media';
  return 'other';
}

function kindOfArticle(signals: Signals, news: number): PageKind {
  const on = (name: string) => (signals[name] ?? 0) > 0.5;
  if (on('data-live') || (on('kind-live') && news > 0.5)) return 'live';
  if (on('text-none') && (on('kind-video') || on('kind-media'))) return 'media';
  return news >= NEWS_CUT ? 'news' : 'article';
}

const no = (signal: string, canonicalUrl: string, kind: PageKind = 'other'): Detection => ({
  kind,
  newsArticle: false,
  score: 0,
  canonicalUrl,
  stage: 'address',
  reasons: [{ signal, weight: -1 }],
});

/** Documents that hold no page of text: PDF viewers, images, SVG, plain text. */
function isPage(doc: Document): boolean {
  const type: unknown = Reflect.get(Document.prototype, 'contentType', doc);
  return typeof type !== 'string' || type.includes('html');
}

/** A document's own address comes normalised, but for what may follow its path; most pages claim no other. */
const canonicalOf = (claimed: string, own: string): string =>
  (claimed === '' || claimed === own) && !own.includes('?') && !own.includes('#') && !own.includes('@')
    ? own
    : (believableCanonical(claimed, own) ?? own);

function decide(doc: Document, address: Address): Detection {
  const facts = readHead(doc);
  const signals: Signals = {};
  addressSignals(address, signals);
  headSignals(doc, facts, signals);
  const odds = logOdds(HEAD_WEIGHTS, signals);
  let score = chance(odds);
  let stage: Detection['stage'] = 'head';
  let reasons = reasonsOf(HEAD_WEIGHTS, signals);
  const news = chance(logOdds(NEWS_WEIGHTS, signals));
  if (score >= SURE_NO && score <= SURE_YES) {
    const shape = shapeSignals(doc, facts.title || doc.title);
    // What the head said counts once, within bounds.
    shape['head-odds'] = Math.max(-1, Math.min(1, odds / 4));
    score = chance(logOdds(SHAPE_WEIGHTS, shape));
    stage = 'shape';
    reasons = reasonsOf(SHAPE_WEIGHTS, shape).concat(reasons).slice(0, MAX_REASONS);
    Object.assign(signals, shape);
  }
  const kind = score > 0.5 ? kindOfArticle(signals, news) : kindOfOther(signals);
  // Framesets and the like have no text.
  if (score > 0.5 && select(doc, 'body').length === 0) return no('not-a-page', address.whole);
  return {
    kind,
    newsArticle: kind === 'news' || kind === 'live',
    score,
    canonicalUrl: canonicalOf(facts.canonical, address.whole),
    stage,
    reasons,
  };
}

/**
 * Says what a page is: a news article or something else, how sure that is, and why. Reads the address first, then the
 * head, then the page's shape, and stops when it is sure. Looks at no style and no layout, changes nothing, and never
 * throws: a document that defeats it is "other" with score 0. `address` is the document's, as `location.href` states it.
 */
export function detectArticle(doc: Document, address: string): Detection {
  try {
    const read = readAddress(address);
    if (read === null) return no('address-not-web', address);
    if (!isPage(doc)) return no('not-a-page', address);
    const settled = settledByAddress(read);
    if (settled === null) return decide(doc, read);
    return no(settled, canonicalOf('', address), settled === 'address-home' ? 'section' : 'other');
  } catch {
    return no('unreadable', address);
  }
}
