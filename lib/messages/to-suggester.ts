import * as v from 'valibot';
import { selectorsSchema } from '../model/selectors';
import { message } from './message';
import type { PageSuggestions, ReadingPlace } from './suggestions';

/** Messages that the suggester answers: the part that is put into a page when panel or popup asks for it. */
export const toSuggester = {
  'suggester.ping': message<null>()('page', v.object({})),
  /** The page's quotations with their speakers, sentences worth checking, and its own published checks. */
  'suggester.read': message<PageSuggestions>()('page', v.object({})),
  /** Where the reader is. Asked often, so answered without reading the page again. */
  'suggester.place': message<ReadingPlace>()('page', v.object({})),
  /** Scrolls to words that are not saved and selects them. */
  'suggester.jump': message<null>()('page', selectorsSchema),
} as const;

export type ToSuggester = typeof toSuggester;
