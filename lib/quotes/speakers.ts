import { type Clause, indexFrom } from './clause';
import type { Attribution } from './cue';
import { closingAttribution } from './cue-after';
import { attributionBefore, onlyName, subjectOfSentence } from './cue-before';
import { goesOn, goesOnAlone, hasOwnSpeaker, introducesSomebody, isSubjectless } from './going-on';
import { attributionInside } from './inside';
import { breaksPhrase, capitalRuns } from './names';
import { cueAcross, onlyMarks, ownCue } from './own-cue';
import type { People, Resolved } from './people';
import { readPhrase, type Source } from './phrases';
import { roleAfter } from './roles';
import type { Sentence } from './tokens';
import type { LanguageCues, MarkedSpan, Span, SpeakerReason } from './types';

/** Who speaks a quotation and how that was found. */
export interface SpeakerFinding extends Resolved {
  readonly cue: Span | null;
  readonly reason: SpeakerReason;
}

/** What carries from sentence to sentence. */
interface Thread {
  last: SpeakerFinding | null;
  /** Paragraph of the last attributed quotation. */
  paragraph: number;
  /** The last sentence ended with a colon or a cue that announces a quotation. */
  announced: SpeakerFinding | null;
  announcedIn: number;
  /** The last sentence had a quotation. */
  quotedLast: boolean;
  /** The last quotation without a cue of its own, and its paragraph: a label may follow. */
  open: { readonly quote: number; readonly paragraph: number } | null;
}

const NOBODY: SpeakerFinding = {
  speaker: null,
  named: false,
  role: null,
  nameReason: 'none',
  cue: null,
  reason: 'none',
};

/** Finds the speakers of marked quotations, sentence by sentence in reading order. */
export function attribute(
  text: string,
  sentences: Iterable<Sentence>,
  quotes: readonly MarkedSpan[],
  people: People,
  cues: LanguageCues,
): Map<number, SpeakerFinding> {
  const found = new Map<number, SpeakerFinding>();
  const thread: Thread = { last: null, paragraph: -1, announced: null, announcedIn: -1, quotedLast: false, open: null };
  for (const sentence of sentences) {
    people.read(text, sentence);
    const positions = sentence.tokens.flatMap((token, index) => (token.kind === 'quote' ? [index] : []));
    const clause: Clause = { text, tokens: sentence.tokens, cues };
    if (positions.length > 0) attributeSentence(clause, sentence, positions, quotes, people, thread, found);
    else labelAfter(clause, sentence, people, thread, found);
    thread.open = openQuote(clause, sentence, positions, found);
    announce(clause, sentence, people, thread, positions.length > 0);
    thread.quotedLast = positions.length > 0;
  }
  return found;
}

const LONGEST_LABEL = 8;

/** A quotation that is a whole paragraph, for which no cue of its own was found. */
function openQuote(
  clause: Clause,
  sentence: Sentence,
  positions: readonly number[],
  found: ReadonlyMap<number, SpeakerFinding>,
): Thread['open'] {
  const token = clause.tokens[positions.at(-1) ?? -1];
  if (!token || positions.length !== 1 || !onlyMarks(clause, 0, positions[0] ?? 0) || token !== clause.tokens.at(-1))
    return null;
  return found.get(token.quote)?.cue ? null : { quote: token.quote, paragraph: sentence.paragraph };
}

/** "“…”", and below it "— Ann Reed": a line that names who said what stands above it. */
function labelAfter(
  clause: Clause,
  sentence: Sentence,
  people: People,
  thread: Thread,
  found: Map<number, SpeakerFinding>,
): void {
  const { tokens } = sentence;
  if (!thread.open || thread.open.paragraph < sentence.paragraph - 1 || tokens.length > LONGEST_LABEL) return;
  if (!/^[–—―-]+$/.test(tokens[0]?.text ?? '')) return;
  let end = 1;
  while (end < tokens.length && !breaksPhrase(tokens, end)) end++;
  const source = readPhrase(clause.text, tokens, 1, end, clause.cues);
  if (source?.kind !== 'name') return;
  const finding: SpeakerFinding = { ...people.resolve(source), cue: null, reason: 'label' };
  found.set(thread.open.quote, finding);
  thread.last = finding;
}

