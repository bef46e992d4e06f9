import { describe, expect, test } from 'vitest';
import { findQuotations } from '../../lib/quotes/find-quotes';

const texts = (article: string | string[], language: string | null) =>
  findQuotations(article, language).map((each) => each.text);
const speakers = (article: string, language: string) => findQuotations(article, language).map((each) => each.speaker);

describe('marks', () => {
  test.each([
    ['en', '“We will open the hall,” she said.', 'We will open the hall,'],
    ['en', '"We will open the hall," she said.', 'We will open the hall,'],
    ['fr', '« Nous ouvrirons la halle », dit-elle.', 'Nous ouvrirons la halle'],
    ['de', '„Wir öffnen die Halle“, sagte sie.', 'Wir öffnen die Halle'],
    ['de', '»Wir öffnen die Halle«, sagte sie.', 'Wir öffnen die Halle'],
    ['en', '‘We will open the workers’ hall soon,’ she said.', 'We will open the workers’ hall soon,'],
    ['en', "'We won't open the hall soon,' she said.", "We won't open the hall soon,"],
    ['ja', '「駅を開きます」と言った。', '駅を開きます'],
  ])('%s: %s', (language, text, wanted) => {
    expect(texts(text, language)).toEqual([wanted]);
  });

  test('a headline in single marks is not offered beside the quotation it shortens', () => {
    const article = ["Mayor 'very sorry indeed' for the bridge", '“I am very sorry,” Ann Reed said.'];
    expect(texts(article, 'en')).toEqual(['I am very sorry,']);
    expect(texts(["Mayor 'very sorry indeed' for the bridge", "'I am very sorry,' Ann Reed said."], 'en')).toHaveLength(
      2,
    );
  });

  test('apostrophes open nothing', () => {
    expect(texts("The mayor's plan for the '90s: don't stop, rock 'n' roll, the workers' hall.", 'en')).toEqual([]);
    expect(texts('L’Ukraine n’a pas dit qu’elle l’ignorait aujourd’hui.', 'fr')).toEqual([]);
  });

  test('a nested quotation belongs to the one around it', () => {
    const [only, ...others] = findQuotations('“She told me ‘never again’ and left,” Ann Reed said.', 'en');
    expect(others).toEqual([]);
    expect(only?.inner).toHaveLength(1);
    expect(only?.speaker).toBe('Ann Reed');
  });

  test('two grave accents are closed by two apostrophes, which by themselves are no mark', () => {
    expect(texts("``We will open the hall,'' she said.", 'en')).toEqual(['We will open the hall,']);
    expect(texts("''We will open the hall,'' she said.", 'en')).toEqual([]);
  });

  test('an opening mark typed where the closing one belongs closes', () => {
    expect(texts('“It is safe,“ Ann Reed said. “It is new.“', 'en')).toEqual(['It is safe,', 'It is new.']);
  });

  test('a line that opens a quotation begins a paragraph', () => {
    expect(texts('“The first part is long.\n“The second part ends here,” Ann Reed said.', 'en')).toHaveLength(2);
  });

  test('a quotation that runs over paragraphs has one entry for each', () => {
    const found = findQuotations(['“The first part is long, Ann Reed said.', '“The second part ends here.”'], 'en');
    expect(found.map((each) => each.continues)).toEqual([false, true]);
    expect(found.map((each) => each.paragraph)).toEqual([0, 1]);
  });
});

describe('excerpts', () => {
  const kinds = (article: string[]) => findQuotations(article, 'en').map(({ kind }) => kind);

  test('a transcript is no speech of one person', () => {
    const turns = ['The transcript follows:', '“REED: The bridge is safe.', '“HALE: It is not.', '“REED: It is.”'];
    expect(kinds(turns)).toEqual(['excerpt', 'excerpt', 'excerpt']);
  });

  test('what another paper reports is an excerpt, and what it quotes is offered', () => {
    const report = [
      'The Gazette reports:',
      '"The town was told late. “Nobody rang us,” said Ann Reed.',
      '"The bridge stays closed."',
    ];
    expect(kinds(report)).toEqual(['excerpt', 'direct', 'excerpt']);
    expect(findQuotations(report, 'en')[1]?.speaker).toBe('Ann Reed');
  });

  test('what a person says over paragraphs is speech', () => {
    expect(kinds(['Ann Reed said:', '“The bridge is safe.', '“It will last for a century.”'])).toEqual([
      'direct',
      'direct',
    ]);
  });
});

