import { fold, select, textOf } from './dom';

/** Notices kept per page, and the length from which a paragraph is no notice but the story itself. */
const MAX_NOTICES = 10;
const MAX_LENGTH = 1_200;

const NOTICE =
  /^[\s([*_—–-]{0,4}(correction|corrections|clarification|editor['’]?s note|editors['’] note|update|updated|erratum|rectificatif|correctif|précision|note de la rédaction|ndlr|mise à jour|korrektur|korrekturhinweis|richtigstellung|berichtigung|anmerkung der redaktion|anm\. d\. red|in einer früheren version|in einer ersten version|transparenzhinweis|corrección|rectificación|fe de erratas|aclaración|nota del editor|correzione|errata corrige|rettifica|correção|errata|retificação|nota da redação|correctie|rectificatie|naschrift|rättelse|rettelse|korjaus|sprostowanie|korekta|düzeltme|исправление|уточнение|an earlier version of this|this (article|story|post) (has been|was) (updated|corrected|amended|changed|edited)|cet article a été (modifié|mis à jour|corrigé)|une version précédente)(?=[\s:：.,)\]—–-]|$)/i;

/** “Update” opens a notice if a date or a colon follows; else it is a word like any other. */
const UPDATE = /^[\s([*_—–-]{0,4}updated?(?!\s*(?:[:：,(\d–—-]|(?:on|at)\b|\p{L}{3,9}\.? \d))/iu;

/** The way to the page on which a newspaper keeps its corrections is no correction. */
const isLink = (place: Element, text: string): boolean =>
  place.closest('a') !== null || [...select(place, 'a')].some((link) => textOf(link).length > text.length * 0.7);

/** The correction, clarification and update notices on the page, as they stand there, in order, each once. */
export function findCorrections(doc: Document): string[] {
  const found: string[] = [];
  const places = select(doc, 'p,[class*="correction" i],[class*="editors-note" i],[id*="correction" i],em,li,.update');
  for (let i = 0; i < Math.min(places.length, 3_000) && found.length < MAX_NOTICES; i++) {
    const place = places[i];
    if (place === undefined) break;
    const raw = textOf(place);
    if (raw.length < 20 || raw.length > MAX_LENGTH * 2 || !NOTICE.test(raw.slice(0, 120).trim())) continue;
    const text = fold(raw);
    // "Updated 5 November" alone is a date, not a notice.
    if (text.length < 25 || text.length > MAX_LENGTH || (/^updated?\b/i.test(text) && text.length < 60)) continue;
    if (UPDATE.test(text) || isLink(place, text)) continue;
    if (place.closest('nav,pre,code,[class*="comment" i]:not(body):not(html)')) continue;
    if (place.closest('footer') !== null && place.closest('article') === null) continue;
    if (!found.some((known) => known.includes(text) || text.includes(known))) found.push(text);
  }
  return found;
}