function attributeSentence(
  clause: Clause,
  sentence: Sentence,
  positions: readonly number[],
  quotes: readonly MarkedSpan[],
  people: People,
  thread: Thread,
  found: Map<number, SpeakerFinding>,
): void {
  let from = 0;
  let here: SpeakerFinding | null = null;
  // The same for every quotation of the sentence but the last, so it is looked for once.
  let closing: Attribution | null | undefined;
  for (const position of positions) {
    const token = clause.tokens[position];
    if (!token) continue;
    const quote = quotes[token.quote];
    let attribution = ownCue(clause, position, from, here !== null);
    if (attribution === null || attribution.reason === 'subject') {
      // The title of a work between subject and verb ("Hale, author of “Roads,” said …") hides the subject.
      if (here === null && from > 0) attribution = cueAcross(clause, position) ?? attribution;
      closing = closing === undefined ? closingAttribution(clause, position) : closing;
      attribution = closing ?? attribution;
      if (attribution?.reason === 'subject' && here?.speaker) attribution = null;
    }
    attribution ??= quote ? attributionInside(clause.text, quote, clause.cues) : null;
    const finding: SpeakerFinding = attribution
      ? (goingOn(attribution, sentence, thread) ?? resolved(clause, attribution, people))
      : (carried(clause, sentence, position, here, thread, quote) ?? NOBODY);
    found.set(token.quote, finding);
    if (finding.speaker !== null) {
      here = finding;
      thread.last = finding;
      thread.paragraph = sentence.paragraph;
    } else if (attribution) {
      // A pronoun that stayed unresolved: nobody before it may be taken for its speaker.
      here = finding;
      thread.last = null;
      thread.paragraph = sentence.paragraph;
    }
    from = position + 1;
  }
}

/** "Añadió que «…»": whom the sentence before announces, else the speaker of the paragraph so far. */
function goingOn({ source, cue, reason }: Attribution, sentence: Sentence, thread: Thread): SpeakerFinding | null {
  if (!source.dropped) return null;
  const before =
    thread.announced && thread.announcedIn >= sentence.paragraph
      ? thread.announced
      : thread.last && thread.paragraph === sentence.paragraph
        ? thread.last
        : NOBODY;
  return { ...before, cue, reason };
}

function resolved(clause: Clause, attribution: Attribution, people: People): SpeakerFinding {
  const who =
    pronounOfSentence(clause, attribution.source, people) ??
    people.resolve(withRole(clause, attribution.source), true, hearer(clause, attribution));
  const doubtful = attribution.reason === 'subject' && isDoubtful(clause, attribution.source, who, people);
  return { ...(doubtful ? NOBODY : who), cue: attribution.cue, reason: attribution.reason };
}

/** "he told Reed": whoever hears it is not the one who says it. */
function hearer(clause: Clause, { source, cue }: Attribution): string | null {
  if (source.kind !== 'pronoun' || !cue || !/^(?:told|tells|asked|asks)$/.test(clause.text.slice(cue.start, cue.end)))
    return null;
  const index = indexFrom(clause, cue.end);
  const [run] = capitalRuns(clause.tokens, index, index + 4, clause.cues);
  return run?.from === index ? (clause.tokens[run.to - 1]?.text ?? null) : null;
}

/** "Reed noted that, though she wrote it herself, “…”": the pronoun of a sentence that is somebody's is that somebody. */
function pronounOfSentence(clause: Clause, source: Source, people: People): Resolved | null {
  if (source.kind !== 'pronoun' || source.gender === null) return null;
  const index = indexFrom(clause, source.start);
  const outer = index > 0 ? (attributionBefore(clause, index, 0) ?? subjectOfSentence(clause, 0, index))?.source : null;
  return outer?.kind === 'name' && people.fits(outer, source.gender)
    ? { ...people.resolve(outer), nameReason: 'pronoun' }
    : null;
}

