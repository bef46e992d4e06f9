/** Words by which pages mark what is not the article, in class names and ids. */

/** Never text of the article, whatever it holds. */
export const SKIPPED = new Set(
  'script style noscript template svg math iframe object embed canvas video audio button select input textarea nav aside footer dialog menu figcaption head link meta progress map area datalist'.split(
    ' ',
  ),
);

/** Elements that run within a line of text; all others break it. */
export const INLINE = new Set(
  'a b em i strong span u s sub sup mark abbr acronym cite q time font small big code wbr ins del bdi bdo kbd samp var tt strike data dfn label ruby rb rt rp nobr img picture source'.split(
    ' ',
  ),
);

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words in the names of parts that stand beside the text, whatever else the name says. */
const BESIDE = words(
  'ad ads advert advertisement advertising adslot anzeige werbung sponsor sponsored promo promos promotion promoted related relacionadas relacionados recommended recommendation recommendations recommend recirc recirculation readmore alsoread seealso readnext comment comments commentlist kommentar kommentare disqus respond newsletter newsletters subscribe subscription subscriptions signup share sharing sharebar shares sharedaddy social socials follow sidebar footer breadcrumb breadcrumbs caption captions credits copyright legend byline bylines tags taglist keywords teaser teasers teaserlist cookie cookies consent reader visuallyhidden offscreen sronly toolbar outbrain taboola popup modal overlay lightbox mostread popular trending carousel slider slideshow swiper rating ratings toc pagination pager navigation menu dateline timestamp disclaimer feedback donate donation regwall piano poll quiz skip infobox login register registration capping identity disclosure disclosures whatsapp telegram factbox',
);

/** Words that mean so too, unless the name also says that here is the text. */
const MAYBE_BESIDE = words(
  'author authors autor auteur writer bio tag topic topics credit meta metadata published date nav widget widgets gallery player tweet hidden print banner notice alert aside secondary foot more links tools actions bar button cta hint kicker category',
);

/** Words of parts that are never the article, however much text they hold: consent texts outweigh short stories. */
const NEVER = words('cookie cookies consent onetrust gdpr ccpa disqus');
const LISTS = words('list section area thread body text content');

const WORD = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;

/** The words of a class name and id, in lower case: `postBody`, `post-body` and `post_body` have the same two. */
export function wordsOf(names: string): string[] {
  const found = names.slice(0, 300).match(WORD) ?? [];
  for (let i = 0; i < found.length; i++) found[i] = (found[i] ?? '').toLowerCase();
  return found;
}

/** Whether a class name and id say that this is never the article. */
export function saysNever(names: string): boolean {
  const parts = wordsOf(names);
  return parts.some(
    (part, i) =>
      NEVER.has(part) ||
      part === 'commentlist' ||
      ((part === 'comment' || part === 'comments') && LISTS.has(parts[i + 1] ?? '')),
  );
}

/** Words in the names of the text itself. */
const TEXT_WORDS = words(
  'body content text article story main entry post copy paragraph richtext prose wysiwyg hentry detail maincontent articlebody articletext storybody bodytext texte contenu cuerpo contenido noticia inhalt corpo conteudo artikel',
);

const FRAME = words('has with no without grid layout wrapper container left right narrow');

const BUILDERS = words('elementor ck so sow panel live builder');

const TEXT_OWNERS = ['article', 'post', 'entry', 'story', 'news'];
const TEXT_NAMES = ['body', 'content', 'text'];

/** Whether a name says in two words that here is the text. */
function namesText(names: string): boolean {
  const name = names.toLowerCase().replaceAll('-', '').replaceAll('_', '');
  if (name.includes('richtext') || name.includes('wysiwyg')) return true;
  for (const owner of TEXT_OWNERS)
    if (name.includes(owner) && TEXT_NAMES.some((text) => name.includes(owner + text))) return true;
  return false;
}

