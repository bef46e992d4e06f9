import { forms, gendered, type LanguageCues, phrases, words } from '../types';

/** Verbs of saying that add -ed, -s and -ing. */
const PLAIN = `add ask explain respond tweet retweet insist warn claim recall remark vow assert contend maintain predict
  suggest complain shout demand answer proclaim repeat boast report confirm wonder yell bark bellow exclaim retort
  thunder bemoan lament counter caution point comment remember plead marvel mutter murmur whisper scream snap scoff
  protest offer volunteer counsel reason vent rant sneer interject affirm attest post email e-mail text inform exhort
  growl groan huff sigh riff deadpan chant`;

/** Verbs of saying that end in -e, without it. */
const MUTE = `continu stat not declar conclud argu acknowledg announc observ jok pledg promis urg conced reiterat alleg
  assur mus believ advis elaborat propos agre quot grous grip grumbl emphasiz emphasis speculat theoriz hypothesiz
  apologiz surmis opin fum confid chid enthus inquir inton implor retaliat summariz`;

/** English: the subject stands before or after the verb, "said X" as well as "X said". */
export const english: LanguageCues = {
  code: 'en',
  speech: new Set([
    ...words(`said says say saying told tells tell telling wrote writes write writing thought thinks read reads reading
    sang sings singing swore swears went summed worrying ended begins began pleaded chant add ask explain warn claim
    counselled replying testifying`),
    ...forms(PLAIN, 'ed s ing'),
    ...forms(MUTE, 'ed es ing'),
    ...forms('stress confess profess gush preach', 'ed es ing'),
    ...forms('quip admit brag blog concur', 's'),
    ...forms('quipp admitt bragg blogg concurr', 'ed ing'),
    ...forms('repl testif cr worr clarif specif', 'ied ies'),
  ]),
  bareSpeech: new Set([
    ...words(PLAIN),
    ...forms(MUTE.replace(/continu|agr|quot/g, ''), 'e'),
    ...words(`stress confess profess gush preach quip admit brag blog concur reply testify cry worry clarify specify sing
    swear think`),
  ]),
  reporting: words('report reports reported reporting'),
  describing: words(`called calls calling described describes describing branded dubbed labeled labelled accused accuses
    accusing criticized criticizes denounced blasted slammed ripped mocked praised praising hailed termed characterized
    characterizes deemed dismissed dismisses dismissing decried condemned condemns derided touted defended considered
    considers referred refers referring spoke speaks speaking talked talks talking denied denies rejected put puts cited
    cites citing mentioned referenced attacked charged credited thanked blamed blames expressed hit used uses using
    promised wants wanted sought seeks hoped hopes vowed feared fears lauded expects expected urged found finds
    issued sent released delivered gave made signed has had is was`),
  between:
    words(`also then later earlier has had have is was were are been will would could may might did does do not never
    recently repeatedly once again still even just only simply now often always previously himself herself themselves
    further already first finally ever both all since who`),
  accordingTo: phrases('according to; as per; in the words of'),
  accordingAfter: words(''),
  pronouns: gendered('he', 'she', 'they i we it you'),
  titles: gendered(
    'mr mr. sir king prince lord father chairman congressman councilman spokesman businessman assemblyman',
    'mrs mrs. ms ms. miss queen princess lady dame sister madam chairwoman congresswoman spokeswoman councilwoman',
    `dr dr. sen sen. rep rep. gov gov. lt lt. gen gen. col col. capt capt. sgt sgt. rev rev. prof prof. hon hon. atty atty.
    senator representative governor mayor president secretary minister chancellor judge justice professor doctor
    general colonel captain sergeant officer detective sheriff chief director speaker ambassador pastor bishop pope
    cardinal rabbi imam reverend attorney leader spokesperson candidate nominee vice prime former host anchor author
    analyst strategist manager reporter correspondent editor columnist historian pollster activist adviser advisor
    aide billionaire commissioner treasurer executive ceo chair co-chair lawmaker counsel treasury defense economist
    journalist staff actor actress singer comedian contributor commentator lawyer prosecutor coach star moderator`,
  ),
  roles: words(`senator representative governor mayor president secretary minister chancellor judge justice professor
    doctor general colonel sheriff chief director speaker ambassador pastor bishop pope cardinal congressman
    congresswoman spokesman spokeswoman spokesperson candidate nominee businessman billionaire mogul chairman chairwoman
    lawmaker author analyst economist historian pollster attorney lawyer prosecutor executive commissioner premier`),
  determiners: words(
    'the a an this that these those his her their its my our your one some many several another both two three',
  ),
  prepositions: words(`of for in at on from with by to as about during after before over under into through against
    between among without within near behind toward towards upon despite like unlike amid throughout following when
    while if because since until although though whereas once besides citing asked alongside per aboard`),
  clause: words(
    'that when while because although though whereas if but and or so yet which where whether than as after before until unless since',
  ),
  relative: words('who which that'),
  particles: words('de du von van der den bin ibn al el da di la le ben abu'),
  notNames:
    words(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december the a an in on at but and or so if when while as he she they it we you i his her their
    its this that these those there here what why how who where yet still then now also after before for from with by to of
    even just one two some many most all no not both each every after since because although though yes however meanwhile
    republican republicans democrat democrats democratic gop american americans former national internet twitter facebook today
    yesterday later earlier asked speaking another other others instead according despite during last next christian
    muslim jewish latino hispanic black white conservative liberal libertarian tea editor's editor photo image read related
    washington instead more only once perhaps well let let's do does did is are was were can could would should will
    sen rep gov three four five six seven eight nine ten dozens hundreds thousands sooner`),
  times: words(
    'hours hour day days week weeks month months year years moments moment minutes minute night morning afternoon evening later ago earlier here there time decade decades monday tuesday wednesday thursday friday saturday sunday today yesterday',
  ),
  places: words(`new hampshire york jersey mexico north south carolina dakota west rhode island alabama alaska arizona
    arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky
    louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma
    oregon pennsylvania tennessee texas utah vermont wisconsin wyoming ala ariz ark calif colo conn del fla ga ill ind
    kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo al az ca co ct dc fl ia id
    il ks ma mi mn ms mt nc nd ne nh nj nm nv ny oh ok pa ri sc sd tn tx ut wi wv wy england scotland wales`),
  works: words(`book film movie novel song album show series program programme play documentary podcast column article
    essay memoir poem magazine hymn anthem episode painting headlined titled entitled on video musical`),
  givenNames: gendered(
    `donald bill barack bernie ted marco jeb john mike chris ben rand paul george joe tim james robert david michael
    richard thomas charles jeff scott mark steve stephen steven peter andrew brian kevin jason matthew matt dan daniel
    gary larry jim tom bob rick ron harry mitch newt rudy rudolph al roger corey sean bret jake anderson lester martin
    william henry jack josh ryan eric adam aaron alex anthony antonio juan carlos jose luis pedro vladimir boris
    emmanuel patrick philip phil greg douglas doug edward ed frank gerald glenn jerry jonathan justin keith ken kenneth
    lindsey nathan neil nicholas nick ralph randy raymond ray samuel sam stuart terry timothy todd tony trey victor
    vincent walter wayne julian evan khizr bobby billy jamal jesse reince`,
    `hillary michelle melania ivanka carly elizabeth sarah megyn kellyanne katrina hope mary anna anne ann jane jennifer
    jessica karen kate katherine kathleen kelly kim kimberly laura lauren linda lisa lynn margaret maria marie martha
    megan michele monica nancy nicole patricia rachel rebecca ruth samantha sandra sharon stephanie susan susana
    theresa angela barbara carol catherine christina cynthia deborah debbie diane donna dorothy elena emily gloria
    heather helen huma joan joyce judith julia julie loretta madeleine maggie nikki paula sally sonia tammy tina valerie
    victoria wendy chelsea condoleezza jill alicia gretchen omarosa ava amy alice`,
  ),
  frequent: words(
    'the of and to in that is was for with on he said his by it from at are have has not they but who which this',
  ),
  capitalNouns: false,
  inversion: true,
};
