import { attribute, bodyOf, fold, select } from './dom';

/** Lines before and after the headline in which a byline and a date are looked for. */
const BEFORE = 12;
const AFTER = 45;
/** Text nodes that are walked at most, and the length of a line that can be a byline or a date. */
const MAX_WALK = 4_000;
const MAX_LINE = 160;

/** The element of the page's headline: the heading that begins like it, else the first of the highest rank. */
export function headlineElement(doc: Document, title: string): Element | null {
  const headlines = [...select(doc, 'h1,h2')].slice(0, 60);
  const own = (element: Element): string => fold(element.textContent ?? '');
  return (
    headlines.find((element) => title !== '' && own(element).startsWith(title.slice(0, 30))) ??
    headlines.find((element) => element.localName === 'h1') ??
    null
  );
}

/** Short lines of text around a headline, each side in reading order. */
export interface Lines {
  readonly after: readonly string[];
  readonly before: readonly string[];
}

/** The short lines of text around the page's headline; none where there is no headline, and none of embedded posts. */
export function linesNearHeadline(doc: Document, title: string): Lines {
  const body = bodyOf(doc);
  const headline = headlineElement(doc, title);
  const before: string[] = [];
  const after: string[] = [];
  if (body === null || headline === null) return { after, before };
  const walker = Document.prototype.createTreeWalker.call(doc, body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  // Asking for positions would cost as much as there are nodes before each; the walk itself tells when it has passed.
  let passed = false;
  for (let texts = 0; texts < MAX_WALK && after.length < AFTER; ) {
    const node = walker.nextNode();
    if (node === null) break;
    if (node === headline) passed = true;
    if (node.nodeType !== Node.TEXT_NODE) continue;
    texts++;
    const parent = node.parentElement;
    if (/^(script|style|noscript)$/.test(parent?.localName ?? '')) continue;
    const line = fold(node.nodeValue ?? '');
    // A lone comma goes on to the next name; any other single sign says nothing.
    if ((line.length < 2 && !/^[,;&]$/.test(line)) || line.length > MAX_LINE) continue;
    if (!passed) before.push(line);
    else if (!headline.contains(node) && !parent?.closest('blockquote')) after.push(line);
  }
  return { after, before: before.slice(-BEFORE) };
}

const OPENS_BYLINE =
  /^(?:(?:written|authored|posted|published|words|story|text|reported|reporting|rédigé|écrit|escrito|geschrieben|scritto|geschreven|skrevet|skrivet|ein \p{L}+|eine \p{L}+|une? \p{L}+) )?(?:by|von|par|por|di|da|door|av|af|texte?|tekst|text|autor(?:in)?|auteur|author|автор)\s*:?(?:\s+(?=\p{L}|\d\p{L})|$)/iu;

const JOINS = /^(?:[,;&]|and|und|et|y|e|og|och|en)(?:\s+|$)/i;

/** The names from this line on, as long as a comma or an "and" goes on to the next line. */
function withFollowing(lines: readonly string[], from: number, name: string): string {
  let all = name;
  for (let i = from; i < from + 12; i++) {
    const line = lines[i] ?? '';
    // A lone comma or "and" brings the line after it along.
    const goesOn = JOINS.test(line) || /(?:[,;&]|\s(?:and|und|et|y|e|og|och|en))$/i.test(all);
    if (!goesOn || line.length > 60) break;
    all = `${all} ${line}`;
  }
  return all;
}

/** The line that reads like a byline, with the name that follows a lone "By" and those it goes on to; empty if none does. */
export function bylineAmong(lines: readonly string[]): string {
  for (const [i, line] of lines.entries()) {
    const opening = OPENS_BYLINE.exec(line);
    if (opening === null || line.length > 100) continue;
    const name = line.slice(opening[0].length).trim();
    return name === '' ? withFollowing(lines, i + 2, lines[i + 1] ?? '') : withFollowing(lines, i + 1, name);
  }
  return '';
}

const SIGNED =
  /^(?:(?:written|authored|words|story|text|article|posted|reporting|reported)(?: and [a-z]+)? by|geschrieben von|ein (?:beitrag|artikel|bericht) von|rédigé par|écrit par|(?:un )?article de|escrito por|redactado por|scritto da|articolo di|geschreven door|skrevet av|skriven av|autorin\/autor)\s*[:：]?\s*(?=\p{Lu}|\p{Lo}|$)|^[（(]?(?:autor(?:in|en)?|autore|auteure?s?|authors?|автор|текст|作者|记者|記者|责任编辑|责编|編集)\s*[:：]\s*/iu;

/** Text nodes of a page that are looked at for a signature. */
const MAX_SIGNATURE_WALK = 20_000;

/**
 * What follows "Written by", "Auteur:" and the like anywhere on the page outside of comments and teasers; empty where
 * nothing or where more than one such line stands there, since a list of articles signs each of them.
 */
export function signature(doc: Document): string {
  const body = bodyOf(doc);
  if (body === null) return '';
  const walker = Document.prototype.createTreeWalker.call(doc, body, NodeFilter.SHOW_TEXT);
  const said = new Set<string>();
  let open = false;
  for (let i = 0; i < MAX_SIGNATURE_WALK && said.size < 2; i++) {
    const node = walker.nextNode();
    if (node === null) break;
    const raw = node.nodeValue ?? '';
    if (raw.length > 400) continue;
    const line = fold(raw);
    const parent = node.parentElement;
    if (line === '' || /^[:：|·-]$/.test(line) || parent === null || /^(script|style|noscript)$/.test(parent.localName))
      continue;
    if (open) {
      open = false;
      if (line.length < 80) said.add(line);
      continue;
    }
    const match = line.length < 100 ? SIGNED.exec(line) : null;
    if (match === null || parent.closest('[class*="comment" i]:not(body):not(html),[class*="teaser" i],nav')) continue;
    const name = line
      .slice(match[0].length)
      .replace(/[)）]$/, '')
      .trim();
    if (name === '') open = true;
    else said.add(name);
  }
  return said.size === 1 ? ([...said][0] ?? '') : '';
}

/** Initials have one way to be read: with a space that may belong to either side, each letter would double the work. */
const FULL_NAME =
  /^(?:Dr\.? |Prof\.? )?\p{Lu}[\p{L}’'-]*\.?(?: (?:\p{Lu}\.?(?:\p{Lu}\.?)?|von|van|de|der|den|da|di|del|la|le|bin|al))*(?: \p{Lu}[\p{L}’'-]+){1,3}$/u;

