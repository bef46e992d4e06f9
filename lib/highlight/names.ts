import type { Colour } from '../model/vocabulary';

/** The name under which a colour's highlights are registered: the page's own are never touched. */
export function highlightName(colour: Colour, edited: boolean): string {
  return edited ? `pressmark-${colour}-edited` : `pressmark-${colour}`;
}

/** The highlight that the reader points at or walks to. */
export const FOCUS_NAME = 'pressmark-focus';
