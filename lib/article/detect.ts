import { believableCanonical, mayBeSameSite } from '../model/address';
import type { Detection, PageKind, Signals } from './facts';
import { readRest, readTold, type Told } from './head-facts';
import {
  type Address,
  addressSignals,
  namesDesk,
  namesFront,
  namesLive,
  namesStory,
  readAddress,
  settledByAddress,
} from './signals-address';
import { headSignals, toldSignals } from './signals-head';
import { shapeSignals } from './signals-shape';
import { HEAD_WEIGHTS, NEWS_WEIGHTS, SHAPE_WEIGHTS, type Weights } from './weights';

/** The chance of an article if what the page says of itself settles it; one less this if that says no. */
const SAID = 0.98;
/** What the rest of the head adds to an article's log odds on average; outside the bounds nobody looks at it. */
const USUAL_REST = 1;
const ENOUGH_FOR = 1;
const ENOUGH_AGAINST = -1.8;
/** Outside these bounds the head alone decides. */
export const SURE_NO = 0.3;
export const SURE_YES = 0.62;
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

/** What a page is that is no article, by all that it shows; `front` if its address is a home page's. */
export function kindOfOther(signals: Signals, front: boolean): PageKind {
  const on = (name: string) => (signals[name] ?? 0) > 0.5;
  if (front || on('data-list') || on('class-list') || on('teasers-many')) return 'section';
  if (on('kind-video') || on('kind-media-data') || on('kind-media')) return 'media';
  return 'other';
}

function kindOfArticle(signals: Signals, address: Address): PageKind {
  const on = (name: string) => (signals[name] ?? 0) > 0.5;
  const news = chance(logOdds(NEWS_WEIGHTS, signals));
  if (on('data-live') || (news > 0.5 && namesLive(address))) return 'live';
  if (on('text-none') && (on('kind-video') || on('kind-media'))) return 'media';
  return news >= NEWS_CUT ? 'news' : 'article';
}

/** What is found, while it is being looked for. */
type Found = { -readonly [Part in keyof Detection]: Detection[Part] };

/**
 * The canonical address that a page claims, if it may be believed; the same as `believableCanonical`, without taking
 * addresses apart where both are plain. The document's own comes normalised, but for what may follow its path.
 */
function canonicalOf(claimed: string, own: Address): string {
  const other = readAddress(claimed);
  // Its host is written as a browser would: in lower case, without a port.
  const start = `//${other?.host}/`;
  const written = claimed.startsWith(`https:${start}`) || claimed.startsWith(`http:${start}`);
  if (!other?.plain || !written || start.includes(':') || encodeURI(claimed) !== claimed)
    return believableCanonical(claimed, own.whole) ?? own.whole;
  if (other.path.length > 1 && mayBeSameSite(other.host, own.host)) return claimed;
  return own.plain ? own.whole : (believableCanonical('', own.whole) ?? own.whole);
}

/** Looks at more until it is sure. */
function weigh(doc: Document, address: Address, told: Told, signals: Signals, found: Found): void {
  addressSignals(address, signals);
  let odds = logOdds(HEAD_WEIGHTS, signals) + USUAL_REST;
  found.score = chance(odds);
  if (odds <= ENOUGH_FOR && odds >= ENOUGH_AGAINST) {
    headSignals(told, readRest(doc, told.lost), signals);
    odds = logOdds(HEAD_WEIGHTS, signals);
    found.stage = 'head';
    found.score = chance(odds);
    if (found.score >= SURE_NO && found.score <= SURE_YES) {
      const shape = withHead(shapeSignals(doc), odds);
      Object.assign(signals, shape);
      found.stage = 'shape';
      found.score = chance(logOdds(SHAPE_WEIGHTS, shape));
    }
  }
  found.kind = found.score > 0.5 ? kindOfArticle(signals, address) : kindOfOther(signals, namesFront(address));
}

/** Reads what the page says it is, and goes on only where that settles nothing. */
function decide(doc: Document, address: Address, found: Found): void {
  const told = readTold(doc);
  if (!told.hasBody) return;
  const signals: Signals = Object.create(null);
  toldSignals(told, signals);
  // Publishers name this type on stories alone, unless they list them.
  const news = signals['data-news'];
  const unsure = news
    ? signals['data-list'] || signals['data-article-many'] || signals['data-live']
    : signals['data-article'] || signals['data-live'] || signals['og-article'] || namesStory(address);
  // PDF viewers, images and plain text are shown in documents of their own. An element of that name is one of a page.
  const type: unknown = news || unsure ? doc.contentType : '';
  if (type && typeof type === 'string' && !type.includes('html')) return;
  const { canonical } = told;
  // Most pages name the address they are at.
  if (!address.plain || (canonical !== '' && canonical !== address.whole))
    found.canonicalUrl = canonicalOf(canonical.trim(), address);
  if (unsure) {
    weigh(doc, address, told, signals, found);
  } else {
    found.kind = news ? 'news' : kindOfOther(signals, false);
    found.score = news ? SAID : 1 - SAID;
  }
}

const nothing = (stage: Detection['stage'], address: string): Found => ({
  kind: 'other',
  newsArticle: false,
  score: 0,
  canonicalUrl: address,
  stage,
});

/**
 * Says what a page is: a news article or something else, and how sure that is. Reads the address first, then what the
 * page says it is, then the rest of the head, then the page's shape, and stops when it is sure. Looks at no style and no
 * layout, changes nothing, and never throws: a document that defeats it is "other" with score 0. `address` is the
 * document's, as `location.href` states it.
 */
export function detectArticle(doc: Document, address: string): Detection {
  try {
    const found = nothing('address', address);
    const read = readAddress(address);
    if (read === null) return found;
    const settled = settledByAddress(read);
    if (settled === null) {
      found.stage = 'data';
      decide(doc, read, found);
      found.newsArticle = found.kind === 'news' || found.kind === 'live';
      return found;
    }
    if (settled === 'address-home' || (settled === 'address-folder' && namesDesk(read))) found.kind = 'section';
    if (!read.plain) found.canonicalUrl = canonicalOf('', read);
    return found;
  } catch {
    return nothing('data', address);
  }
}
