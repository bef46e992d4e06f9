import { byEnding, completed, forms, gendered, phrases, words } from '../types';

/** Spanish: the verb comes first after a quotation ("dijo X", "ha declarado X"), "según X" on either side. */
export const spanish = completed({
  code: 'es',
  speech: new Set([
    // Every form that third persons take in news prose, participles of compound tenses included.
    ...forms(
      `aclar aleg apostill asegur orden revel solicit sospech puntualiz aconsej acus adelant afirm agreg alert anunci aport apunt argument asegur asever augur avanz avis brome
      celebr censur clam coment conden confes confi confirm consider contest coron critic cuestion declar denunci
      desminti destac detall enfatiz esgrim espet exclam explic expres felicit garantiz grit indic inform ironiz
      justific lament lanz llam matiz murmur opin precis pregunt proclam profetiz pronostic protest puntualiz quej
      ratific razon reafirm recalc rechaz reclam recomend reiter reivindic relat remach remarc remat rememor replic
      reproch resalt rezong sentenci señal solt subray suspir susurr tuite valor vaticin zanj comunic estall indign cifr calcul relat escandaliz enfad record promulg`,
      'ó a aron ado an aba aban',
    ),
    ...forms(
      `admit advirt cre prosegu agradec arguy añad coincid conced concluy decid defend desment escrib exig insist manten pid predec
      promet rebat reconoc repit respond resum sorprend sosten sugir`,
      'ió e ido en ía ían ieron',
    ),
    ...words(`advertido prosigue prosiguió retoma ruega cree creen suelta soltó piden pide revela quiere advertía advierte advierten arguyó concluyó concluía confiesa confía confían contaba contado contó
    cuenta cuentan decía defiende desmiente dice dicen dicho dijeron dijo escrito manifestado manifestó manifiesta
    mantiene mantuvo negaba negó niega pedido pedía publicó recordaba recordado recordó recuerda recuerdan rogó
    ruega sostiene sostienen sostuvo sugiere tildó`),
  ]),
  reporting: words('informa informó informaba publica publicó'),
  describing: words(
    'calificó califica calificado llamó llama tildó tilda tildado tacha tachó tachado ve vio veía visto habla habló hablaba hablan hablado cree creía describió describe acusó acusa elogió criticó pidió exigió quiere siente siento sintió muestra mostró considera prometió promete ha había',
  ),
  between: words(
    'ha han había habían fue es también además después hecho luego ya no se le les lo la me nos ayer hoy todavía entonces así igualmente que',
  ),
  accordingTo: phrases(
    'según|para; de acuerdo con; en|a|por opinión|juicio|palabras|criterio|decir|entender|parecer|boca|versión|ojos de',
  ),
  ownView: phrases('en|a|según su opinión|juicio|criterio|entender|parecer|versión; en|según sus palabras'),
  accordingAfter: words(''),
  pronouns: gendered('él ellos', 'ella ellas', 'yo nosotros usted ustedes'),
  titles: gendered(
    'señor sr sr. don ministro alcalde senador diputado director portavoz-jefe fiscal-jefe rey príncipe secretario consejero profesor entrenador investigador gobernador abogado obispo',
    'señora sra sra. doña presidenta ministra alcaldesa senadora diputada directora reina princesa secretaria consejera profesora entrenadora investigadora gobernadora abogada vicepresidenta jefa',
    'dr dr. dra dra. portavoz fiscal juez jueza general coronel papa cardenal economista periodista candidato candidata líder embajador embajadora médico médica exministro exministra expresidente jefe vicepresidente presidente',
  ),
  roles: words('trabajador trabajadora empleado empleada vecino vecina'),
  determiners: words(
    'el la los las un una unos unas este esta estos estas ese esa su sus mi nuestro nuestra varios varias algunos muchos dos tres',
  ),
  prepositions: words(
    'de del en a al con por para sin sobre entre desde hasta tras durante ante bajo contra según mediante hacia',
  ),
  clause: words('que porque cuando mientras si pero y e o aunque donde como pues sino'),
  relative: words('quien quienes'),
  circumstances: words('en ante durante este'),
  particles: words('de del la las los y van von'),
  notNames: words(
    'la las los de y fuentes enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre además también no ya así',
  ),
  times: words(
    'hora horas día días semana semanas mes meses año años noche mañana tarde lunes martes miércoles jueves viernes sábado domingo ayer hoy ahora después aquí allí',
  ),
  works: words(
    'película libro novela canción álbum serie programa obra documental podcast revista artículo ensayo poema titulado titulada exposición disco diario',
  ),
  givenNames: gendered(
    'julio pedro salvador alberto josé juan carlos luis miguel antonio francisco manuel javier pablo mariano santiago andrés rafael jorge fernando diego gustavo gabriel sergio álvaro alejandro ricardo raúl óscar',
    'maría ana rocío rosario carmen isabel yolanda irene mónica nadia teresa lucía marta laura elena cristina pilar rosa claudia margarita patricia beatriz sofía paula inés',
  ),
  genderOf: byEnding(/a$/, /(?:o|án|ín|és|el)$/),
  frequent: words(
    'el la los las de del que y en un una es por con para se su no al lo como más pero sus le ya este ha',
  ),
  capitalNouns: false,
  dropsSubject: true,
  inversion: true,
});
