import type { OpenPage } from './open-page';

/** Kinds of page that have no author and no date worth the name. */
const NO_STORY: ReadonlySet<string> = new Set(['section', 'other']);

/** Whether a page tells a story, so that who wrote it and when is worth saying; unknown pages may. */
export const tellsStory = ({ detection }: OpenPage): boolean => detection === null || !NO_STORY.has(detection.kind);
