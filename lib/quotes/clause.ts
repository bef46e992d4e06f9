import type { Token } from './tokens';
import type { LanguageCues, Span } from './types';

/** A sentence with what is needed to read it. */
export interface Clause {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly cues: LanguageCues;
}

/** The token at an index, undefined outside the sentence. */
export const at = (clause: Clause, index: number): Token | undefined => clause.tokens[index];
/** Whether a word is a verb of saying. */
export const isSpeech = (clause: Clause, index: number): boolean => {
  const token = at(clause, index);
  if (token?.kind !== 'word' || token.capital) return false;
  const { speech, bareSpeech, code } = clause.cues;
  if (speech.has(token.lower) || (bareSpeech?.has(token.lower) === true && isVerb(clause, index))) return true;
  return code !== 'en' && isOtherForm(clause, index, token.lower);
};

/** How infinitives and gerunds lead to a form that the lists have. */
const OTHER_FORMS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  es: [
    [/(?:ar|ando)$/, 'ó'],
    [/(?:[ei]r|iendo)$/, 'ió'],
    [/(?:de[cs]ir|diciendo)$/, 'dijo'],
  ],
  it: [
    [/(?:are|ando)$/, 'ato'],
    [/(?:ere|endo)$/, 'e'],
    [/ire$/, 'ito'],
    [/^di(?:re|cendo)$/, 'detto'],
  ],
  pt: [
    [/(?:ar|ando)$/, 'ou'],
    [/(?:er|endo)$/, 'eu'],
    [/(?:ir|indo)$/, 'iu'],
    [/^diz(?:er|endo)$/, 'disse'],
    [/-(?:se|lhes?|me|nos)$/, ''],
  ],
  fr: [
    [/(?:ant|er)$/, 'e'],
    [/ir$/, 'it'],
    [/^dis?(?:re|ant)$/, 'dit'],
    [/re$/, ''],
  ],
  de: [
    [
      /^(?:mit|hinzu|an|ein|zurück|bekannt|fest|aus|nach|vor|klar|zu|bei|auf|ab)(?:ge)?(?!(?:sieht|sah|hält|hielt|find|fand|so|warf|wirft|bat|heißt|hieß|gibt|gab|gestellt)$)/,
      '',
    ],
    [/^ge(?!stellt|teilt|sehen)/, ''],
  ],
};

function isOtherForm(clause: Clause, index: number, lower: string): boolean {
  for (const [ending, listed] of OTHER_FORMS[clause.cues.code] ?? []) {
    if (/^s(?:aber|apere|avoir)$/.test(lower) && lightStart(clause, index) < index) return true;
    if (!ending.test(lower) || !clause.cues.speech.has(lower.replace(ending, listed))) continue;
    // "se limitó a decir", but not "sin decir nada".
    return !/(?:[aei]re?|d?ire?|re)$/.test(lower) || lightStart(clause, index) < index;
  }
  return false;
}

/** Verbs that another one follows: "quiso dejar claro", "tient à souligner", "si limita a dire", "acabou por admitir". */
const LIGHT =
  /^(?:tien[ste]|tenai[ts]|tenu[to]?o?|teneva|voul(?:u|ait)|veut|fini[ts]?|vien[ts]|venai[ts]|content[eé]|empressé|bor(?:n[eé]|nait)|acab(?:a|ó|ou|an|aba)|v(?:olvió|uelve|uelto|oltou|olta)|lleg(?:a|ó|ado)|cheg(?:a|ou)|limit(?:a|ó|ou|ò|ado|ato|ou-se|a-se)|quis|qui(?:so|ere)|querido|vuole|voluto|voleva|torn(?:a|ato|ò|ou)|affrett(?:a|ato)|apresur(?:a|ó|ado)|apress(?:ou|ou-se|a-se)|atrev(?:e|ió|ido)|opt(?:a|ó|ou)|prefer(?:ito|isce|ì|iu|ido)|prefiri[óo]|prefiere|questão|deix(?:a|ou)|dej(?:a|ó|ado)|prov(?:a|ato)|am(?:a|ava)|aim(?:e|ait)|suele|solía|soleva|gosta(?:va)?|sol(?:ía|ia))$/;
/** Whether another verb follows a form. */
export const isLight = (lower: string): boolean => LIGHT.test(lower);

