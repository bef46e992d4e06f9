import type { QuoteBundle } from './bundle';
import { quoteFragment } from './export-w3c';
import { escapeMarkdown } from './quote-text';

/** Markdown for Obsidian: one note per article, with front matter and a quote block per annotation. */

/**
 * What a quote becomes. `{{…}}` names: quote, link, note, tags, speaker, claim, verdict, status. A line whose names are
 * all empty is left out.
 */
export const DEFAULT_TEMPLATE = `> {{quote}}

— {{speaker}} [↗]({{link}})

{{note}}

{{tags}}

**Claim:** {{claim}}
**Verdict:** {{verdict}}`;

/** A text as a YAML string: in double quotes, which leave nothing to interpretation. */
const yaml = (text: string): string => JSON.stringify(text);

function frontMatter({ article }: QuoteBundle, tags: readonly string[]): string {
  const lines = [
    `title: ${yaml(article.title)}`,
    `url: ${yaml(article.canonicalUrl)}`,
    article.authors.length > 0
      ? `authors:\n${article.authors.map((author) => `  - ${yaml(author)}`).join('\n')}`
      : null,
    article.siteName ? `site: ${yaml(article.siteName)}` : null,
    article.publishedAt ? `published: ${article.publishedAt.slice(0, 10)}` : null,
    article.language ? `language: ${yaml(article.language)}` : null,
    tags.length > 0 ? `tags:\n${tags.map((tag) => `  - ${yaml(obsidianTag(tag))}`).join('\n')}` : null,
    `saved: ${article.firstSeenAt.slice(0, 10)}`,
  ];
  return `---\n${lines.filter((line) => line !== null).join('\n')}\n---`;
}

/** Obsidian's tags have no spaces and are not numbers alone. */
export function obsidianTag(tag: string): string {
  const plain = tag
    .trim()
    .replace(/[\s.,;:!?'"()[\]{}#&@*+=<>|\\^%$`~]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return /^\d+$/.test(plain) ? `t${plain}` : plain || 'tag';
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  const lines = template.split('\n').flatMap((line) => {
    const names = [...line.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '');
    if (names.length > 0 && names.every((name) => (values[name] ?? '') === '')) return [];
    return [line.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')];
  });
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function quoteBlock({ annotation, article, claim }: QuoteBundle, template: string): string {
  const quote = annotation.quote.exact.split('\n').map(escapeMarkdown).join('\n> ');
  return fill(template, {
    quote,
    link: `${article.canonicalUrl}#${quoteFragment(annotation.quote.exact)}`.replace(/[()]/g, (char) =>
      char === '(' ? '%28' : '%29',
    ),
    note: escapeMarkdown(annotation.note),
    tags: annotation.tags.map((tag) => `#${obsidianTag(tag)}`).join(' '),
    speaker: escapeMarkdown(annotation.speaker ?? ''),
    claim: claim ? escapeMarkdown(claim.claimant ? `${claim.text} (${claim.claimant.name})` : claim.text) : '',
    verdict: claim?.verdict ? escapeMarkdown(claim.verdict.label) : '',
    status: annotation.sighting?.status ?? '',
  });
}

/** The note of one article; `bundles` are its quotes in reading order. Empty without quotes. */
export function articleNote(bundles: readonly QuoteBundle[], template = DEFAULT_TEMPLATE): string {
  const [first] = bundles;
  if (!first) return '';
  const tags = [...new Set(bundles.flatMap(({ annotation }) => annotation.tags))];
  const blocks = bundles.map((bundle) => quoteBlock(bundle, template));
  return `${frontMatter(first, tags)}\n\n# ${escapeMarkdown(first.article.title)}\n\n${blocks.join('\n\n---\n\n')}\n`;
}

/** A file name for an article's note that every file system takes. */
export function noteName(title: string, id: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\\/:*?"<>|#^[\]\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${[...plain].slice(0, 100).join('').trim() || id.slice(0, 8)}.md`;
}

/** All articles in one file. */
export function exportMarkdown(articles: readonly (readonly QuoteBundle[])[], template = DEFAULT_TEMPLATE): string {
  if (articles.length === 1) return articleNote(articles[0] ?? [], template);
  return articles
    .map((bundles) => {
      const [first] = bundles;
      if (!first) return '';
      const blocks = bundles.map((bundle) => quoteBlock(bundle, template));
      return `# [${escapeMarkdown(first.article.title)}](${first.article.canonicalUrl})\n\n${blocks.join('\n\n---\n\n')}`;
    })
    .filter((note) => note !== '')
    .join('\n\n')
    .concat('\n');
}
