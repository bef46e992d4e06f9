import { select } from './dom';
import type { HeadFacts } from './head-facts';
import type { Signals } from './signals';

/** Types that are counted; a page with more is a list whatever follows. */
const MAX_TYPES = 300;

const GROUPS: Readonly<Record<string, string>> = {
  NewsArticle: 'news',
  ReportageNewsArticle: 'news',
  OpinionNewsArticle: 'news',
  AnalysisNewsArticle: 'news',
  BackgroundNewsArticle: 'news',
  ReviewNewsArticle: 'news',
  Article: 'article',
  BlogPosting: 'article',
  TechArticle: 'article',
  ScholarlyArticle: 'article',
  SocialMediaPosting: 'article',
  LiveBlogPosting: 'live',
  CollectionPage: 'list',
  ItemList: 'list',
  SearchResultsPage: 'list',
  Blog: 'list',
  Product: 'product',
  ProductGroup: 'product',
  OfferCatalog: 'product',
  AggregateOffer: 'product',
  DiscussionForumPosting: 'talk',
  QAPage: 'talk',
  Question: 'talk',
  Service: 'service',
  LocalBusiness: 'service',
  SoftwareApplication: 'service',
  WebApplication: 'service',
  AboutPage: 'service',
  ContactPage: 'service',
  Course: 'service',
  Event: 'service',
  Store: 'service',
  FAQPage: 'service',
  VideoObject: 'media',
  ImageGallery: 'media',
  MediaGallery: 'media',
  PodcastEpisode: 'media',
  HowTo: 'how',
  Recipe: 'how',
  Review: 'how',
};

/** How often each kind of schema.org object is named. The text is searched, not parsed: broken data reads like any other. */
function countTypes(data: string): Readonly<Record<string, number>> {
  const count: Record<string, number> = {};
  if (data === '') return count;
  let left = MAX_TYPES;
  for (const match of data.matchAll(/"@type"\s*:\s*\[?\s*"(?:[^"]*[/:])?(\w+)"/g)) {
    if (left-- === 0) break;
    const group = GROUPS[match[1] ?? ''];
    if (group !== undefined) count[group] = (count[group] ?? 0) + 1;
  }
  return count;
}

function typeSignals(doc: Document, data: string): Record<string, number> {
  const count = countTypes(data);
  const n = (group: string) => count[group] ?? 0;
  const marked = select(doc, '[itemtype$="Article"],[itemtype$="BlogPosting"]').length;
  return {
    'data-news': Number(n('news') > 0),
    'data-news-one': Number(n('news') > 0 && n('news') <= 2),
    'data-news-many': Number(n('news') > 4),
    'data-article': Number(n('article') > 0),
    'data-article-many': Number(n('article') > 4),
    'data-live': Number(n('live') > 0),
    'data-list': Number(n('list') > 0),
    'data-product': Number(n('product') > 0),
    'data-talk': Number(n('talk') > 0),
    'data-service': Number(n('service') > 0),
    'data-how': Number(n('how') > 0),
    'data-access': Number(data.includes('isAccessibleForFree')),
    'micro-article': Number(marked > 0 && marked < 4),
    'micro-article-many': Number(marked >= 4),
    'kind-media-data': Number(n('media') > 0),
  };
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const SINGLE = words(
  'single single-post article articlepage article-page story storypage story-page detail detailpage post post-template-default node-type-article page-node-type-article',
);
const LIST = words(
  'archive category home homepage front frontpage index section blog search tag overview listing channel',
);
const PAGE = words('page page-template page-template-default');

/** What the head and the tags of `html` and `body` say: structured data, Open Graph and its kin. */
export function headSignals(doc: Document, head: HeadFacts): Signals {
  const type = head.ogType.toLowerCase();
  const title = head.title || doc.title;
  const count = title.split(' ', 20).length;
  const classes = head.classes.toLowerCase();
  const tokens = classes.split(' ');
  const wide = title.charCodeAt(title.length >> 1) > 0x3000;
  const generator = head.generator.toLowerCase();
  return {
    ...typeSignals(doc, head.data),
    'og-article': Number(type === 'article' || type === 'news' || type.endsWith(':article')),
    'og-website': Number(type === 'website' || type === 'blog'),
    'og-product': Number(type.includes('product')),
    'meta-date': Number(head.published !== '' || head.dated !== ''),
    'meta-published': Number(head.published !== ''),
    'meta-author': Number(head.author !== ''),
    'meta-news-keywords': Number(head.keywords !== ''),
    'meta-section': Number(head.section !== ''),
    'meta-amp': Number(head.amp !== ''),
    'meta-reading-time': Number(head.label !== ''),
    'meta-none': Number(head.ogType === '' && head.title === '' && head.author === ''),
    'meta-software': Number(
      generator !== '' &&
        /docusaurus|sphinx|mkdocs|gitbook|hugo|jekyll|shopify|woocommerce|discourse|vbulletin|phpbb|xenforo|wix|squarespace|webflow/.test(
          generator,
        ),
    ),
    'title-words': wide ? 1 : Math.min(count, 14) / 14,
    'title-short': Number(count <= 4 && !wide),
    'class-single': Number(tokens.some((token) => SINGLE.has(token))),
    'class-list': Number(tokens.some((token) => LIST.has(token))),
    'class-page': Number(tokens.some((token) => PAGE.has(token))),
    'class-shop': Number(classes.includes('product') || classes.includes('shop')),
    'kind-video': Number(type.startsWith('video')),
  };
}
