import { byEnding, forms, gendered, type LanguageCues, words } from '../types';

/** German: "sagte X", "so X", "laut X", "X zufolge"; every noun has a capital, so titles and articles tell names apart. */
export const german: LanguageCues = {
  code: 'de',
  speech: new Set([
    ...words(`gesteht gestand gesagt so schreibt schrieb schrieben mitgeteilt ruft rief verspricht versprach unterstreicht unterstrich
    findet fand zitiert spricht sprach nennt nannte nannten widerspricht widersprach hält hielt gibt gab
    sagen`),
    ...forms(`sag erklär beton mein warn forder berichte bezeichne`, 't te ten'),
    ...forms(
      `ergänz füg kritisier kündig teil antworte frag behaupte versicher bestätig erzähl erinner räum bekräftig
    glaub hoff bilanzier urteil lob mahn äußer verteidig begründe schilder klag bedauer stell verkünde laute resümier scherz entgegne erwider konstatier prophezei appellier ärger freu informier präzisier verlang wunder plädier`,
      't te',
    ),
  ]),
  reporting: words('berichtet berichtete berichten berichteten'),
  describing: words(
    'nennt nannte bezeichnet bezeichnete wirft warf lobte hat hatte sieht sah will wollte ist war spricht sprach',
  ),
  between: words(
    'hat habe haben hatte hatten wird werde ist sei auch dann zudem außerdem noch später bereits erneut sich ihm ihr ihnen nicht wiederum jedoch dazu dabei weiter weiterhin am dagegen hingegen kürzlich',
  ),
  accordingTo: [
    ['laut'],
    ['nach', 'angaben', 'von'],
    ['nach', 'angaben', 'des'],
    ['nach', 'angaben', 'der'],
    ['nach', 'worten', 'von'],
    ['in', 'den', 'worten', 'von'],
  ],
  accordingAfter: words('zufolge'),
  pronouns: gendered('er', 'sie', 'ich wir es man ihr du'),
  titles: gendered(
    'herr präsident minister bundeskanzler kanzler bürgermeister oberbürgermeister sprecher direktor professor bundespräsident ministerpräsident senator bischof trainer forscher polizeichef vorsitzender abgeordneter könig papst',
    'frau präsidentin ministerin bundeskanzlerin kanzlerin bürgermeisterin oberbürgermeisterin sprecherin direktorin professorin bundespräsidentin ministerpräsidentin senatorin bischöfin trainerin forscherin vorsitzende abgeordnete königin',
    'dr dr. prof prof.',
  ),
  roles: words(
    'präsident präsidentin minister ministerin kanzler kanzlerin bundeskanzler bundeskanzlerin bürgermeister bürgermeisterin sprecher sprecherin direktor direktorin professor professorin senator senatorin bischof trainer trainerin forscher forscherin vorsitzende vorsitzender abgeordnete abgeordneter leiter leiterin ministerpräsident ministerpräsidentin',
  ),
  determiners: words(
    'ihr der die das den dem des ein eine einer einem einen eines dieser diese dieses sein seine ihre unser mehrere viele einige zwei drei',
  ),
  prepositions: words(
    'in im an am auf aus bei beim mit nach von vom zu zum zur für gegen über unter vor während wegen trotz seit durch ohne um bis nahe neben hinzu fest klar zurück',
  ),
  clause: words('dass ob weil wenn als während obwohl aber und oder sondern denn wo wie nachdem bevor damit doch'),
  relative: words('welcher welche'),
  circumstances: words('auf am im in gegenüber bei'),
  particles: words('von van der den zu zur de da di al el ten'),
  notNames: words(
    'ihr ihre sein seine montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember der die das ein eine er sie es wir ich und aber doch auch nach am im in zu bei mit für wenn als so dann damit dort hier heute gestern morgen laut seit trotz während man jetzt nun noch schon nur dies diese dieser',
  ),
  times: words(
    'stunde stunden tag tage tagen woche wochen monat monate monaten jahr jahre jahren morgen abend nacht vormittag nachmittag mittwoch montag dienstag donnerstag freitag samstag sonntag später heute gestern hier dort',
  ),
  works: words(
    'film buch roman lied album serie sendung stück podcast magazin zeitung zeitschrift artikel essay gedicht ausstellung titel reihe projekt',
  ),
  givenNames: gendered(
    'benjamin valentin konstantin martin augustin luca joshua sascha nikita jona olaf friedrich robert christian markus boris karl frank walter armin jens stefan thomas michael peter hans klaus wolfgang andreas martin jan lukas felix jonas paul max tim uwe jürgen ralf bernd',
    'angela annalena ursula nancy svenja saskia ricarda sahra christine anna julia maria petra sabine katrin lena laura sarah monika claudia birgit heike karin franziska johanna hannah',
  ),
  genderOf: byEnding(/(?:a|ina|ine|ike|rid|trud|hild|gard)$/, /(?:o|us|bert|fried|helm|win|mut|ich)$/),
  frequent: words(
    'der die das und ist nicht ein eine zu den mit von auf für sich des dem im dass auch als es wird werden bei nach aus hat wie wir ich sie er',
  ),
  capitalNouns: true,
  inversion: true,
};
