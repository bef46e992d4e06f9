import { byEnding, forms, gendered, type LanguageCues, words } from '../types';

/** French: inversion after the quotation ("a déclaré M. X", "explique-t-elle"), "selon X" before or after. */
export const french: LanguageCues = {
  code: 'fr',
  speech: new Set([
    ...words(`souvient sourit défend défendu concède concédé suggère suggéré complète complété réjouit réjoui appuie convient dit dis disait disaient disent dira dirait répond répondu répondait répondent annonçait annoncent confiait
    rappelle rappelé rappelait rappellent écrit écrivait écrivent lançait poursuit poursuivi poursuivait
    conclut conclu concluait reconnaît reconnait reconnu admet admis jugeait jugent considère considéré
    martèle martelé dénonçait dénoncent déplorent prévient prévenu avertit averti promet promis soutient
    soutenu soutiennent relève relevé inquiète inquiété emporte réagi réagit twitté décrit décrivait
    renchérit renchéri répète répété murmure prétend prétendu appelle appelé révèle révélé espère redoute
    craint pense croit veut tempère tempéré`),
    ...forms(`déclar affirm expliqu ajout précis assur estim indiqu soulign racont`, 'e é ait ent'),
    ...forms(
      `annonc confi lanc avou jug insist dénonc regrett déplor résum comment observ not constat plaid interrog
    demand exclam indign étonn félicit répliqu rétorqu ironis tweet publi témoign détaill gliss lâch souffl
    cri scand accus qualifi évoqu parl confirm réaffirm rapport fustig salu critiqu signal argu nuanc soupir
    jur agac amus clam proclam certifi argument hasard théoris object abond rassur enchaîn fulmin pest plaisant désol insurg menac`,
      'e é',
    ),
  ]),
  reporting: words('rapporte rapportait rapporté rapportent'),
  describing: words(`remercie remercié appelle appelé qualifie qualifié salue salué accuse accusé invite invité exhorte
    exhorté promet promis veut souhaite souhaité refuse refusé réclame réclamé exige exigé cite cité décrit dénonce
    dénoncé craint redoute voit vu est a met mis`),
  between: words(`a ont avait avaient aura est sont était a-t aurait ne n' pas lui l' leur me m' nous vous se s' y en
    également aussi notamment ensuite déjà encore toujours alors d'abord enfin ainsi même donc bien récemment vivement
    qui été ensuite simplement`),
  accordingTo: [
    ['selon'],
    ['à', 'en', 'croire'],
    ['aux', 'dires', 'de'],
    ["d'", 'après'],
    ['pour'],
    ['aux', 'yeux', 'de'],
    ['de', "l'", 'avis', 'de'],
    ['dixit'],
  ],
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
  roles:
    words(`salarié salariée employé employée élu élue habitant habitante riverain riveraine lycéen lycéenne étudiant étudiante gérant gérante
    agricultrice apiculteur apicultrice pêcheur infirmier infirmière enseignant enseignante responsable dirigeant dirigeante
    militant militante agriculteur éleveur syndicaliste sélectionneur président présidente ministre maire sénateur sénatrice député députée directeur directrice procureur
    procureure porte-parole chancelier chancelière ambassadeur ambassadrice commissaire préfet préfète juge avocat avocate
    chef cheffe candidat candidate professeur professeure général colonel pape cardinal économiste historien historienne
    politologue sociologue journaliste médecin chercheur chercheuse entraîneur patron patronne secrétaire premier`),
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
  notNames: words(`lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août
    septembre octobre novembre décembre le la les l un une des du de ce cet cette ces il elle ils elles on nous vous je tu son sa
    ses leur leurs mais et ou donc or ni car si comme quand lorsque pour par avec sans sous dans sur en au aux à selon après
    avant depuis pendant interrogé interrogée invité invitée ainsi alors aussi enfin puis ensuite hier aujourd'hui demain
    d'après dès face malgré tandis plus moins très tout toute tous toutes même chez entre vers lors ici là où qui que
    quoi dont parmi plusieurs certains certaines chaque aucun aucune cela ceci c'est n d c j qu s républicain ukrainien ukrainienne russe américain américaine français française allemand allemande britannique israélien israélienne palestinien palestinienne chinois chinoise espagnol espagnole italien italienne turc turque iranien iranienne syrien européen européenne belge suisse canadien canadienne polonais polonaise japonais coréen brésilien argentin algérien marocain tunisien libanais
    républicains socialiste socialistes état etat gouvernement`),
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
};