describe('speakers', () => {
  test('before, after and inverted', () => {
    expect(speakers('Ann Reed said: “The bridge is safe again.”', 'en')).toEqual(['Ann Reed']);
    expect(speakers('“The bridge is safe again,” Ann Reed said.', 'en')).toEqual(['Ann Reed']);
    expect(speakers('“The bridge is safe again,” said Ann Reed, the engineer.', 'en')).toEqual(['Ann Reed']);
    expect(speakers('According to Ann Reed, “the bridge is safe again.”', 'en')).toEqual(['Ann Reed']);
  });

  test('a short name is resolved to the full name earlier in the article', () => {
    expect(speakers('Mayor Ann Reed opened the bridge.\n\n“It is safe,” Reed said.', 'en')).toEqual(['Ann Reed']);
  });

  test('a speaker carries over to the rest of the paragraph', () => {
    const text = '“It is safe,” Ann Reed said. “It will last for a century.”';
    expect(speakers(text, 'en')).toEqual(['Ann Reed', 'Ann Reed']);
  });

  test('a pronoun is resolved only where one candidate fits', () => {
    expect(speakers('Ann Reed opened the bridge. “It is safe now,” she said.', 'en')).toEqual(['Ann Reed']);
    expect(speakers('Ann Reed met Laura Pike. “It is safe now,” she said.', 'en')).toEqual([null]);
  });

  test.each([
    ['Ezra Black said it was open. “It holds,” Black said.', 'Ezra Black'],
    ['Theresa May left. “It holds,” said May.', 'Theresa May'],
    ['George Will left. Will wrote: “It holds.”', 'George Will'],
  ])('a surname that is a word of the language as well: %s', (text, speaker) => {
    expect(speakers(text, 'en')).toEqual([speaker]);
  });

  test.each([
    [
      'Carl Pike met Ann Reed and Laura Hale. Reed told the town that, before the flood of last spring, she thought “the bridge was safe.”',
      'Ann Reed',
    ],
    ['Ann Reed met Laura Hale. Reed fired back: “It is safe,” she wrote.', 'Ann Reed'],
  ])('the pronoun of a sentence that is somebody’s: %s', (text, speaker) => {
    expect(findQuotations(text, 'en')).toMatchObject([{ speaker, nameReason: 'pronoun' }]);
  });

  test('a pronoun is not the one it speaks to', () => {
    expect(speakers('Ann Reed opened the bridge. “It is safe now,” she told Reed.', 'en')).toEqual([null]);
    expect(speakers('Ann Reed opened the bridge. “It is safe now,” she told Hale.', 'en')).toEqual(['Ann Reed']);
  });

  test.each([
    ['The engineers argue that “the bridge is safe again.”', 'The engineers'],
    ['Ann Reed could only quip: “It holds for now.”', 'Ann Reed'],
    ['Ann Reed was quick to add that “the old bridge stays.”', 'Ann Reed'],
    ['The town hall shrugged off the news, telling reporters: “The bridge is safe.”', 'The town hall'],
    ['In a talk with Carl Pike, Ann Reed said she would come and added, “The bridge holds.”', 'Ann Reed'],
    ['Ann Reed’s reply was: “The bridge holds.”', 'Ann Reed'],
    ['It was closed because, in Ann Reed’s words, “it shook like a leaf.”', 'Ann Reed'],
    ['“The bridge shook like a leaf,” in Reed’s view.', 'Reed'],
    ['But the polls agree - Ann Reed: “The bridge holds.”', 'Ann Reed'],
  ])('verbs in all their forms, and nouns of speech: %s', (text, speaker) => {
    expect(speakers(text, 'en')).toEqual([speaker]);
  });

  test('a noun of speech in another’s sentence names nobody', () => {
    expect(speakers('Carl Pike saw Reed’s words differently: “The bridge holds.”', 'en')).toEqual(['Carl Pike']);
  });

  test('a noun that is also a verb of saying is no cue in French, and the office of the subject speaks', () => {
    const text =
      'Le maire Hugo Brisset a parlé au conseil. Dans son discours, le maire a remercié les villes qui soutiennent Valmer face à cette nouvelle menace et « en particulier celles qui préparent des digues ». Selon lui, « la mer ne recule jamais ».';
    expect(speakers(text, 'fr')).toEqual(['Hugo Brisset', 'Hugo Brisset']);
  });

  test('the role is kept', () => {
    const text = 'Le ministre ukrainien de la Défense, Rustem Umerov, a dit que le front « tient encore bon ».';
    expect(findQuotations(text, 'fr')).toMatchObject([
      { speaker: 'Rustem Umerov', role: 'Le ministre ukrainien de la Défense' },
    ]);
  });

  test.each([
    ['“It holds,” Defence Minister Rustem Umerov said.', 'Rustem Umerov', 'Defence Minister'],
    ['“It holds,” said Umerov, the defence minister, on Monday.', 'Umerov', 'the defence minister'],
    ['Rustem Umerov, Ukraine’s defence minister, said: “It holds.”', 'Rustem Umerov', 'Ukraine’s defence minister'],
    ['“It holds,” said Ann Reed, 34, an engineer.', 'Ann Reed', 'an engineer'],
    ['Mayor Ann Reed opened the bridge.\n\n“It holds,” Reed said.', 'Ann Reed', 'Mayor'],
    ['“It holds,” said Ann Reed, an hour later.', 'Ann Reed', null],
    ['The mayor, Ann Reed, told the chamber “it holds”.', 'Ann Reed', 'The mayor'],
  ])('the office before or behind the name: %s', (text, speaker, role) => {
    expect(findQuotations(text, 'en')[0]).toMatchObject({ speaker, role });
  });

  test.each([
    ['The poll put Reed on 55 percent. “I am ready,” said Ann Reed. Reed, thanked Reed.', 'Ann Reed', null],
    ['Ann Reed, having met the president of the club, was blunt. “I am ready to go,” Reed said.', 'Ann Reed', null],
    ['“I am ready to go,” said frontman Ann Reed.', 'Ann Reed', 'frontman'],
    ['“I am ready to go,” beamed Ann Reed.', 'Ann Reed', null],
  ])('a verb is no office: %s', (text, speaker, role) => {
    expect(findQuotations(text, 'en')[0]).toMatchObject({ speaker, role });
  });

  test.each([
    ['At the bridge, a march has been met with counter-protesters saying “get off our streets”.', null],
    ['In Finland, the government also issued fresh advice called “preparing for incidents”.', 'the government'],
    ['In a video, the liquid container he is carrying reads “the bees are happy here”.', null],
    ['A letter described how committee members said “this was an illegal operation”.', 'A letter'],
  ])('what happened is no source: %s', (text, speaker) => {
    expect(findQuotations(text, 'en').map((one) => one.speaker)).toEqual([speaker]);
  });

  test.each([
    ['en', '“It holds,” Ebeling said, and left.', 'Ebeling'],
    ['en', '“It holds.” Ann Reed said.', 'Ann Reed'],
    ['en', '“It holds.”\n\n— Ann Reed', 'Ann Reed'],
    ['en', 'The memo says the fault had been reported and that a repair “did not hold”.', 'The memo'],
    [
      'en',
      'A deckhand, Callum Hale, said crews had complained. “Nobody rang back,” he told the Courier.',
      'Callum Hale',
    ],
    ['fr', '« Chaque hiver on déplace les bateaux », soupire Hervé Madec.', 'Hervé Madec'],
    ['fr', 'Bertrand Quéré, ingénieur au bureau Hydralis : « Le bassin perdait son eau. »', 'Bertrand Quéré'],
    ['de', '„Wir gehen nicht“, erklärte Bernd Kruse von der Opposition.', 'Bernd Kruse'],
    ['de', '„Wir gehen nicht“, sagte Betriebsrätin Gülay Demir.', 'Gülay Demir'],
    ['de', '„Wir gehen nicht“, teilte der Verband mit.', 'der Verband'],
    ['es', 'El alcalde de Lys, Ramiro Ostos, habló. «Prefiero no dar fechas», añadió el alcalde.', 'Ramiro Ostos'],
    ['it', 'Il sindaco di Borgo Lys, Ettore Dalmasso, ha ammesso che è «una sconfitta per tutti».', 'Ettore Dalmasso'],
    ['pt', '“Cumprimos a lei”, insistiu a empresa em comunicado.', 'a empresa'],
  ])('%s: %s', (language, text, speaker) => {
    expect(speakers(text, language)[0]).toBe(speaker);
  });

  test.each([
    ['Smith “wanted to leave” before the vote, Ann Reed said.', 'Ann Reed'],
    ['The road is “not safe at all” in winter, said Ann Reed, an engineer, on Monday.', 'Ann Reed'],
    ['Ann Reed said she thinks the road is “not safe at all” in winter.', 'Ann Reed'],
    ['“The road is not safe,” an angry Hollis spluttered, after Ann Reed had left.', null],
    ['Ann Reed left. “The road is not safe,” wrote the authors of the “Road Book,” a guide.', null],
  ])('the sentence decides, not the nearest name: %s', (text, speaker) => {
    expect(speakers(text, 'en')[0]).toBe(speaker);
  });

  test.each([
    ['fr', 'Maud Roy, apicultrice, est venue. L’apicultrice réclame « une interdiction immédiate ».', 'Maud Roy'],
    ['fr', 'Maud Roy est venue. « Il tiendra bon », soupire cette mère de trois enfants.', 'Maud Roy'],
    ['fr', '« Il tient bon », a indiqué à la presse le maire de Lys, Marc Dupin.', 'Marc Dupin'],
    ['fr', '« Mais pourquoi, s’interroge Inès Roy, personne ne nous a-t-il prévenus ? »', 'Inès Roy'],
    ['fr', 'Maud Roy était là. « Il faut, dit-elle, que cela cesse. »', 'Maud Roy'],
    [
      'fr',
      'Le député Cyrille de Montbrun est venu. « J’ai été naïf », reconnaît M. de Montbrun.',
      'Cyrille de Montbrun',
    ],
    ['fr', 'Maud Roy juge que c’est « bien trop tard ». À ses yeux, « la digue est perdue ».', 'Maud Roy'],
    ['fr', 'Et Karim Belhadj de conclure : « Il manque du temps. »', 'Karim Belhadj'],
    ['de', '„Wir gehen nicht“, räumt von Reden ein.', null],
    ['de', 'Ansgar von Reden kam, sagte Ansgar von Reden. „Ich irrte mich“, räumt von Reden ein.', 'Ansgar von Reden'],
    ['de', 'Ähnlich äußert sich Fatma Sissoko, die ein Café betreibt: „Ich mache dicht.“', 'Fatma Sissoko'],
    ['de', 'Fatma Sissoko ging. Der Betreiber hält den Deich für „absolut sicher“.', 'Der Betreiber'],
    ['es', 'Íñigo de la Fuente habló. «Fui un ingenuo», admite hoy De la Fuente.', 'Íñigo de la Fuente'],
    ['es', '«¿Por qué —se pregunta Inés Roy— no nos avisó nadie?»', 'Inés Roy'],
    ['es', 'Fuentes del Gobierno aseguran que la negociación «va por buen camino».', 'Fuentes del Gobierno'],
    ['it', 'Al telefono Ugo Vandelli è tranquillo: «Nessun ferito, i treni ripartono».', 'Ugo Vandelli'],
    [
      'it',
      'Arnaldo Pelizza, procuratore, ha parlato. A detta del procuratore il rogo è «di origine dolosa».',
      'Arnaldo Pelizza',
    ],
    ['pt', '“Não descartamos nada”, disse à noite o procurador-geral de Lys, Arnaldo Peixoto.', 'Arnaldo Peixoto'],
  ])('%s: words for somebody named before, and cues in other places: %s', (language, text, speaker) => {
    expect(speakers(text, language).at(-1)).toBe(speaker);
  });

  test('what somebody else is quoted with inside a quotation is no cue', () => {
    expect(speakers('« Comme dit mon père, dit-on, tout passera bien. »', 'fr')).toEqual([null]);
  });

  test('a language without a file has quotations and no speakers', () => {
    expect(findQuotations('“Most jó,” mondta Kiss Anna.', 'hu')).toMatchObject([{ kind: 'direct', speaker: null }]);
  });
});

test('scare quotes and titles are marked as such', () => {
  const kinds = (text: string) => findQuotations(text, 'en').map((each) => each.kind);
  expect(kinds('The town calls it a “miracle” of sorts.')).toEqual(['scare']);
  expect(kinds('Her novel “The Last Harbour Light” sold well.')).toEqual(['title']);
});

test('what was found stays when the article grows', () => {
  const start = 'Ann Reed opened the bridge.\n\n“It is safe,” Reed said.';
  const before = findQuotations(start, 'en');
  const after = findQuotations(`${start}\n\n“It is not,” said Tom Hale.`, 'en');
  expect(after.slice(0, before.length)).toEqual(before);
});
