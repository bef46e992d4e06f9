/** The sentences that a made-up library is put together from. All of our own writing; people and places do not exist. */

export interface MadeTongue {
  readonly language: string;
  /** Host and name of each site, the most frequent first. */
  readonly sites: readonly (readonly [host: string, name: string])[];
  readonly people: readonly string[];
  readonly roles: readonly string[];
  readonly tags: readonly string[];
  /** `#` stands for a number, `@` for a place. */
  readonly titles: readonly string[];
  readonly quotes: readonly string[];
  readonly notes: readonly string[];
  readonly explanations: readonly string[];
  readonly places: readonly string[];
}

export const MADE: readonly MadeTongue[] = [
  {
    language: 'en',
    sites: [
      ['harbour-courier.example', 'The Harbour Courier'],
      ['ledger.example', 'The Evening Ledger'],
      ['northern-dispatch.example', 'Northern Dispatch'],
      ['coastline.example', 'Coastline Weekly'],
    ],
    people: [
      'Hanne Siversen',
      'Callum Oyelaran',
      'Miriam Achterberg',
      'Owen Fenwick',
      'Priya Lindqvist',
      'Kofi Marlowe',
    ],
    roles: [
      'Mayor of Saltholm',
      'Director of the harbour board',
      'Spokeswoman of Northline Ferries',
      'Union secretary',
    ],
    tags: [
      'ferry',
      'budget',
      'housing',
      'climate',
      'health',
      'police',
      'schools',
      'energy',
      'elections',
      'to follow up',
    ],
    titles: [
      'Ferry firm was warned # times before engine fire off @',
      'Council of @ approves # million for a new sea wall',
      'Rents in @ have doubled in # years, tenants’ union says',
      'Hospital in @ loses # nurses in a single winter',
      'Why the tram to @ is # months late',
      'Police in @ solve fewer burglaries than # years ago',
      'Wind farm off @ will power # homes, operator promises',
      'School roofs of @: # buildings wait for repairs',
    ],
    quotes: [
      'The firm had been told # times that the fuel line of the ferry was leaking, and # times it wrote back that the matter was closed.',
      'Spending on the sea wall of @ has risen by # per cent since the contract was signed.',
      'Nobody in this town pays less for a flat than they did # years ago.',
      'We lost # nurses between November and March, and not one of those posts has been filled since.',
      'The tram will reach @ in # months at the latest; that is a promise, not a plan.',
      'One in # burglaries in @ is solved. Ten years ago it was one in four.',
      'Every kilowatt-hour that we sell comes from the wind off @.',
      'It is the law that a school with more than # pupils has two exits on each floor.',
      'Since the new timetable there have been # per cent fewer cancellations on the line to @.',
      'I rang the office # times and nobody rang back.',
    ],
    notes: [
      'Ask the board for the list.',
      'Compare with the memo of 11 November.',
      'Which year does this start from?',
      'Same figure in last week’s paper, but there it is for the whole region.',
      'Check against the register.',
    ],
    explanations: [
      'The register lists # incidents for that period, not counting those of the charter boats.',
      'The figure leaves out everything before the merger; with it, the rise is about half as large.',
      'No document supports this; the board says that it keeps no such list.',
    ],
    places: ['Saltholm', 'Great Merrow', 'Port Ansel', 'Wickstrand', 'Lower Fenning', 'Tarn Bay'],
  },
  {
    language: 'fr',
    sites: [
      ['gazette-du-littoral.example', 'La Gazette du Littoral'],
      ['le-phare.example', 'Le Phare'],
      ['echo-des-regions.example', 'L’Écho des Régions'],
    ],
    people: ['Bastien Rouxel', 'Maëlle Kerbrat', 'Solène Jaouen', 'Loïc Hamelin', 'Anaïs Dufresne'],
    roles: ['Maire de Port-Brévin', 'Présidente de la région', 'Porte-parole de l’hôpital', 'Préfet'],
    tags: ['digue', 'finances', 'logement', 'santé', 'école', 'énergie', 'élections', 'à vérifier'],
    titles: [
      'À @, la digue coûtera # millions de plus que prévu',
      'Logement : # demandes en attente à @',
      'L’hôpital de @ ferme # lits pour l’été',
      'Pêche : les quotas réduits de # % au large de @',
      'Cantines de @ : # repas jetés chaque jour',
    ],
    quotes: [
      'La dette par habitant a augmenté de # % en quatre ans, et personne au conseil n’a voté contre.',
      'On ne construit pas une digue sur du sable et de bonnes intentions.',
      'Il manque aujourd’hui # logements à @, et les loyers ont pris # % depuis l’an dernier.',
      'Aucun service de l’hôpital de @ ne fermera avant la fin de l’année.',
      'Un repas sur # finit à la poubelle ; c’est moins qu’ailleurs.',
      'Nous avons reçu # réclamations, dont la plupart étaient justifiées.',
    ],
    notes: [
      'À comparer avec le rapport de la chambre régionale.',
      'Demander la liste à la mairie.',
      'De quelle année parle-t-on ?',
    ],
    explanations: [
      'Le rapport donne # %, mais sur six ans et non sur quatre.',
      'Le compte administratif confirme ce chiffre.',
    ],
    places: ['Port-Brévin', 'Saint-Aurel', 'Kerlande', 'Morgny-sur-Mer'],
  },
  {
    language: 'ar',
    sites: [['sawt-al-mina.example', 'صوت الميناء']],
    people: ['ليلى الحداد', 'يوسف منصور'],
    roles: ['وزيرة النقل', 'رئيس البلدية'],
    tags: ['ميزانية', 'ميناء', 'مدارس'],
    titles: ['البلدية توافق على # مليونا لتوسيع الميناء', 'المدارس تنتظر # معلما جديدا'],
    quotes: [
      'ارتفعت ميزانية الميناء بنسبة # بالمئة منذ العام الماضي.',
      'لم نتلق ردا على # رسائل أرسلناها إلى الوزارة.',
    ],
    notes: ['يجب مقارنة الرقم بتقرير البلدية.'],
    explanations: ['التقرير يذكر رقما أقل من ذلك.'],
    places: ['الميناء'],
  },
];

/** The text of an article of which two versions are kept, and what was changed in the second. */
export const MADE_VERSIONS = {
  first: `The ferry Aurora lost power off Saltholm on Tuesday with 212 passengers on board. Nobody was hurt.

The firm had been told three times that the fuel line of the ferry was leaking, and three times it wrote back that the matter was closed. “The safety of our passengers has never been negotiable,” its spokeswoman said.

A report of the harbour board, which this newspaper has read, lists 17 incidents in engine rooms since 2021. The board did not want to comment on it.

The ferry is to sail again on Friday.`,
  second: `The ferry Aurora lost power off Saltholm on Tuesday with 221 passengers on board. Two of them were treated for smoke.

The firm had been told at least three times that the fuel line of the ferry was leaking, and each time it wrote back that the matter was closed. “The safety of our passengers has never been negotiable,” its spokeswoman said.

A report of the harbour board, which this newspaper has read, lists 17 incidents in engine rooms since 2021. The board confirmed the number on Wednesday evening.

When the ferry will sail again is open.`,
  correction:
    'Correction, 6 May: an earlier version said that 212 passengers were on board and that nobody was hurt. There were 221, and two were treated for smoke.',
} as const;
