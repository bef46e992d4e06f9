/** A sentence in UTF-16 offsets into the text it was cut from, end exclusive, without surrounding white space. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A row of marks is looked at from its first one alone. */
const ENDS = /(?<![.!?…])[.!?…]+["'”’»)\]]*(?=\s)|\n[^\S\n]*\n/g;
const ABBREVIATION =
  /(?:^|[\s(“"«])(?:\p{L}|(?:\p{L}\.)+\p{L}|mr|mrs|ms|dr|sen|rep|gov|gen|col|lt|prof|rev|st|jr|sr|vs|mme|mlle|mm|hr|fr|sra|srta|dott|ing|avv|bzw|ca|nr|art|no|jan|feb|aug|sept|oct|nov|dec|inc|corp|env)$/iu;

/**
 * Cuts a text into sentences at full stops, question and exclamation marks and blank lines; not after
 * abbreviations and initials. Never throws; linear in the text's length.
 */
export function splitSentences(text: string): SentenceSpan[] {
  const sentences: SentenceSpan[] = [];
  let from = 0;
  for (const match of text.matchAll(ENDS)) {
    const end = match.index + match[0].length;
    const dot = match[0].startsWith('.') && match[0].length === 1;
    if (dot && ABBREVIATION.test(text.slice(Math.max(from, match.index - 8), match.index))) continue;
    if (!match[0].startsWith('\n') && /^\s+\p{Ll}/u.test(text.slice(end, end + 4))) continue;
    add(sentences, text, from, end);
    from = end;
  }
  add(sentences, text, from, text.length);
  return sentences;
}

function add(sentences: SentenceSpan[], text: string, from: number, to: number): void {
  const part = text.slice(from, to);
  const trimmed = part.trim();
  if (trimmed === '') return;
  const start = from + part.indexOf(trimmed);
  sentences.push({ start, end: start + trimmed.length, text: trimmed });
}
