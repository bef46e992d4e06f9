import type { Signals } from './facts';
import type { HeadFacts, Told } from './head-facts';
import { has, note } from './signals-address';

/** Types that are counted; a page with more is a list whatever follows. */
const MAX_TYPES = 1_000;
/** Begins with a sign that is rare in a page, and is short, so that engines look for that sign alone. */
const TYPE = '@type"';

/** What speaks, of each type of schema.org: a table, since a page may name hundreds of types. */
const TYPES = new Map(
  Object.entries({
    NewsArticle: 'data-news',
    ReportageNewsArticle: 'data-news',
    OpinionNewsArticle: 'data-news',
    AnalysisNewsArticle: 'data-news',
    Article: 'data-article',
    BlogPosting: 'data-article',
    TechArticle: 'data-article',
    ScholarlyArticle: 'data-article',
    SocialMediaPosting: 'data-article',
    LiveBlogPosting: 'data-live',
    CollectionPage: 'data-list',
    ItemList: 'data-list',
    SearchResultsPage: 'data-list',
    Blog: 'data-list',
    Product: 'data-product',
    ProductGroup: 'data-product',
    OfferCatalog: 'data-product',
    AggregateOffer: 'data-product',
    DiscussionForumPosting: 'data-talk',
    QAPage: 'data-talk',
    Question: 'data-talk',
    Service: 'data-service',
    LocalBusiness: 'data-service',
    SoftwareApplication: 'data-service',
    AboutPage: 'data-service',
    ContactPage: 'data-service',
    Course: 'data-service',
    Event: 'data-service',
    Store: 'data-service',
    FAQPage: 'data-service',
    VideoObject: 'kind-media-data',
    ImageGallery: 'kind-media-data',
    MediaGallery: 'kind-media-data',
    PodcastEpisode: 'kind-media-data',
  }),
);

/** What speaks, of each of Open Graph's types, without its prefix and what follows a dot. */
const OG_TYPES = new Map(
  Object.entries({
    article: 'og-article',
    news: 'og-article',
    website: 'og-website',
    blog: 'og-website',
    product: 'og-product',
    products: 'og-product',
    video: 'kind-video',
  }),
);

/** Notes in `signals` what the page says it is: schema.org types of its JSON-LD, Open Graph's type. */
export function toldSignals({ ogType, data }: Told, signals: Signals): void {
  // The text is searched, not parsed: broken data reads like any other.
  let articles = 0;
  let at = data.indexOf(TYPE);
  for (let left = MAX_TYPES; at >= 0 && left > 0; left--) {
    const open = data.indexOf('"', at + 6) + 1;
    const close = data.indexOf('"', open);
    if (open === 0 || close < 0) break;
    const name = data.slice(open, close);
    // Types may be written as addresses.
    const signal = TYPES.get(name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1));
    if (signal) signals[signal] = 1;
    if (signal === 'data-article') articles++;
    at = data.indexOf(TYPE, close);
  }
  if (articles > 4) signals['data-article-many'] = 1;
  const type = ogType.trim().toLowerCase();
  const signal = OG_TYPES.get(type.slice(type.lastIndexOf(':') + 1).split('.', 1)[0] ?? '');
  if (signal) signals[signal] = 1;
}

const SINGLE =
  ' single single-post article article-page story detail post post-template-default node-type-article page-node-type-article ';
const LIST = ' archive category home front index section blog search tag overview listing ';
const PAGE = ' page page-template page-template-default ';
const KNOWN = SINGLE + LIST + PAGE;
const SOFTWARE =
  'docusaurus sphinx mkdocs gitbook hugo jekyll shopify woocommerce discourse vbulletin phpbb xenforo wix squarespace webflow';

function classSignals(classes: string, signals: Signals): void {
  for (const word of classes.split(' ')) {
    if (!has(KNOWN, word)) continue;
    if (has(SINGLE, word)) signals['class-single'] = 1;
    if (has(LIST, word)) signals['class-list'] = 1;
    if (has(PAGE, word)) signals['class-page'] = 1;
  }
  if (classes.includes('product') || classes.includes('shop')) signals['class-shop'] = 1;
}

/** Notes in `signals` the rest of what the head and the tags of `html` and `body` say. */
export function headSignals(told: Told, head: HeadFacts, signals: Signals): void {
  const { title } = head;
  const wide = title.charCodeAt(title.length >> 1) > 0x3000;
  note(signals, 'micro-article', head.micro.includes('Article') || head.micro.includes('BlogPosting'));
  note(signals, 'meta-date', head.published !== '');
  note(signals, 'meta-author', head.author !== '');
  note(signals, 'meta-news-keywords', head.keywords !== '');
  note(signals, 'meta-amp', head.amp !== '');
  note(signals, 'meta-reading-time', head.label !== '');
  note(signals, 'meta-none', told.ogType === '' && head.ogTitle === '' && head.author === '');
  note(signals, 'title-words', wide ? 1 : Math.min(title.split(' ', 20).length, 14) / 14);
  if (head.generator !== '') {
    const generator = head.generator.toLowerCase();
    for (const name of SOFTWARE.split(' ')) if (generator.includes(name)) signals['meta-software'] = 1;
  }
  note(signals, 'data-access', told.data.includes('isAccessibleForFree'));
  if (head.classes.length > 1) classSignals(head.classes.toLowerCase(), signals);
}
