import { findBody } from '../../lib/article/body';
import type { Body, Metadata } from '../../lib/article/facts';
import { readMetadata } from '../../lib/article/metadata';
import { type StoryHere, storyAt } from '../../lib/article/stories';
import { readStory } from '../../lib/article/story-metadata';
import type { PageFacts } from '../../lib/messages/protocol';
import { normaliseAddress } from '../../lib/model/address';

/** What the page is, read when something needs it and kept while the page stays at its address. */
export interface PageReading {
  /** The document's address. */
  readonly pageAddress: string;
  /** What tells the reader's place on the page from others. */
  readonly place: string;
  /** Where other stories of the page are filed. */
  readonly others: readonly string[];
  readonly body: Body | null;
  readonly metadata: Metadata;
  readonly facts: PageFacts;
}

const MAX_TEXT = 2_000_000;

const storyOf = (doc: Document, address: string): StoryHere | null =>
  storyAt(doc, address, doc.defaultView?.innerHeight ?? 0);

/** Where a page, or the story that its reader is at, is filed. */
function filedAt(here: StoryHere | null, pageAddress: string): string {
  const address = here?.address ?? pageAddress;
  return normaliseAddress(address) ?? address;
}

const placeOf = (here: StoryHere | null, address: string): string =>
  [filedAt(here, address), ...(here?.others ?? [])].join(' ');

/** The reader's place on the page: it is another where they come to another story, or where one is added. */
export const placeNow = (doc: Document, address: string): string => placeOf(storyOf(doc, address), address);

/** The body alone, as the document stands now. */
export const readBody = (doc: Document, address: string): Body | null =>
  findBody(doc, storyOf(doc, address)?.story.element ?? null);

/** Reads metadata and body of the document as it stands now; of several stories, those of the one the reader is at. */
export function readPage(doc: Document, pageAddress: string): PageReading {
  const here = storyOf(doc, pageAddress);
  const address = here?.address ?? pageAddress;
  const body = findBody(doc, here?.story.element ?? null);
  const metadata = here ? readStory(doc, here.story, address) : readMetadata(doc, address, body);
  const { title, authors, siteName, publisher, section, language, publishedAt, modifiedAt } = metadata;
  return {
    pageAddress,
    place: placeOf(here, pageAddress),
    others: here?.others ?? [],
    body,
    metadata,
    facts: {
      url: filedAt(here, pageAddress),
      canonicalUrl: metadata.canonicalUrl,
      facts: { title, authors, siteName, publisher, section, language, publishedAt, modifiedAt },
      wordCount: body?.wordCount ?? 0,
      text: body ? body.text.slice(0, MAX_TEXT) : null,
      corrections: [...metadata.corrections],
    },
  };
}
