import type { QuoteBundle } from './bundle';
import { quoteFragment } from './export-w3c';
import { escapeMarkdown, linkTarget } from './quote-text';
import type { ArticleBundle, Chunk } from './scope';
import { fillTemplate, parseTemplate, type Template, type TemplateValues } from './template';

/** Markdown for Obsidian: one note per article, with front matter and a block per quote. */

/** What a quote becomes unless the reader has a template of their own. */
export const DEFAULT_TEMPLATE = `> {{quote}}

— {{#speaker}}{{speaker}}, {{/speaker}}[{{site}}]({{link}})

{{note}}

{{tags}}

**Claim:** {{claim}}{{#claimant}} ({{claimant}}){{/claimant}}
**Verdict:** {{verdict}}{{#explanation}}: {{explanation}}{{/explanation}}`;

/** The template as it is used; the default where the reader's own can't be read. */
export function templateOf(source: string | null): Template {
  const parsed = parseTemplate(source ?? DEFAULT_TEMPLATE);
  if (parsed.ok) return parsed.template;
  const usual = parseTemplate(DEFAULT_TEMPLATE);
  return usual.ok ? usual.template : { lines: [] };
}

/** A text as a YAML string: in double quotes, which leave nothing to interpretation. */
const yaml = (text: string): string =>
  JSON.stringify(text.toWellFormed()).replace(
    UNPRINTABLE,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** What JSON leaves as it is and YAML does not take, or takes for the end of a line. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** A text in one line: a heading or a link has no room for more. */
const inline = (text: string): string => escapeMarkdown(text.replace(/\s+/gu, ' ').trim());

function frontMatter({ article, quotes }: ArticleBundle): string {
  const tags = [...new Set(quotes.flatMap(({ annotation }) => annotation.tags).map(obsidianTag))];
  const list = (name: string, items: readonly string[]): string =>
    `${name}:\n${items.map((item) => `  - ${yaml(item)}`).join('\n')}`;
  const lines = [
    `title: ${yaml(article.title)}`,
    `url: ${yaml(article.canonicalUrl)}`,
    article.authors.length > 0 ? list('authors', article.authors) : null,
    article.siteName ? `site: ${yaml(article.siteName)}` : null,
    article.publishedAt ? `published: ${article.publishedAt.slice(0, 10)}` : null,
    article.language ? `language: ${yaml(article.language)}` : null,
    tags.length > 0 ? list('tags', tags) : null,
    `saved: ${yamlDay(dayOf(article.firstSeenAt))}`,
  ];
  return `---\n${lines.filter((line) => line !== null).join('\n')}\n---`;
}

/** A day as YAML's own kind of value, which Obsidian sorts by; years of more than four digits are none. */
const yamlDay = (day: string): string => (/^\d{4}-\d\d-\d\d$/.test(day) ? day : yaml(day));

const dayOf = (time: string): string => time.split('T')[0] ?? time;

/** Obsidian's tags have no spaces and no punctuation, typographic marks included, and are not numbers alone. */
export function obsidianTag(tag: string): string {
  const plain = tag
    .trim()
    .replace(/[\s.,;:!?'"()[\]{}#&@*+=<>|\\^%$`~\p{Cc}\u2000-\u206f\u2e00-\u2e7f]+/gu, '-')
    .replace(/^-+|(?<!-)-+$/g, '');
  return /^\d+$/.test(plain) ? `t${plain}` : plain || 'tag';
}

/** The host, for articles whose site has no name. */
const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);

/** What a quote puts into a template. */
export function templateValues({ annotation, article, claim }: QuoteBundle): TemplateValues {
  return {
    quote: annotation.quote.exact.split('\n').map(escapeMarkdown).join('\n'),
    link: linkTarget(`${article.canonicalUrl}#${quoteFragment(annotation.quote.exact)}`),
    note: annotation.note.split('\n').map(escapeMarkdown).join('\n'),
    tags: annotation.tags.map((tag) => `#${obsidianTag(tag)}`).join(' '),
    speaker: inline(annotation.speaker ?? ''),
    claim: inline(claim?.text ?? ''),
    claimant: inline(claim?.claimant?.name ?? ''),
    verdict: inline(claim?.verdict?.label ?? ''),
    explanation: inline(claim?.verdict?.explanation ?? ''),
    status: annotation.sighting?.status ?? '',
    colour: annotation.colour,
    saved: dayOf(annotation.createdAt),
    title: inline(article.title),
    authors: inline(article.authors.join(', ')),
    site: inline(article.siteName ?? hostOf(article.canonicalUrl)),
    published: inline(article.publishedAt?.slice(0, 10) ?? ''),
    url: linkTarget(article.canonicalUrl),
  };
}

const blocksOf = ({ quotes }: ArticleBundle, template: Template): string =>
  quotes.map((quote) => fillTemplate(template, templateValues(quote))).join('\n\n---\n\n');

/** The note of one article. */
export function articleNote(bundle: ArticleBundle, template: Template): string {
  return `${frontMatter(bundle)}\n\n# ${inline(bundle.article.title)}\n\n${blocksOf(bundle, template)}\n`;
}

/** A file name for an article's note that every file system takes, without its ending. */
export function noteName(title: string, id: string): string {
  const plain = title
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\\/:*?"<>|#^[\]\p{Cc}]+/gu, ' ')
    // Marks of direction turn what is read around, the ending included.
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ');
  const short = cutToBytes(bare(plain)) || id.slice(0, 8);
  // Windows keeps some names to itself, whatever stands after a dot.
  return short.replace(/^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(?=\s*(\.|$))/i, '$1 -');
}

/** Without the white space and dots at its ends, which Windows drops and Unix hides. */
const bare = (text: string): string => text.replace(/^[\s.]+|(?<![\s.])[\s.]+$/g, '');

const MOST_BYTES = 180;
const MOST_CHARACTERS = 100;

/** As many whole characters as leave room, in the 255 bytes that a name may have, for a number and its ending. */
function cutToBytes(text: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let characters = 0;
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    bytes += encoder.encode(segment).byteLength;
    characters += 1;
    if (bytes > MOST_BYTES || characters > MOST_CHARACTERS) return bare(text.slice(0, end));
    end = index + segment.length;
  }
  return text;
}

/** All articles in one file. */
export async function* exportMarkdown(
  articles: AsyncIterable<readonly ArticleBundle[]>,
  template: Template,
): AsyncGenerator<Chunk> {
  let before = '';
  for await (const part of articles) {
    for (const bundle of part) {
      const { article, quotes } = bundle;
      const head = `# [${inline(article.title) || inline(hostOf(article.canonicalUrl))}](${linkTarget(article.canonicalUrl)})`;
      yield { text: `${before}${head}\n\n${blocksOf(bundle, template)}\n`, rows: quotes.length };
      before = '\n';
    }
  }
}

/** One note per article, each with a name that no other one has. */
export async function* markdownNotes(
  articles: AsyncIterable<readonly ArticleBundle[]>,
  template: Template,
): AsyncGenerator<Chunk & { readonly name: string; readonly changedAt: string }> {
  const taken = new Set<string>();
  for await (const part of articles) {
    for (const bundle of part) {
      const { article, quotes } = bundle;
      const wanted = noteName(article.title, article.id);
      let name = wanted;
      for (let i = 2; taken.has(name.toLowerCase()); i += 1) name = `${wanted} (${i})`;
      taken.add(name.toLowerCase());
      yield {
        name: `${name}.md`,
        text: articleNote(bundle, template),
        rows: quotes.length,
        changedAt: article.updatedAt,
      };
    }
  }
}
