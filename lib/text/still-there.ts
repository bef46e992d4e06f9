import { normalise } from './normalise';

/**
 * An article's text read anew, with those paragraphs of the text read before that still stand on the page put back in
 * their places. Where the body begins and ends is judged at every reading, and a notice more or less can move that: what
 * a reader still sees must not count as removed. `pageText` is the normalised text of the whole page.
 */
export function withStillThere(before: string, now: string, pageText: string): string {
  const paragraphs = now.split(/\n+/).filter((line) => line.trim() !== '');
  const keys = paragraphs.map((line) => normalise(line).trim());
  const kept = new Set(keys);
  let at = 0;
  for (const line of before.split(/\n+/)) {
    const key = normalise(line).trim();
    if (key === '') continue;
    if (kept.has(key)) {
      const found = keys.indexOf(key, at);
      if (found >= 0) at = found + 1;
    } else if (pageText.includes(key)) {
      paragraphs.splice(at, 0, line);
      keys.splice(at, 0, key);
      at += 1;
    }
  }
  return paragraphs.join('\n\n');
}
