import { capitalRuns, isTitle, nameOf, type Source } from './phrases';
import { isOffice, plausibleRole, roleAfter, roleInFront, roleSetOff } from './roles';
import type { Sentence, Token } from './tokens';
import type { Gender, LanguageCues, NameReason } from './types';

interface Person {
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly roles: Set<string>;
  /** The office as the article first gave it. */
  role: string | null;
  gender: Gender;
  /** A title, a given name or speech says that this is a person, not a place or a firm. */
  human: boolean;
}

/** A source after the article's other mentions were consulted. */
export interface Resolved {
  readonly speaker: string | null;
  readonly named: boolean;
  readonly role: string | null;
  readonly nameReason: NameReason;
}

const NOT_PEOPLE =
  /^(?:house|street|party|university|committee|department|news|post|times|journal|states|city|america|press|party|board|congress|senate|court|county|council|agency|association|center|centre|institute|group|company|inc|corp|union|nations|bank|york|carolina|dakota|hampshire|jersey|mexico|korea|kong|nord|sud|unis|unies|ouest|est|conseil|parti|université|assemblée|league|foundation|today|radio|tv|network|campaign|act|amendment|island|beach|office|service|reserve|security|administration|south|north|east|west|kingdom|europe|africa|asia|street|team|poll|tower|hall|park|week|day|convention|caucus|bureau|beast|report|magazine|post-gazette|tribune|herald|valley|hill|river|lake|state|excerpt|islam)$/i;

/** "…, raconte cette lycéenne": the one who was just spoken of. English says "the", which may be anybody. */
const DEMONSTRATIVE = /^(?:ce|cet|cette|questo|questa|este|esta|dieser|diese)$/;

/** Sentences that a pronoun may look back. */
const LOOK_BACK = 2;

