import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { findBody } from '../../lib/article/body';
import { detectArticle } from '../../lib/article/detect';
import { addressOf } from '../../lib/article/dom';
import { readMetadata } from '../../lib/article/metadata';
import { signalsOf } from '../../lib/article/signals';

/** What the detection bench calls in the page. Nothing of this is part of the shipped extension. */
export const pressmarkBench = {
  detect: () => detectArticle(document, addressOf(document)),
  metadata: () => readMetadata(document, location.href),
  metadataWithBody: () => readMetadata(document, location.href, findBody(document)),
  body: () => findBody(document)?.text ?? '',
  readerable: () => isProbablyReaderable(document),
  readability: () => new Readability(document).parse()?.textContent ?? '',
  signals: () => signalsOf(document, location.href),
};

/** Runs several of the functions above, one after the other. */
export const timedAll = (names: readonly (keyof typeof pressmarkBench)[]) =>
  Object.fromEntries(names.map((name) => [name, timed(name)]));

/** Runs one of the functions above and says how long it took, in milliseconds. */
export function timed(name: keyof typeof pressmarkBench): { value: unknown; ms: number } {
  const start = performance.now();
  const value: unknown = pressmarkBench[name]();
  return { value, ms: performance.now() - start };
}
