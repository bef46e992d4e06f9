import { findBody } from '../../lib/article/body';
import type { Body, Metadata } from '../../lib/article/facts';
import { readMetadata } from '../../lib/article/metadata';
import { type Story, storyAt } from '../../lib/article/stories';
import { readStory } from '../../lib/article/story-metadata';
import type { PageFacts } from '../../lib/messages/protocol';

/** What the page is, read when something needs it and kept while the page stays at its address. */
export interface PageReading {
  readonly address: string;
  readonly body: Body | null;
  readonly metadata: Metadata;
  readonly facts: PageFacts;
}

const MAX_TEXT = 2_000_000;

const storyOf = (doc: Document, address: string): Story | null =>
  storyAt(doc, address, doc.defaultView?.innerHeight ?? 0);

/** The body alone, as the document stands now. */
export const readBody = (doc: Document, address: string): Body | null =>
  findBody(doc, storyOf(doc, address)?.element ?? null);

/** Reads metadata and body of the document as it stands now; of several stories, those of the one at this address. */
export function readPage(doc: Document, address: string): PageReading {
  const story = storyOf(doc, address);
  const body = findBody(doc, story?.element ?? null);
  const metadata = story ? readStory(doc, story, address) : readMetadata(doc, address, body);
  const { title, authors, siteName, publisher, section, language, publishedAt, modifiedAt } = metadata;
  return {
    address,
    body,
    metadata,
    facts: {
      canonicalUrl: metadata.canonicalUrl,
      facts: { title, authors, siteName, publisher, section, language, publishedAt, modifiedAt },
      wordCount: body?.wordCount ?? 0,
      text: body ? body.text.slice(0, MAX_TEXT) : null,
      corrections: [...metadata.corrections],
    },
  };
}
