import { describe, expect, it } from 'vitest';
import { namesIn, settleAuthors } from '../../lib/article/byline';
import { readMetadata } from '../../lib/article/metadata';

describe('bylines as newsrooms write them', () => {
  it.each([
    // English
    ['By Ada Marsh', ['Ada Marsh']],
    ['by Ada Marsh', ['Ada Marsh']],
    ['BY ADA MARSH AND TOM REED', ['Ada Marsh', 'Tom Reed']],
    ['By Ada Marsh, Tom Reed and Zoe Hill', ['Ada Marsh', 'Tom Reed', 'Zoe Hill']],
    ['Ada Marsh & Tom Reed', ['Ada Marsh', 'Tom Reed']],
    ['Written by Ada Marsh', ['Ada Marsh']],
    ['Written by: Ada Marsh', ['Ada Marsh']],
    ['Posted by Ada Marsh on March 5, 2024', ['Ada Marsh']],
    ['Posted on March 5, 2024 by Ada Marsh', ['Ada Marsh']],
    ['Ada Marsh in Berlin and Tom Reed in Paris', ['Ada Marsh', 'Tom Reed']],
    ['By Ada Marsh, BBC News, Paris', ['Ada Marsh']],
    ['By ADA MARSH, Associated Press', ['Ada Marsh']],
    ['Ada Marsh | Harbour Reporter', ['Ada Marsh']],
    ['Ada Marsh, Ph.D.', ['Ada Marsh']],
    ['Ada Marsh, MS, RDN, LD', ['Ada Marsh']],
    ['Dr. Ada Marsh', ['Dr. Ada Marsh']],
    ['Ada Marsh (Harbour News)', ['Ada Marsh']],
    ['Ada Marsh @adamarsh', ['Ada Marsh']],
    ['Ada Marsh ada.marsh@harbour.example', ['Ada Marsh']],
    ['By Ada Marsh 5 min read', ['Ada Marsh']],
    ['By Ada Marsh • 5 min read', ['Ada Marsh']],
    ['By Ada Marsh Updated March 5, 2024', ['Ada Marsh']],
    ['By Ada Marsh Published: 10:03, 5 March 2024', ['Ada Marsh']],
    ['Ada Marsh March 5, 2024', ['Ada Marsh']],
    ['Reviewed by Ada Marsh', []],
    ['Medically reviewed by Ada Marsh, MD', []],
    ['Edited by Ada Marsh', []],
    ['Fact checked by Ada Marsh', []],
    ['By Ada Marsh; edited by Tom Reed', ['Ada Marsh']],
    ['By Ada Marsh | Edited by Tom Reed', ['Ada Marsh']],
    ['By Ada Marsh, edited by Tom Reed', ['Ada Marsh']],
    ['By Ada Marsh Medically reviewed by Tom Reed, MD', ['Ada Marsh']],
    ['Photographs by Tom Reed', []],
    ['Words by Ada Marsh, photographs by Tom Reed', ['Ada Marsh']],
    ['Text by Ada Marsh Photos by Tom Reed', ['Ada Marsh']],
    ['Translated by Tom Reed', []],
    ['By J. R. Marsh', ['J. R. Marsh']],
    ['By Ada O’Neill-Marsh', ['Ada O’Neill-Marsh']],
    ['By Ada McMarsh', ['Ada McMarsh']],
    ['By Harbour News Staff', ['Harbour News Staff']],
    ['By The Associated Press', ['The Associated Press']],
    ['Reporting by Ada Marsh in Paris; Editing by Tom Reed', ['Ada Marsh']],
    ['Reporting by Ada Marsh and Zoe Hill; Editing by Tom Reed', ['Ada Marsh', 'Zoe Hill']],
    ['As told to Ada Marsh', []],
    ['Story: Ada Marsh', ['Ada Marsh']],
    ['Author: Ada Marsh', ['Ada Marsh']],
    ['Author Ada Marsh', ['Ada Marsh']],
    ['Article by Ada Marsh', ['Ada Marsh']],
    ['Guest post by Ada Marsh', ['Ada Marsh']],
    ['Contributed by Ada Marsh', ['Ada Marsh']],
    ['Published by Ada Marsh', ['Ada Marsh']],
    ['Opinion by Ada Marsh', ['Ada Marsh']],
    ['Analysis by Ada Marsh', ['Ada Marsh']],
    // German
    ['Von Jörg Müller', ['Jörg Müller']],
    ['Von Jörg Müller und Anna Groß', ['Jörg Müller', 'Anna Groß']],
    ['Von Jörg Müller, Anna Groß, Berlin', ['Jörg Müller', 'Anna Groß']],
    ['Von JÖRG MÜLLER', ['Jörg Müller']],
    ['Ein Artikel von Jörg Müller', ['Jörg Müller']],
    ['Ein Kommentar von Jörg Müller', ['Jörg Müller']],
    ['Eine Analyse von Jörg Müller', ['Jörg Müller']],
    ['Aus Berlin Jörg Müller', ['Jörg Müller']],
    ['Text: Jörg Müller', ['Jörg Müller']],
    ['Text: Jörg Müller, Fotos: Anna Groß', ['Jörg Müller']],
    ['Autor: Jörg Müller', ['Jörg Müller']],
    ['Autorin: Anna Groß', ['Anna Groß']],
    ['Geschrieben von Jörg Müller', ['Jörg Müller']],
    ['Veröffentlicht von Jörg Müller am 5. März 2024', ['Jörg Müller']],
    ['Von Jörg Müller (dpa)', ['Jörg Müller']],
    ['Jörg Müller, dpa', ['Jörg Müller']],
    ['dpa/jm', ['dpa/jm']],
    ['Von Jörg Müller, Stockholm', ['Jörg Müller']],
    ['Von unserem Redakteur Jörg Müller', ['Jörg Müller']],
    ['Von Anna von Groß', ['Anna von Groß']],
    ['Interview: Jörg Müller', ['Jörg Müller']],
    ['Redaktion: Jörg Müller', ['Jörg Müller']],
    // French
    ['Par Zoé Petit', ['Zoé Petit']],
    ['Par Zoé Petit et Luc Grand', ['Zoé Petit', 'Luc Grand']],
    ['Par Zoé Petit, avec AFP', ['Zoé Petit']],
    ['Zoé Petit (avec AFP)', ['Zoé Petit']],
    ['Par Zoé Petit, envoyée spéciale à Kiev', ['Zoé Petit']],
    ['Par Zoé Petit Publié le 5 mars 2024', ['Zoé Petit']],
    ['Publié par Zoé Petit le 5 mars 2024', ['Zoé Petit']],
    ['Propos recueillis par Zoé Petit', ['Zoé Petit']],
    ['Écrit par Zoé Petit', ['Zoé Petit']],
    ['Un article de Zoé Petit', ['Zoé Petit']],
    ['Rédigé par Zoé Petit', ['Zoé Petit']],
    ['Texte : Zoé Petit', ['Zoé Petit']],
    ['Auteur : Zoé Petit', ['Zoé Petit']],
    ['Par Jean-Pierre de La Tour', ['Jean-Pierre de La Tour']],
    ['De notre correspondante à Londres, Zoé Petit', ['Zoé Petit']],
    // Spanish, Portuguese, Italian
    ['Por Ana Cañete', ['Ana Cañete']],
    ['Por Ana Cañete y Luis Peña', ['Ana Cañete', 'Luis Peña']],
    ['Escrito por Ana Cañete', ['Ana Cañete']],
    ['Texto: Ana Cañete', ['Ana Cañete']],
    ['Autora: Ana Cañete', ['Ana Cañete']],
    ['Por Ana Cañete, corresponsal en París', ['Ana Cañete']],
    ['Por João Prado e Rita Melo', ['João Prado', 'Rita Melo']],
    ['Escrito por João Prado em 5 de março de 2024', ['João Prado']],
    ['di Marco Bianchi', ['Marco Bianchi']],
    ['Di Marco Bianchi e Anna Neri', ['Marco Bianchi', 'Anna Neri']],
    ['a cura di Marco Bianchi', ['Marco Bianchi']],
    ['dal nostro inviato Marco Bianchi', ['Marco Bianchi']],
    ['Articolo di Marco Bianchi', ['Marco Bianchi']],
    ['Scritto da Marco Bianchi', ['Marco Bianchi']],
    ['Redazione ANSA', ['Redazione ANSA']],
    // Dutch, Scandinavian
    ['Door Jan de Vries', ['Jan de Vries']],
    ['Door onze redacteur Jan de Vries', ['Jan de Vries']],
    ['Geschreven door Jan de Vries', ['Jan de Vries']],
    ['Tekst: Jan de Vries', ['Jan de Vries']],
    ['Av Kari Ås', ['Kari Ås']],
    ['Av Kari Ås og Ola Dahl', ['Kari Ås', 'Ola Dahl']],
    ['Af Lars Holm', ['Lars Holm']],
    ['Skrevet af Lars Holm', ['Lars Holm']],
    ['Text: Maja Ek', ['Maja Ek']],
    ['Av: Maja Ek', ['Maja Ek']],
    ['Publicerad av Maja Ek', ['Maja Ek']],
    ['Journalist Lars Holm', ['Lars Holm']],
    // Polish, Czech, Turkish, Russian …
    ['Autor: Jan Kowal', ['Jan Kowal']],
    ['Opracował: Jan Kowal', ['Jan Kowal']],
    ['Автор: Иван Петров', ['Иван Петров']],
    ['Текст: Иван Петров', ['Иван Петров']],
    ['Yazan: Ali Kaya', ['Ali Kaya']],
    // East Asia
    ['文/王小明', ['王小明']],
    ['文｜王小明', ['王小明']],
    ['記者王小明／台北報導', ['王小明']],
    ['记者 王小明', ['王小明']],
    ['作者：王小明', ['王小明']],
    ['文：王小明', ['王小明']],
    ['김철수 기자', ['김철수']],
    ['[서울=뉴시스] 김철수 기자', ['김철수']],
    ['김철수·이영희 기자', ['김철수', '이영희']],
    ['山田太郎', ['山田太郎']],
    ['山田太郎記者', ['山田太郎']],
    ['執筆：山田太郎', ['山田太郎']],
  ])('%s', (raw, names) => {
    expect(settleAuthors(namesIn(raw), [])).toEqual(names);
  });
});

