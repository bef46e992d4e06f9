import { byEnding, completed, forms, gendered, phrases, words } from '../types';

/** Italian: "ha detto X", "spiega X", "secondo X"; articles are often elided ("l'assessore"). */
export const italian = completed({
  code: 'it',
  speech: new Set([
    // Every form that third persons take in news prose, participles of compound tenses included.
    ...forms(
      `accus postill afferm annunci argoment assicur attacc auspic avvis azzard celebr chiam comment commiser conferm confess
      confid consigli contest critic denunci dichiar domand elog esclam esult evidenzi frecci fren garant incalz
      interrog ipotizz ironizz lament lanci minimizz mormor neg not osserv plaud preannunci precis profetizz pronostic
      punt puntualizz raccomand raccont ragion rammaric rassicur replic ribatt ricord rilanci rimarc rincar rivel
      rivendic sbott scherz segnal sentenzi sfog smorz sospir sottoline spieg stigmatizz sussurr testimoni tuon comunic indign calcol quantific sottoline scatt adir ammicc`,
      'a ò ato ano ava avano',
    ),
    ...forms(`ammon avvert scand annu chiar insist ribad suger`, 'isce ì ito iscono iva e'),
    ...words(`aggiunge ripete ripetono ripetuto riassume riassunto sorride ride riprende ripreso teme crede credono aggiungeva aggiungono aggiunse aggiunto ammesso ammette ammetteva ammettono ammise chiede chiedeva
    chiedono chiese chiesto conclude concludeva concludono concluse concluso continua definisce definito definì
    detto dice diceva dicono disse esige esordisce esordito garantisce garantito garantiva intervenuto interviene
    mantiene pensa pretende promesso promette prometteva promettono promise prosegue proseguito proseguiva ribatte
    ribattuto ribatté riconobbe riconosce riconosceva riconosciuto riferisce riferiscono riferito riferiva risponde
    rispondeva rispondono rispose risposto riteneva ritengono ritiene sapere scrisse scritto scrive scriveva
    scrivono smentisce smentito smentì sosteneva sostengono sostenne sostenuto sostiene spera twitta`),
  ]),
  reporting: words('riporta riportava riferisce pubblica'),
  describing: words(
    'definisce definito definì chiama chiamato accusa accusato elogia descrive descritto vuole vede parla parlano parlava parlato bolla bollato bollò sente giudica giudicato considera ritiene invoca paventa ha',
  ),
  between: words(
    "ha hanno aveva avevano è era sono anche poi inoltre fatto non si lo l' gli le ci già ancora così infine invece stesso oggi ieri subito che",
  ),
  accordingTo: phrases(
    'secondo|per; stando a; a|in|nelle|per detta|dire|giudizio|avviso|parere|opinione|parole|bocca di; a sentire|ascoltare; agli occhi di',
  ),
  ownView: phrases(
    'a|secondo suo dire|avviso|parere|giudizio|detta; a detta sua; a|per sua detta|opinione; secondo|nelle sue parole',
  ),
  accordingAfter: words(''),
  pronouns: gendered('lui egli', 'lei ella', 'io noi loro'),
  titles: gendered(
    'signor sig sig. sindaco ministro senatore deputato direttore assessore segretario professore dottor dott dott. re principe cardinale papa avvocato allenatore ricercatore governatore commissario don onorevole',
    'signora sindaca ministra senatrice deputata direttrice assessora segretaria professoressa dottoressa regina principessa avvocata allenatrice ricercatrice governatrice commissaria',
    'portavoce premier giudice generale leader capo procuratore procuratrice economista giornalista candidato candidata medico ex presidentessa prof prof. presidente',
  ),
  roles: words('operaio operaia lavoratore lavoratrice dipendente'),
  determiners: words(
    "il lo la i gli le l' un uno una un' questo questa quel quella suo sua suoi sue alcuni molti due tre",
  ),
  prepositions: words(
    "allo agli alle ai dai dagli dalle dallo nei negli nelle nello sui sugli sulle sullo di del dello della dei degli delle dell' da dal dalla dall' in nel nella nell' a al alla all' con per su sul sulla tra fra senza contro dopo prima durante verso secondo davanti",
  ),
  clause: words('che perché quando mentre se ma e o anche dove come poiché però'),
  relative: words('chi cui'),
  circumstances: words('in davanti durante'),
  particles: words("di de del della d' da dal lo la van von"),
  notNames: words(
    'di da lo la fonti gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre l non così',
  ),
  times: words(
    'ora ore giorno giorni settimana settimane mese mesi anno anni notte mattina sera pomeriggio lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi poi qui',
  ),
  works: words(
    'film libro romanzo canzone album serie programma trasmissione opera documentario podcast rivista articolo saggio poesia intitolato intitolata mostra disco quotidiano',
  ),
  givenNames: gendered(
    'luca andrea attilio renato salvatore simone nicola mattia elia mario giuseppe matteo silvio carlo giancarlo luigi marco paolo franco giovanni antonio francesco roberto andrea luca sergio stefano enrico pietro davide alessandro riccardo lorenzo',
    'giorgia maria elvira paola elly anna laura paola francesca chiara giulia sara elena valentina silvia martina federica alessandra lucia marta caterina rosa virginia',
  ),
  genderOf: byEnding(/(?:a|ella|ice)$/, /(?:o|ele|iele)$/),
  frequent: words(
    'il lo la i gli le di del della e è un una che in per con non si da al dei sono ha più come anche ma nel alla',
  ),
  capitalNouns: false,
  dropsSubject: true,
  inversion: true,
});
