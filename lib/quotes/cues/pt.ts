import { byEnding, completed, forms, gendered, phrases, words } from '../types';

/** Portuguese of both shores: "disse X", "afirmou X", "segundo X", "de acordo com X". */
export const portuguese = completed({
  code: 'pt',
  speech: new Set([
    // Every form that third persons take in news prose, participles of compound tenses included.
    ...forms(
      `aconselh acredit aleg ameaç estim retruc acrescent acus adiant afirm agradec alert anunci apont argument arremat assegur atir avali avis
      brinc celebr cham classific cobr comemor coment complet conden confess confirm consider cont contest critic
      declar denunci desabaf destac dispar elogi emend enfatiz evidenci exclam explan explic fris grit indag indic
      inform ironiz justific lament lanç lembr minimiz murmur neg nego not observ opin pergunt ponder pont pontu
      proclam profetiz protest queix questio question rebel rechaç reclam recomend record refer reforç reiter relat
      repar repudi ressalt ressalv revel rotul salient sintetiz solt sublinh suspir sussurr sustent tuit vaticin comunic indign calcul estim escandaliz quantific`,
      'ou a aram ado am ava avam',
    ),
    ...forms(
      `agradec conced conclu defend entend esclarec escrev promet rebat reconhec respond sustent`,
      'eu e ido em ia iam eram',
    ),
    ...forms(
      `admit advert assum desment discut exig garant insist ped prossegu rebat refer repet suger explod retorqu`,
      'iu e ido em ia iam iram',
    ),
    ...words(`conclui crê prevê previu acha sorri pede pediu contou conta concluiu contrapôs contrapõe disse disseram dito diz dizem dizia manteve mantém propôs propõe reage
    reagiu resume resumiu sustém`),
  ]),
  reporting: words('noticia noticiou relata publica publicou'),
  describing: words(
    'chamou chama classificou classifica descreveu descreve acusou acusa elogiou criticou pediu fala falam falou vê vêem veem viu quer considera sente acha julga apelidou rotulou tem',
  ),
  between: words(
    'tem tinha havia foi é também ainda depois já não se lhe lhes o a me nos ontem hoje então assim ainda por sua vez que',
  ),
  accordingTo: phrases(
    'segundo|conforme|consoante|para; de acordo com; na|nas|em|no|ao|aos|pela opinião|ótica|óptica|avaliação|palavras|entender|ver|visão|perspetiva|perspectiva|parecer|leitura|análise|olhos|boca|voz de',
  ),
  ownView: phrases(
    'na|em sua opinião|ótica|óptica|avaliação|visão|perspetiva|perspectiva|leitura|análise; a|no seu ver|entender|parecer; nas suas palavras',
  ),
  accordingAfter: words(''),
  pronouns: gendered('ele eles', 'ela elas', 'eu nós você vocês'),
  titles: gendered(
    'senhor sr sr. ministro prefeito senador deputado diretor rei príncipe secretário professor treinador pesquisador investigador governador advogado vereador bispo médico delegado dom',
    'senhora sra sra. dona ministra prefeita senadora deputada diretora rainha princesa secretária professora treinadora pesquisadora investigadora governadora advogada vereadora médica delegada presidenta',
    'dr dr. dra dra. porta-voz juiz juíza general coronel papa cardeal economista jornalista candidato candidata líder embaixador embaixadora ex-presidente ex-ministro ex-ministra chefe primeiro-ministro primeira-ministra autarca promotor promotora presidente',
  ),
  roles: words('trabalhador trabalhadora funcionário funcionária'),
  determiners: words(
    'o a os as um uma uns umas este esta esse essa seu sua seus suas meu nosso nossa vários várias alguns muitos dois duas três',
  ),
  prepositions: words(
    'de do da dos das em no na nos nas ao à aos às com por pelo pela para sem sobre entre desde até após durante ante contra segundo perante',
  ),
  clause: words('que porque quando enquanto se mas e ou embora onde como pois'),
  relative: words('quem qual'),
  circumstances: words('em no na aos durante'),
  particles: words('de da do dos das e van von'),
  notNames: words(
    'do da de e fontes segunda terça quarta quinta sexta janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro além também não já assim',
  ),
  times: words(
    'hora horas dia dias semana semanas mês meses ano anos noite manhã tarde segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo ontem hoje agora depois aqui',
  ),
  works: words(
    'filme livro romance canção álbum série programa peça documentário podcast revista artigo ensaio poema intitulado intitulada exposição disco jornal',
  ),
  givenNames: gendered(
    'luiz luís cláudio filipe vítor jair josé joão carlos antónio antônio marcelo fernando paulo pedro rui miguel manuel ricardo geraldo alexandre rodrigo tiago bruno eduardo gabriel rafael',
    'maria ana amélia margarida mónica noémia dilma marina simone catarina mariana inês joana rita sofia marta carla cláudia beatriz luísa helena teresa fernanda juliana camila',
  ),
  genderOf: byEnding(/(?:a|ã|ilde)$/, /(?:o|ão|el|son|ton)$/),
  frequent: words(
    'o a os as de do da em no na que e um uma para com não se por mais dos das ao é foi como mas são à pelo pela',
  ),
  capitalNouns: false,
  dropsSubject: true,
  inversion: true,
});