/** "said Umerov, the defence minister,": the office may stand behind the name. */
function withRole(clause: Clause, source: Source): Source {
  if (source.kind !== 'name' || source.role !== null) return source;
  const behind = indexFrom(clause, source.end);
  return { ...source, role: roleAfter(clause.text, clause.tokens, behind, clause.cues) };
}

/** "Specifically, …", "Pause.": a lone word that only its place at the sentence's start writes with a capital. */
function isDoubtful(clause: Clause, source: Source, who: Resolved, people: People): boolean {
  return (
    source.kind === 'name' &&
    who.nameReason === 'full-name' &&
    source.role === null &&
    !source.words.includes(' ') &&
    !people.knowsAsName(source.words) &&
    clause.tokens.find((token) => token.kind === 'word')?.start === source.start
  );
}

/** No cue of its own: the speaker of the same sentence, of the paragraph, or of the announcement before it. */
function carried(
  clause: Clause,
  sentence: Sentence,
  position: number,
  here: SpeakerFinding | null,
  thread: Thread,
  quote: MarkedSpan | undefined,
): SpeakerFinding | null {
  const go = (finding: SpeakerFinding, reason: SpeakerReason): SpeakerFinding => ({ ...finding, cue: null, reason });
  if (here) return go(here, 'same-sentence');
  // A turn of a dialogue is mostly somebody else's than the one before it.
  if (quote?.turn === 'first')
    return goesOnAlone(clause, position) && thread.last && thread.paragraph >= sentence.paragraph - 1
      ? go(thread.last, 'continued')
      : null;
  if (quote?.continues && thread.last) return go(thread.last, 'continued');
  const opens = onlyMarks(clause, 0, position) || goesOn(clause, position) || isSubjectless(clause, position);
  if (!opens || hasOwnSpeaker(clause, position)) return null;
  if (thread.announced && thread.announcedIn >= sentence.paragraph - 1)
    return go(thread.announced, 'previous-sentence');
  if (thread.last && thread.paragraph === sentence.paragraph) return go(thread.last, 'continued');
  const alone = onlyMarks(clause, position + 1, clause.tokens.length);
  if (alone && thread.last && thread.quotedLast && thread.paragraph === sentence.paragraph - 1)
    return go(thread.last, 'continued');
  return null;
}

/** Remembers a sentence that announces what follows: "X said:" or, without a quotation of its own, "X disagreed." */
function announce(clause: Clause, sentence: Sentence, people: People, thread: Thread, quoted: boolean): void {
  thread.announced = null;
  const { tokens } = sentence;
  const colon = tokens[tokens.length - 1]?.text === ':';
  if (quoted && !colon) return;
  const said = attributionBefore(clause, tokens.length, 0);
  // "A deckhand, Callum Hale, said crews had complained": the sentence is his, whatever it tells of others.
  const named = namedAlone(clause, tokens.length);
  const attribution =
    said && (colon || said.source.kind === 'name') ? said : (subjectOfSentence(clause, 0, tokens.length) ?? named);
  if (!quoted && introducesSomebody(clause)) thread.last = null;
  if (!attribution) return;
  if (!colon && attribution.source.kind !== 'name') return;
  const finding = people.resolve(attribution.source, attribution.cue !== null);
  if (finding.speaker === null || (attribution.cue === null && isDoubtful(clause, attribution.source, finding, people)))
    return;
  thread.announced = { ...finding, cue: null, reason: 'previous-sentence' };
  thread.announcedIn = colon ? sentence.paragraph : sentence.paragraph - (colon ? 0 : 1) + 1;
}

/** "A 82 anni Rosmunda Viale non ha dimenticato nulla.": whom a sentence names alone is who speaks next. */
function namedAlone(clause: Clause, to: number): Attribution | null {
  const source = clause.cues.code === 'en' ? null : onlyName(clause, 0, to);
  return source && { source, cue: null, reason: 'subject' };
}
