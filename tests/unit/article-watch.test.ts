import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Detection } from '../../lib/article/facts';
import { watchArticle } from '../../lib/article/watch';

const PARAGRAPH =
  '<p>The council of the harbour town voted on Tuesday for a second ferry. “We have waited for this,” the mayor said.</p>';

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe('watchArticle', () => {
  it('reports once, keeps the finding, and ends with its signal', () => {
    const reports: Detection[] = [];
    const end = new AbortController();
    const watched = watchArticle(window, (report) => reports.push(report), end.signal);
    expect(reports).toHaveLength(1);
    expect(watched.current()).toEqual(reports[0]);
    end.abort();
  });

  it('looks again when text arrives late, a bounded number of times', async () => {
    vi.useFakeTimers();
    const end = new AbortController();
    const reports: Detection[] = [];
    history.replaceState(null, '', '/politics/council-votes-for-a-second-ferry-after-years');
    watchArticle(window, (report) => reports.push(report), end.signal);
    for (let i = 0; i < 40; i++) {
      const article = document.createElement('article');
      article.append(document.createElement('p'));
      document.body.append(article);
      await vi.advanceTimersByTimeAsync(3_000);
    }
    expect(reports.length).toBeLessThanOrEqual(7);
    end.abort();
  });

  it('has the parts that a report needs', () => {
    const end = new AbortController();
    document.body.append(document.createRange().createContextualFragment(PARAGRAPH));
    const found = watchArticle(window, () => {}, end.signal).current();
    expect(Object.keys(found ?? {}).sort()).toEqual(['canonicalUrl', 'kind', 'newsArticle', 'score', 'stage']);
    end.abort();
  });
});
