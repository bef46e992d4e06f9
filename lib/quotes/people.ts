import { readDescription } from './descriptions';
import { capitalRuns, nameOf } from './names';
import { isPersonNoun } from './person-nouns';
import type { Source } from './phrases';
import { isPerson, type Person, Register } from './register';
import { plausibleRole, roleAfter, roleInFront, roleSetOff } from './roles';
import type { Sentence, Token } from './tokens';
import type { Gender, LanguageCues, NameReason } from './types';

/** A source after the article's other mentions were consulted. */
export interface Resolved {
  readonly speaker: string | null;
  readonly named: boolean;
  readonly role: string | null;
  readonly nameReason: NameReason;
}

/** "…, raconte cette lycéenne": the one who was just spoken of. English says "the", which may be anybody. */
const DEMONSTRATIVE = /^(?:ce|cet|cette|questo|questa|este|esta|dieser|diese)$/;

/** Offices that go with another: the leader of a party is a deputy as well. */
const GENERAL =
  /^(?:l[ií]der|leader|porta?-?vo[zc]e?|porte-parole|jefe|jefa|capo|chef|cheffe|chefe|candidat[oae]?|president[ea]|présidente?)$/;

/** Sentences that a pronoun may look back. */
const LOOK_BACK = 2;

/** The people whom an article has named so far, in reading order; grows as the text is read. */
export class People {
  private readonly known: Register;
  /** People mentioned in the sentences a pronoun may refer to, the current one last. */
  private recent: Person[][] = [];
  /** Sentences among these that name somebody whom the text has not introduced ("Bob"). */
  private strangers: boolean[] = [];
  /** The sentence before names nobody but somebody whom the text has not introduced. */
  private leads = false;
  private ledBefore = false;
  private lastSpeaker: Person | null = null;
  /** Who has said something; a place or a firm that is the subject of a sentence has not. */
  private readonly spoken = new Set<Person>();
  /** Who is named in the current paragraph. */
  private here = new Set<Person>();
  private paragraph = -1;
  /** Capitalised words met inside sentences, where no rule but their being names asks for a capital. */
  private readonly inside = new Set<string>();

  /** Adds to `surnames` those of them that the language has other uses for. */
  constructor(
    private readonly cues: LanguageCues,
    surnames: Set<string>,
  ) {
    this.known = new Register(cues, surnames);
  }

