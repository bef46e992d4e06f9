import type { Annotation } from '../model/annotation';
import type { Claim } from '../model/claim';
import type { QuoteBundle } from './bundle';
import type { ArticleBundle, Chunk } from './scope';

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

/** `:~:text=` for the whole quote, or for its two ends; what the syntax uses itself is escaped. */
export function quoteFragment(exact: string): string {
  const part = (words: readonly string[]): string =>
    encodeURIComponent(words.join(' ').toWellFormed()).replace(/-/g, '%2D');
  const lines = exact.split('\n').flatMap((line) => line.trim() || []);
  const words = exact.trim().split(/\s+/);
  // One term of a fragment never runs over the end of a block.
  if (lines.length <= 1 && (exact.length <= 300 || words.length < 12)) return `:~:text=${part(words)}`;
  const first = lines.length <= 1 ? words : (lines[0] ?? '').split(/\s+/);
  const last = lines.length <= 1 ? words : (lines.at(-1) ?? '').split(/\s+/);
  return `:~:text=${part(first.slice(0, 6))},${part(last.slice(-6))}`;
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

/**
 * The collection with its pages, as JSON-LD in bounded chunks. `total` and `last` stand at its end, where they are known:
 * the order of names means nothing in JSON.
 */
export async function* exportW3c(
  articles: AsyncIterable<readonly ArticleBundle[]>,
  { generatedAt, collectionId, label }: W3cOptions,
): AsyncGenerator<Chunk> {
  const id = urn(collectionId);
  const head = { '@context': CONTEXT, id, type: 'AnnotationCollection', label, created: generatedAt };
  yield { text: JSON.stringify(head, null, 1).slice(0, -2), rows: 0 };
  let page = 0;
  let total = 0;
  let waiting: string[] = [];
  for await (const part of articles) {
    for (const bundle of part.flatMap(({ quotes }) => quotes)) {
      // A page is written once it is known whether another one follows.
      if (waiting.length === PAGE_SIZE) {
        yield { text: pageText(id, page, waiting, true), rows: waiting.length };
        page += 1;
        waiting = [];
      }
      waiting.push(JSON.stringify(w3cAnnotation(bundle, generatedAt)));
      total += 1;
    }
  }
  yield { text: pageText(id, page, waiting, false), rows: waiting.length };
  const tail = JSON.stringify({ total, last: pageId(id, page) }, null, 1).slice(1);
  yield { text: `${page > 0 ? '\n ]' : ''},${tail}\n`, rows: 0 };
}

const pageId = (collection: string, page: number): string => `${collection}#page-${page + 1}`;

/** A page where it stands: the first as `first`, the others in a list. */
function pageText(collection: string, page: number, items: readonly string[], hasNext: boolean): string {
  const head = JSON.stringify({
    id: pageId(collection, page),
    type: 'AnnotationPage',
    partOf: { id: collection, type: 'AnnotationCollection' },
    startIndex: page * PAGE_SIZE,
    ...(hasNext ? { next: pageId(collection, page + 1) } : {}),
    ...(page > 0 ? { prev: pageId(collection, page - 1) } : {}),
  }).slice(0, -1);
  const before = page === 0 ? ',\n "first": ' : page === 1 ? ',\n "pages": [\n' : ',\n';
  return `${before}${head},"items":[\n${items.join(',\n')}\n]}`;
}
