import { foldSpace, normalise } from '../text/normalise';

/** A stretch of the two texts. `removed` stands only in the one before, `added` only in the one after. */
export interface ComparedPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** How a quote differs from what stands on the page now. */
export interface Comparison {
  /** Both texts, interleaved word by word; removed before added. */
  readonly parts: readonly ComparedPart[];
  /** A number came, went or changed. */
  readonly numbersChanged: boolean;
  /** A name (a capital letter inside a sentence) came, went or changed. */
  readonly namesChanged: boolean;
  /** A negation came or went. */
  readonly negationChanged: boolean;
  /** Nothing but spelling, case or punctuation: no number, name or negation, no word of its own. */
  readonly minor: boolean;
}

interface Piece {
  readonly text: string;
  readonly key: string;
  readonly word: boolean;
}

const PIECES = /\p{N}+(?:[.,\u00a0\u202f']\p{N}+)*|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

/** Negations of the languages that the press around us is written in; an apostrophe is normalised before. */
const NEGATION =
  /^(?:no|not|never|none|neither|nor|nothing|nobody|without|cannot|\p{L}+n't|ne|n'\p{L}+|pas|jamais|rien|aucune?|sans|ni|non|nicht|nie|niemals|kein\w*|ohne|weder|nada|nunca|sin|ningún|ninguna?|jamás|mai|senza|nessun\w*|não|sem|niet|geen|nooit|ikke|inte|aldri|aldrig|не|нет|ни|без|никогда|нельзя)$/iu;

/** What a word may be that a fact-checker looks at first. */
export type Weight = 'number' | 'negation';

/** A text in words and what stands between them, with those that weigh marked. */
export function weighed(text: string): { readonly text: string; readonly weight: Weight | null }[] {
  const parts: { text: string; weight: Weight | null }[] = [];
  for (const [piece] of text.matchAll(PIECES)) {
    const weight = /\p{N}/u.test(piece) ? 'number' : NEGATION.test(normalise(piece)) ? 'negation' : null;
    const last = parts.at(-1);
    if (last && last.weight === null && weight === null) last.text += piece;
    else parts.push({ text: piece, weight });
  }
  return parts;
}

/** Longer texts are compared from both ends only; the middle is one change. */
const MOST_CELLS = 4_000_000;

function piecesOf(text: string): Piece[] {
  return [...foldSpace(text).matchAll(PIECES)].map(([piece]) => ({
    text: piece,
    key: normalise(piece) || ' ',
    word: /[\p{L}\p{N}]/u.test(piece),
  }));
}

/** The places of a longest common subsequence, as pairs. */
function commonPairs(before: readonly Piece[], after: readonly Piece[]): [number, number][] {
  const width = after.length + 1;
  if (before.length * after.length > MOST_CELLS) return [];
  const weights = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const down = weights[(i + 1) * width + j] ?? 0;
      const right = weights[i * width + j + 1] ?? 0;
      const same = before[i]?.key === after[j]?.key;
      // Words weigh more than the spaces between them, which otherwise would hold on to the wrong neighbours.
      const diagonal = same ? (weights[(i + 1) * width + j + 1] ?? 0) + (before[i]?.word ? 4 : 1) : 0;
      weights[i * width + j] = Math.max(down, right, diagonal);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    const here = weights[i * width + j] ?? 0;
    if (here === (weights[(i + 1) * width + j] ?? 0)) i++;
    else if (here === (weights[i * width + j + 1] ?? 0)) j++;
    else pairs.push([i++, j++]);
  }
  return pairs;
}

function commonEnds(before: readonly Piece[], after: readonly Piece[]): { head: number; tail: number } {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head]?.key === after[head]?.key) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail)?.key === after.at(-1 - tail)?.key) tail++;
  return { head, tail };
}

interface Change {
  readonly removed: readonly Piece[];
  readonly added: readonly Piece[];
  /** What stays after the change, as it stood and as it stands: spelling of marks and spaces may differ. */
  readonly stood: readonly Piece[];
  readonly same: readonly Piece[];
}

