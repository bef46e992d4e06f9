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

/** Names of parts that stand beside the text. */
export const BESIDE =
  /(^|[\s_-])(ads?|advert\w*|adslot|anzeige|sponsor\w*|promo\w*|related\w*|recommend\w*|recirc\w*|more-?(on|from|stories|news)|read-?(more|also|next|on)|see-?also|also-?read|comments?|kommentare?|disqus|respond|discussion|newsletter\w*|subscri\w*|signup|sign-up|share\w*|sharing|social\w*|follow\w*|sidebar|side-bar|footer|foot|breadcrumbs?|captions?|image-?(credit|source|info)|photo-?credit|copyright|byline\w*|author\w*|writer|bio|tags?|taglist|keywords|topics?|teasers?|cookie\w*|consent|screen-?reader\w*|visually-?hidden|visuallyhidden|sr-only|hidden|offscreen|toolbar|tools|outbrain|taboola|widget\w*|popup|modal|overlay|lightbox|print-only|most-?(read|popular)|popular|trending|carousel|slider|slideshow|swiper|gallery|rating\w*|toc|table-of-contents|pagination|pager|nav|navigation|menu|dateline|timestamp|published|publish-?date|post-?meta|entry-?meta|meta|metadata|entry-?footer|disclaimer|feedback|donat\w*|banner|infobox|factbox|jump|skip\w*|paywall\w*|regwall|piano|login|register|video-?player|player|poll|quiz|embed|tweet|twitter\w*|instagram\w*|fact-?box|app-download|error|alert|notice|correction)([\s_-]|\d*$|$)/i;

/** Names of the text itself; they outweigh the names above on the same element. */
export const TEXT_NAME =
  /(article|story|post|entry|content|news|text|main)[\w-]{0,3}(body|content|text|main|copy|detail|container|wrapper|inner)|(^|[\s_-])(body(-?text|copy)?|article|story|entry|post|content|main|hentry|paragraph|richtext|rich-text|prose|wysiwyg)([\s_-]|$)/i;

/** Roles of what is not the text. */
export const BESIDE_ROLE = /^(navigation|complementary|banner|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|tablist|button|alert|tooltip)$/i;

/** Openings of lines that send readers elsewhere or invite them to something. */
export const ELSEWHERE =
  /^(read (more|also|next)|see also|also read|related|more (on|from)|watch( also)?|listen|sign up|subscribe|follow us|click here|advertisement|advertising|lire aussi|à lire( aussi)?|a lire|lisez|voir aussi|abonnez|publicité|inscrivez|lesen sie (auch|mehr)|lesen sie hier|mehr zum thema|auch interessant|siehe auch|anzeige|lee también|lea también|leer más|te puede interesar|vea también|publicidad|leggi anche|pubblicità|leia (também|mais)|veja também|publicidade|lees ook|læs også|les også|läs (också|mer)|czytaj (też|także|również)|zobacz (też|także)|přečtěte si|читайте (также|тоже)|читайте також|ayrıca|関連|相关|관련)(?=[\s:：!,.…]|$)/i;

/** Headings after which no article goes on. */
export const AFTER_END =
  /^(related( (articles?|stories|posts?|content|news|topics?))?|you (may|might) (also )?(like|be interested in)|you may also like|recommended( for you)?|more (stories|from .{1,40}|on this.*|news)|most (read|popular)|read (more|next|also)|trending|comments?( \(\d+\))?|leave a (reply|comment)|join the (conversation|discussion)|about the authors?|share this( (article|story|post))?.*|sign up.*|newsletter|references|sources|further reading|tags?|topics|articles? (liés?|similaires)|à lire (aussi|également)|sur le même sujet|vous (devriez|aimerez|pourriez).*|laisser un commentaire|commentaires?|les plus lus|mehr (zum thema|von .*|aus .*)|das könnte (sie|dich).*|auch interessant|kommentare|ähnliche (artikel|beiträge)|meistgelesen|weitere (artikel|themen|nachrichten)|lesen sie auch|(noticias|artículos) relacionad[oa]s|te puede interesar|comentarios|lo más (leído|visto)|más (noticias|sobre .*)|leia (também|mais)|veja também|comentários|notícias relacionadas|mais lidas|leggi anche|articoli correlati|commenti|potrebbe interessarti.*|lees ook|gerelateerd.*|reacties|meer over .*|関連(記事|ニュース).*|コメント|相关(新闻|阅读|文章)|관련.*|читайте также|похожие.*|комментарии)\s*[:：]?$/i;