/** Whether a class name and id say that this stands beside the article's text. Read by word, not by letter. */
export function saysBeside(names: string): boolean {
  const parts = wordsOf(names);
  let maybe = false;
  let text = false;
  let before = '';
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? '';
    const last = before;
    before = part;
    if (BESIDE.has(part)) {
      if (part === 'reader' && last !== 'screen') continue;
      // Frames say that they have, or make room for, a sidebar.
      if (part === 'sidebar' && (FRAME.has(last) || FRAME.has(parts[i + 1] ?? ''))) continue;
      return !namesText(names);
    }
    // Page builders call each part of the text a widget.
    if (MAYBE_BESIDE.has(part)) maybe ||= !(part === 'widget' && BUILDERS.has(last));
    else if (TEXT_WORDS.has(part)) text = true;
  }
  return maybe && !text && !namesText(names);
}

const BESIDE_ROLES =
  ' navigation complementary banner contentinfo search dialog alertdialog menu menubar toolbar tablist button alert tooltip ';

/** Whether a role is that of something that is not the text. */
export const isBesideRole = (role: string): boolean => BESIDE_ROLES.includes(` ${role.toLowerCase()} `);

/** Phrases by their first two signs, since few lines begin with any of them. */
function phrases(text: string): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  for (const phrase of text.split('|')) {
    const start = phrase.slice(0, 2);
    const known = all.get(start);
    if (known === undefined) all.set(start, [phrase]);
    else known.push(phrase);
  }
  return all;
}

/** Openings of lines that send readers elsewhere or invite them to something. */
const ELSEWHERE = phrases(
  'read more|read also|read next|see also|also read|related|more on|more from|watch|listen|sign up|subscribe|follow us|click here|advertisement|advertising|lire aussi|à lire|a lire|lisez|voir aussi|abonnez|publicité|inscrivez|lesen sie auch|lesen sie mehr|lesen sie hier|mehr zum thema|auch interessant|siehe auch|anzeige|lee también|lea también|leer más|te puede interesar|vea también|publicidad|leggi anche|pubblicità|leia também|leia mais|veja também|publicidade|lees ook|læs også|les også|läs också|läs mer|czytaj też|czytaj także|czytaj również|zobacz też|zobacz także|přečtěte si|читайте также|читайте тоже|читайте також|ayrıca|関連|相关|관련',
);

/** Openings of headings after which no article goes on; those that end in a space go on with any words. */
const AFTER_END = phrases(
  'related|related article|related articles|related story|related stories|related post|related posts|related content|related news|related topics|you may like|you might like|you may also like|you might also like|you may be interested in|recommended|recommended for you|more stories|more from |more on this|most read|most popular|read more|read next|read also|trending|comments|comment|leave a reply|leave a comment|join the conversation|join the discussion|about the author|about the authors|share this |share this|sign up |newsletter|references|sources|further reading|tag|tags|topics|article lié|articles liés|articles similaires|à lire aussi|à lire également|sur le même sujet|vous devriez |vous aimerez |vous pourriez |laisser un commentaire|commentaires|les plus lus|mehr zum thema|mehr von |mehr aus |das könnte |auch interessant|kommentare|ähnliche artikel|ähnliche beiträge|meistgelesen|weitere artikel|weitere themen|weitere nachrichten|lesen sie auch|noticias relacionadas|artículos relacionados|te puede interesar|comentarios|lo más leído|lo más visto|más noticias|más sobre |leia também|leia mais|veja também|comentários|notícias relacionadas|mais lidas|leggi anche|articoli correlati|commenti|potrebbe interessarti|lees ook|gerelateerd|reacties|meer over |関連記事|関連ニュース|コメント|相关新闻|相关阅读|相关文章|관련기사|читайте также|похожие|комментарии',
);

/** Signs that may follow the opening of such a line. */
const BREAKS = ' \n:：!,.…(';

/** Whether a line sends readers elsewhere, by its first words. */
export function leadsElsewhere(text: string): boolean {
  const line = text.slice(0, 24).toLowerCase();
  const likely = ELSEWHERE.get(line.slice(0, 2));
  return likely?.some((words) => line.startsWith(words) && BREAKS.includes(line.charAt(words.length))) ?? false;
}

/** Whether a heading or a short line says that the article is over. */
export function endsArticle(text: string): boolean {
  const likely = AFTER_END.get(text.slice(0, 2).toLowerCase());
  if (likely === undefined) return false;
  const line = text.toLowerCase().replace(/( ?\(\d+\))?\s*[:：]?$/, '');
  return likely.some((words) => line === words || (words.endsWith(' ') && line.startsWith(words)));
}