  /** Reads a sentence's names before its quotations are attributed. */
  read(text: string, sentence: Sentence): void {
    const here: Person[] = [];
    let stranger = false;
    const { tokens } = sentence;
    for (const run of capitalRuns(tokens, 0, tokens.length, this.cues)) {
      for (let at = Math.max(1, run.from); at < run.to; at++) this.inside.add(tokens[at]?.lower ?? '');
      const name = nameOf(tokens, run, this.cues);
      const first = tokens[name.from];
      const last = tokens[name.to - 1];
      if (!first || !last || name.to <= name.from) continue;
      const words = text
        .slice(first.start, last.end)
        .replace(/['’]s?$/, '')
        .replace(/\s+/g, ' ');
      const titles = this.titlesBefore(tokens, name.from);
      const person = this.known.note(words, titles);
      if (person) {
        here.push(person);
        const front = roleInFront(text, tokens, run.from, name.from, this.cues);
        const behind = roleAfter(text, tokens, run.to, this.cues);
        const setOff = roleSetOff(text, tokens, run.from, this.cues);
        person.role ??= front ?? behind ?? setOff;
        for (const role of [front, behind, setOff]) this.known.learnRole(person, role);
      } else if (!this.cues.determiners.has(tokens[run.from - 1]?.lower ?? ''))
        stranger ||= this.mayBePerson(words, run.from === 0);
    }
    if (sentence.paragraph !== this.paragraph) this.here = new Set();
    this.paragraph = sentence.paragraph;
    for (const person of here) this.here.add(person);
    this.leads = this.ledBefore;
    this.ledBefore = stranger && here.length === 0;
    this.recent.push(here);
    this.strangers.push(stranger);
    if (this.recent.length > LOOK_BACK + 1) this.recent.shift();
    if (this.strangers.length > LOOK_BACK + 1) this.strangers.shift();
  }

  private mayBePerson(name: string, first: boolean): boolean {
    const word = name.toLowerCase();
    return !first && !name.includes(' ') && isPerson(name) && !this.cues.places?.has(word);
  }

  private titlesBefore(tokens: readonly Token[], at: number): string[] {
    const titles: string[] = [];
    for (let back = at - 1; back >= Math.max(0, at - 4); back--) {
      const token = tokens[back];
      if (!token || (token.kind === 'mark' && token.text !== '.')) break;
      if (this.cues.titles.has(token.lower) || this.cues.roles.has(token.lower)) titles.push(token.lower);
      else if (token.kind === 'word' && (back < at - 1 || token.capital || this.isVerb(token.lower))) break;
    }
    return titles;
  }

  private isVerb(lower: string): boolean {
    return this.cues.speech.has(lower) || this.cues.between.has(lower) || this.cues.prepositions.has(lower);
  }

  /**
   * Turns a clause's source into a speaker. A pronoun or an office is resolved only where one person fits.
   * A pronoun is never the `hearer` of "she told Reed". A source that `speaks` has a verb of saying; another is the subject of a sentence that announces a quotation.
   */
  resolve(source: Source, speaks = true, hearer: string | null = null): Resolved {
    const resolved = this.resolveSource(source, hearer);
    if (speaks && resolved.nameReason === 'unnamed' && this.isOffice(source.words)) this.forget();
    if (speaks && this.lastSpeaker && resolved.speaker === this.lastSpeaker.name) this.spoken.add(this.lastSpeaker);
    return resolved;
  }

  private isOffice(words: string): boolean {
    return words
      .toLowerCase()
      .split(/[\s'’]+/)
      .some((word) => this.cues.roles.has(word));
  }

  /** "the candidate said": the pronoun that follows means the one who spoke, whoever that is. */
  private forget(): void {
    this.lastSpeaker = null;
    this.recent = this.recent.map(() => []);
  }

  private resolveSource(source: Source, hearer: string | null = null): Resolved {
    if (source.kind === 'pronoun') return this.resolvePronoun(source, hearer);
    if (source.kind === 'phrase') return this.resolvePhrase(source);
    const titles = source.role?.toLowerCase().split(/[^\p{L}.-]+/u) ?? [];
    const known = this.known.bearerOf(source.words);
    if (known) return this.resolveSource({ ...source, words: known.last });
    const full = source.words.includes(' ');
    const person = full ? this.known.note(source.words, []) : this.known.find(source.words, source.gender);
    if (person) {
      person.human = true;
      this.known.learnSurname(person);
      this.known.learn(
        person,
        titles.filter((title) => this.cues.roles.has(title)),
        source.gender,
      );
      this.lastSpeaker = person;
    }
    const speaker = !full && person ? person.name : source.words;
    const role = plausibleRole(source.role, this.cues);
    if (person) {
      person.role ??= role;
      if (role) person.gender ??= this.known.genderOfRole(role);
    }
    return {
      speaker,
      named: true,
      role: role ?? person?.role ?? null,
      nameReason: !full && person ? 'short-name' : 'full-name',
    };
  }

  /** Whether nothing speaks against a pronoun of this gender for a name that the article has introduced. */
  fits(source: Source, gender: Gender): boolean {
    const person = source.words.includes(' ')
      ? this.known.note(source.words, [])
      : this.known.find(source.words, source.gender);
    return person?.human === true && (person.gender === null || person.gender === gender);
  }

  private resolvePronoun(source: Source, hearer: string | null): Resolved {
    const nobody: Resolved = { speaker: null, named: false, role: null, nameReason: 'none' };
    const last = this.lastSpeaker;
    if (source.last && last && this.here.has(last))
      return { speaker: last.name, named: true, role: last.role, nameReason: 'pronoun' };
    if (source.gender === null) return nobody;
    const candidates = new Set(this.recent.flat().filter((person) => person.human));
    if (this.lastSpeaker) candidates.add(this.lastSpeaker);
    const fitting = [...candidates].filter(
      (person) => person.last !== hearer && (person.gender === null || person.gender === source.gender),
    );
    const sole = fitting.length === 1 && fitting[0] && this.isSure(fitting[0]) ? fitting[0] : undefined;
    const only = sole ?? (this.leads ? undefined : this.speaksHere(fitting, source.gender));
    if (!only) return nobody;
    only.gender ??= source.gender;
    this.lastSpeaker = only;
    return { speaker: only.name, named: true, role: only.role, nameReason: 'pronoun' };
  }

  /** Of several, the one who spoke last, where the paragraph names none of the others. */
  private speaksHere(fitting: readonly Person[], gender: Gender): Person | undefined {
    const last = this.lastSpeaker;
    if (!last || !fitting.includes(last) || !this.here.has(last)) return undefined;
    if (last.gender === null ? !this.spoken.has(last) : last.gender !== gender) return undefined;
    return fitting.some((each) => each !== last && this.here.has(each)) ? undefined : last;
  }

  /** Of a person who is out of sight, or whose gender is a guess, only a text that names nobody else is sure. */
  private isSure(person: Person): boolean {
    if (this.recent.some((each) => each.includes(person)) && person.gender !== null) return true;
    if (this.recent.flat().some((each) => each !== person && each.human)) return false;
    return (
      !this.strangers.includes(true) && (person.gender !== null || this.recent.some((each) => each.includes(person)))
    );
  }

  private resolvePhrase(source: Source): Resolved {
    const unnamed: Resolved = { speaker: source.words, named: false, role: source.role, nameReason: 'unnamed' };
    const parts = source.words.toLowerCase().split(' ');
    // "Mme Cardinal": a surname that is an office as well.
    const surname = source.words.split(' ').at(-1) ?? '';
    const bearer =
      parts.length <= 2 && !this.cues.determiners.has(parts[0] ?? '') ? this.known.bearers(surname) : undefined;
    if (bearer?.length === 1 && bearer[0]) return this.resolve({ ...source, kind: 'name', words: surname, role: null });
    const role = parts.find((word) => this.cues.roles.has(word.replace(/^[ld]['’]/, '')))?.replace(/^[ld]['’]/, '');
    const shown = role && parts.length === 2 ? DEMONSTRATIVE.test(parts[0] ?? '') : false;
    if (shown && this.lastSpeaker && this.recent.some((each) => this.lastSpeaker && each.includes(this.lastSpeaker)))
      return { speaker: this.lastSpeaker.name, named: true, role: this.lastSpeaker.role, nameReason: 'role' };
    const definite = /^(?:the|le|la|l['’]|der|die|el|il|lo|o|a)(?:$|\p{L})/u.test(parts[0] ?? '');
    const tail = surname.toLowerCase();
    const holders =
      role && definite
        ? this.known
            .holders(role)
            .filter((each) => parts.length <= 3 || (this.cues.code !== 'en' && each.role?.toLowerCase().endsWith(tail)))
        : [];
    const only = holders.length === 1 ? holders[0] : undefined;
    if (!only) return this.described(source) ?? unnamed;
    this.lastSpeaker = only;
    // Somebody spoken of by his office stands before the reader's eyes as much as by his name.
    this.recent.at(-1)?.push(only);
    return { speaker: only.name, named: true, role: source.words, nameReason: 'role' };
  }

  /** "L’apicultrice affirme": whom the sentences before name, nearest first; in English "the" may be anybody. */
  private described(source: Source): Resolved | null {
    const description = readDescription(source.words, source.definite === true, this.cues);
    if (!description) return null;
    const fits = (person: Person) =>
      (person.human || person.gender !== null) &&
      (person.gender === null || description.gender === null || person.gender === description.gender) &&
      !this.holdsAnother(person, description.noun);
    // The sentence itself may name others after the description.
    for (let back = this.recent.length - 2; back >= 0; back--) {
      const named = [...new Set(this.recent[back])];
      if (named.length === 0) continue;
      const fitting = named.filter(fits);
      const only = fitting.length === 1 ? fitting[0] : fitting.find((each) => each === this.lastSpeaker);
      if (!only) return null;
      this.lastSpeaker = only;
      this.recent.at(-1)?.push(only);
      return this.asRole(only, source);
    }
    // Nobody is named in sight: whoever spoke last in this paragraph.
    const last = this.lastSpeaker;
    return last && this.here.has(last) && fits(last) ? this.asRole(last, source) : null;
  }

  private asRole(person: Person, source: Source): Resolved {
    return { speaker: person.name, named: true, role: person.role ?? source.words, nameReason: 'role' };
  }

  /** "Le directeur" is not the mayor who was just named. */
  private holdsAnother(person: Person, noun: string): boolean {
    if (!this.cues.titles.has(noun)) return false;
    const held = person.role
      ?.toLowerCase()
      .split(/[\s'’]+/)
      .find((word) => isPersonNoun(word, this.cues));
    if (person.roles.size === 0)
      return held !== undefined && !GENERAL.test(held) && held.slice(0, 5) !== noun.slice(0, 5);
    if ([...person.roles].every((role) => GENERAL.test(role))) return false;
    return ![...person.roles].some((role) => role === noun || role.slice(0, 5) === noun.slice(0, 5));
  }

  /** Whether the text so far writes a word with a capital inside a sentence. */
  knowsAsName(word: string): boolean {
    return this.inside.has(word.toLowerCase());
  }
}
