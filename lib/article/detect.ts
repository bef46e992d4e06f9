import { believableCanonical, normaliseAddress } from '../model/address';
import { select } from './dom';
import type { Detection, PageKind, Reason } from './facts';
import { readHead } from './head-facts';
import type { Signals } from './signals';
import { addressSignals, settledByAddress } from './signals-address';
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

function reasonsOf(weights: Weights, signals: Signals): Reason[] {
  const reasons: Reason[] = [];
  for (const [signal, strength] of Object.entries(signals)) {
    const weight = Math.round((weights[signal] ?? 0) * strength * 100) / 100;
    if (Math.abs(weight) >= 0.1) reasons.push({ signal, weight });
  }
  return reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MAX_REASONS);
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

/** Documents that hold no page of text: PDF viewers, images, SVG, plain text, framesets. */
function isPage(doc: Document): boolean {
  const type: unknown = Reflect.get(Document.prototype, 'contentType', doc);
  if (typeof type === 'string' && !type.includes('html')) return false;
  return select(doc, 'body').length > 0;
}

function decide(doc: Document, url: URL): Detection {
  const facts = readHead(doc);
  const canonicalUrl = believableCanonical(facts.canonical, url.href) ?? url.href;
  const head: Signals = { ...addressSignals(url), ...headSignals(doc, facts) };
  const result = (kind: PageKind, score: number, stage: Detection['stage'], reasons: Reason[]): Detection => ({
    kind,
    newsArticle: kind === 'news' || kind === 'live',
    score,
    canonicalUrl,
    stage,
    reasons,
  });
  const odds = logOdds(HEAD_WEIGHTS, head);
  const early = chance(odds);
  if (early < SURE_NO) return result(kindOfOther(head), early, 'head', reasonsOf(HEAD_WEIGHTS, head));
  const news = chance(logOdds(NEWS_WEIGHTS, head));
  if (early > SURE_YES) return result(kindOfArticle(head, news), early, 'head', reasonsOf(HEAD_WEIGHTS, head));
  const shape: Signals = {
    ...shapeSignals(doc, facts.title || doc.title),
    // What the head said counts once, within bounds.
    'head-odds': Math.max(-1, Math.min(1, odds / 4)),
  };
  const score = chance(logOdds(SHAPE_WEIGHTS, shape));
  const reasons = [...reasonsOf(SHAPE_WEIGHTS, shape), ...reasonsOf(HEAD_WEIGHTS, head)].slice(0, MAX_REASONS);
  const all: Signals = { ...head, ...shape };
  if (score <= 0.5) return result(kindOfOther(all), score, 'shape', reasons);
  return result(kindOfArticle(all, news), score, 'shape', reasons);
}

/**
 * Says what a page is: a news article or something else, how sure that is, and why. Reads the address first, then the
 * head, then the page's shape, and stops when it is sure. Looks at no style and no layout, changes nothing, and never
 * throws: a document that defeats it is "other" with score 0.
 */
export function detectArticle(doc: Document, address: string): Detection {
  const no = (signal: string): Detection => ({
    kind: 'other',
    newsArticle: false,
    score: 0,
    canonicalUrl: address,
    stage: 'address',
    reasons: [{ signal, weight: -1 }],
  });
  try {
    const url = new URL(address);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return no('address-not-web');
    if (!isPage(doc)) return no('not-a-page');
    const settled = settledByAddress(url);
    if (settled !== null)
      return {
        ...no(settled),
        kind: settled === 'address-home' ? 'section' : 'other',
        canonicalUrl: normaliseAddress(address) ?? address,
      };
    return decide(doc, url);
  } catch {
    return no('unreadable');
  }
}
