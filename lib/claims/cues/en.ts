import { anyOf, type ClaimCue } from './types';

/** English signs of a sentence worth checking. */
export const englishClaims: readonly ClaimCue[] = [
  { reason: 'percentage', weight: 1.2, pattern: /\d\s?%|(?<!\p{L})per\s?cent(?:age)?(?!\p{L})/iu },
  { reason: 'money', weight: 0.9, pattern: /[$€£]\s?\d|(?<!\p{L})(?:dollars|euros|pounds)(?!\p{L})/iu },
  {
    reason: 'figure',
    weight: 1.1,
    // A year, an age ("44-year-old"), a number in a name ("WOR710") or in a rank ("No. 1") says how many of nothing.
    pattern:
      /(?<![\p{L}\d.,-]|No\. ?|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\p{L}*\.? )(?!(?:1[5-9]|20)\d\d(?!\d|[.,]\d))\d[\d.,]*(?![\d\p{L}]|-year)|(?<!\p{L})(?:hundreds?|thousands?|millions?|billions?|trillions?|half|third of|quarter of|dozens?|double|triple|twice)(?!\p{L})/iu,
  },
  {
    reason: 'comparison',
    weight: 0.8,
    pattern: anyOf(
      'more than|less than|fewer than|higher than|lower than|worse than|better than|greater than|as many as|as much as|compared (?:to|with)|most|highest|lowest|largest|biggest|worst|fastest|safest',
    ),
  },
  {
    reason: 'change',
    weight: 0.9,
    pattern: anyOf(
      'increased?|decreased?|rose|risen|fell|fallen|declined?|dropped|doubled|tripled|grew|grown|soared|surged|plunged|shrank|cut|lost|gained|skyrocketed|went up|gone up|went down|gone down|going up|going down',
    ),
  },
  {
    reason: 'cause',
    weight: 0.5,
    pattern: anyOf(
      'because of|caused?|causes|led to|leads to|as a result|due to|resulted in|thanks to|responsible for|contributed to',
    ),
  },
  {
    reason: 'law',
    weight: 0.6,
    pattern: anyOf(
      'laws?|bill|act|treaty|constitution|supreme court|legislation|regulations?|illegal|legal|banned|tax(?:es)?|tariffs?|deal|agreement|voted|signed|amendment|stop[- ]and[- ]frisk|unconstitutional',
    ),
  },
  {
    reason: 'record',
    weight: 0.7,
    pattern: anyOf(
      'record|ever|never|first time|in history|unprecedented|for decades|all-time|since (?:19|20)\\d\\d|in the last \\w+ years',
    ),
  },
  {
    reason: 'prediction',
    weight: 0.1,
    pattern: anyOf('will|going to|would|is expected to|are expected to|forecast|by 20\\d\\d|next year'),
  },
  {
    reason: 'attributed',
    weight: 0.5,
    pattern: anyOf(
      'said|says|claimed|claims|according to|called|stated|supported|opposed|proposed|promised|denied|endorsed|insists?',
    ),
  },
  {
    reason: 'past-action',
    weight: 0.5,
    pattern: anyOf('was|were|had|did|created|started|built|paid|took|made|has been|have been|used to|spent'),
  },
  { reason: 'universal', weight: 0.3, pattern: anyOf('every|all of|nobody|no one|none|only|everyone|always') },
  {
    reason: 'personal',
    weight: 0,
    pattern: /(?<!\p{L})(?:I|my|we|our)\s+(?:was|were|had|have been|went|saw|grew up|lost|worked|met|born)(?!\p{L})/iu,
  },
  { reason: 'question', weight: -1.6, pattern: /\?["”’]?$/u },
  {
    reason: 'opinion',
    weight: -0.8,
    pattern: anyOf(
      "I think|I believe|I hope|I feel|should|must|let's|we need|ought to|want to|wonderful|beautiful|terrible|I would|maybe|perhaps|I want",
    ),
  },
  {
    reason: 'address',
    weight: -1.2,
    pattern: anyOf(
      'thank you|thanks|good evening|welcome|please|excuse me|well|look|listen|you know|wait|wrong|applause|all right|okay',
    ),
  },
];
