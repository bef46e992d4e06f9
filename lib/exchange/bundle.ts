import type { Annotation } from '../model/annotation';
import type { Article } from '../model/article';
import type { Claim } from '../model/claim';

/** One quote with everything that belongs to it: what every format but the native one is written from. */
export interface QuoteBundle {
  readonly annotation: Annotation;
  readonly article: Article;
  readonly claim: Claim | null;
}
