import { isTitle } from './names';
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

/** Nouns for people that no suffix tells. */
const PEOPLE: ReadonlySet<string> = new Set(
  `femme homme mère père fille fils élu élue intéressé intéressée trentenaire quadragénaire quinquagénaire sexagénaire
  retraité retraitée défenseur pénaliste magistrat magistrate patron patronne édile quadra locataire dame monsieur
  frau mann mutter vater tochter sohn jährige jährigen
  letrado letrada anciano anciana abuelo abuela mujer hombre madre padre hija hijo edil jubilado jubilada regidor regidora defensa portero joven magistrado magistrada
  abogado abogada diputado diputada delegado delegada empleado empleada afectado afectada mandatario mandataria
  legale anziano anziana nonno nonna donna uomo figlia figlio manager magistrato magistrata pensionato pensionata imputato imputata deputato deputata
  avvocato avvocata sindacato inquirente
  causídico idoso idosa mulher homem mãe pai filha filho aposentado aposentada jovem advogado advogada deputado deputada magistrado
  delegado mandatário mandatária empregado autarca`.split(/\s+/),
);

/** Nouns with the suffixes of people that are things or houses. */
const THINGS =
  /^(?:ministère|quotidien|dossier|courrier|secteur|moteur|ordinateur|valeur|couleur|erreur|horreur|heure|intérieur|extérieur|affaire|maire-adjoint|volant|restaurant|courant|pendant|instant|montant|croissant|plante|constante|guerre|terre|rivière|lumière|manière|frontière|matière|carrière|liste|piste|sender|ticker|computer|sommer|winter|berlin|termin|magazin|verein|wein|sector|motor|lista|pista|revista|vista|conquista|entrevista|frente|puente|ambiente|fuente|corriente|oriente|continente|incidente|accidente|settore|motore|maggiore|valore|ente|fonte|gente|ambiente|lista|pista|vista|conquista|intervista|rivista|quartiere|cantiere|mestiere|bandiera|frontiera|maniera|scenario|calendario|orario|salario|segretario|diario|horário|salário|cenário|calendário|sumário|noticiário|valor|setor|motor)$/;

const SUFFIX: Readonly<Record<string, RegExp>> = {
  fr: /(?:eur|euse|trice|iste|logue|ien|ienne|nier|nière|cier|cière|ger|gère|ant|ante|crate|aire|nome|phe|naute)$/,
  de: /(?:er|erin|tin|gin|din|rin|min|nin|ist|istin|loge|login|ent|entin|ant|antin|eur|eurin|ierte|sitzende)$/,
  es: /(?:dor|dora|tor|tora|sor|sora|ista|ólogo|óloga|ero|era|ario|aria|ante|ente|ivo|iva|nomo|noma|grafo|grafa)$/,
  it: /(?:tore|trice|sore|ista|ologo|ologa|iere|iera|aio|aia|ante|ente|ario|aria|essa|nomo|noma|grafo|grafa)$/,
  pt: /(?:dor|dora|tor|tora|sor|sora|ista|ólogo|óloga|eiro|eira|ário|ária|ante|ente|ivo|iva|nomo|noma|grafo|grafa)$/,
};

/** Reads a description; null where the words may be for somebody new, or for a thing. */
export function readDescription(words: string, definite: boolean, cues: LanguageCues): Description | null {
  const suffix = SUFFIX[cues.code];
  const parts = words.toLowerCase().split(/[\s'’]+/);
  if (definite) parts.unshift('');
  const [article = '', ...rest] = parts;
  if (!suffix || (!definite && !DEFINITE.test(article)) || rest.length === 0 || parts.length > LONGEST) return null;
  const at = rest.findIndex((word) => isPersonNoun(word, cues));
  const noun = rest[at];
  if (noun === undefined || at > 1) return null;
  // "le directeur de l’hôpital" may be somebody new; "cette mère de trois enfants" is not.
  const bound = rest.slice(at + 1).some((word) => cues.prepositions.has(word));
  if (bound && !DEMONSTRATIVE.test(article) && !FAMILY.test(noun)) return null;
  return { noun, gender: genderOf(article, noun, cues) };
}

/** Whether a noun is for people, by list or by its suffix; "procurador-geral" by its first part. */
export function isPersonNoun(lower: string, cues: LanguageCues): boolean {
  const word = lower.split('-')[0] ?? lower;
  if (isTitle(lower, cues) || isTitle(word, cues) || PEOPLE.has(word)) return true;
  return word.length > 4 && SUFFIX[cues.code]?.test(word) === true && !THINGS.test(word);
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
