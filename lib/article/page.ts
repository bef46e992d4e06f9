import { fold } from './dom';
import { asMeant } from './encoding';
import type { Metas } from './head';
import type { LinkedData, LinkedNode } from './json-ld';
import type { Lines } from './near-headline';

/** What the readers of single fields share. */
export interface Page {
  readonly doc: Document;
  readonly address: string;
  readonly metas: Metas;
  readonly data: LinkedData;
  /** The object of the linked data that describes this article, if any. */
  readonly article: LinkedNode | null;
  readonly micro: LinkedNode | null;
  readonly language: string | null;
  readonly headlines: readonly string[];
  /** The short lines around the headline, read when the first asks for them. */
  near(): Lines;
}

/** A value and where it was read. */
export interface Found<T> {
  readonly value: T;
  readonly source: string;
}

/** The first of these that was found. */
export const firstOf = <T>(...candidates: readonly (Found<T> | null)[]): Found<T> | null =>
  candidates.find((found) => found !== null) ?? null;

/** A text as a finding: white space folded, bounded; null if it is empty. */
export function found(text: string, source: string): Found<string> | null {
  const value = fold(asMeant(text));
  return value === '' ? null : { value: value.slice(0, 2_000), source };
}