const ADDRESS = 'https://www.harbour-news.example/politics/council-votes-for-new-ferry';
const TEXT = `<p>${'The council of the harbour town has decided to buy a second ferry, which will sail next year. '.repeat(3)}</p>`;
const TEASER =
  '<li><article><h3><a href="/other">Storm</a></h3><a rel="author" class="author-name">Olaf Other</a></article></li>';

/** The authors of a page with this head, this between headline and text, and this below the text. */
function authors(near: string, head = '', below = ''): readonly string[] {
  const doc = new DOMParser().parseFromString(
    `<!doctype html><html lang="en"><head>${head}</head><body><main><header><h1>Council votes for a new ferry</h1>${near}</header>${TEXT}${TEXT}${TEXT}${TEXT}${below}</main></body></html>`,
    'text/html',
  );
  return readMetadata(doc, ADDRESS).authors;
}
const account = (name: string): string => `<meta name="author" content="${name}">`;

describe('where names stand', () => {
  it.each([
    [
      'in a box that the markup calls by the headline',
      '<div id="post-author"><a href="/x">Ada Marsh</a></div>',
      ['Ada Marsh'],
    ],
    ['as a link to a profile', '<p>2 July 2025 <a href="/autoren/ada-marsh">Ada Marsh</a></p>', ['Ada Marsh']],
    [
      'each in its own element',
      '<ul><li class="author">Ada Marsh</li><li class="author">Tom Reed</li></ul>',
      ['Ada Marsh', 'Tom Reed'],
    ],
    [
      'not those of who checked',
      '<p class="author">By <a>Ada Marsh</a></p><p class="author"><b>Fact-checked by</b> <a>Tom Reed</a></p>',
      ['Ada Marsh'],
    ],
    [
      'nor of all whom one such word opens',
      '<div class="author-name">Ada Marsh</div><p class="authors">Tested by <a class="author-name">Tom Reed</a> and <a class="author-name">Zoe Hill</a></p>',
      ['Ada Marsh'],
    ],
    [
      'what a comment parts is one line',
      '<p class="byline">Edited<!-- --> by <b>Tom Reed</b></p><p class="byline">By Ada Marsh</p>',
      ['Ada Marsh'],
    ],
    [
      'beside a time that has passed',
      '<div>Ada Marsh<span>|</span><span>Published 4 months ago</span></div><img class="avatar" alt="Ada Marsh">',
      ['Ada Marsh'],
    ],
  ])('%s', (_, near, names) => {
    expect(authors(near)).toEqual(names);
    expect(authors(near, '', TEASER)).toEqual(names);
  });

  it.each([
    ['<p>By <a>Ada Marsh</a>, <a>Tom Reed</a> and <a>Zoe Hill</a></p>', ['Ada Marsh', 'Tom Reed', 'Zoe Hill']],
    ['<p>Von: <a>Ada MARSH</a> , <a>Tom REED</a></p><p>Harbour Life</p>', ['Ada MARSH', 'Tom REED']],
    ['<p>Par <a>Ada Marsh</a> et <a>Tom Reed</a></p>', ['Ada Marsh', 'Tom Reed']],
  ])('goes on where the line does: %s', (near, names) => {
    expect(authors(near)).toEqual(names);
  });

  it('takes the printed byline where the system states who put the article into it', () => {
    expect(authors('<p>By Ada Marsh</p>', account('Olaf Other'))).toEqual(['Ada Marsh']);
    expect(authors('<p>By Ada Marsh and Olaf Other</p>', account('Olaf Other'))).toEqual(['Ada Marsh', 'Olaf Other']);
    expect(authors('<p>By Ada Marsh. Edited by Olaf Other</p>', account('Olaf Other'))).toEqual(['Olaf Other']);
    expect(authors('<p>Olaf Other</p>', account('Olaf Other'))).toEqual(['Olaf Other']);
    expect(authors('<p class="author">Edited by Ada Marsh</p>', account('Olaf Other'))).toEqual(['Olaf Other']);
  });

  it('leaves the names beside comments to them', () => {
    const comment = '<div class="comment-author"><cite class="fn">Olaf Other</cite></div>';
    expect(authors(comment, account('Ada Marsh'))).toEqual(['Ada Marsh']);
    expect(authors(comment)).toEqual([]);
  });
});
