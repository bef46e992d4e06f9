import * as v from 'valibot';
import { annotationSchema } from '../model/annotation';
import { claimSchema } from '../model/claim';
import { draftSchema, quoteWordsSchema } from '../model/draft';
import { count, id, instant, longText } from '../model/fields';
import type { Failure, Result } from '../model/result';
import { selectorsSchema } from '../model/selectors';
import { SIGHTINGS } from '../model/vocabulary';
import { settingsSchema } from '../settings/settings';

/*
 * What the annotator and its frames on the page say to each other, over a message port that only they hold. It travels
 * as JSON text: in Firefox an object that crosses it would be seen through the page's own classes.
 */

/** What was typed about a quote, finished or not. */
const composerValue = v.object({ words: draftSchema.entries.words, claim: draftSchema.entries.claim });

/** What is written on a saved quote, and what the quote said when writing began. */
const editing = v.object({ value: composerValue, base: quoteWordsSchema });

const failure = v.custom<Failure>(
  (value) => typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string',
);

/** The reader's own scales and what they call the colours. */
const viewSettings = v.pick(settingsSchema, ['scales', 'colourNames']);

const tagUses = v.array(v.object({ tag: v.string(), uses: count }));

const toolbarView = v.object({
  name: v.literal('toolbar'),
  /** Whether the panel can be opened from here. */
  panel: v.boolean(),
});

const cardView = v.object({
  name: v.literal('card'),
  highlights: v.pipe(
    v.array(
      v.object({
        annotation: annotationSchema,
        claim: v.nullable(claimSchema),
        status: v.picklist(SIGHTINGS),
        foundText: v.nullable(v.string()),
        acknowledged: v.object({ corrections: v.array(longText), modifiedAt: v.nullable(v.string()) }),
        draft: v.nullable(editing),
        /** It was deleted elsewhere while something was being typed about it. */
        gone: v.boolean(),
      }),
    ),
    v.minLength(1),
  ),
  known: tagUses,
  settings: viewSettings,
  failure: v.nullable(failure),
  /** Whether what is typed is stored at every keystroke: not in a private window. */
  keepDrafts: v.boolean(),
  /** Whether the card takes the focus when it opens. */
  takeFocus: v.boolean(),
  /** What became of the last copy. */
  copied: v.nullable(v.boolean()),
});

const formView = v.object({
  name: v.literal('form'),
  quote: v.string(),
  /** Whether the quote has its quotation marks; null where there is no choice. */
  marks: v.nullable(v.boolean()),
  initial: composerValue,
  focus: v.picklist(['note', 'claim']),
  known: tagUses,
  settings: viewSettings,
  privateWindow: v.boolean(),
  /** What a draft of the form is filed under; null where none is stored. */
  draft: v.nullable(v.object({ page: v.string(), selectors: selectorsSchema })),
  failure: v.nullable(failure),
  saving: v.boolean(),
});

const noticeView = v.object({
  name: v.literal('notice'),
  notice: v.variant('kind', [
    v.object({ kind: v.literal('failure'), failure }),
    v.object({ kind: v.literal('deleted') }),
    v.object({ kind: v.literal('waits') }),
    v.object({ kind: v.literal('private') }),
    v.object({ kind: v.literal('draft'), quote: v.string() }),
  ]),
});

/** What a frame shows. */
export const frameViewSchema = v.variant('name', [toolbarView, cardView, formView, noticeView]);
export type FrameView = v.InferOutput<typeof frameViewSchema>;
export type CardView = v.InferOutput<typeof cardView>;
export type FormView = v.InferOutput<typeof formView>;
export type NoticeView = v.InferOutput<typeof noticeView>;
/** What the page's own corner can say. */
export type Notice = NoticeView['notice'];

const said = v.variant('what', [
  v.object({ what: v.literal('saved') }),
  v.object({ what: v.literal('walked'), at: count, of: count, quote: v.string() }),
]);
/** What is said to those who can't see it happen. */
export type Said = v.InferOutput<typeof said>;

/** Only the annotator answers here, with what the background made of its typed result. */
const result = v.custom<Result<never>>(
  (value) => typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean',
);

/** What a frame hears. */
export const toFrameSchema = v.variant('kind', [
  /** `key` tells one opening from the next: what was typed into the form of the same key stays. */
  v.object({
    kind: v.literal('show'),
    key: count,
    view: frameViewSchema,
    /** The size of the page's viewport, CSS pixels. */
    room: v.object({ width: v.number(), height: v.number() }),
  }),
  v.object({ kind: v.literal('hide') }),
  v.object({ kind: v.literal('say'), said }),
  v.object({ kind: v.literal('copy'), plain: v.string(), rich: v.nullable(v.string()) }),
  /** What became of a call that waits for an answer. */
  v.object({ kind: v.literal('answer'), to: count, result }),
]);
export type ToFrame = v.InferOutput<typeof toFrameSchema>;

/** What the person does in a frame. */
const call = v.variant('call', [
  /** Of the toolbar. */
  v.object({ call: v.picklist(['highlight', 'claim', 'note', 'panel', 'dismiss']) }),
  /** Of every card. */
  v.object({ call: v.literal('close') }),
  /** Of the card of a saved quote. `seen` says whether nothing covers or alters the frame, as far as the browser tells. */
  v.object({ call: v.literal('edit'), id, editing, updatedAt: instant }),
  v.object({ call: v.literal('discard'), id }),
  /** Wait for an answer: saves the form, shows what is saved, takes a deletion back. */
  v.object({ call: v.literal('save'), id, editing, ask: count }),
  v.object({ call: v.picklist(['saved', 'restore']), id, ask: count }),
  v.object({ call: v.literal('delete'), id, seen: v.nullable(v.boolean()) }),
  v.object({ call: v.literal('take-new'), id, seen: v.nullable(v.boolean()) }),
  v.object({ call: v.literal('keep-old'), id, foundText: v.nullable(v.string()), seen: v.nullable(v.boolean()) }),
  v.object({ call: v.literal('copy'), id, as: v.picklist(['rich', 'markdown']) }),
  /** Of the form of a new quote. */
  v.object({ call: v.literal('marks'), taken: v.boolean() }),
  v.object({ call: v.literal('type'), value: composerValue, updatedAt: instant }),
  v.object({ call: v.literal('create'), value: composerValue, privateConsent: v.boolean() }),
  /** Of a notice: what it offers, and the way out. */
  v.object({ call: v.picklist(['accept', 'decline']) }),
]);
export type FrameCall = v.InferOutput<typeof call>;

/** What a frame says. */
export const fromFrameSchema = v.variant('kind', [
  /** The size of what is shown, CSS pixels. */
  v.object({ kind: v.literal('size'), key: count, width: v.number(), height: v.number(), rtl: v.boolean() }),
  v.object({ kind: v.literal('copied'), done: v.boolean() }),
  /** The pointer has come over the frame, of which the page's document hears nothing more. */
  v.object({ kind: v.literal('pointer') }),
  v.object({ kind: v.literal('call'), key: count, did: call }),
]);
export type FromFrame = v.InferOutput<typeof fromFrameSchema>;

/** Bounds what a page's words may take in a notice. */
export const excerpt = (text: string, most = 200): string => (text.length > most ? `${text.slice(0, most)}…` : text);
