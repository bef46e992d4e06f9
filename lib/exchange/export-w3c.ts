import type { Annotation } from '../model/annotation';
import type { Claim } from '../model/claim';
import type { QuoteBundle } from './bundle';

/**
 * W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/): a collection with its pages inside. What the
 * model has no word for (colour, verdict numbers, claimants) travels in a term of our own, `pressmark`.
 */
export interface W3cOptions {
  readonly generatedAt: string;
  /** Names the collection; a UUID. */
  readonly collectionId: string;
  readonly label: string;
}

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const PAGE_SIZE = 200;
const urn = (id: string): string => `urn:uuid:${id}`;

interface TextualBody {
  readonly type: 'TextualBody';
  readonly value: string;
  readonly format: 'text/plain';
  readonly purpose: string;
  readonly language?: string;
}

const textual = (value: string, purpose: string): TextualBody => ({
  type: 'TextualBody',
  value,
  format: 'text/plain',
  purpose,
});

function bodiesOf({ annotation, claim }: QuoteBundle): TextualBody[] {
  const bodies: TextualBody[] = [];
  if (annotation.note !== '') bodies.push(textual(annotation.note, 'commenting'));
  for (const tag of annotation.tags) bodies.push(textual(tag, 'tagging'));
  if (annotation.speaker !== null) bodies.push(textual(annotation.speaker, 'identifying'));
  if (claim?.type) bodies.push(textual(claim.type, 'classifying'));
  if (claim?.verdict) bodies.push(textual(claim.verdict.label, 'assessing'));
  return bodies;
}

function motivationsOf(annotation: Annotation, claim: Claim | null): string | string[] {
  const found = ['highlighting'];
  if (annotation.note !== '') found.push('commenting');
  if (annotation.tags.length > 0) found.push('tagging');
  if (claim) found.push(claim.verdict ? 'assessing' : 'questioning');
  if (claim?.type) found.push('classifying');
  return found.length === 1 ? 'highlighting' : found;
}

/** `:~:text=` for the whole quote; what the syntax uses itself is escaped. */
export function quoteFragment(exact: string): string {
  const part = (text: string): string => encodeURIComponent(text).replace(/-/g, '%2D');
  const words = exact.trim().split(/\s+/);
  if (exact.length <= 300 || words.length < 12) return `:~:text=${part(words.join(' '))}`;
  return `:~:text=${part(words.slice(0, 6).join(' '))},${part(words.slice(-6).join(' '))}`;
}

/** One annotation as the model writes it; `@context` stands on the collection. */
export function w3cAnnotation(bundle: QuoteBundle, generatedAt: string): Record<string, unknown> {
  const { annotation, article, claim } = bundle;
  const bodies = bodiesOf(bundle);
  const times =
    article.textHash === null
      ? {}
      : {
          state: {
            type: 'TimeState',
            sourceDate: annotation.createdAt,
            ...(article.archiveUrl ? { cached: article.archiveUrl } : {}),
          },
        };
  return {
    '@context': CONTEXT,
    id: urn(annotation.id),
    type: 'Annotation',
    motivation: motivationsOf(annotation, claim),
    created: annotation.createdAt,
    modified: annotation.updatedAt,
    generated: generatedAt,
    generator: { id: 'https://pressmark.example/', type: 'Software', name: 'Pressmark' },
    ...(bodies.length > 0 ? { body: bodies } : {}),
    target: {
      type: 'SpecificResource',
      source: article.canonicalUrl,
      selector: [
        { type: 'TextQuoteSelector', ...annotation.quote },
        { type: 'TextPositionSelector', ...annotation.position },
        {
          type: 'FragmentSelector',
          value: quoteFragment(annotation.quote.exact),
          conformsTo: 'https://wicg.github.io/scroll-to-text-fragment/',
        },
      ],
      ...times,
    },
    pressmark: {
      colour: annotation.colour,
      articleTitle: article.title,
      claim: claim ? { id: urn(claim.id), text: claim.text, claimant: claim.claimant, verdict: claim.verdict } : null,
    },
  };
}

/** The collection with its pages, as JSON-LD. */
export function exportW3c(
  bundles: readonly QuoteBundle[],
  { generatedAt, collectionId, label }: W3cOptions,
): Record<string, unknown> {
  const id = urn(collectionId);
  const pageId = (i: number): string => `${id}#page-${i + 1}`;
  const count = Math.max(1, Math.ceil(bundles.length / PAGE_SIZE));
  const pages = Array.from({ length: count }, (_, i) => ({
    id: pageId(i),
    type: 'AnnotationPage',
    partOf: { id, type: 'AnnotationCollection' },
    startIndex: i * PAGE_SIZE,
    ...(i + 1 < count ? { next: pageId(i + 1) } : {}),
    ...(i > 0 ? { prev: pageId(i - 1) } : {}),
    items: bundles.slice(i * PAGE_SIZE, (i + 1) * PAGE_SIZE).map((bundle) => w3cAnnotation(bundle, generatedAt)),
  }));
  return {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label,
    created: generatedAt,
    total: bundles.length,
    first: pages[0],
    last: count === 1 ? pages[0] : pageId(count - 1),
    ...(count > 2 ? { pages: pages.slice(1) } : count === 2 ? { pages: pages.slice(1) } : {}),
  };
}
