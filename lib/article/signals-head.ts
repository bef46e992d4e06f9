import { select } from './dom';
import type { HeadFacts } from './head-facts';
import type { Signals } from './signals';

/** Types that are counted; a page with more is a list whatever follows. */
const MAX_TYPES = 300;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const GROUPS: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['news', words('NewsArticle ReportageNewsArticle OpinionNewsArticle AnalysisNewsArticle')],
  ['article', words('Article BlogPosting TechArticle ScholarlyArticle SocialMediaPosting')],
  ['live', words('LiveBlogPosting')],
  ['list', words('CollectionPage ItemList SearchResultsPage Blog')],
  ['product', words('Product ProductGroup OfferCatalog AggregateOffer')],
  ['talk', words('DiscussionForumPosting QAPage Question')],
  ['service', words('Service LocalBusiness SoftwareApplication AboutPage ContactPage Course Event Store FAQPage')],
  ['media', words('VideoObject ImageGallery MediaGallery PodcastEpisode')],
];

/** How often each kind of schema.org object is named. The text is searched, not parsed: broken data reads like any other. */
function countTypes(data: string): Readonly<Record<string, number>> {
  const count: Record<string, number> = {};
  if (data === '') return count;
  let left = MAX_TYPES;
  for (const match of data.matchAll(/"@type"\s*:\s*\[?\s*"(?:[^"]*[/:])?(\w+)"/g)) {
    if (left-- === 0) break;
    for (const [group, types] of GROUPS) if (types.has(match[1] ?? '')) count[group] = (count[group] ?? 0) + 1;
  }
  return count;
}

function typeSignals(doc: Document, data: string): Record<string, number> {
  const count = countTypes(data);
  const n = (group: string) => count[group] ?? 0;
  const marked = select(doc, '[itemtype$="Article"],[itemtype$="BlogPosting"]').length;
  return {
    'data-news': Number(n('news') > 0),
    'data-article': Number(n('article') > 0),
    'data-article-many': Number(n('article') > 4),
    'data-live': Number(n('live') > 0),
    'data-list': Number(n('list') > 0),
    'data-product': Number(n('product') > 0),
    'data-talk': Number(n('talk') > 0),
    'data-service': Number(n('service') > 0),
    'data-access': Number(data.includes('isAccessibleForFree')),
    'micro-article': Number(marked > 0 && marked < 4),
    'kind-media-data': Number(n('media') > 0),
  };
}

const SINGLE = words(
  'single single-post article article-page story detail post post-template-default node-type-article page-node-type-article',
);
const LIST = words('archive category home front index section blog search tag overview listing');
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
