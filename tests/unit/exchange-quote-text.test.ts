import { describe, expect, it } from 'vitest';
import { asHtml, asMarkdown, asText, withSource } from '../../lib/exchange/quote-text';
import { annotation, article } from './rows';

const quote = withSource(annotation({ speaker: 'Ilse Brandt' }), article({ language: 'fr' }), ':~:text=The%20dredging');

describe('a quote with its source', () => {
  it('as text, in the marks of its language', () =>
    expect(asText(quote)).toBe(
      '«\u00a0The dredging will cost 4.2 million\u00a0»\n— Ilse Brandt, Ada Quill, Harbour dredging to start in spring, The Courier, 2026-05-02\nhttps://courier.example/harbour#:~:text=The%20dredging',
    ));
  it('as Markdown, with what means something escaped', () => {
    const odd = { ...quote, quote: '*5* < [6]\nand', url: 'https://courier.example/a(b)' };
    expect(asMarkdown(odd)).toMatch(
      /^> \\\*5\\\* \\< \\\[6\\\]\n> and\n>\n> — \[Ilse Brandt.*\]\(https:\/\/courier\.example\/a%28b%29\)$/,
    );
  });
  it('as rich text, with nothing that runs', () => {
    const html = asHtml({ ...quote, quote: '<img src=x onerror=alert(1)>', title: '"><script>' });
    expect(html).not.toMatch(/<img|<script/);
  });
});
