/** A stretch of text in UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A quotation by its marks alone. */
export interface MarkedSpan extends Span {
  /** The opening mark's position; `start` is where the words begin. */
  readonly outerStart: number;
  /** Just past the closing mark, or the paragraph's end where there is none. */
  readonly outerEnd: number;
  readonly paragraph: number;
  readonly continues: boolean;
  readonly inner: readonly Span[];
  /** Speech between dialogue dashes: what begins the line, or what follows who speaks. */
  readonly turn?: 'first' | 'later';
}

/**
 * Spoken or written words (`direct`), words held at arm's length (`scare`), the name of a work (`title`), whole
 * paragraphs taken over from elsewhere (`excerpt`): what those quote follows as entries of its own.
 */
export type QuotationKind = 'direct' | 'scare' | 'title' | 'excerpt';

/** How a speaker was found; a stable key that the interface puts into words. */
export type SpeakerReason =
  | 'cue-after'
  | 'cue-before'
  | 'according-to'
  | 'subject'
  | 'label'
  | 'same-sentence'
  | 'continued'
  | 'previous-sentence'
  | 'none';

/** How the words of the source led to `speaker`; a stable key that the interface puts into words. */
export type NameReason = 'full-name' | 'short-name' | 'pronoun' | 'role' | 'unnamed' | 'none';

/** A quotation that an article's text offers. It is a suggestion: nothing is stored until a person takes it. */
export interface Quotation extends Span {
  /** The words inside the marks, exactly as they stand in the text. */
  readonly text: string;
  /** Index of the paragraph; a quotation over several paragraphs has one entry for each. */
  readonly paragraph: number;
  /** True where this entry goes on with the one before it. */
  readonly continues: boolean;
  readonly kind: QuotationKind;
  /** Quotations inside this one. */
  readonly inner: readonly Span[];
  /** A name, or the article's own phrase for an unnamed source ("a police spokesman"); null when unsure. */
  readonly speaker: string | null;
  /** Whether `speaker` is a name. */
  readonly named: boolean;
  /** The office or occupation given with the speaker, as it stands in the text. */
  readonly role: string | null;
  /** The word that announces the speech, such as "said". */
  readonly cue: Span | null;
  readonly reason: SpeakerReason;
  readonly nameReason: NameReason;
}

/** Grammatical gender as far as it tells people apart; null when it does not. */
export type Gender = 'm' | 'f' | null;

/** What one language needs to announce speech. All words in lower case. */
export interface LanguageCues {
  readonly code: string;
  /** Verbs of saying in the forms of news prose, participles of compound tenses included. */
  readonly speech: ReadonlySet<string>;
  /** Forms that are nouns as well ("claim", "state"): verbs only behind a plural, an auxiliary or "to". */
  readonly bareSpeech?: ReadonlySet<string>;
  /** Verbs of the press: what follows is its report, not somebody's speech. */
  readonly reporting: ReadonlySet<string>;
  /** Verbs of describing or judging, which quote only when a quotation follows ("called it …"). */
  readonly describing: ReadonlySet<string>;
  /** Words that stand between subject and verb: auxiliaries, adverbs, clitics, negation. */
  readonly between: ReadonlySet<string>;
  /** "According to". */
  readonly accordingTo: Phrases;
  /** "In her opinion" of whoever was last spoken of. */
  readonly ownView?: Phrases;
  /** Postpositions such as German "zufolge". */
  readonly accordingAfter: ReadonlySet<string>;
  readonly pronouns: ReadonlyMap<string, Gender>;
  /** Forms of address and offices that stand before a name; they are no part of it. */
  readonly titles: ReadonlyMap<string, Gender>;
  /** Nouns for people by office, for "the senator" after "Senator X". */
  readonly roles: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  /** Conjunctions and relative words where a new clause starts. */
  readonly clause: ReadonlySet<string>;
  readonly relative: ReadonlySet<string>;
  /** Prepositions that begin where or when it was said ("en un comunicado"), not whose the office is. */
  readonly circumstances?: ReadonlySet<string>;
  /** Small words inside names ("de", "von"). */
  readonly particles: ReadonlySet<string>;
  /** Capitalised words that are no person's name: days, months, parties, peoples. */
  readonly notNames: ReadonlySet<string>;
  /** Surnames that the article has introduced, though they are words of the language ("Theresa May"). */
  readonly surnames?: ReadonlySet<string>;
  /** Words of time and place that look like a subject at the start of a sentence. */
  readonly times: ReadonlySet<string>;
  /** Words of places that follow a town ("Hudson, New Hampshire") and speak for nobody. */
  readonly places?: ReadonlySet<string>;
  /** Nouns that announce the title of a work. */
  readonly works: ReadonlySet<string>;
  /** Given names by gender, to leave out candidates a pronoun cannot mean. */
  readonly givenNames: ReadonlyMap<string, Gender>;
  /** What a given name's ending says where the list does not have it; null where it says nothing. */
  readonly genderOf?: (name: string) => Gender;
  /** Frequent small words, to recognise the language. */
  readonly frequent: ReadonlySet<string>;
  /** German writes every noun with a capital. */
  readonly capitalNouns: boolean;
  /** A verb may stand without its subject ("…», añade."). */
  readonly dropsSubject?: boolean;
  /** The subject may follow the verb right after a quotation. */
  readonly inversion: boolean;
}

