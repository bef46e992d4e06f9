import type { LanguageCues } from './types';

/** Nouns for people that no suffix tells. */
const PEOPLE: ReadonlySet<string> = new Set(
  `garde capitaine voisin voisine prévenu prévenue témoin député députée syndicaliste conseil accusé accusée femme homme mère père fille fils élu élue intéressé intéressée trentenaire quadragénaire quinquagénaire sexagénaire
  retraité retraitée défenseur pénaliste magistrat magistrate patron patronne édile quadra locataire dame monsieur
  frau mann mutter vater tochter sohn jährige jährigen
  letrado letrada anciano anciana abuelo abuela mujer hombre madre padre hija hijo edil jubilado jubilada regidor regidora defensa portero joven magistrado magistrada
  ex técnico técnica chico chica maestro maestra capitán capitana testigo dueño dueña cura actor joven acusado acusada ediles
  abogado abogada diputado diputada delegado delegada empleado empleada afectado afectada mandatario mandataria
  legale anziano anziana nonno nonna donna uomo figlia figlio manager magistrato magistrata pensionato pensionata imputato imputata deputato deputata
  tecnico tecnica ragazzo ragazza maestro maestra capitano capitana portiere attore monsignor ingegner ingegnere difensore custode cantautore ct
  avvocato avvocata sindacato inquirente
  técnico técnica menino rapaz ator capitão marido esposa padre soldado réu ré guarda-redes catedrático coronel
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

/** Whether a word is an office or a form of address; German ones are told by their endings as well. */
export function isTitle(lower: string, cues: LanguageCues): boolean {
  if (cues.titles.has(lower) || cues.roles.has(lower)) return true;
  return (
    cues.capitalNouns &&
    /(?:minister|imker|makler|mitarbeiter|anwohner|rät|bäuer|fischer|gärtner|händler|lehrer|schüler|richter|rentner|unternehmer|künstler|autor|journalist|polizist|student|pfarrer|ärzt|arzt|landwirt|winzer|betreiber|gründer|sprecher|präsident|kanzler|chef|forscher|leiter|direktor|meister|trainer|anwalt|ökonom|experte|professor|sekretär|vorsitzende[rn]?|wissenschaftler|historiker|kommissar|rat|wirt|führer|bauer|senator|politiker|förster|zeug|loge|gründer|gutachter|kritiker|wehrmann)(?:e?n|e?s|in|e)?$/u.test(
      lower,
    )
  );
}

/** Whether a noun is for people, by list or by its suffix; "procurador-geral" by its first part. */
export function isPersonNoun(lower: string, cues: LanguageCues): boolean {
  const word = lower.split('-')[0] ?? lower;
  if (isTitle(lower, cues) || isTitle(word, cues) || PEOPLE.has(word)) return true;
  return word.length > 4 && SUFFIX[cues.code]?.test(word) === true && !THINGS.test(word) && !/ment[e]?$/.test(word);
}
