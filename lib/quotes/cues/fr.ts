import { byEnding, completed, forms, gendered, phrases, words } from '../types';

/** French: inversion after the quotation ("a déclaré M. X", "explique-t-elle"), "selon X" before or after. */
export const french = completed({
  code: 'fr',
  speech: new Set([
    // Every form that third persons take in news prose, participles of compound tenses included.
    ...forms(
      `abond accus détaill théoris admonest affirm agac ajout alarm amus annonc apostroph argu argument assur avanc avou badin balay
      bougonn certifi chuchot claironn clam comment compar concéd confi confirm conseill considèr considér constat
      contest corrig cri critiqu demand dramatis déclar dénonc déplor désapprouv désol détaill emport enchaîn
      enthousiasm espèr espér estim exclam expliqu exprim fulmin fustig félicit gliss glos grinc grond hasard hurl
      implor improvis indign indiqu inquièt inquiét insist insurg interrog ironis jubil jug jur justifi lament lanc
      lou lâch marmonn martel martèl menac minimis moqu murmur narr not nuanc object observ opin parl persifl pest
      plaid plaisant proclam pronostiqu prophétis protest précis préconis préven publi péror qualifi questionn racont
      raill raisonn rappel rapport rassur recommand refus regrett relat relativis relev remarqu renvoy ressass rigol
      réaffirm récapitul réclam répliqu répèt répét résum rétorqu révél salu scand sermonn signal souffl soulign
      soupir soupçonn spécul suggèr suggér suppli synthétis tacl temporis tempér théoris tonn tranch tweet témoign
      vant vitupér vocifér émerveill énonc énumèr épingl étonn évoqu`,
      'e é ait ent a aient er',
    ),
    ...words(`admet prédit répondit reprit repris reprend fit conclut promit écrivit dément démenti sourit réjouit nie souri croit juge admettait admis annonça lança dénonça songea annonçait appelle appelé appuie averti avertissait avertit complète complété conclu
    concluait conclure conclut concède convenait convient craint croit dira dirait dire dis disaient disait disent
    dit décrit décrivait défend défendu dénonçait faisait fait garanti garantissait garantit jugea jugeait lançait
    maintenait maintenu maintient pense poursuit poursuivait poursuivi poursuivre promet promettait promis prétend
    prétendu prévenu prévient rappelle rappellent reconnaissait reconnait reconnaît reconnaître reconnu redoute
    relève renchéri renchérir renchérissait renchérit réagi réagit réjoui réjouit répond répondait répondent
    répondre répondu révèle savoir songe songeait sourit soutenait soutenu soutiennent soutient souvient tempère
    twitté valoir veut écrit écrivait écrivent`),
  ]),
  reporting: words('rapporte rapportait rapporté rapportent'),
  describing:
    words(`évoque évoquait évoqué voit voyait voir pointe pointait parle parlait parlé souhaité taxe taxé fustige remercie remercié appelle appelé qualifie qualifié salue salué accuse accusé invite invité exhorte
    exhorté promet promis veut souhaite souhaité refuse refusé réclame réclamé exige exigé cite cité décrit dénonce
    dénoncé craint redoute voit vu est a met mis`),
  between: words(`a ont avait avaient aura est sont était a-t aurait ne n' pas lui l' leur me m' nous vous se s' y en
    également aussi notamment ensuite déjà encore toujours alors d'abord enfin ainsi même donc bien récemment vivement
    qui été ensuite simplement`),
  accordingTo: phrases(
    "selon|pour|dixit; à en croire; aux dires|yeux de; au dire de; d' après; de l' avis|aveu de; dans la bouche de; dans les mots|termes de",
  ),
  ownView: phrases("à ses yeux; à l' entendre; à|de son avis|aveu; selon ses mots|termes|dires"),
  accordingAfter: words(''),
  pronouns: gendered('il lui ils celui-ci', 'elle elles celle-ci', 'on je nous vous j tu'),
  titles: gendered(
    'm m. mm. monsieur roi prince père maître sénateur directeur procureur entraîneur avocat chercheur conseiller fondateur patron',
    'mme mme. madame mlle reine princesse soeur sénatrice directrice présidente ministre-présidente procureure avocate chercheuse maire-adjointe cheffe conseillère porte-parole-adjointe chancelière première',
    `dr dr. pr pr. me général colonel capitaine commandant pape cardinal évêque président vice-président premier ministre
    secrétaire député députée maire juge préfet préfète professeur professeure docteur chef porte-parole chancelier
    ambassadeur ambassadrice commissaire économiste historien historienne politologue sociologue journaliste candidat
    candidate ex-président ancien ancienne adjoint adjointe écrivain écrivaine cinéaste chanteur chanteuse acteur actrice
    médecin éleveur agriculteur syndicaliste`,
  ),
  roles: words(
    'salarié salariée employé employée élu élue habitant habitante riverain riveraine lycéen lycéenne étudiant étudiante gérant gérante agricultrice apiculteur apicultrice pêcheur infirmier infirmière enseignant enseignante responsable dirigeant dirigeante militant militante sélectionneur patronne',
  ),
  determiners: words(
    "le la les l l' l’ un une des du ce cet cette ces son sa ses leur leurs notre nos mon ma mes plusieurs certains deux trois",
  ),
  prepositions: words(
    "de d d' d’ du des à au aux en dans sur pour par avec sans sous chez contre entre vers depuis pendant lors après avant devant dès selon malgré face",
  ),
  clause: words("que qu' qu’ qu quand lorsque parce car mais et ou si comme tandis alors puisque où dont afin quoique"),
  relative: words('qui lequel laquelle'),
  circumstances: words('dans lors devant auprès lundi mardi mercredi jeudi vendredi samedi dimanche hier'),
  particles: words("de du des d' d’ la le von van der al el ben bin"),
  notNames: words(
    "le la de des du janvier février mars avril mai juin juillet août septembre octobre novembre décembre donc or ni interrogé interrogée invité invitée ainsi aussi enfin puis ensuite demain d'après plus moins très tout toute tous toutes même là quoi parmi certaines chaque aucun aucune cela ceci c'est n d c j s républicain ukrainien ukrainienne russe américain américaine français française allemand allemande britannique israélien israélienne palestinien palestinienne chinois chinoise espagnol espagnole italien italienne turc turque iranien iranienne syrien européen européenne belge suisse canadien canadienne polonais polonaise japonais coréen brésilien argentin algérien marocain tunisien libanais républicains socialiste socialistes état etat gouvernement",
  ),
  times: words(
    "heures heure jour jours semaine semaines mois an ans année années minutes soir matin après-midi tard lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui ici côté suite",
  ),
  works:
    words(`film livre roman chanson album émission série pièce documentaire podcast chronique article essai mémoires poème
    magazine revue intitulé intitulée titre titré journal recueil exposition spectacle opération`),
  givenNames: gendered(
    `étienne fabrice patrice maurice élie emmanuel jean pierre paul jacques michel philippe françois nicolas louis henri alain bernard bruno gérald gérard
    gabriel olivier éric eric xavier laurent benoît sébastien thomas antoine julien marc luc mathieu matthieu rustem
    volodymyr vladimir donald joe bachar olaf pedro mario karim ahmed mohamed kim yannick hugo arthur lucas rémi cyril`,
    `marie anne brigitte christine élisabeth elisabeth ségolène marine valérie martine rachida anaïs sophie claire
    catherine isabelle nathalie sylvie françoise julie camille aurore agnès ursula angela giorgia kamala hillary léa
    manon chloé sandrine clémentine mathilde emma nadia fatima amélie annie hélène`,
  ),
  genderOf: byEnding(
    /(?:a|ette|elle|lle|ine|ienne|yse|ise|ice|ène|eine|aine|ie|aude|ande|onde|yne)$/,
    /(?:ard|ain|ien|ois|in|el|ël|ic|ès|is|ent|o|ick|an)$/,
  ),
  frequent: words(
    'le la les de des du et à en un une est que qui dans pour pas sur au par avec ce il elle se ne plus sont a été',
  ),
  capitalNouns: false,
  inversion: true,
});
