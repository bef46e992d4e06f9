import { mayAnnounce } from './inside';
import type { LanguageCues, MarkedSpan, Span } from './types';

const LINE = /^[^\S\n]*([—–―-])[^\S\n]*(?=[\p{L}¡¿«"“…\p{N}])/u;
const LONGEST_LINE = 2000;
const LETTER = /[\p{L}\p{N}]/u;

/** A line that a dash begins. */
interface Turn extends Span {
  readonly paragraph: number;
  /** What is spoken in it: all of it, where nothing in it says who speaks. */
  readonly parts: readonly Span[];
  readonly cued: boolean;
}

/**
 * Speech that dashes set off instead of marks: "—Vamos a ganar —dijo Pérez—. Es nuestro año.", "– Chi va là? – gridò il
 * custode.", "— Il le faut, répondit le docteur. On m’attend." A list has dashes too, so a line counts where a verb of
 * saying stands in it, or where it is next to one that counts. Gives all quotations of the article in reading order; marks
 * inside such speech are inner ones. One pass over the lines.
 */
export function withDialogue(
  text: string,
  paragraphs: readonly Span[],
  marked: readonly MarkedSpan[],
  cues: LanguageCues,
): readonly MarkedSpan[] {
  if (cues.code === 'en' || !/(?:^|\n)[^\S\n]*[—–―-]/.test(text)) return marked;
  const turns = spokenTurns(text, paragraphs, cues);
  if (turns.length === 0) return marked;
  const spoken: MarkedSpan[] = [];
  let next = 0;
  const rest: MarkedSpan[] = [];
  for (const turn of turns) {
    for (; (marked[next]?.outerStart ?? turn.end) < turn.start; next++) rest.push(...marked.slice(next, next + 1));
    const first = next;
    while ((marked[next]?.outerStart ?? turn.end) < turn.end) next++;
    spoken.push(...spansOf(text, turn, marked.slice(first, next), rest));
  }
  return [...rest, ...marked.slice(next), ...spoken].sort((a, b) => a.outerStart - b.outerStart);
}

/** The parts of a turn as quotations; marks that stand outside them go to `rest`. */
function spansOf(text: string, turn: Turn, marked: readonly MarkedSpan[], rest: MarkedSpan[]): MarkedSpan[] {
  const inside = new Set<MarkedSpan>();
  const spans = turn.parts.map((part, index): MarkedSpan => {
    const own = marked.filter(({ outerStart, outerEnd }) => outerStart >= part.start && outerEnd <= part.end);
    for (const each of own) inside.add(each);
    // Its dash belongs to a part that begins right behind one.
    const outerStart = text.lastIndexOf('\n', part.start - 1) < turn.start && index === 0 ? turn.start : part.start;
    const inner = own.map(({ start, end }) => ({ start, end }));
    return {
      ...part,
      outerStart,
      outerEnd: part.end,
      paragraph: turn.paragraph,
      continues: false,
      inner,
      turn: index === 0 ? 'first' : 'later',
    };
  });
  rest.push(
    ...marked.filter(
      (each) =>
        !inside.has(each) &&
        !spans.some(({ outerStart, outerEnd }) => each.outerStart < outerEnd && outerStart < each.outerEnd),
    ),
  );
  return spans;
}

/** The lines that are speech: those with a verb of saying, and their neighbours that begin with a dash as well. */
function spokenTurns(text: string, paragraphs: readonly Span[], cues: LanguageCues): Turn[] {
  const turns: Turn[] = [];
  let row: Turn[] = [];
  const close = () => {
    if (row.some(({ cued }) => cued)) turns.push(...row);
    row = [];
  };
  for (const [index, paragraph] of paragraphs.entries()) {
    for (let start = paragraph.start; start < paragraph.end; ) {
      const stop = text.indexOf('\n', start);
      const end = stop < 0 || stop > paragraph.end ? paragraph.end : stop;
      const turn = readTurn(text, { start, end }, index, cues);
      if (turn) row.push(turn);
      else if (LETTER.test(text.slice(start, end))) close();
      start = end + 1;
    }
  }
  close();
  return turns;
}

function readTurn(text: string, line: Span, paragraph: number, cues: LanguageCues): Turn | null {
  if (line.end - line.start > LONGEST_LINE) return null;
  const words = text.slice(line.start, line.end);
  const dash = LINE.exec(words);
  if (!dash) return null;
  const from = dash[0].length;
  const narrated = [...narrations(words, from, cues)];
  const parts: Span[] = [];
  let start = from;
  for (const each of [...narrated, { start: words.length, end: words.length }]) {
    const part = trimmed(words, start, each.start);
    if (part) parts.push({ start: line.start + part.start, end: line.start + part.end });
    start = each.end;
  }
  const opens = line.start + (dash[0].length - dash[0].trimStart().length);
  return parts.length > 0 ? { start: opens, end: line.end, paragraph, parts, cued: narrated.length > 0 } : null;
}

/** Where a turn says who speaks: from a dash to the next one; in French also from a comma to the sentence's end. */
function* narrations(words: string, from: number, cues: LanguageCues): Generator<Span> {
  const dashes = [...words.slice(from).matchAll(/\s[—–―-]\s?|(?<=[^\s\p{L}])[—–―]\s|(?<=\p{L})[—–―](?=[\s.,;:!?])/gu)];
  for (let index = 0; index < dashes.length; index++) {
    const start = from + (dashes[index]?.index ?? 0);
    const behind = start + (dashes[index]?.[0].length ?? 0);
    if (!/\p{Ll}/u.test(words.charAt(behind)) || !mayAnnounce(words.slice(behind, behind + 80), cues)) continue;
    const closing = dashes[index + 1];
    index++;
    yield { start, end: closing ? from + closing.index + closing[0].length : words.length };
  }
  if (dashes.length > 0 || !(cues.code === 'fr' || cues.capitalNouns)) return;
  for (const match of words.slice(from).matchAll(/(?<=[,?!…])\s+(?=\p{Ll})/gu)) {
    const start = from + match.index + match[0].length;
    const sentence = words.slice(start, start + 200);
    if (!mayAnnounce(sentence, cues)) continue;
    const end = /^[^.!?…:]{3,150}?(?:-(?:il|elle|on|ils|elles),|[.!?…:]+(?=\s|$))/.exec(sentence);
    if (!end) continue;
    yield { start: from + match.index, end: start + end[0].length };
    return;
  }
}

/** A part without the marks and blanks around it; null where no word is left. */
function trimmed(words: string, from: number, to: number): Span | null {
  let [start, end] = [from, to];
  while (start < end && /[\s.,;:—–―-]/.test(words.charAt(start))) start++;
  while (end > start && /[\s,;—–―-]/.test(words.charAt(end - 1))) end--;
  return LETTER.test(words.slice(start, end)) ? { start, end } : null;
}
