import { type Clause, isLight } from './clause';
import { type Attribution, invertedAt } from './cue';
import { INVERTED } from './inversion';
import { readSentences } from './tokens';
import type { LanguageCues, MarkedSpan } from './types';

const LONGEST = 90;
const READ = 1500;
/** What two dashes set off, or two commas, or a comma and the sentence's end. */
const SET_OFF =
  /[—–]\s*(\p{Ll}[^—–;:!?]{3,90})(?=[—–])|[,—–]\s*(\p{Ll}(?:[^,—–;:!?.]|(?<=\p{Lu}\p{Ll}{0,2})\.){3,90})(?=[,—–]|\.\s)/gu;

/**
 * "« Mais pourquoi, s’interroge Inès Benali, personne … ? »": who speaks may stand between commas or dashes inside the
 * marks. English closes its marks there. Null where nothing inside reads so.
 */
export function attributionInside(text: string, span: MarkedSpan, cues: LanguageCues): Attribution | null {
  if (cues.code === 'en' || cues.capitalNouns) return null;
  const end = Math.min(span.end, span.start + READ);
  const inside = text.slice(span.start, end);
  for (const match of inside.matchAll(SET_OFF)) {
    const dashed = match[1] !== undefined;
    const words = match[1] ?? match[2] ?? '';
    if (words.length > LONGEST || !mayAnnounce(words, cues)) continue;
    const start = span.start + match.index + match[0].length - words.length;
    const tokens = readSentences(text, { start, end: start + words.length }, span.paragraph, [], 0)[0]?.tokens ?? [];
    const clause: Clause = { text, tokens, cues };
    const found = invertedAt(clause, 0, tokens.length);
    if (found && (dashed || isSomebody(found, cues))) return found;
  }
  return null;
}

/** Whether one of the first words is a verb of saying. */
export function mayAnnounce(words: string, cues: LanguageCues): boolean {
  const first = words
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}-]+/u, 5);
  return first.some(
    (word) => cues.speech.has(word) || isLight(word) || cues.speech.has(INVERTED.exec(word)?.[1] ?? ''),
  );
}

/** "comme dit mon père" is part of the speech; a name, "dit-il" and "explique la maire" are not. */
function isSomebody({ source }: Attribution, cues: LanguageCues): boolean {
  if (source.kind === 'name') return true;
  if (source.kind === 'pronoun') return source.gender !== null;
  return (
    /^(?:l[ea]?|el|il|lo|o|a)(?:\s|['’])/i.test(source.words) &&
    source.words.split(' ').length <= 3 &&
    cues.code !== 'en'
  );
}
