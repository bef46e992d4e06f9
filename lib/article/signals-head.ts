import { attribute, bodyOf, rootOf, select, textOf } from './dom';
import { type Metas, meta } from './head';
import type { Signals } from './signals';

/** Characters of JSON-LD that are looked through, over all blocks, and how many types are counted. */
const MAX_LINKED_DATA = 600_000;
const MAX_BLOCKS = 200;
const MAX_TYPES = 300;

const DATE_METAS = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date.created',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'citation_publication_date',
  'citation_date',
  'last-modified',
  'article:modified_time',
];

/**
 * How often each schema.org type is named in the JSON-LD. The text is searched, not parsed: it costs a tenth, and
 * broken, nested and circular data is read like any other.
 */
export function linkedTypes(doc: Document): ReadonlyMap<string, number> & { readonly accessStated?: boolean } {
  const types = new Map<string, number>();
  const blocks = select(doc, 'script[type^="application/ld+json"]');
  let left = MAX_LINKED_DATA;
  let found = 0;
  for (let i = 0; i < Math.min(blocks.length, MAX_BLOCKS) && left > 0 && found < MAX_TYPES; i++) {
    const block = blocks[i];
    if (block === undefined) break;
    const text = textOf(block).slice(0, left);
    left -= text.length + 1;
    let at = text.indexOf('"@type"');
    while (at >= 0 && found < MAX_TYPES) {
      const near = text.slice(at + 7, at + 120);
      const name = /^\s*:\s*\[?\s*"(?:[^"]*[/:])?(\w+)"/.exec(near)?.[1];
      if (name !== undefined) types.set(name, (types.get(name) ?? 0) + 1);
      found++;
      at = text.indexOf('"@type"', at + 7);
    }
    if (text.includes('isAccessibleForFree')) types.set('(access)', 1);
  }
  for (const element of select(doc, '[itemtype]')) {
    if (found++ >= MAX_TYPES) break;
    const name = `micro:${/(\w+)\/?$/.exec(attribute(element, 'itemtype'))?.[1] ?? ''}`;
    types.set(name, (types.get(name) ?? 0) + 1);
  }
  return types;
}

function typeSignals(types: ReadonlyMap<string, number>): Record<string, number> {
  const count = {
    news: 0,
    article: 0,
    live: 0,
    list: 0,
    product: 0,
    talk: 0,
    service: 0,
    media: 0,
    how: 0,
    microNews: 0,
    microArticle: 0,
  };
  for (const [type, times] of types) {
    if (/^micro:(\w*NewsArticle|ReportageNewsArticle)$/.test(type)) count.microNews += times;
    else if (/^micro:(Article|BlogPosting)$/.test(type)) count.microArticle += times;
    else if (/^(\w*NewsArticle|ReportageNewsArticle|OpinionNewsArticle)$/.test(type)) count.news += times;
    else if (/^(Article|BlogPosting|TechArticle|ScholarlyArticle|SocialMediaPosting)$/.test(type))
      count.article += times;
    else if (/LiveBlogPosting$/.test(type)) count.live += times;
    else if (/(CollectionPage|ItemList|SearchResultsPage|Blog)$/.test(type)) count.list += times;
    else if (/(Product|ProductGroup|OfferCatalog|AggregateOffer)$/.test(type)) count.product += times;
    else if (/(DiscussionForumPosting|QAPage|Question)$/.test(type)) count.talk += times;
    else if (
      /(Service|LocalBusiness|SoftwareApplication|WebApplication|AboutPage|ContactPage|Course|Event|Store|FAQPage)$/.test(
        type,
      )
    )
      count.service += times;
    else if (/(VideoObject|ImageGallery|MediaGallery|PodcastEpisode)$/.test(type)) count.media += times;
    else if (/(HowTo|Recipe|Review)$/.test(type)) count.how += times;
  }
  return {
    'data-news': Number(count.news > 0),
    'data-news-one': Number(count.news > 0 && count.news <= 2),
    'data-news-many': Number(count.news > 4),
    'data-article': Number(count.article > 0),
    'data-article-many': Number(count.article > 4),
    'data-live': Number(count.live > 0),
    'data-list': Number(count.list > 0),
    'data-product': Number(count.product > 0),
    'data-talk': Number(count.talk > 0),
    'data-service': Number(count.service > 0),
    'kind-media-data': Number(count.media > 0),
    'data-how': Number(count.how > 0),
    'data-access': Number(types.has('(access)')),
    'data-publisher': Number(types.has('NewsMediaOrganization')),
    'micro-news': Number(count.microNews > 0 && count.microNews < 4),
    'micro-article': Number(count.microArticle > 0 && count.microArticle < 4),
    'micro-article-many': Number(count.microArticle + count.microNews >= 4),
  };
}

