import type { Clause } from './clause';
import { type Attribution, invertedAt } from './cue';
import { INVERTED } from './inversion';
import { readSentences } from './tokens';
import type { LanguageCues, MarkedSpan } from './types';

const LONGEST = 90;
const READ = 1500;

/**
 * "« Mais pourquoi, s’interroge Inès Benali, personne … ? »": who speaks may stand between commas or dashes inside the
 * marks. English closes its marks there. Null where nothing inside reads so.
 */
export function attributionInside(text: string, span: MarkedSpan, cues: LanguageCues): Attribution | null {
  if (cues.code === 'en' || cues.capitalNouns) return null;
  const end = Math.min(span.end, span.start + READ);
  const inside = text.slice(span.start, end);
  for (const match of inside.matchAll(/[,—–]\s*(\p{Ll}[^,—–;:!?]{3,90})(?=[,—–])/gu)) {
    const words = match[1] ?? '';
    if (words.length > LONGEST || !mayAnnounce(words, cues)) continue;
    const start = span.start + match.index + match[0].length - words.length;
    const tokens = readSentences(text, { start, end: start + words.length }, span.paragraph, [], 0)[0]?.tokens ?? [];
    const clause: Clause = { text, tokens, cues };
    const found = invertedAt(clause, 0, tokens.length);
    if (found && isSomebody(found, cues)) return found;
  }
  return null;
}

function mayAnnounce(words: string, cues: LanguageCues): boolean {
  const first = words
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[\s']+/, 4);
  return first.some((word) => cues.speech.has(word) || cues.speech.has(INVERTED.exec(word)?.[1] ?? ''));
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
