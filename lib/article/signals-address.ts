import type { Signals } from './signals';

const NOT_ARTICLE_WORD =
  /\/(tags?|topics?|themen?|categor(y|ies|ia)|kategorie|rubriques?|dossiers?|authors?|auteurs?|autor|products?|produkte?|shop|store|boutique|collections?|forums?|threads?|questions?|community|communities|docs?|documentation|reference|api|manual|wiki|help|support|faq|login|account|search|suche|recherche|about(-us)?|ueber-uns|contact|kontakt|privacy|datenschutz\w*|impressum|legal|rechtliches|mentions-legales|terms|agb|cookies?|careers?|jobs?|pricing|services?|solutions?|events?|termine|abo|plus|subscribe|newsletters?|podcasts?|archive|index|list|directory|deals?|catalog|packages?|release-notes|changelog|locations?|user|u|r|t|p|c|dp|item)([/.?]|$)/i;
const NEWS_WORD =
  /\/(article|articles|artikel|story|stories|news|noticias?|actualites?|nachrichten|aktuell|politi\w+|politik|world|monde|mundo|welt|international|nation\w*|local|lokales|regional|society|societe|gesellschaft|wirtschaft|economi\w+|business|sports?|deportes|esportes?|fussball|football|culture|kultur|cultura|opinion|meinung|panorama|crime|covid\w*|coronavirus|election\w*|health|sante)[/_-]/i;
const HOST_NOT_ARTICLE = /^(docs?|help|support|forums?|shop|store|community|developers?|learn|wiki|api|discuss|tv)\./i;
const LIVE_WORD = /(live[-_]?(blog|ticker|updates?|coverage)|[-/]live[-/]|newsticker|minute-by-minute|en-direct|direto|en-vivo)/i;
const MEDIA_WORD = /\/(videos?|mediathek|watch|gallery|galleries|galerie|fotostrecke|bildergalerie|photos?|pictures|diaporama|slideshow|fotos?|podcasts?|audio)([/.-]|$)/i;

/** What the address alone says. An address that can't be parsed has no signals. */
export function addressSignals(address: string): Signals {
  if (!URL.canParse(address)) return {};
  const url = new URL(address);
  const path = url.pathname;
  const segments = path.split('/').filter((segment) => segment !== '');
  const last = (segments.at(-1) ?? '').replace(/\.\w{2,5}$/, '');
  const hyphens = Math.max(0, ...segments.slice(-2).map((segment) => segment.split(/[-_]|%20|\+/).length - 1));
  const query = url.search.length > 1;
  return {
    'address-home': Number(segments.length === 0 || /^\/(index|home|default)?(\.\w+)?\/?$/i.test(path)),
    'address-one-part': Number(segments.length === 1),
    'address-deep': Number(segments.length >= 4),
    'address-slug': Math.min(hyphens, 8) / 8,
    'address-slug-long': Number(hyphens >= 4),
    'address-short-word': Number(/^[a-z]+$/i.test(last) && last.length < 16),
    'address-date': Number(/(19|20)\d\d[/_-]?(0?[1-9]|1[0-2]|[a-z]{3,9})([/_-]?[0-3]?\d)?[/_-]/i.test(path)),
    'address-number': Number(/\d{5,}/.test(path)),
    'address-number-query': Number(query && /\d{4,}/.test(url.search)),
    'address-query': Number(query),
    'address-html': Number(/\.(s?html?|php|aspx?|ece|cms)\/?$/i.test(path)),
    'address-trailing-slash': Number(path.endsWith('/') && segments.length > 0),
    'address-news-word': Number(NEWS_WORD.test(path)),
    'address-other-word': Number(NOT_ARTICLE_WORD.test(path)),
    'address-blog': Number(/(^|[./])blogs?[./]/i.test(url.hostname + path)),
    'address-other-host': Number(HOST_NOT_ARTICLE.test(url.hostname)),
    'address-live': Number(LIVE_WORD.test(path)),
    'address-media': Number(MEDIA_WORD.test(path)),
  };
}
