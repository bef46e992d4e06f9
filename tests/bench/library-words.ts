/** Words that the made-up library is written with: common ones of each language; rarer ones are made of syllables. */

export interface Tongue {
  readonly language: string;
  readonly words: readonly string[];
  readonly syllables: readonly string[];
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly sites: readonly string[];
  readonly tags: readonly string[];
  /** Written between words. */
  readonly space: string;
}

const split = (text: string): string[] => text.trim().split(/\s+/);

export const TONGUES: readonly Tongue[] = [
  {
    language: 'en',
    words: split(`the of to and a in that is for on with as by was at from has had not but they are will which its
      said more than been would one new year after people government council budget million percent city school
      ferry harbour police hospital energy water storm court minister mayor report price wage tax rent climate
      union worker company election vote bill law train road bridge safety engine passenger engineer warned
      promised denied rose fell doubled closed opened delayed since before during against under between almost
      nearly twice three four seven twelve thousand billion first last next local national public private`),
    syllables: split('bar ton wick ley ham ford mer sand hol win der gar row fen stan cross pen dal ash lin mor'),
    first: split('Ada Callum Hanne Miriam Owen Priya Samuel Tessa Victor Wren Ines Jonas Kofi Lena Marcus Nora'),
    last: split('Siversen Oyelaran Quill Brandt Achterberg Fenwick Kowalczyk Lindqvist Marlowe Nakagawa Osei Pell'),
    sites: ['The Harbour Courier', 'Northern Dispatch', 'The Evening Ledger', 'Coastline Weekly', 'Capital Record'],
    tags: split('ferry budget safety climate housing health police schools energy elections figures follow-up'),
    space: ' ',
  },
  {
    language: 'fr',
    words: split(`le la les de des du un une et en que qui dans pour sur avec par est sont été sera plus moins très
      selon après avant depuis contre entre année mille millions euros gouvernement conseil région département
      école hôpital énergie sécurité marée digue tempête élection électeurs maire ministre préfet économie dépenses
      impôts loyers prix hausse baisse près côte pêche trafic début fin première dernière prévu décidé annoncé
      déclaré promis refusé fermé ouvert retardé l’état d’ici qu’il aujourd’hui n’est c’est là où être même`),
    syllables: split('bré mont val ché vre lieu ris sac gné tré lou vier don bel rac noy pré mar ville cour né'),
    first: split('Élodie Bastien Maëlle Hervé Solène Anaïs Loïc Noémie Gaël Céline Rémi Inès Yann Chloé'),
    last: split('Rouxel Le-Goff Lefèvre Bréhat Carpentier Dufresne Guérin Hamelin Jaouen Kerbrat Marchais Noël'),
    sites: ['La Gazette du Littoral', 'L’Écho des Régions', 'Le Phare', 'Le Courrier de l’Ouest vert'],
    tags: split('digue finances énergie école santé élections logement pêche à-vérifier climat'),
    space: ' ',
  },
  {
    language: 'de',
    words: split(`der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch nach wie über
      wird bei werden sind Jahr Millionen Euro Prozent Regierung Stadtrat Haushalt Schule Krankenhaus Energie
      Sicherheit Sturm Wahl Wähler Bürgermeisterin Minister Bericht Preise Löhne Mieten Straße Brücke Zug gesagt
      gewarnt versprochen gestiegen gefallen verdoppelt geschlossen größer älter mehr weniger zwischen gegen`),
    syllables: split('berg hau sen feld wal mün ster rei chen bach stein lö wen grün thal see hof gau moor kirch'),
    first: split('Jürgen Anke Björn Käthe Matthias Özlem Sörren Ulrike Wiebke Tobias'),
    last: split('Müller-Harms Brandstätter Grünewald Köhler Oßwald Petersen Schröter Voß Weidemann'),
    sites: ['Küstenblatt', 'Der Rathausbote', 'Süd-Anzeiger'],
    tags: split('haushalt sicherheit wahl mieten energie nachfragen'),
    space: ' ',
  },
  {
    language: 'es',
    words: split(`el la los las de que y en un una por con para su al del se no más como pero sus le ya este sí porque
      gobierno ayuntamiento presupuesto millones ciento año años ciudad escuela hospital energía agua tormenta
      elección alcaldesa ministro informe precio salario alquiler subió bajó dijo advirtió prometió según después
      antes desde contra entre región inundación policía`),
    syllables: split('ra mo ñe dal gar cía lo pe vi lla nue va co sta ri ba que zón mar tín'),
    first: split('Íñigo Begoña Jesús María Ángel Núria Óscar Lucía'),
    last: split('Ibáñez Muñoz Peña Rodríguez Zubiría Castaño Gálvez'),
    sites: ['El Diario del Puerto', 'La Voz Serrana'],
    tags: split('presupuesto agua elecciones vivienda energía'),
    space: ' ',
  },
  {
    language: 'ja',
    words: split(
      '政府 は が を に で と の 市長 予算 億円 港 学校 病院 安全 発表 した 増加 減少 選挙 気候 電力 調査 報告 昨年 今年 による',
    ),
    syllables: split('東 西 南 北 川 山 田 村 海 浜 橋 町 島 原 松'),
    first: split('恵子 翔太 美咲 大輔'),
    last: split('佐藤 鈴木 高橋 田中'),
    sites: ['港湾新聞', '北の朝刊'],
    tags: split('予算 選挙 安全'),
    space: '',
  },
  {
    language: 'ar',
    words: split(
      'قال الوزير إن الحكومة في من على إلى عن العام الميزانية مليون بالمئة المدينة المدرسة المستشفى الطاقة المياه الانتخابات أسعار ارتفعت انخفضت منذ بعد قبل',
    ),
    syllables: split('دار بيت نور سلام حسن بحر جبل واد زيت قصر'),
    first: split('ليلى يوسف أمينة سامي'),
    last: split('الحداد الخطيب منصور النجار'),
    sites: ['صوت الميناء'],
    tags: split('ميزانية انتخابات طاقة'),
    space: ' ',
  },
];
