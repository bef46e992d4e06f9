import { fold, select, textOf } from './dom';

/** Notices kept per page, and the length from which a paragraph is no notice but the story itself. */
const MAX_NOTICES = 10;
const MAX_LENGTH = 1_200;

const NOTICE =
  /^[\s([*_—–-]{0,4}(correction|corrections|clarification|editor['’]?s note|editors['’] note|update|updated|erratum|rectificatif|correctif|précision|note de la rédaction|ndlr|mise à jour|korrektur|korrekturhinweis|richtigstellung|berichtigung|anmerkung der redaktion|anm\. d\. red|in einer früheren version|in einer ersten version|transparenzhinweis|corrección|rectificación|fe de erratas|aclaración|nota del editor|correzione|errata corrige|rettifica|correção|errata|retificação|nota da redação|correctie|rectificatie|naschrift|rättelse|rettelse|korjaus|sprostowanie|korekta|düzeltme|исправление|уточнение|an earlier version of this|this (article|story|post) (has been|was) (updated|corrected|amended|changed|edited)|cet article a été (modifié|mis à jour|corrigé)|une version précédente)(?=[\s:：.,)\]—–-]|$)/i;

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
    if (place.closest('nav,aside footer,[class*="comment" i]:not(body):not(html)')) continue;
    if (!found.some((known) => known.includes(text) || text.includes(known))) found.push(text);
  }
  return found;
}
