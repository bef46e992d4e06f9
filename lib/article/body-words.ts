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
  'ad ads advert advertisement advertising adslot anzeige werbung sponsor sponsored promo promos promotion promoted related relacionadas relacionados recommended recommendation recommendations recommend recirc recirculation readmore alsoread seealso readnext comment comments commentlist kommentar kommentare disqus respond newsletter newsletters subscribe subscription subscriptions signup share sharing sharebar shares sharedaddy social socials follow sidebar footer breadcrumb breadcrumbs caption captions credits copyright legend byline bylines tags taglist keywords teaser teasers teaserlist cookie cookies consent reader visuallyhidden offscreen sronly toolbar outbrain taboola popup modal overlay lightbox mostread popular trending carousel slider slideshow swiper rating ratings toc pagination pager navigation menu dateline timestamp disclaimer feedback donate donation paywall regwall piano poll quiz skip infobox login',
);

/** Words that mean so too, unless the name also says that here is the text. */
const MAYBE_BESIDE = words(
  'author authors autor auteur writer bio tag topic topics credit meta metadata published date nav widget widgets gallery player tweet hidden print banner notice alert aside secondary foot more links tools actions bar button cta hint kicker category',
);

/** Words in the names of the text itself. */
const TEXT_WORDS = words(
  'body content text article story main entry post copy paragraph richtext prose wysiwyg hentry detail maincontent articlebody articletext storybody bodytext texte contenu cuerpo contenido noticia inhalt corpo conteudo artikel',
);

const FRAME = words('has with no without grid layout wrapper container left right narrow');

/** Whether a class name and id say that this stands beside the article's text. Read by word, not by letter. */
export function saysBeside(names: string): boolean {
  if (/(article|post|entry|story|news)[-_]{0,2}(body|content|text)|rich-?text|wysiwyg/i.test(names)) return false;
  const parts = names
    .slice(0, 400)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/);
  let maybe = false;
  let text = false;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? '';
    if (part === 'reader' && parts[i - 1] !== 'screen') continue;
    // Frames say that they have, or make room for, a sidebar.
    if (part === 'sidebar' && (FRAME.has(parts[i - 1] ?? '') || FRAME.has(parts[i + 1] ?? ''))) continue;
    if (BESIDE.has(part)) return true;
    if (MAYBE_BESIDE.has(part)) maybe = true;
    else if (TEXT_WORDS.has(part)) text = true;
  }
  return maybe && !text;
}

/** Roles of what is not the text. */
export const BESIDE_ROLE =
  /^(navigation|complementary|banner|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|tablist|button|alert|tooltip)$/i;

/** Openings of lines that send readers elsewhere or invite them to something. */
export const ELSEWHERE =
  /^(read (more|also|next)|see also|also read|related|more (on|from)|watch( also)?|listen|sign up|subscribe|follow us|click here|advertisement|advertising|lire aussi|à lire( aussi)?|a lire|lisez|voir aussi|abonnez|publicité|inscrivez|lesen sie (auch|mehr)|lesen sie hier|mehr zum thema|auch interessant|siehe auch|anzeige|lee también|lea también|leer más|te puede interesar|vea también|publicidad|leggi anche|pubblicità|leia (também|mais)|veja também|publicidade|lees ook|læs også|les også|läs (också|mer)|czytaj (też|także|również)|zobacz (też|także)|přečtěte si|читайте (также|тоже)|читайте також|ayrıca|関連|相关|관련)(?=[\s:：!,.…]|$)/i;

/** Headings after which no article goes on. */
export const AFTER_END =
  /^(related( (articles?|stories|posts?|content|news|topics?))?|you (may|might) (also )?(like|be interested in)|you may also like|recommended( for you)?|more (stories|from .{1,40}|on this.*|news)|most (read|popular)|read (more|next|also)|trending|comments?( \(\d+\))?|leave a (reply|comment)|join the (conversation|discussion)|about the authors?|share this( (article|story|post))?.*|sign up.*|newsletter|references|sources|further reading|tags?|topics|articles? (liés?|similaires)|à lire (aussi|également)|sur le même sujet|vous (devriez|aimerez|pourriez).*|laisser un commentaire|commentaires?|les plus lus|mehr (zum thema|von .*|aus .*)|das könnte (sie|dich).*|auch interessant|kommentare|ähnliche (artikel|beiträge)|meistgelesen|weitere (artikel|themen|nachrichten)|lesen sie auch|(noticias|artículos) relacionad[oa]s|te puede interesar|comentarios|lo más (leído|visto)|más (noticias|sobre .*)|leia (também|mais)|veja também|comentários|notícias relacionadas|mais lidas|leggi anche|articoli correlati|commenti|potrebbe interessarti.*|lees ook|gerelateerd.*|reacties|meer over .*|関連(記事|ニュース).*|コメント|相关(新闻|阅读|文章)|관련.*|читайте также|похожие.*|комментарии)\s*[:：]?$/i;