/** What the head and the tags of `html` and `body` say: structured data, Open Graph and its kin. */
export function headSignals(doc: Document, metas: Metas): Signals {
  const ogType = meta(metas, 'og:type').toLowerCase();
  const title = meta(metas, 'og:title', 'twitter:title') || textOf(select(doc, 'title')[0] ?? doc.createTextNode(''));
  const words = title.trim().split(/\s+/).length;
  const body = bodyOf(doc);
  const root = rootOf(doc);
  const classes = ` ${body ? attribute(body, 'class') : ''} ${root ? attribute(root, 'class') : ''} `.slice(0, 2000);
  const generator = meta(metas, 'generator').toLowerCase();
  const has = (...names: string[]) => Number(meta(metas, ...names) !== '');
  return {
    ...typeSignals(linkedTypes(doc)),
    'og-article': Number(ogType === 'article' || ogType === 'news' || ogType.endsWith(':article')),
    'og-website': Number(ogType === 'website' || ogType === 'blog'),
    'og-product': Number(ogType.startsWith('product') || ogType.endsWith(':product') || ogType === 'og:product'),
    'kind-video': Number(ogType.startsWith('video') || ogType.startsWith('music')),
    'meta-date': has(...DATE_METAS),
    'meta-published': has('article:published_time', 'og:article:published_time', 'parsely-pub-date'),
    'meta-author': has(
      'author',
      'article:author',
      'dc.creator',
      'parsely-author',
      'sailthru.author',
      'cxenseparse:author',
    ),
    'meta-news-keywords': has('news_keywords'),
    'meta-section': has(
      'article:section',
      'parsely-section',
      'section',
      'og:article:section',
      'cxenseparse:recs:category',
    ),
    'meta-amp': Number(select(doc, 'link[rel="amphtml"]').length > 0),
    'meta-reading-time': Number(
      /reading|lesezeit|lecture|escrit|written/i.test(
        `${meta(metas, 'twitter:label1')} ${meta(metas, 'twitter:label2')}`,
      ),
    ),
    'meta-none': Number(metas.size < 4),
    'meta-software': Number(
      /docusaurus|sphinx|mkdocs|gitbook|hugo|jekyll|shopify|woocommerce|discourse|vbulletin|phpbb|xenforo|wix|squarespace|webflow/.test(
        generator,
      ),
    ),
    'title-words': Math.min(words, 14) / 14,
    'title-short': Number(words <= 4 && !/[\u3040-\u9fff\uac00-\ud7af]/.test(title)),
    'class-single': Number(
      /[\s_-](single|single-post|postid-\d+|article(page)?|story|detail(page)?|node-type-article|page-node-type-(article|story|news))[\s_-]/i.test(
        classes,
      ),
    ),
    'class-list': Number(
      /[\s_-](archive|category|home|homepage|front|frontpage|index|section|blog|search|tag|overview|listing|channel)[\s_-]/i.test(
        classes,
      ),
    ),
    'class-page': Number(/ (page-template\S*|page-id-\d+|wp-singular page) /i.test(classes)),
    'class-shop': Number(/(product|shop|woocommerce|template-collection)/i.test(classes)),
  };
}
