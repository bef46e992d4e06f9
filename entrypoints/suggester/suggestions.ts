import { describeRange } from '../../lib/anchor/describe';
import { marksChoice } from '../../lib/anchor/quotation-marks';
import { findBody } from '../../lib/article/body';
import { readClaimReviews } from '../../lib/article/claim-reviews';
import { storyAt } from '../../lib/article/stories';
import { suggestClaims } from '../../lib/claims/suggest';
import type { ClaimOffer, PageSuggestions, QuoteSuggestion } from '../../lib/messages/suggestions';
import type { Selectors } from '../../lib/model/selectors';
import { findQuotations } from '../../lib/quotes/find-quotes';
import { cuesFor, guessLanguage } from '../../lib/quotes/language';
import type { Quotation } from '../../lib/quotes/types';
import { splitSentences } from '../../lib/text/sentences';
import { buildTextIndex, type Position, type TextIndex } from '../../lib/text/text-index';
import { rangeToSpan } from '../../lib/text/text-span';
import { type Paragraph, readParagraphs } from './paragraphs';

/** A page that offers more than this is no article, or a hostile one. */
const MAX_QUOTES = 400;
const MAX_CLAIMS = 60;
const HEADING = /^h[1-6]$/;

/** The page read for its suggestions; the index and the blocks also tell where the reader is. */
export interface Reading {
  readonly index: TextIndex;
  readonly suggestions: PageSuggestions;
  /** Where each paragraph stands, as positions are stored. */
  readonly blocks: readonly { readonly element: Element; readonly position: Position }[];
}

interface Found {
  readonly paragraph: Paragraph;
  /** Where the paragraph begins in the joined text that offsets of quotations refer to. */
  readonly start: number;
}

/** Reads the page. Changes nothing; never called unless panel or popup asks. */
export function readSuggestions(doc: Document): Reading {
  const address = doc.location.href;
  const body = findBody(doc, storyAt(doc, address, doc.defaultView?.innerHeight ?? 0)?.story.element ?? null);
  const index = buildTextIndex(doc, { preferred: body?.root ?? null });
  const paragraphs = body ? readParagraphs(body) : [];
  const texts = paragraphs.map(({ text }) => text);
  const language = languageOf(doc, texts.join('\n\n'));
  let start = 0;
  const places: Found[] = paragraphs.map((paragraph) => {
    const place = { paragraph, start };
    start += paragraph.text.length + 2;
    return place;
  });
  const found = findQuotations(texts, language);
  return {
    index,
    blocks: blocksOf(index, paragraphs),
    suggestions: {
      quotes: quotesOf(index, places, found),
      claims: claimsOf(index, places, found, language),
      reviews: readClaimReviews(doc, address),
    },
  };
}

/**
 * The language to read the article in: as the page states it, unless that is a language we read and the words are
 * plainly those of another one; a template may say "en" on every site it is used for.
 */
function languageOf(doc: Document, text: string): string | null {
  const stated = doc.documentElement.lang || doc.body?.lang || null;
  return stated !== null && cuesFor(stated) === null ? stated : (guessLanguage(text) ?? stated);
}

/** The same words with the quotation marks around them; null where no pair stands there. */
function markedOf(index: TextIndex, paragraph: Paragraph, start: number, end: number): Selectors | null {
  const range = paragraph.range(start, end);
  const span = range && rangeToSpan(index, range);
  return (span && marksChoice(index, span)?.with) ?? null;
}

const describe = (index: TextIndex, paragraph: Paragraph, start: number, end: number): Selectors | null => {
  const range = paragraph.range(start, end);
  const described = range ? describeRange(index, range) : null;
  return described?.ok ? described.value : null;
};

function quotesOf(index: TextIndex, places: readonly Found[], found: readonly Quotation[]): QuoteSuggestion[] {
  const direct = found.filter(({ kind }) => kind === 'direct').slice(0, MAX_QUOTES);
  return direct.flatMap(({ paragraph, start, end, speaker, named, role }) => {
    const place = places[paragraph];
    if (!place) return [];
    const at = [index, place.paragraph, start - place.start, end - place.start] as const;
    const selectors = describe(...at);
    return selectors ? [{ selectors, withMarks: markedOf(...at), speaker, named, role }] : [];
  });
}

function claimsOf(
  index: TextIndex,
  places: readonly Found[],
  found: readonly Quotation[],
  language: string | null,
): ClaimOffer[] {
  const all = places.flatMap(({ paragraph, start }, at) =>
    HEADING.test(paragraph.element.localName)
      ? []
      : suggestClaims(splitSentences(paragraph.text), language).map((claim) => {
          const names = found
            .filter((one) => one.paragraph === at && one.named)
            .filter((one) => one.start - start < claim.end && one.end - start > claim.start)
            .flatMap(({ speaker }) => speaker ?? []);
          const [claimant = null] = new Set(names).size === 1 ? names : [];
          return { ...claim, paragraph, claimant };
        }),
  );
  const worth = [...all].sort((a, b) => b.worthiness - a.worthiness)[MAX_CLAIMS]?.worthiness ?? 0;
  return all
    .filter(({ worthiness, type }) => worthiness >= worth && type !== 'not a claim')
    .slice(0, MAX_CLAIMS)
    .flatMap(({ paragraph, start, end, type, worthiness, reasons, claimant }) => {
      const selectors = describe(index, paragraph, start, end);
      return selectors ? [{ selectors, type, worthiness, reasons, claimant }] : [];
    });
}

function blocksOf(index: TextIndex, paragraphs: readonly Paragraph[]): Reading['blocks'] {
  return paragraphs.flatMap((paragraph) => {
    const selectors = describe(index, paragraph, 0, paragraph.text.length);
    return selectors ? [{ element: paragraph.element, position: selectors.position }] : [];
  });
}