function changesOf(before: readonly Piece[], after: readonly Piece[]): Change[] {
  const { head, tail } = commonEnds(before, after);
  const middleBefore = before.slice(head, before.length - tail);
  const middleAfter = after.slice(head, after.length - tail);
  const changes: Change[] = [{ removed: [], added: [], stood: before.slice(0, head), same: after.slice(0, head) }];
  let i = 0;
  let j = 0;
  const end: [number, number] = [middleBefore.length, middleAfter.length];
  for (const [to, toAfter] of [...commonPairs(middleBefore, middleAfter), end]) {
    const last = to === middleBefore.length;
    changes.push({
      removed: middleBefore.slice(i, to),
      added: middleAfter.slice(j, toAfter),
      stood: last ? before.slice(before.length - tail) : middleBefore.slice(to, to + 1),
      same: last ? after.slice(after.length - tail) : middleAfter.slice(toAfter, toAfter + 1),
    });
    i = to + 1;
    j = toAfter + 1;
  }
  return changes;
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

/**
 * Changes as a person would mark them: what stays between two changes and is shorter than either (a space, an "of") is
 * read with them, else five words that were replaced by five would alternate with them. A number or a negation that
 * stayed is always shown as staying. After the semantic cleanup of Fraser's diff-match-patch (2006).
 */
function grouped(changes: readonly Change[]): Change[] {
  const size = ({ removed, added }: Change): number => Math.max(textOf(removed).length, textOf(added).length);
  const groups: Change[] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (last === undefined) groups.push(change);
    else if (size(change) === 0) {
      const [stood, same] = [last.stood.concat(change.stood), last.same.concat(change.same)];
      groups[groups.length - 1] = { ...last, stood, same };
    } else if (textOf(last.same).length <= Math.min(size(last), size(change)) && !last.same.some(weighs)) {
      const removed = last.removed.concat(last.stood, change.removed);
      const added = last.added.concat(last.same, change.added);
      groups[groups.length - 1] = { ...change, removed, added };
    } else groups.push(change);
  }
  return groups.flatMap(withoutEnds);
}

/** A change without what its two sides begin and end with alike. */
function withoutEnds({ removed, added, stood, same }: Change): Change[] {
  const { head, tail } = commonEnds(removed, added);
  const stays = { removed: [], added: [], stood: [], same: added.slice(0, head) };
  const inner = [removed.slice(head, removed.length - tail), added.slice(head, added.length - tail)] as const;
  return [stays, { removed: inner[0], added: inner[1], stood, same: added.slice(added.length - tail).concat(same) }];
}

function join(changes: readonly Change[]): ComparedPart[] {
  const parts: { kind: ComparedPart['kind']; text: string }[] = [];
  const add = (kind: ComparedPart['kind'], text: string): void => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  for (const { removed, added, same } of changes) {
    add('removed', textOf(removed));
    add('added', textOf(added));
    add('same', textOf(same));
  }
  return parts;
}

const isNumber = ({ text }: Piece): boolean => /\p{N}/u.test(text);
const isNegation = ({ key }: Piece): boolean => NEGATION.test(key);
const weighs = (piece: Piece): boolean => isNumber(piece) || isNegation(piece);

/** The pieces with these keys that one side has more often than the other. */
function differ(before: readonly Piece[], after: readonly Piece[], test: (piece: Piece) => boolean): boolean {
  const counts = new Map<string, number>();
  for (const piece of before) if (test(piece)) counts.set(piece.key, (counts.get(piece.key) ?? 0) + 1);
  for (const piece of after) if (test(piece)) counts.set(piece.key, (counts.get(piece.key) ?? 0) - 1);
  return [...counts.values()].some((count) => count !== 0);
}

/** Capitalised words that don't open a sentence. */
function namesOf(pieces: readonly Piece[]): Piece[] {
  let opening = true;
  return pieces.filter((piece) => {
    const name = piece.word && !opening && /^\p{Lu}/u.test(piece.text);
    if (piece.word) opening = false;
    else if (/[.!?…:]/u.test(piece.text)) opening = true;
    return name;
  });
}

function isSmall(changes: readonly Change[]): boolean {
  return changes.every(({ removed, added }) => {
    const bare = (pieces: readonly Piece[]): string =>
      pieces
        .filter(({ word }) => word)
        .map(({ key }) => key.toLowerCase())
        .join('');
    const [a, b] = [bare(removed), bare(added)];
    return a === b || (a.length > 3 && b.length > 3 && Math.abs(a.length - b.length) <= 1 && oneLetter(a, b));
  });
}

/** Whether two words differ by one letter or two neighbours that changed places: a typo. */
function oneLetter(a: string, b: string): boolean {
  let head = 0;
  while (head < a.length && a.charAt(head) === b.charAt(head)) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const [x, y] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  return (
    Math.max(x.length, y.length) <= 1 || (x.length === 2 && x.charAt(0) === y.charAt(1) && x.charAt(1) === y.charAt(0))
  );
}

/**
 * The difference of two texts word by word, spelling of quotation marks, dashes and spaces aside, with what a
 * fact-checker looks at first pointed out. Time follows the product of the lengths of the changed middles, with a
 * bound beyond which the middle counts as replaced.
 */
export function compareQuotes(before: string, after: string): Comparison {
  const [a, b] = [piecesOf(before), piecesOf(after)];
  const changes = changesOf(a, b);
  const [removed, added] = [changes.flatMap((change) => change.removed), changes.flatMap((change) => change.added)];
  const numbersChanged = differ(removed, added, isNumber);
  const namesChanged = differ(namesOf(a), namesOf(b), () => true);
  const negationChanged = differ(removed, added, isNegation);
  const minor = !numbersChanged && !namesChanged && !negationChanged && isSmall(changes);
  return { parts: join(grouped(changes)), numbersChanged, namesChanged, negationChanged, minor };
}