/**
 * Names that stand bare beside a date in the first lines after the headline, or in one line with it between bars. Only
 * one is taken: two words with capitals may as well be a section, so the page has to name it again, as an image's or a
 * link's title.
 */
export function bareName(doc: Document, lines: readonly string[], isDate: (line: string) => boolean): string {
  const near = lines.slice(0, 14);
  for (const [i, line] of near.entries()) {
    if (line.length > 100) continue;
    const parts = line.split(/\s+[|•·–—-]\s+/);
    const [first = ''] = parts;
    if (!FULL_NAME.test(first)) continue;
    if (parts.length > 1 && parts.slice(1).some(isDate)) return first;
    const beside = near
      .slice(Math.max(0, i - 3), i + 4)
      .some((other) => other !== line && other.length < 60 && isDate(other));
    if (parts.length === 1 && beside && namedAgain(doc, first)) return first;
  }
  return '';
}

const PROFILE =
  /\/(authors?|autor(en|es)?|auteurs?|people|team|staff|profiles?|contributors?|writers?|journalists?|redaktion|by)\//i;

/** Whether a portrait or a link to a profile carries this name. */
function namedAgain(doc: Document, name: string): boolean {
  for (const link of [...select(doc, 'a,span[title]')].slice(0, 1_500)) {
    if (attribute(link, 'title') === name && attribute(link, 'href') === '') return true;
    if (fold(link.textContent ?? '') === name && PROFILE.test(attribute(link, 'href'))) return true;
  }
  const portraits = 'img[class*="avatar" i],img[class*="author" i],[class*="avatar" i] img,[class*="author" i] img';
  return [...select(doc, portraits)].slice(0, 20).some((image) => attribute(image, 'alt') === name);
}

const NOT_OF_AUTHOR = '[class*="comment" i]:not(body):not(html),[class*="teaser" i],nav,footer';

/** What a sentence goes on with that says who somebody is. */
const IS = /^,? (?:is|was|works|writes|est|ist|es|è|är|er)\b/iu;

/** What people who write are by trade. */
const WORK =
  /(?<!\p{L})(?:writ|edit|author|journalis|report|blog|founder|head of|direct|manag|professor|expert|autor|redakt)/iu;

/** The bare name that a sentence follows which says who that is, as in a box about the author; empty if several do. */
export function nameWithStory(doc: Document): string {
  const body = bodyOf(doc);
  if (body === null) return '';
  const walker = Document.prototype.createTreeWalker.call(doc, body, NodeFilter.SHOW_TEXT);
  const told = new Map<string, boolean>();
  let name = '';
  let since = 0;
  for (let i = 0; i < MAX_SIGNATURE_WALK; i++) {
    const node = walker.nextNode();
    if (node === null) break;
    const line = fold((node.nodeValue ?? '').slice(0, 200));
    const parent = node.parentElement;
    if (line.length < 2 || parent === null || /^(script|style|noscript)$/.test(parent.localName)) continue;
    since++;
    const rest = line.slice(name.length);
    if (name !== '' && since < 3 && line.startsWith(name) && IS.test(rest)) told.set(name, WORK.test(rest));
    if (line.length < 40 && FULL_NAME.test(line) && !parent.closest(NOT_OF_AUTHOR)) [name, since] = [line, 0];
  }
  const [only] = told;
  return told.size === 1 && only?.[1] ? only[0] : '';
}
