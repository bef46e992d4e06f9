import { anyOf, type ClaimCue } from './types';

/** French signs of a sentence worth checking. */
export const frenchClaims: readonly ClaimCue[] = [
  { reason: 'percentage', weight: 1.2, pattern: /\d[\s\u00a0\u202f]?%|(?<!\p{L})pour[ -]cents?(?!\p{L})/iu },
  { reason: 'money', weight: 0.9, pattern: /\d[\s\u00a0\u202f]?[€$]|(?<!\p{L})(?:euros|dollars|francs)(?!\p{L})/iu },
  {
    reason: 'figure',
    weight: 1.1,
    // A year, an age (« 44 ans ») or a number in a name says how many of nothing.
    pattern:
      /(?<![\p{L}\d.,-]|n° ?)(?!(?:1[5-9]|20)\d\d(?!\d|[.,\u00a0\u202f]\d))\d[\d.,]*(?![\d\p{L}])(?! ans(?!\p{L}))|(?<!\p{L})(?:centaines?|milliers?|mille|millions?|milliards?|moitié|tiers|quart|dizaines?|double|triple|deux fois)(?!\p{L})/iu,
  },
  {
    reason: 'comparison',
    weight: 0.8,
    pattern: anyOf(
      'plus (?:\\p{L}+ )?que|moins (?:\\p{L}+ )?que|davantage que|supérieure?s? à|inférieure?s? à|autant que|par rapport à|comparé à|l[ea] plus|les plus|l[ea] moins|les moins|pire|meilleure?s?',
    ),
  },
  {
    reason: 'change',
    weight: 0.9,
    pattern: anyOf(
      'augmenté?|augmente|augmentation|diminué?|baissé|baisse|hausse|grimpé|chuté|chute|doublé|triplé|progressé|reculé|perdu|gagné|explosé|bondi|recul',
    ),
  },
  {
    reason: 'cause',
    weight: 0.5,
    pattern: anyOf(
      "à cause d[eu']?|provoqué|provoque|entraîné|entraîne|en raison d[eu']?|grâce à|a conduit à|responsables? d[eu']?|causé|due? à",
    ),
  },
  {
    reason: 'law',
    weight: 0.6,
    pattern: anyOf(
      'lois?|décret|traité|constitution|code|illégale?|légale?|interdit|interdite|obligatoire|impôts?|taxes?|voté|votée|signé|règlement|accord|tribunal|amende|ratifié',
    ),
  },
  {
    reason: 'record',
    weight: 0.7,
    pattern: anyOf(
      "record|jamais|première fois|de l'histoire|inédite?|sans précédent|depuis (?:19|20)\\d\\d|historique|depuis \\p{L}+ ans",
    ),
  },
  {
    reason: 'prediction',
    weight: 0.1,
    pattern:
      /(?<!\p{L})(?:d['’]ici|va|vont|devrait|devraient|pourrait|pourraient|l['’]an prochain|prévoit|prévoient|\p{L}{3,}(?:era|eront|ira|iront))(?!\p{L})/iu,
  },
  {
    reason: 'attributed',
    weight: 0.5,
    pattern: anyOf(
      "selon|d['’]après|affirmé?|affirme|déclaré?|déclare|assuré?|assure|a révélé|révèle|estime|soutient|prétend|a promis|accuse",
    ),
  },
  {
    reason: 'past-action',
    weight: 0.3,
    pattern: anyOf('était|étaient|a été|ont été|avait|a créé|a supprimé|a payé|a construit|a dépensé|se trouvent'),
  },
  { reason: 'universal', weight: 0.3, pattern: anyOf('tous les|toutes les|aucune?|personne|seule?s?|toujours|chaque') },
  {
    reason: 'personal',
    weight: 0,
    pattern:
      /(?<!\p{L})(?:j['’]ai|j['’]étais|nous avons|mon|ma)\s+(?:vécu|vu|perdu|grandi|travaillé|rencontré|père|mère)(?!\p{L})/iu,
  },
  { reason: 'question', weight: -1.6, pattern: /\?[\s\u00a0\u202f]?["”’»]?$/u },
  {
    reason: 'opinion',
    weight: -0.8,
    pattern: anyOf(
      "je pense|je crois|j[’']espère|il faut|faudrait|doit|doivent|peut-être|à mon avis|magnifique|terrible|souhaite",
    ),
  },
  {
    reason: 'address',
    weight: -1.2,
    pattern: anyOf("merci|bonsoir|bonjour|bienvenue|s'il vous plaît|écoutez|voyons|abonnez-vous|lire aussi"),
  },
];