/** Builds a set from words separated by white space. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

/** Fixed phrases by their first word, each as the words that may stand in each place. */
export type Phrases = ReadonlyMap<string, readonly (readonly ReadonlySet<string>[])[]>;

/** Builds phrases: "en|a opinión|juicio de; según" are five. */
export function phrases(list: string): Phrases {
  const built = new Map<string, ReadonlySet<string>[][]>();
  for (const phrase of list.split(';')) {
    const places = phrase
      .trim()
      .split(/\s+/)
      .map((place) => new Set(place.split('|')));
    for (const first of places[0] ?? []) built.set(first, [...(built.get(first) ?? []), places]);
  }
  return built;
}

/** French, Spanish, Italian, Portuguese: a noun that speaks has its article, and small letters unless it is a name. */
export const isRomance = (cues: LanguageCues): boolean => cues.code !== 'en' && !cues.capitalNouns;

/** Builds regular forms: each stem with each ending, both separated by white space. */
export function forms(stems: string, endings: string): string[] {
  return [...words(stems)].flatMap((stem) => [...words(endings)].map((ending) => stem + ending));
}

/** Tells a given name's gender by its ending, feminine first. */
export function byEnding(feminine: RegExp, masculine: RegExp): (name: string) => Gender {
  return (name) => (feminine.test(name) ? 'f' : masculine.test(name) ? 'm' : null);
}

/** Builds a map from three lists of words: masculine, feminine, either. */
export function gendered(masculine: string, feminine: string, either = ''): ReadonlyMap<string, Gender> {
  return new Map<string, Gender>([
    ...[...words(masculine)].map((word): [string, Gender] => [word, 'm']),
    ...[...words(feminine)].map((word): [string, Gender] => [word, 'f']),
    ...[...words(either)].map((word): [string, Gender] => [word, null]),
  ]);
}

const ADDRESS =
  /^(?:m+|m[lm]?l?e|me|madame|monsieur|père|soeur|se[ñn]h?ora?|sig(?:\.|nora?)?|srt?a?|do[nñm]a?|dott(?:or|oressa)?|dra?|prof|pr|herr|frau|ex|onorevole|maître|pr[ií]n[cz]\p{L}*|re(?:ine)?|roi|re[iy]|r[ae]i?n[ht]?a|regina|könig(?:in)?)\.?$/u;

/**
 * Adds to a language's own lists what follows from its others: every title but a form of address is an office, and its
 * small words and times are no names.
 */
export function completed(cues: LanguageCues): LanguageCues {
  const small = [cues.determiners, cues.prepositions, cues.clause, cues.relative, cues.times].flatMap((set) => [
    ...set,
  ]);
  const noNames = [...small, ...cues.pronouns.keys()].filter((word) => !cues.particles.has(word));
  return {
    ...cues,
    roles: new Set([...cues.roles, ...[...cues.titles.keys()].filter((title) => !ADDRESS.test(title))]),
    notNames: new Set([...cues.notNames, ...noNames]),
  };
}
