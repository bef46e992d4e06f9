/** The names that a template can use. */
export const TEMPLATE_NAMES = [
  'quote',
  'link',
  'note',
  'tags',
  'speaker',
  'claim',
  'claimant',
  'verdict',
  'explanation',
  'status',
  'colour',
  'saved',
  'title',
  'authors',
  'site',
  'published',
  'url',
] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];
export type TemplateValues = Readonly<Record<TemplateName, string>>;

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name'; readonly name: TemplateName }
  | { readonly kind: 'open' | 'close'; readonly name: TemplateName };

/** A template that was read: its lines, taken apart. */
export interface Template {
  readonly lines: readonly (readonly Part[])[];
}

/** What is wrong with a template, and in which line, counted from 1. */
export interface TemplateProblem {
  readonly code: 'unknown-name' | 'not-closed' | 'not-opened';
  readonly line: number;
  readonly name: string;
}

/** White space around a name is taken off afterwards: a pattern that did it would try every way to share it out. */
const MARK = /\{\{([#/]?)([^{}]*)\}\}/g;

const isName = (name: string): name is TemplateName => (TEMPLATE_NAMES as readonly string[]).includes(name);

/**
 * Reads a template: `{{name}}` stands for a value, `{{#name}}…{{/name}}` for words that are there only where the name has
 * a value, within one line. Nothing in it is ever run.
 */
export function parseTemplate(
  source: string,
): { readonly ok: true; readonly template: Template } | { readonly ok: false; readonly problem: TemplateProblem } {
  const lines: Part[][] = [];
  for (const [i, text] of source.split(/\r?\n/).entries()) {
    const parts: Part[] = [];
    let open: TemplateName | null = null;
    let at = 0;
    for (const match of text.matchAll(MARK)) {
      const [whole, sign, inside = ''] = match;
      const name = inside.trim();
      const problem = (code: TemplateProblem['code']) => ({ ok: false, problem: { code, line: i + 1, name } }) as const;
      if (!isName(name)) return problem('unknown-name');
      if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index) });
      at = match.index + whole.length;
      if (sign === '#') {
        if (open !== null) return problem('not-closed');
        open = name;
        parts.push({ kind: 'open', name });
      } else if (sign === '/') {
        if (open !== name) return problem('not-opened');
        open = null;
        parts.push({ kind: 'close', name });
      } else parts.push({ kind: 'name', name });
    }
    if (open !== null) return { ok: false, problem: { code: 'not-closed', line: i + 1, name: open } };
    if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) });
    lines.push(parts);
  }
  return { ok: true, template: { lines } };
}

/**
 * Fills a template in. A line whose names are all empty is left out; in a line that begins with a mark of quotation
 * (`>`) or of a list, each further line of a value begins likewise. Never more than one blank line in a row.
 */
export function fillTemplate({ lines }: Template, values: TemplateValues): string {
  return lines
    .flatMap((parts) => {
      const names = ownNames(parts);
      if (names.length > 0 && names.every((name) => values[name] === '')) return [];
      return [fillLine(parts, values)];
    })
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The names of a line outside its optional words. */
function ownNames(parts: readonly Part[]): TemplateName[] {
  const names: TemplateName[] = [];
  let optional = false;
  for (const part of parts) {
    if (part.kind === 'open') optional = true;
    else if (part.kind === 'close') optional = false;
    else if (part.kind === 'name' && !optional) names.push(part.name);
  }
  return names;
}

function fillLine(parts: readonly Part[], values: TemplateValues): string {
  let line = '';
  let hidden = false;
  for (const part of parts) {
    if (part.kind === 'open') hidden = values[part.name] === '';
    else if (part.kind === 'close') hidden = false;
    else if (hidden) continue;
    else if (part.kind === 'text') line += part.text;
    else line += values[part.name].replaceAll('\n', `\n${continuation(line)}`);
  }
  return line;
}

/** How a line goes on that begins like this. */
function continuation(line: string): string {
  const quoted = /^[\s>]*>[\s>]*/.exec(line)?.[0];
  if (quoted !== undefined) return quoted;
  const list = /^\s*(?:[-*+]|\d+[.)])\s+/.exec(line)?.[0];
  return list === undefined ? '' : ' '.repeat(list.length);
}