const JOINS = /^(?:[àa]|de|d['’]|di|da|par|por|en|em)$/;

/** Where a verb of saying begins that others lead to ("ha tenuto a |precisare"); the index itself where none does. */
export function lightEnd(clause: Clause, index: number): number {
  if (!LIGHT.test(at(clause, index)?.lower ?? '') || isSpeech(clause, index)) return index;
  let end = index + 1;
  while (end < index + 3 && JOINS.test(at(clause, end)?.lower ?? '')) end++;
  return isSpeech(clause, end) ? end : index;
}

/** Where the verbs begin that lead to one of saying. */
export function lightStart(clause: Clause, verb: number): number {
  let start = verb;
  if (JOINS.test(at(clause, start - 1)?.lower ?? '')) start--;
  return LIGHT.test(at(clause, start - 1)?.lower ?? '') ? start - 1 : verb;
}

/** "critics argue", "could only quip": what stands before a bare form makes a verb of it. */
function isVerb(clause: Clause, index: number): boolean {
  let before = index - 1;
  while (
    before > 0 &&
    /^(?:only|also|still|even|just|never|not|now|always|often|then|\p{L}+ly)$/u.test(at(clause, before)?.lower ?? '')
  )
    before--;
  const token = at(clause, before);
  if (token?.kind !== 'word') return false;
  return /^(?:to|they|people|police|media|would|could|may|might|must|should|can|will|do|does|did|\p{L}{3,}[^s'’]s)$/u.test(
    token.lower,
  );
}

/** French: a determiner that is no object's pronoun ("le", "leur"), with an adjective that stands in front of its noun. */
const BEFORE_NOUN =
  /(?:^|[^’'] )(?:cet(?:te)?|ces|[ms](?:on|a|es)|une|des|du)(?: (?:nouvelle|grande|première|dernière|même))?$/;

/** "the said", "in claims", "cette nouvelle menace": a determiner or a preposition in front makes it no verb. */
export function isNounUse(clause: Clause, index: number): boolean {
  const before = at(clause, index - 1)?.lower ?? '';
  if (clause.cues.code === 'fr') {
    return BEFORE_NOUN.test([3, 2, 1].map((back) => at(clause, index - back)?.lower ?? '').join(' '));
  }
  if (clause.cues.code !== 'en') return clause.cues.determiners.has(before) && !clause.cues.between.has(before);
  return (
    clause.cues.determiners.has(before) ||
    /['’]s?$/.test(before) ||
    (before === 'to' && !clause.cues.bareSpeech?.has(at(clause, index)?.lower ?? '')) ||
    /^(?:of|for|his|her|their)$/.test(before)
  );
}

/** Whether a word may stand between a subject and its verb. */
export const isBetween = (clause: Clause, index: number): boolean => {
  const lower = at(clause, index)?.lower ?? '';
  return (
    // "Will urged": a surname may look like an auxiliary.
    (clause.cues.between.has(lower) &&
      (!at(clause, index)?.capital || (index === 0 && !clause.cues.surnames?.has(lower)))) ||
    (clause.cues.code === 'en' && /\p{L}{2}ly$/u.test(lower) && !at(clause, index)?.capital)
  );
};
/** Whether a new clause starts at a word. */
export const isClauseWord = (clause: Clause, index: number): boolean =>
  clause.cues.clause.has(at(clause, index)?.lower ?? '');
/** Whether a token is a whole quotation. */
export const isQuote = (clause: Clause, index: number): boolean => at(clause, index)?.kind === 'quote';
/** Whether a mark sets off a part of the sentence. */
export const isComma = (clause: Clause, index: number): boolean => /^[,;–—-]$/.test(at(clause, index)?.text ?? '');

/** The first token that starts at an offset or behind it; by halves, as a sentence may be very long. */
export function indexFrom(clause: Clause, offset: number): number {
  let [low, high] = [0, clause.tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at(clause, middle)?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a token stands in the article, null outside the sentence. */
export const spanOf = (clause: Clause, index: number): Span | null => {
  const token = at(clause, index);
  return token ? { start: token.start, end: token.end } : null;
};

/** "…, saying": it speaks for the subject of its sentence, not for the nearest noun. */
export const isParticiple = (clause: Clause, index: number): boolean =>
  clause.cues.code === 'en' &&
  /ing$/.test(at(clause, index)?.lower ?? '') &&
  // "…," Ebeling said: with a capital inside the sentence it is a name.
  !(index > 0 && at(clause, index)?.capital);
