import type { JSX } from 'preact';
import { excerpt, markParts } from '../lib/search/marks';
import type { Query, TextField } from '../lib/search/query';

interface MarkedProps {
  readonly text: string;
  /** What the text is, since a query may ask for words in one field only. */
  readonly field: TextField;
  readonly query: Query;
  /** Begins shortly before the first match where that would be out of sight. */
  readonly short?: boolean;
}

/** A text with what was searched for marked in it. */
export function Marked({ text, field, query, short = false }: MarkedProps): JSX.Element {
  const parts = markParts(text, field, query);
  return (
    <>
      {(short ? excerpt(parts) : parts).map((part, at) => (part.hit ? <mark key={at}>{part.text}</mark> : part.text))}
    </>
  );
}
