import { believableCanonical, isSameSite } from '../model/address';
import type { Detection, PageKind, Signals } from './facts';
import { readRest, readTold, type Told } from './head-facts';
import { type Address, addressSignals, namesStory, readAddress, settledByAddress } from './signals-address';
import { headSignals, toldSignals } from './signals-head';
import { shapeSignals } from './signals-shape';
import { HEAD_WEIGHTS, NEWS_WEIGHTS, SHAPE_WEIGHTS, type Weights } from './weights';

/** The chance of an article if what the page says of itself settles it; one less this if that says no. */
const SAID = 0.98;
/** What the rest of the head adds to an article's log odds on average; outside the bounds nobody looks at it. */
const USUAL_REST = 1;
const ENOUGH_FOR = 1.5;
const ENOUGH_AGAINST = -2.5;
/** Outside these bounds the head alone decides. */
export const SURE_NO = 0.3;
export const SURE_YES = 0.65;
/** An article below this chance of being news is another article: a guide, a blog, a feature. */
const NEWS_CUT = 0.03;

/** The weighted sum of what the page shows. */
export function logOdds(weights: Weights, signals: Signals): number {
  let sum = weights['bias'] ?? 0;
  for (const name in signals) sum += (weights[name] ?? 0) * (signals[name] ?? 0);
  return sum;
}

export const chance = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** The page's shape with what the head said as one more signal: it counts once there, within bounds. */
export const withHead = (shape: Signals, odds: number): Signals => {
  shape['head-odds'] = Math.max(-1, Math.min(1, odds / 4));
  return shape;
};

function kindOfOther(signals: Signals): PageKind {
  const on = (name: string) => (signals[name] ?? 0) > 0.5;
  if (on('address-home') || on('data-list') || on('class-list') || on('teasers-many')) return 'section';
  if (on('kind-video') || on('kind-media-data') || on('kind-media')) return 'media';
  return 'other';
}

function kindOfArticle(signals: Signals, news: number): PageKind {
  const on = (name: string) => (signals[name] ?? 0) > 0.5;
  if (on('data-live') || (on('kind-live') && news > 0.5)) return 'live';
  if (on('text-none') && (on('kind-video') || on('kind-media'))) return 'media';
  return news >= NEWS_CUT ? 'news' : 'article';
}

const finding = (stage: Detection['stage'], kind: PageKind, score: number, canonicalUrl: string): Detection => ({
  kind,
  newsArticle: kind === 'news' || kind === 'live',
  score,
  canonicalUrl,
  stage,
});

/** PDF viewers, images and plain text are shown in documents of their own. */
function isPage(doc: Document): boolean {
  // An element of that name may stand in its place; then it is a page.
  const type: unknown = doc.contentType;
  return typeof type !== 'string' || type.includes('html');
}

/** Whether nothing follows an address's path and nobody's name precedes its host. */
const isBare = (address: string): boolean => !(address.includes('?') || address.includes('#') || address.includes('@'));

/**
 * The canonical address that a page claims, if it may be believed; the same as `believableCanonical`, without taking
 * addresses apart where both are plain. The document's own comes normalised, but for what may follow its path.
 */
function canonicalOf(claimed: string, own: string): string {
  const bare = isBare(own);
  if (bare && (claimed === '' || claimed === own)) return own;
  const start = claimed.startsWith('https://') ? 8 : 7;
  const slash = claimed.indexOf('/', start);
  const host = claimed.slice(start, slash);
  const known = claimed.startsWith('http') && host !== '' && host === host.toLowerCase() && !host.includes(':');
  if (!known || slash < 0 || !isBare(claimed) || encodeURI(claimed) !== claimed)
    return believableCanonical(claimed, own) ?? own;
  const ownStart = own.indexOf('//') + 2;
  const ownHost = own.slice(ownStart, own.indexOf('/', ownStart));
  if (slash < claimed.length - 1 && isSameSite(host, ownHost)) return claimed;
  return bare ? own : (believableCanonical('', own) ?? own);
}

/** Whether what the page says of itself settles that it is an article or none; null if it does not. */
function settledByData(signals: Signals, address: Address): boolean | null {
  // Publishers name this type on stories alone, unless they list them.
  if (signals['data-news'])
    return signals['data-list'] || signals['data-article-many'] || signals['data-live'] ? null : true;
  const said = signals['data-article'] || signals['data-live'] || signals['og-article'];
  return said || namesStory(address) ? null : false;
}

type Weighed = Pick<Detection, 'stage' | 'score'>;

/** Looks at more until it is sure; the signals that were seen are noted in `signals`. */
function weigh(doc: Document, address: Address, told: Told, signals: Signals): Weighed {
  addressSignals(address, signals);
  const partly = logOdds(HEAD_WEIGHTS, signals) + USUAL_REST;
  if (partly > ENOUGH_FOR || partly < ENOUGH_AGAINST) return { stage: 'data', score: chance(partly) };
  const head = readRest(doc, told.lost);
  headSignals(told, head, signals);
  const odds = logOdds(HEAD_WEIGHTS, signals);
  const score = chance(odds);
  if (score < SURE_NO || score > SURE_YES) return { stage: 'head', score };
  const shape = withHead(shapeSignals(doc), odds);
  Object.assign(signals, shape);
  return { stage: 'shape', score: chance(logOdds(SHAPE_WEIGHTS, shape)) };
}

function decide(doc: Document, address: Address): Detection {
  const told = readTold(doc);
  if (!told.hasBody) return finding('data', 'other', 0, address.whole);
  const signals: Signals = {};
  toldSignals(told, signals);
  const canonicalUrl = canonicalOf(told.canonical, address.whole);
  const said = settledByData(signals, address);
  if (said === false) return finding('data', kindOfOther(signals), 1 - SAID, canonicalUrl);
  if (!isPage(doc)) return finding('data', 'other', 0, address.whole);
  if (said) return finding('data', 'news', SAID, canonicalUrl);
  const weighed = weigh(doc, address, told, signals);
  const kind =
    weighed.score > 0.5 ? kindOfArticle(signals, chance(logOdds(NEWS_WEIGHTS, signals))) : kindOfOther(signals);
  return finding(weighed.stage, kind, weighed.score, canonicalUrl);
}

/**
 * Says what a page is: a news article or something else, and how sure that is. Reads the address first, then what the
 * page says it is, then the rest of the head, then the page's shape, and stops when it is sure. Looks at no style and no
 * layout, changes nothing, and never throws: a document that defeats it is "other" with score 0. `address` is the
 * document's, as `location.href` states it.
 */
export function detectArticle(doc: Document, address: string): Detection {
  try {
    const read = readAddress(address);
    if (read === null) return finding('address', 'other', 0, address);
    const settled = settledByAddress(read);
    if (settled === null) return decide(doc, read);
    return finding('address', settled === 'address-home' ? 'section' : 'other', 0, canonicalOf('', address));
  } catch {
    return finding('data', 'other', 0, address);
  }
}
