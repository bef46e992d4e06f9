/** The words that stand around names in bylines, in the languages that news is read in here. */

/** Opens the names of those who wrote. Ends before the first of them. */
const WRITER = [
  // “Posted by”, “Words by”, “Reporting by”, and a lone “by”, “par”, “por”, which are no part of a name.
  String.raw`(?:(?:(?:guest|blog) )?(?:written|authored|words|story|text|article|post|posted|published|publicado|publié|rédigé|écrit|escrito|reported|reporting|contributed|submitted|created|compiled|opinion|analysis|commentary|review|interview|column|essay|podcast)(?: and [a-z]+)? )?(?:by|par|por)(?:\s*[:：]|(?=\s))`,
  // “Ein Kommentar von”, “Un article de”, “En kommentar av”, “Articolo di”.
  String.raw`(?:(?:an?|eine?|une?|una|uno|ett?|en|een) |un['’])\p{L}+ (?:von|de|di|av|af|door)(?=\s)`,
  String.raw`(?:geschrieben|verfasst|veröffentlicht|erstellt|artikel|kommentar|gastbeitrag|interview|beitrag|bericht) von(?=\s)`,
  String.raw`(?:scritto|pubblicato) da(?=\s)|(?:articolo|testo|servizio) di(?=\s)|a cura di(?=\s)|d[ae]l nostro (?:inviato|corrispondente)(?=\s)`,
  String.raw`(?:geschreven|gepubliceerd) door(?=\s)|door (?:onze|een) (?:redacteur|correspondent|verslaggever)(?=\s)`,
  String.raw`(?:skrevet|skrivet|skriven|publicerad|publisert|udgivet) a[vf](?:\s*:|(?=\s))`,
  String.raw`von unsere[mr] (?:redakteur|redakteurin|korrespondenten|korrespondentin|mitarbeiter|mitarbeiterin)(?=\s)`,
  "d['e] ?notre (?:correspondante?|envoyée? spéciale?)[^,]{0,30},",
  // “Text:”, “Author:”.
  String.raw`(?:text[eo]?|tekst|testo|story|words|article|artikel|reportage|bericht|interview|authors?|autor(?:in|en|es|as|a|zy)?|auteure?s?|autore|autrice|autori|författare|forfatter|skribent|journalist|reporter|redaktion|redaktör|redacteur|redactie|opracowa\p{L}+|автор\p{L}*|текст|yazan|yazar|haber|penulis|oleh)\s*[:：|]`,
  String.raw`(?:文|記者|记者|作者|執筆|取材)\s*[/／｜|:：]`,
].join('|');

/** Opens the names of those who helped: they are no authors. */
const HELPER = [
  String.raw`(?:(?:medically|clinically|scientifically|legally|technically|expert|fact|peer)[ -])*(?:reviewed|checked|edited|approved|verified|vetted|translated|illustrated|photographed|filmed|produced|curated|updated|tested|sponsored|recommended)(?: and [a-z-]+)? by(?:\s*:)?`,
  String.raw`(?:additional|further) (?:reporting|research|writing)(?: by)?|(?:with )?contributions? (?:by|from)\s*:?`,
  String.raw`(?:editors?|editing|research|illustrations?|photo(?:graphy|graphs?|s)?|images?|pictures?|graphics?|video|design|translation)(?: and [a-z]+)?(?: by|\s*:|\s*©| credit:?)`,
  String.raw`fotos?(?:\s*:| von| de| di)|bild(?:er)?\s*:|grafik\s*:|illustration(?:en)?(?:\s*:| von)|übersetz\p{L}+(?:\s*:| von)|(?:redigiert|bearbeitet|geprüft|überprüft) von`,
  String.raw`(?:traduite? par|relue? par|vérifiée? par|validée? par|photos?\s?:|(?:traducido|revisado|editado|revisto) por|fotografías? de|tradotto da|vertaald door|oversat af)`,
  String.raw`(?:撮影|編集|编辑|編輯|責任編輯|责任编辑|责编|核稿)\s*[/／｜|:：]?`,
].join('|');

