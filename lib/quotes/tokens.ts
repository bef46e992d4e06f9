import type { MarkedSpan, Span } from './types';

/** A word, a punctuation mark, or a whole quotation standing in its sentence. */
export interface Token extends Span {
  readonly kind: 'word' | 'mark' | 'quote';
  readonly text: string;
  readonly lower: string;
  readonly capital: boolean;
  /** For a quotation: its index among the marked spans; else -1. */
  readonly quote: number;
}

/** One sentence outside quotation marks, as a range of its paragraph's tokens. */
export interface Sentence {
  readonly tokens: readonly Token[];
  readonly paragraph: number;
}

// Without the flag for both cases: it makes the first call several times as slow.
const PIECES =
  /(?<![\p{L}\p{N}])(?:[dlnmtscjDLNMTSCJ]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Dd]ell|[Aa]ll|[Nn]ell|[Ss]ull|[Dd]all|[Uu]n|[Qq]uest|[Cc]om|[Cc]os)['’](?=\p{L})|[\p{L}\p{M}\p{N}@#]+(?:['’.\-‑&][\p{L}\p{M}\p{N}]+)*['’]?|[^\s]/gu;
const UPPER = /^[@#]?\p{Lu}/u;
const SHORT =
  /^(?:\p{L}|(?:\p{L}\.)+\p{L}|mr|mrs|ms|dr|sen|rep|gov|gen|col|capt|sgt|lt|rev|prof|hon|st|jr|sr|no|vs|mme|mlle|mm|pr|hr|fr|sr|sra|srta|dott|prof|ing|avv|ee|uu|dra|exmo|d-\p{L}+|r-\p{L}+|jan|feb|aug|sept|oct|nov|dec|inc|corp|co|u\.s|bzw|z\.b|abs|nr|art)$/u;

/** Small words that have a capital only at a sentence's start: "“Why?” The mayor" is two sentences. */
const STARTS_SENTENCE =
  /^(?:The|An?|He|She|It|They|We|His|Her|Their|This|That|These|But|And|In|On|At|When|While|After|As|For|If|So|Then|Les?|La|Il|Elle|Mais|Et|Der|Die|Das|Er|Sie|Und|Aber|El|Los|Ella|Pero|Lo|Gli|Ma|Os?|Ele|Ela|Mas)$/;

/** Cuts a text into paragraphs at blank lines, and where a line opens a quotation after one that ends a sentence. */
export function splitParagraphs(text: string): Span[] {
  const spans: Span[] = [];
  const breaks = /\n[^\S\n]*\n\s*|(?<=[.!?…:”"»])\n(?=[“"«„]\p{Lu})/gu;
  let start = 0;
  for (let match = breaks.exec(text); match; match = breaks.exec(text)) {
    if (match.index > start) spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

/** Tokens of one paragraph with each quotation as a single token, cut into sentences. */
export function readSentences(
  text: string,
  span: Span,
  paragraph: number,
  quotes: readonly MarkedSpan[],
  first: number,
): Sentence[] {
  const tokens: Token[] = [];
  let from = span.start;
  quotes.forEach((quote, index) => {
    pushWords(text, from, quote.outerStart, tokens);
    tokens.push({
      kind: 'quote',
      text: text.slice(quote.end - 1, quote.end),
      lower: '',
      // A quotation is no part of a name, however it begins.
      capital: false,
      quote: first + index,
      start: quote.outerStart,
      end: quote.outerEnd,
    });
    from = quote.outerEnd;
  });
  pushWords(text, from, span.end, tokens);
  return cut(withoutDateline(withoutAsides(tokens)), paragraph);
}

function pushWords(text: string, from: number, to: number, tokens: Token[]): void {
  if (to <= from) return;
  const part = text.slice(from, to);
  for (const match of part.matchAll(PIECES)) {
    const piece = match[0];
    const word = /^[\p{L}\p{N}@#]/u.test(piece);
    const start = from + match.index;
    tokens.push({
      kind: word ? 'word' : 'mark',
      text: piece,
      lower: word ? piece.toLowerCase().replaceAll('’', "'") : piece,
      capital: word && UPPER.test(piece),
      quote: -1,
      start,
      end: start + piece.length,
    });
  }
}

/** "MANCHESTER, N.H. — Hundreds came": the place before the dash is nobody's name. */
function withoutDateline(tokens: readonly Token[]): readonly Token[] {
  if (!/^\p{Lu}{3}/u.test(tokens[0]?.text ?? '')) return tokens;
  const dash = tokens.slice(0, 10).findIndex((token) => /^[—–-]+$/.test(token.text));
  return dash > 0 ? tokens.slice(dash + 1) : tokens;
}

const LONGEST_ASIDE = 8;

/** Leaves out short brackets ("(D-Vt.)"), which would stand between a subject and its verb. */
function withoutAsides(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    const close = token.text === '(' && token.kind === 'mark' ? asideEnd(tokens, at) : -1;
    if (close > 0) at = close;
    else kept.push(token);
  }
  return kept;
}

function asideEnd(tokens: readonly Token[], open: number): number {
  for (let at = open + 1; at <= open + LONGEST_ASIDE + 1; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'quote') return -1;
    if (token.text === ')') return at;
  }
  return -1;
}

function cut(tokens: readonly Token[], paragraph: number): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (!endsSentence(tokens, at)) continue;
    sentences.push({ tokens: tokens.slice(from, at + 1), paragraph });
    from = at + 1;
  }
  if (from < tokens.length) sentences.push({ tokens: tokens.slice(from), paragraph });
  return sentences;
}

const LONGEST_TAG = 5;

/** "It is over." Reed said.: nothing but who spoke, though the mark before it should have been a comma. */
function isTag(tokens: readonly Token[], from: number): boolean {
  for (let at = from + 1; at < from + LONGEST_TAG; at++) {
    const after = tokens[at + 1];
    if (/^(?:said|says|added|continued|wrote)$/.test(tokens[at]?.lower ?? ''))
      return after === undefined || after.text === '.' || after.kind === 'quote';
    if (tokens[at]?.kind !== 'word') return false;
  }
  return false;
}

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next) return false;
  const opens = next.capital || next.kind === 'quote' || (next.kind === 'word' && /^\p{N}/u.test(next.text));
  if (token.kind === 'quote') {
    // "He left." The next sentence starts; but "Why?" Smith asked goes on.
    if (token.text === '.' || token.text === '…')
      return next.kind === 'quote' || (next.capital && !isTag(tokens, at + 1));
    return (token.text === '?' || token.text === '!') && (next.kind === 'quote' || STARTS_SENTENCE.test(next.text));
  }
  if (token.kind !== 'mark' || !/^[.!?…]$/.test(token.text) || !opens) return false;
  const before = tokens[at - 1];
  const abbreviated =
    token.text === '.' &&
    before?.kind === 'word' &&
    before.end === token.start &&
    SHORT.test(before.text.toLowerCase());
  return !abbreviated;
}
