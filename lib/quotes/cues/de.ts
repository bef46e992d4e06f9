import { byEnding, completed, forms, gendered, phrases, words } from '../types';

/** German: "sagte X", "so X", "laut X", "X zufolge"; every noun has a capital, so titles and articles tell names apart. */
export const german = completed({
  code: 'de',
  speech: new Set([
    // Every form that third persons take in news prose, participles of compound tenses included.
    ...forms(
      `analysier mahn pflichte antworte appellier argumentier bedauer begründe behaupte bejah beklag bekräftig bemängel berichte
      berichtig bestreite bestätig beteuer beton bezeichne bilanzier dank dementier empfehl entgegne ergänz erinner
      erklär erläuter erwarte erwider erzähl flüster folger forder frag freu füg glaub gratulier grummel hoff
      informier jubel klag kommentier konstatier korrigier kritisier kündig laute lob lächel mahn mein monier moser
      murr mutmaß notier plädier poche post prognostizier prophezei präzisier rate raun rechne referier relativier
      resümier räum rüg sag scherz schilder schimpf schlussfolger schwärm seufz sinnier spotte stell stichel stöhn
      tadel teil twitter unterstell urteil verkünde verlang vermute vernein versicher versprich verteidig warn wetter
      witzel wunder würdig zitier zürn ärger äußer empör kalkulier beziffer entrüst`,
      't te ten en n',
    ),
    ...words(`bat beschreibt beschrieb verriet vorgeworfen vorwarf vorwirft zugab angab bekanntgab bestritt bittet dachte denkt empfahl empfiehlt erfuhr fand fasst findet gab gesagt gestand gestehen gesteht
    gibt heißt hielt hieß hält mitgeteilt nannte nannten nennt rief riet ruft rät sah schließt schloss
    schreibt schrieb schrieben sieht so sprach spricht unterstreicht unterstrich versprach verweist verwies warf
    weist widersprach widersprechen widerspricht wies wirft `),
  ]),
  reporting: words('berichtet berichtete berichten berichteten'),
  describing: words(
    'nennt nannte bezeichnet bezeichnete wirft warf lobte hat hatte sieht sah will wollte ist war spricht sprach',
  ),
  between: words(
    'hat habe haben hatte hatten wird werde ist sei auch dann zudem außerdem noch später bereits erneut sich ihm ihr ihnen nicht wiederum jedoch dazu dabei weiter weiterhin dagegen hingegen kürzlich',
  ),
  accordingTo: phrases(
    'laut|gemäß|für; nach angaben|worten|ansicht|meinung|einschätzung|überzeugung|auffassung|darstellung|aussage|aussagen|schilderung|lesart von|des|der; nach den angaben|worten von|des|der; in den worten|augen von|des|der; aus sicht|perspektive von|des|der',
  ),
  ownView: phrases(
    'aus ihrer|seiner sicht; ihrer|seiner meinung|ansicht|einschätzung|auffassung|überzeugung nach; nach ihrer|seiner meinung|ansicht|einschätzung|auffassung|überzeugung; in ihren|seinen augen',
  ),
  accordingAfter: words('zufolge'),
  pronouns: gendered('er', 'sie', 'ich wir es man ihr du'),
  titles: gendered(
    'herr präsident minister bundeskanzler kanzler bürgermeister oberbürgermeister sprecher direktor professor bundespräsident ministerpräsident senator bischof trainer forscher polizeichef vorsitzender abgeordneter könig papst',
    'frau präsidentin ministerin bundeskanzlerin kanzlerin bürgermeisterin oberbürgermeisterin sprecherin direktorin professorin bundespräsidentin ministerpräsidentin senatorin bischöfin trainerin forscherin vorsitzende abgeordnete königin',
    'dr dr. prof prof.',
  ),
  roles: words('leiter leiterin'),
  determiners: words(
    'ihr der die das den dem des ein eine einer einem einen eines dieser diese dieses sein seine ihre unser mehrere viele einige zwei drei',
  ),
  prepositions: words(
    'laut gemäß in im an am auf aus bei beim mit nach von vom zu zum zur für gegen über unter vor während wegen trotz seit durch ohne um bis nahe neben hinzu fest klar zurück',
  ),
  clause: words('dass ob weil wenn als während obwohl aber und oder sondern denn wo wie nachdem bevor damit doch'),
  relative: words('welcher welche'),
  circumstances: words('auf am im in gegenüber bei'),
  particles: words('von van der den zu zur de da di al el ten'),
  notNames: words(
    'der zu januar februar märz april mai juni juli august september oktober november dezember auch darauf dazu dabei so dann jetzt nun noch schon nur dies',
  ),
  times: words(
    'stunde stunden tag tage tagen woche wochen monat monate monaten jahr jahre jahren morgen abend nacht vormittag nachmittag mittwoch montag dienstag donnerstag freitag samstag sonntag später heute gestern hier dort',
  ),
  works: words(
    'film buch roman lied album serie sendung stück podcast magazin zeitung zeitschrift artikel essay gedicht ausstellung titel reihe projekt',
  ),
  givenNames: gendered(
    'alexander sylvester benjamin valentin konstantin martin augustin luca joshua sascha nikita jona olaf friedrich robert christian markus boris karl frank walter armin jens stefan thomas michael peter hans klaus wolfgang andreas martin jan lukas felix jonas paul max tim uwe jürgen ralf bernd',
    'angela annalena ursula nancy svenja saskia ricarda sahra christine anna julia maria petra sabine katrin lena laura sarah monika claudia birgit heike karin franziska johanna hannah',
  ),
  genderOf: byEnding(/(?:a|ina|ine|ike|rid|trud|hild|gard)$/, /(?:o|us|bert|fried|helm|win|mut|ich)$/),
  frequent: words(
    'der die das und ist nicht ein eine zu den mit von auf für sich des dem im dass auch als es wird werden bei nach aus hat wie wir ich sie er',
  ),
  capitalNouns: true,
  inversion: true,
});