/** Finds where in a byline another kind of credit begins: `helper` is set if it is not for those who wrote. */
export const CREDIT = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?<helper>${HELPER})|(?:${WRITER}))\\s*`, 'giu');

/** What a byline may begin with where a name follows: too short or too ambiguous to be looked for within it. */
export const OPENING =
  /^(?:(?:von|di|da|door|av|af|od|przez|medically|autor(?:in)?|auteure?|autore|author|writer|reporter|journalist|redakteur(?:in)?|schrijver|forfatter|penulis|oleh|yazan|авто́?р)(?:\s*[:：]\s*|\s+)|(?:文|記者|记者|作者)\s*|aus \p{Lu}\p{L}+ (?=\p{Lu}\S+ \p{Lu}))(?=\p{Lu}|\p{Lo}|\d|d['’]|de |del |da |di |von |van )/iu;

/** From here on a byline tells when it was published, or how long it takes to read. */
export const WHEN =
  /[\s,(|•·–—-]*(?<!\p{L})(?:(?:last |first |originally )?(?:updated|published|posted|modified)|publiée?|mis à jour|modifiée?|veröffentlicht|aktualisiert|erschienen|stand|actualizado|publicado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|geplaatst|publicerad|uppdaterad|publisert|oppdatert|opdateret|publiceret|opublikowano|aktualizacja|обновлено|опубликовано|read time|reading time|lesezeit|temps de lecture|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\p{L}).*$/iu;

/** Labels that stand where a name could: they name a field or a link, not a person. */
export const LABEL =
  /^(updated|posted|published|reviewed|last|edited|veröffentlicht|aktualisiert|stand|quelle|source|publié|mis à jour|actualizado|publicado|sat|sun|mon|tue|wed|thu|fri|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|auteur|auteure|auteur\/autrice|auteur\.e|autrice|author|authors|autor|autorin|autoren|autore|autores|writer|by|von|par|por|redacteur|byline|staff|anonymous|guest|unknown|admin|administrator|n\/a|none|null|undefined|posted by|published|by author|author name|webmaster|system|online|editor|about the author|post author|website|bio|full bio|print|save|subscribe|advertisement|disclosure|facebook|twitter|linkedin|instagram|pubmed|google scholar|register|fact[ -]check(ed)?|table of contents|in this article|privacy policy|all posts|sign up|log in|learn more|(cite|follow|share|more|about|contact|email|read|view|see|meet|edited|reviewed|fact[ -]checked|medically|expert reviewed|our editorial|editorial (guidelines|policy|process|standards)|comments?|leave|copy|written)( .*|)|on .*|from .*|min|last updated.*|updated .*|posted .*|published .*|last .*)$|de la publication|of the (post|article)|^\d+$|^@/i;

/** Desks and agencies: an author only where nobody else is named. */
export const DESK =
  /\b(redaktion|redaction|rédaction|redacción|redacao|redação|redazione|redactie|newsroom|desk|staff( (writer|reporter))?s?|editorial|editors?|correspondents?|agency|agencies|\w*agentur\w*|agence|agencias?|news service|online|team|reporters?|bureau|press|zeitung|magazin|media|network|news|tv|radio|gmbh|inc|llc|ltd|\.(com|de|fr|org|net|it|es))\b|^(afp|dpa|ap|reuters|apa|sda|ats|ansa|efe|belga|anp|pti|ani|ians|xinhua|tass|interfax|ria|bloomberg|epd|kna|sid|tt|ntb|ritzau|pap|čtk|мтi|lusa|europa press|kyodo|jiji|yonhap)(\/[\p{L}]{2,8})*$/iu;

/** News agencies as they sign: in small letters, too, and with an editor's initials behind a slash. */
export const AGENCY =
  /^(?:[\p{Ll}]{2,4}\/)?(afp|dpa|ap|reuters|apa|sda|ats|ansa|efe|belga|anp|pti|ani|ians|xinhua|tass|interfax|bloomberg|epd|kna|sid|tt|ntb|ritzau|pap|čtk|lusa|kyodo|jiji|yonhap|keystone-sda|dpa-afx|upi|aap)(?:\/[\p{L}-]{2,8})*$/iu;

/** What somebody is, said behind a name. */
export const ROLE =
  /\b(reporter|correspondent|editor|writer|columnist|journalist\w*|redakteur\w*|korrespondent\w*|chef\w*|leiter\w*|autor\w*|author|contributor|producer|photographer|fotograf\w*|director|professor|staff|senior|political|chief|freelance\w*|volont\w*|praktikant\w*|envoyé\w*|correspondant\w*|rédact\w*|expert\w*|educators?|institute|universit\w*|department|consultant|(co-?)?founder|ceo|cfo|cto|coo|manager|adviser|advisor|specialist|physician|nurse|dietitian|nutritionist|coach|attorney|nachrichtenagentur|marketing|operations|periodista|redactor\w*|corresponsal|giornalista|inviat[oa]|verslaggever|minister|analyst|phd|m\.?d\.?|jr|cnn|bbc|associated press|reuters|afp|usa today|the .*)\b/i;
