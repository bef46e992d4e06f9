import { isPersonNoun } from './person-nouns';
import type { Gender, LanguageCues } from './types';

/** "L’apicultrice", "cette mère de trois enfants": words for somebody whom the article has named before. */
export interface Description {
  readonly noun: string;
  readonly gender: Gender;
}

const DEFINITE =
  /^(?:le|la|l|les?|ce|cet|cette|der|die|dem|dieser|diese|el|este|esta|il|lo|questo|questa|o|a|du|del|della|do|da|al)$/;
const FEMININE = /^(?:la|cette|die|diese|esta|questa|a|della|da)$/;
const MASCULINE = /^(?:le|ce|cet|der|dem|dieser|el|este|il|lo|questo|o|du|del|do|al)$/;
const DEMONSTRATIVE = /^(?:ce|cet|cette|dieser|diese|este|esta|questo|questa)$/;
const LONGEST = 6;

/** Reads a description; null where the words may be for somebody new, or for a thing. */
export function readDescription(words: string, definite: boolean, cues: LanguageCues): Description | null {
  const parts = words.toLowerCase().split(/[\s'’]+/);
  if (definite) parts.unshift('');
  const [article = '', ...rest] = parts;
  if (cues.code === 'en' || (!definite && !DEFINITE.test(article)) || rest.length === 0 || parts.length > LONGEST)
    return null;
  const at = rest.findIndex((word) => isPersonNoun(word, cues));
  const noun = rest[at];
  if (noun === undefined || at > 1) return null;
  // "le directeur de l’hôpital" may be somebody new; "cette mère de trois enfants" is not.
  const bound = rest.slice(at + 1).some((word) => cues.prepositions.has(word));
  if (bound && !DEMONSTRATIVE.test(article) && !FAMILY.test(noun)) return null;
  return { noun, gender: genderOf(article, noun, cues) };
}

const FAMILY = /^(?:m[eèu]re|mutter|madre|mãe|p[eè]re|vater|padre|pai)$/;

function genderOf(article: string, noun: string, cues: LanguageCues): Gender {
  const known = cues.titles.get(noun);
  if (known) return known;
  if (cues.capitalNouns && (noun.endsWith('in') || /^(?:frau|mutter|tochter)$/.test(noun))) return 'f';
  if (cues.capitalNouns) return /^(?:die|diese)$/.test(article) ? 'f' : 'm';
  if (FEMININE.test(article)) return 'f';
  return MASCULINE.test(article) ? 'm' : null;
}
