import * as v from 'valibot';
import type { MarksChoice } from '../anchor/quotation-marks';
import { type Annotation, annotationWordsSchema, type sightingSchema } from '../model/annotation';
import { quickClaimSchema } from '../model/draft';
import { id } from '../model/fields';
import { selectorsSchema } from '../model/selectors';
import { message } from './message';
import type { DetectorReport, PageFacts } from './protocol';

/*
 * What content scripts and panels answer. It stands apart from what the background answers, since every page that is
 * annotated would carry the schemas of all those messages.
 */

/** A quote as a surface hands it over to be saved. */
export const newAnnotationSchema = v.object({
  /** Made by whoever saves, one for each time that a person saves; it becomes the row's. */
  id,
  selectors: selectorsSchema,
  words: annotationWordsSchema,
  claim: v.nullable(quickClaimSchema),
  /** In a private window nothing is stored unless the reader said so, this time. */
  privateConsent: v.boolean(),
});
export type NewAnnotation = v.InferOutput<typeof newAnnotationSchema>;

/** Why the annotator can't offer the page's selection, or that selection. */
export type SelectionOffer =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'quote';
      readonly selectors: v.InferOutput<typeof selectorsSchema>;
      readonly marks: MarksChoice | null;
    }
  | {
      readonly kind: 'unusable';
      readonly code:
        | 'selection-unusable'
        | 'selection-in-form'
        | 'selection-in-frame'
        | 'selection-in-widget'
        | 'selection-forbidden'
        | 'selection-too-long'
        | 'page-without-text';
    };

/** What the annotator says of its page. */
export interface PageState {
  readonly page: Omit<PageFacts, 'text'>;
  readonly paywalled: boolean | null;
  /** Where each fact of the article was read. */
  readonly sources: Readonly<Record<string, string>>;
  readonly selection: SelectionOffer;
  /** What became of each quote saved here, as far as looked for. */
  readonly sightings: readonly {
    readonly id: string;
    readonly status: v.InferOutput<typeof sightingSchema>['status'];
    readonly foundText: string | null;
  }[];
}

/** Messages that a page's content scripts answer. `from` is always `page` or the background. */
export const toTab = {
  /** The detector's last finding. */
  'detector.state': message<DetectorReport>()('page', v.object({})),
  /** Whether the annotator is there. */
  'annotator.ping': message<null>()('page', v.object({})),
  /** What the page is, what is selected, what was found again. */
  'annotator.state': message<PageState>()('page', v.object({})),
  /** Saves a quote: the given one, or the page's selection where `selectors` is null. */
  'annotator.save': message<Annotation>()(
    'page',
    v.object({ ...newAnnotationSchema.entries, selectors: v.nullable(selectorsSchema) }),
  ),
  /** Scrolls to a quote and opens its card. */
  'annotator.jump': message<null>()('page', v.object({ id })),
  /** A command by key or menu. */
  'annotator.command': message<null>()(
    'page',
    v.object({ command: v.picklist(['highlight', 'claim', 'note', 'next', 'previous']) }),
  ),
  /** What is saved has changed: read it again, where something is filed at one of these addresses, or in any case. */
  'annotator.refresh': message<null>()('page', v.object({ at: v.nullable(v.array(v.string())) })),
} as const;

/** Messages that an open panel hears. */
export const toPanel = {
  /** The reader turned to a saved quote on the page. */
  'panel.show': message<null>()('content', v.object({ id })),
  /** The reader has come to another story of the page. */
  'panel.look': message<null>()('content', v.object({})),
} as const;

export type ToTab = typeof toTab;
export type ToPanel = typeof toPanel;
