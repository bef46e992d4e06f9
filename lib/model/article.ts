import * as v from 'valibot';
import {
  count,
  id,
  instant,
  languageTag,
  longText,
  name,
  publisherTime,
  rowTimes,
  shortText,
  webAddress,
} from './fields';

/** What a page says about itself; everything that the page does not say is null or empty. */
export const articleFactsSchema = v.strictObject({
  title: shortText,
  authors: v.pipe(v.array(name), v.maxLength(100)),
  siteName: v.nullable(shortText),
  publisher: v.nullable(shortText),
  section: v.nullable(shortText),
  language: v.nullable(languageTag),
  publishedAt: v.nullable(publisherTime),
  modifiedAt: v.nullable(publisherTime),
});
export type ArticleFacts = v.InferOutput<typeof articleFactsSchema>;

/** An article on which something was saved. Its row exists only from then on: Pressmark keeps no browsing history. */
export const articleSchema = v.strictObject({
  id,
  url: webAddress,
  canonicalUrl: webAddress,
  /** Every address that the article was seen at, as keys (`addressKey`); used to find it again. */
  urls: v.pipe(v.array(webAddress), v.minLength(1), v.maxLength(200)),
  ...articleFactsSchema.entries,
  wordCount: count,
  /** SHA-256 of the body's text in hexadecimal, null where no body was found. */
  textHash: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  /** An archived copy, pasted by the reader. */
  archiveUrl: v.nullable(webAddress),
  firstSeenAt: instant,
  lastSeenAt: instant,
  ...rowTimes,
  deletedAt: v.nullable(instant),
});
export type Article = v.InferOutput<typeof articleSchema>;

/** The body's text as it stood at one visit. In the store the text is compressed; here and in files it is plain. */
export const snapshotSchema = v.strictObject({
  id,
  articleId: id,
  takenAt: instant,
  textHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  text: v.pipe(v.string(), v.maxLength(5_000_000)),
  /** Correction notices that stood on the page. */
  corrections: v.pipe(v.array(longText), v.maxLength(100)),
  ...rowTimes,
});
export type Snapshot = v.InferOutput<typeof snapshotSchema>;
