import { isTitle } from './person-nouns';
import { isOffice } from './roles';
import type { Gender, LanguageCues } from './types';

/** Somebody whom the article names in full. */
export interface Person {
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly roles: Set<string>;
  /** The office as the article first gave it. */
  role: string | null;
  gender: Gender;
  /** The gender is what the given name's ending suggests. */
  guessed: boolean;
  /** A title, a given name or speech says that this is a person, not a place or a firm. */
  human: boolean;
}

const NOT_PEOPLE =
  /^(?:house|street|party|university|committee|department|news|post|times|journal|states|city|america|press|party|board|congress|senate|court|county|council|agency|association|center|centre|institute|group|company|inc|corp|union|nations|bank|york|carolina|dakota|hampshire|jersey|mexico|korea|kong|nord|sud|unis|unies|ouest|est|conseil|parti|université|assemblée|league|foundation|today|radio|tv|network|campaign|act|amendment|island|beach|office|service|reserve|security|administration|south|north|east|west|kingdom|europe|africa|asia|street|team|poll|tower|hall|park|week|day|convention|caucus|bureau|beast|report|magazine|post-gazette|tribune|herald|valley|hill|river|lake|state|excerpt|islam)$/i;

/** Whether a word may end a person's name; "Party", "Street" do not. */
export const isPerson = (word: string): boolean => !NOT_PEOPLE.test(word);

/** The full names of an article, found again by surname, given name or office. */
export class Register {
  private readonly byLast = new Map<string, Person[]>();
  private readonly byFirst = new Map<string, Person[]>();
  private readonly byRole = new Map<string, Set<Person>>();

  /** Adds to `surnames` those of them that the language may have other uses for. */
  constructor(
    private readonly cues: LanguageCues,
    private readonly surnames: Set<string>,
  ) {}

  /** Who bears a surname. */
  bearers(last: string): readonly Person[] {
    return this.byLast.get(last) ?? [];
  }

  /** Who holds an office. */
  holders(role: string): readonly Person[] {
    return [...(this.byRole.get(role) ?? [])];
  }

  /** A surname may be a word of the language. "Iowa Democrats said" is a group, "Charlie Black said" is somebody. */
  learnSurname({ last }: Person): void {
    if (!/(?:s|an)$/.test(last)) this.surnames.add(last.toLowerCase());
  }

  /** The person of a name: a full name is entered, a short one is looked up; null where it is nobody’s. */
  note(name: string, titles: readonly string[]): Person | null {
    const parts = name.split(' ');
    const first = parts[0] ?? name;
    const last = parts[parts.length - 1] ?? name;
    const titleGender =
      titles.map((title) => this.cues.titles.get(title) ?? null).find((gender) => gender !== null) ?? null;
    const bearer = this.bearerOf(name);
    if (parts.length === 1 || bearer) {
      const known = bearer ?? this.find(name, titleGender);
      if (known) this.learn(known, titles, titleGender);
      return known;
    }
    if (parts.length > 5 || NOT_PEOPLE.test(last)) return null;
    const sameLast = this.byLast.get(last) ?? [];
    let person = sameLast.find((each) => each.name === name || each.first === first);
    if (!person) {
      const given = this.cues.givenNames.get(first.toLowerCase()) ?? null;
      person = {
        name,
        first,
        last,
        roles: new Set(),
        role: null,
        gender: given ?? this.cues.genderOf?.(first.toLowerCase()) ?? null,
        guessed: given === null,
        human: this.cues.givenNames.has(first.toLowerCase()),
      };
      this.byLast.set(last, [...sameLast, person]);
      this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), person]);
    }
    this.learn(person, titles, titleGender);
    if (person.human) this.surnames.add(last.toLowerCase());
    return person;
  }

  /** Adds offices and a gender that the text gives. */
  learn(person: Person, titles: readonly string[], gender: Gender): void {
    if (titles.length > 0) person.human = true;
    if (gender !== null && (person.gender === null || person.guessed)) {
      person.gender = gender;
      person.guessed = false;
    }
    for (const title of titles) {
      if (!this.cues.roles.has(title)) continue;
      person.roles.add(title);
      const holders = this.byRole.get(title) ?? new Set();
      this.byRole.set(title, holders.add(person));
    }
  }

  /** "the mayor of Valverde, Ann Reed": the first office of the phrase is hers. */
  learnRole(person: Person, role: string | null): void {
    const office = role
      ?.toLowerCase()
      .split(/[\s'’]+/)
      .find((word) => isOffice(word, this.cues));
    if (office) this.learn(person, [office], this.cues.titles.get(office) ?? null);
    if (role) person.gender ??= this.genderOfRole(role);
  }

  /** "La ministre", "der Experte": the article tells what the office does not; a German office tells it by its end. */
  genderOfRole(role: string): Gender {
    const [first = '', second = ''] = role.toLowerCase().split(/[\s'’]+/);
    if (this.cues.capitalNouns && isTitle(first, this.cues)) return first.endsWith('in') ? 'f' : 'm';
    if (this.cues.code === 'en' || second === '') return null;
    if (/(?:[éu]e|rice|euse|ère|ienne|[dt]ora|essa|óloga)$/.test(second)) return 'f';
    if (/^(?:la|une?a|die|eine|a|uma|sa|une|ihre|seine)$/.test(first)) return 'f';
    return /^(?:le|un|el|il|lo|der|ein|o|um|son|ihr|sein)$/.test(first) ? 'm' : null;
  }

  /** The one person a short name can mean: by last name, else by given name; null when several fit. */
  find(short: string, gender: Gender): Person | null {
    const fits = (person: Person) =>
      gender === null || person.gender === null || person.guessed || person.gender === gender;
    const lasts = (this.byLast.get(short) ?? []).filter(fits);
    if (lasts.length > 0) return lasts.length === 1 ? (lasts[0] ?? null) : null;
    const firsts = (this.byFirst.get(short) ?? []).filter((person) => person.human && fits(person));
    return firsts.length === 1 ? (firsts[0] ?? null) : null;
  }

  /** "De la Fuente", "von Reden": a surname with its particles, once the article has given the full name. */
  bearerOf(words: string): Person | null {
    const parts = words.split(' ');
    const last = parts.pop() ?? '';
    if (parts.length === 0 || !parts.every((part) => this.cues.particles.has(part.toLowerCase()))) return null;
    const bearers = (this.byLast.get(last) ?? []).filter(({ name }) => !words.includes(name));
    return bearers.length === 1 ? (bearers[0] ?? null) : null;
  }
}