/** The people whom an article has named so far, in reading order; grows as the text is read. */
export class People {
  private readonly byLast = new Map<string, Person[]>();
  private readonly byFirst = new Map<string, Person[]>();
  private readonly byRole = new Map<string, Set<Person>>();
  /** People mentioned in the sentences a pronoun may refer to, the current one last. */
  private recent: Person[][] = [];
  /** Sentences among these that name somebody whom the text has not introduced ("Bob"). */
  private strangers: boolean[] = [];
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
    private readonly surnames: Set<string>,
  ) {}

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
      const person = this.note(words, titles);
      if (person) {
        here.push(person);
        const front = roleInFront(text, tokens, run.from, name.from, this.cues);
        const behind = roleAfter(text, tokens, run.to, this.cues);
        const setOff = roleSetOff(text, tokens, run.from, this.cues);
        person.role ??= front ?? behind ?? setOff;
        for (const role of [front, behind, setOff]) this.learnRole(person, role);
      } else if (!this.cues.determiners.has(tokens[run.from - 1]?.lower ?? ''))
        stranger ||= this.mayBePerson(words, run.from === 0);
    }
    if (sentence.paragraph !== this.paragraph) this.here = new Set();
    this.paragraph = sentence.paragraph;
    for (const person of here) this.here.add(person);
    this.recent.push(here);
    this.strangers.push(stranger);
    if (this.recent.length > LOOK_BACK + 1) this.recent.shift();
    if (this.strangers.length > LOOK_BACK + 1) this.strangers.shift();
  }

  private mayBePerson(name: string, first: boolean): boolean {
    const word = name.toLowerCase();
    return !first && !name.includes(' ') && !NOT_PEOPLE.test(name) && !this.cues.places?.has(word);
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

  private note(name: string, titles: readonly string[]): Person | null {
    const parts = name.split(' ');
    const first = parts[0] ?? name;
    const last = parts[parts.length - 1] ?? name;
    const titleGender =
      titles.map((title) => this.cues.titles.get(title) ?? null).find((gender) => gender !== null) ?? null;
    if (parts.length === 1) {
      const known = this.find(name, titleGender);
      if (known) this.learn(known, titles, titleGender);
      return known;
    }
    if (parts.length > 5 || NOT_PEOPLE.test(last)) return null;
    const sameLast = this.byLast.get(last) ?? [];
    let person = sameLast.find((each) => each.name === name || each.first === first);
    if (!person) {
      person = {
        name,
        first,
        last,
        roles: new Set(),
        role: null,
        gender: this.cues.givenNames.get(first.toLowerCase()) ?? this.cues.genderOf?.(first.toLowerCase()) ?? null,
        human: this.cues.givenNames.has(first.toLowerCase()),
      };
      this.byLast.set(last, [...sameLast, person]);
      this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), person]);
    }
    this.learn(person, titles, titleGender);
    if (person.human) this.surnames.add(last.toLowerCase());
    return person;
  }

  private learn(person: Person, titles: readonly string[], gender: Gender): void {
    if (titles.length > 0) person.human = true;
    person.gender ??= gender;
    for (const title of titles) {
      if (!this.cues.roles.has(title)) continue;
      person.roles.add(title);
      const holders = this.byRole.get(title) ?? new Set();
      this.byRole.set(title, holders.add(person));
    }
  }

  /** "the mayor of Valverde, Ann Reed": the first office of the phrase is hers. */
  private learnRole(person: Person, role: string | null): void {
    const office = role
      ?.toLowerCase()
      .split(/[\s'’]+/)
      .find((word) => isOffice(word, this.cues));
    if (office) this.learn(person, [office], this.cues.titles.get(office) ?? null);
    if (role) person.gender ??= this.genderOfRole(role);
  }

  /** "La ministre", "der Experte": the article tells what the office does not; a German office tells it by its end. */
  private genderOfRole(role: string): Gender {
    const [first = '', second = ''] = role.toLowerCase().split(/[\s'’]+/);
    if (this.cues.capitalNouns && isTitle(first, this.cues)) return first.endsWith('in') ? 'f' : 'm';
    if (this.cues.code === 'en' || second === '') return null;
    if (/^(?:la|une?a|die|eine|a|uma|sa|une|ihre|seine)$/.test(first)) return 'f';
    return /^(?:le|un|el|il|lo|der|ein|o|um|son|ihr|sein)$/.test(first) ? 'm' : null;
  }

  /** The one person a short name can mean: by last name, else by given name; null when several fit. */
  private find(short: string, gender: Gender): Person | null {
    const fits = (person: Person) => gender === null || person.gender === null || person.gender === gender;
    const lasts = (this.byLast.get(short) ?? []).filter(fits);
    if (lasts.length > 0) return lasts.length === 1 ? (lasts[0] ?? null) : null;
    const firsts = (this.byFirst.get(short) ?? []).filter((person) => person.human && fits(person));
    return firsts.length === 1 ? (firsts[0] ?? null) : null;
  }

  /**
   * Turns a clause's source into a speaker. A pronoun or an office is resolved only where one person fits.
   * A source that `speaks` has a verb of saying; another is the subject of a sentence that announces a quotation.
   */
  resolve(source: Source, speaks = true): Resolved {
    const resolved = this.resolveSource(source);
    if (speaks && this.lastSpeaker && resolved.speaker === this.lastSpeaker.name) this.spoken.add(this.lastSpeaker);
    return resolved;
  }

  private resolveSource(source: Source): Resolved {
    if (source.kind === 'pronoun') return this.resolvePronoun(source);
    if (source.kind === 'phrase') return this.resolvePhrase(source);
    const titles = source.role?.toLowerCase().split(/[^\p{L}.-]+/u) ?? [];
    const full = source.words.includes(' ');
    const person = full ? this.note(source.words, []) : this.find(source.words, source.gender);
    if (person) {
      person.human = true;
      // "Iowa Democrats said" is a group, "Charlie Black said" is somebody.
      if (!/(?:s|an)$/.test(person.last)) this.surnames.add(person.last.toLowerCase());
      this.learn(
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
      if (role) person.gender ??= this.genderOfRole(role);
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
    const person = source.words.includes(' ') ? this.note(source.words, []) : this.find(source.words, source.gender);
    return person?.human === true && (person.gender === null || person.gender === gender);
  }

  private resolvePronoun(source: Source): Resolved {
    const nobody: Resolved = { speaker: null, named: false, role: null, nameReason: 'none' };
    if (source.gender === null) return nobody;
    const candidates = new Set(this.recent.flat().filter((person) => person.human));
    if (this.lastSpeaker) candidates.add(this.lastSpeaker);
    const fitting = [...candidates].filter((person) => person.gender === null || person.gender === source.gender);
    const only = fitting.length === 1 ? fitting[0] : this.speaksHere(fitting, source.gender);
    if (!only || (fitting.length === 1 && !this.isSure(only))) return nobody;
    only.gender ??= source.gender;
    this.lastSpeaker = only;
    return { speaker: only.name, named: true, role: only.role, nameReason: 'pronoun' };
  }

  /** Of several, the one who spoke last, where the paragraph names none of the others. */
  private speaksHere(fitting: readonly Person[], gender: Gender): Person | undefined {
    const last = this.lastSpeaker;
    if (!last || !this.here.has(last)) return undefined;
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
      parts.length <= 2 && !this.cues.determiners.has(parts[0] ?? '') ? this.byLast.get(surname) : undefined;
    if (bearer?.length === 1 && bearer[0]) return this.resolve({ ...source, kind: 'name', words: surname, role: null });
    const role = parts.find((word) => this.cues.roles.has(word.replace(/^[ld]['’]/, '')))?.replace(/^[ld]['’]/, '');
    const shown = role && parts.length === 2 ? DEMONSTRATIVE.test(parts[0] ?? '') : false;
    if (shown && this.lastSpeaker && this.recent.some((each) => this.lastSpeaker && each.includes(this.lastSpeaker)))
      return { speaker: this.lastSpeaker.name, named: true, role: this.lastSpeaker.role, nameReason: 'role' };
    if (!role || parts.length > 3 || !/^(?:the|le|la|l['’]|der|die|el|il|lo|o|a)(?:$|\p{L})/u.test(parts[0] ?? ''))
      return unnamed;
    const holders = [...(this.byRole.get(role) ?? [])];
    const only = holders.length === 1 ? holders[0] : undefined;
    if (!only) return unnamed;
    this.lastSpeaker = only;
    // Somebody spoken of by his office stands before the reader's eyes as much as by his name.
    this.recent.at(-1)?.push(only);
    return { speaker: only.name, named: true, role: source.words, nameReason: 'role' };
  }

  /** Whether the text so far writes a word with a capital inside a sentence. */
  knowsAsName(word: string): boolean {
    return this.inside.has(word.toLowerCase());
  }

  /** A passage of the article without anyone quoted in between breaks the thread that pronouns follow. */
  forgetSpeaker(): void {
    this.lastSpeaker = null;
  }
}
