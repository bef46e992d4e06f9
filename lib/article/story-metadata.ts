import { believableCanonical, normaliseAddress } from '../model/address';
import { attribute, bodyOf, rootOf, select, textOf } from './dom';
import type { Metadata } from './facts';
import { isNode, type LinkedNode, readLinkedData, textValue, typesOf } from './json-ld';
import { readMetadata } from './metadata';
import { ALIKE, type Story, same } from './stories';
import { similarity } from './title';

/** What of the head is true of the site, and so of each story. */
const OF_SITE = /^(og:site_name|og:locale|application-name|apple-mobile-web-app-title|al:ios:app_name|publisher)$/i;

/** The linked data that speaks of this story or of the site. */
function linkedDataOf(doc: Document, story: Story): LinkedNode[] {
  return readLinkedData(doc).nodes.filter((node) => {
    const types = typesOf(node);
    if (types.some((type) => /^(WebSite|Organization|NewsMediaOrganization)$/.test(type))) return true;
    const headline = textValue(node['headline'] ?? node['name']);
    const place = [node['url'], node['mainEntityOfPage'], node['@id']]
      .map((value) => textValue(isNode(value) ? (value['@id'] ?? value['url']) : value))
      .find((value) => URL.canParse(value));
    return (
      similarity(headline, story.headline) >= ALIKE || (story.address !== null && same(place ?? null, story.address))
    );
  });
}

/**
 * What one of several stories says of itself. It is read in an inert document of its own, in which nothing is loaded and
 * no script runs; the page stays as it is.
 */
export function readStory(doc: Document, story: Story, address: string): Metadata {
  const maker: unknown = Reflect.get(Document.prototype, 'implementation', doc);
  if (!(maker instanceof DOMImplementation)) return readMetadata(doc, address);
  const alone = maker.createHTMLDocument('');
  const root = rootOf(doc);
  if (root) alone.documentElement.lang = attribute(root, 'lang');
  alone.title = story.first ? [...select(doc, 'head > title')].map(textOf).join(' ') : story.headline;
  for (const element of select(doc, 'meta[content],link[rel~="canonical" i]')) {
    if (bodyOf(doc)?.contains(element)) continue;
    const name = attribute(element, 'property') || attribute(element, 'name');
    if (story.first || OF_SITE.test(name)) alone.head.append(alone.importNode(element, true));
  }
  const data = alone.createElement('script');
  data.type = 'application/ld+json';
  data.textContent = JSON.stringify(linkedDataOf(doc, story)).replaceAll('<', '\\u003c');
  alone.body.append(alone.importNode(story.element, true));
  for (const script of alone.body.querySelectorAll('script')) script.remove();
  alone.head.append(data);
  const found = readMetadata(alone, address);
  const own = story.address === null ? null : believableCanonical(story.address, address);
  const canonicalUrl = own ?? (story.first ? found.canonicalUrl : (normaliseAddress(address) ?? address));
  const source = own === null ? (story.first ? found.sources.canonicalUrl : 'address') : 'page';
  return { ...found, canonicalUrl, sources: { ...found.sources, ...(source ? { canonicalUrl: source } : {}) } };
}
