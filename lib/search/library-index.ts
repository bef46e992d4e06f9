import type { Annotation } from '../model/annotation';
import type { Article } from '../model/article';
import type { Claim } from '../model/claim';
import { Dictionary } from './dictionary';
import { fold } from './fold';
import { Codes, Slots, Times } from './growing';
import type { Facet } from './state';
import { TextColumn } from './text-column';

/** What values of closed lists are called in the reader's language, so that they are found under both names. */
export type Names = (facet: Facet, value: string) => readonly string[];

export const NONE: readonly number[] = [];
/** Several numbers for each slot. */
export type Lists = (readonly number[])[];

/** The columns of an article: what its quotes are found by as well. */
class Articles {
  readonly slots = new Slots();
  readonly title = new TextColumn();
  /** Publisher, section and host; the site's own name is in the dictionary. */
  readonly place = new TextColumn();
  readonly address = new TextColumn();
  readonly site = new Codes();
  readonly language = new Codes();
  readonly authors: Lists = [];
  readonly published: string[] = [];
  readonly live = new Codes(0);
}

class Claims {
  readonly slots = new Slots();
  readonly text = new TextColumn();
  readonly evidence = new TextColumn();
  readonly claimant = new Codes();
  readonly language = new Codes();
  readonly type = new Codes();
  readonly verdict = new Codes();
  readonly progress = new Codes();
  readonly created = new Times();
  readonly live = new Codes(0);
  /** How many quotes that live point to it. */
  readonly quotes = new Codes(0);
}

/** What a search goes through: a quote with its article and claim, or a claim that stands without a quote. */
class Rows {
  readonly slots = new Slots();
  readonly quote = new TextColumn();
  readonly note = new TextColumn();
  readonly tags: Lists = [];
  readonly speaker = new Codes();
  readonly colour = new Codes();
  readonly status = new Codes();
  readonly month = new Codes();
  readonly created = new Times();
  readonly article = new Codes();
  readonly claim = new Codes();
  /** 0 for an empty slot, 1 for a quote, 2 for a claim without one. */
  readonly kind = new Codes(0);
}

export const QUOTE = 1;
export const BARE_CLAIM = 2;

/** The host as people say it. */
const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : '');

/** The site as it is shown, sorted and counted: its name, or else its host. */
export const siteOf = ({ siteName, canonicalUrl }: Pick<Article, 'siteName' | 'canonicalUrl'>): string =>
  siteName?.trim() || (URL.canParse(canonicalUrl) ? new URL(canonicalUrl).host : '');

const languageOf = (tag: string | null): string => tag?.split('-')[0]?.toLowerCase() ?? '';

/** The month of a time in the reader's own time zone, `YYYY-MM`. */
export function monthOf(time: number): string {
  const date = new Date(time);
  return `${String(date.getFullYear()).padStart(4, '0')}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}

/**
 * The library, laid out for searching. It holds what lives and nothing else; rows may come in any order, a quote before
 * its article or its claim too. Each `put…` and `drop…` costs what its own row costs.
 */
export class LibraryIndex {
  readonly articles = new Articles();
  readonly claims = new Claims();
  readonly rows = new Rows();
  readonly sites = new Dictionary();
  readonly authors = new Dictionary();
  readonly tags = new Dictionary();
  readonly people = new Dictionary();
  readonly months = new Dictionary();
  readonly colours: Dictionary;
  readonly languages: Dictionary;
  readonly types: Dictionary;
  readonly verdicts: Dictionary;
  readonly progress: Dictionary;
  readonly statuses: Dictionary;
  /** Changes with every change: what was computed under another number is stale. */
  version = 0;

  constructor(names: Names = (_facet, value) => [value]) {
    const named = (facet: Facet): Dictionary => new Dictionary((value) => (value === '' ? [] : names(facet, value)));
    this.colours = named('colour');
    this.languages = named('language');
    this.types = named('type');
    this.verdicts = named('verdict');
    this.progress = named('progress');
    this.statuses = named('status');
  }

  /** Adds an article or replaces what was known of it. A deleted one counts as gone. */
  putArticle(article: Article): void {
    if (article.deletedAt !== null) {
      this.dropArticle(article.id);
      return;
    }
    const { articles } = this;
    const slot = articles.slots.take(article.id);
    articles.title.set(slot, fold(article.title));
    const site = siteOf(article);
    articles.place.set(
      slot,
      fold([site, article.publisher, article.section, hostOf(article.canonicalUrl)].join(' ; ')),
    );
    articles.address.set(slot, fold(article.canonicalUrl.replace(/^https?:\/\/(www\.)?/i, '')));
    articles.site.set(slot, site === '' ? -1 : this.sites.code(site));
    const language = languageOf(article.language);
    articles.language.set(slot, language === '' ? -1 : this.languages.code(language));
    articles.authors[slot] =
      article.authors.length === 0 ? NONE : article.authors.map((name) => this.authors.code(name));
    articles.published[slot] = article.publishedAt ?? '';
    articles.live.set(slot, 1);
    this.version++;
  }

  dropArticle(id: string): void {
    const slot = this.articles.slots.find(id);
    // The slot stays the id's own: quotes may point to it, and it comes back with an undo.
    if (slot === undefined || this.articles.live.get(slot) === 0) return;
    const { articles } = this;
    for (const column of [articles.title, articles.place, articles.address]) column.set(slot, '');
    articles.site.set(slot, -1);
    articles.language.set(slot, -1);
    articles.authors[slot] = NONE;
    articles.published[slot] = '';
    articles.live.set(slot, 0);
    this.version++;
  }

  /** Adds a claim or replaces what was known of it. A deleted one counts as gone. */
  putClaim(claim: Claim): void {
    if (claim.deletedAt !== null) {
      this.dropClaim(claim.id);
      return;
    }
    const { claims } = this;
    const slot = claims.slots.take(claim.id);
    const { verdict } = claim;
    claims.text.set(slot, fold(claim.text));
    const evidence = claim.evidence.flatMap(({ title, quote }) => [title, quote]);
    claims.evidence.set(slot, fold([verdict?.explanation ?? '', ...evidence].join(' ; ')));
    claims.claimant.set(slot, claim.claimant === null ? -1 : this.people.code(claim.claimant.name));
    const language = languageOf(claim.language);
    claims.language.set(slot, language === '' ? -1 : this.languages.code(language));
    claims.type.set(slot, this.types.code(claim.type ?? ''));
    claims.verdict.set(slot, this.verdicts.code(verdict === null ? '' : `${verdict.scaleId}/${verdict.label}`));
    claims.progress.set(slot, this.progress.code(claim.progress));
    claims.created.set(slot, Date.parse(claim.createdAt));
    claims.live.set(slot, 1);
    this.settleClaim(slot);
    this.version++;
  }

  dropClaim(id: string): void {
    const { claims } = this;
    const slot = claims.slots.find(id);
    if (slot === undefined || claims.live.get(slot) === 0) return;
    claims.text.set(slot, '');
    claims.evidence.set(slot, '');
    for (const column of [claims.claimant, claims.language, claims.type, claims.verdict, claims.progress]) {
      column.set(slot, -1);
    }
    claims.live.set(slot, 0);
    this.settleClaim(slot);
    this.version++;
  }

  /** Adds a quote or replaces what was known of it. A deleted one counts as gone. */
  putAnnotation(annotation: Annotation): void {
    if (annotation.deletedAt !== null) {
      this.dropAnnotation(annotation.id);
      return;
    }
    const { rows } = this;
    const slot = rows.slots.take(annotation.id);
    this.unlink(slot);
    rows.quote.set(slot, fold(annotation.quote.exact));
    rows.note.set(slot, fold(annotation.note));
    rows.tags[slot] = annotation.tags.length === 0 ? NONE : annotation.tags.map((tag) => this.tags.code(tag));
    rows.speaker.set(slot, annotation.speaker === null ? -1 : this.people.code(annotation.speaker));
    rows.colour.set(slot, this.colours.code(annotation.colour));
    rows.status.set(slot, annotation.sighting === null ? -1 : this.statuses.code(annotation.sighting.status));
    this.setTime(slot, Date.parse(annotation.createdAt));
    rows.article.set(slot, this.articles.slots.take(annotation.articleId));
    rows.kind.set(slot, QUOTE);
    if (annotation.claimId !== null) this.link(slot, this.claims.slots.take(annotation.claimId));
    this.version++;
  }

  dropAnnotation(id: string): void {
    const slot = this.rows.slots.find(id);
    if (slot === undefined) return;
    this.unlink(slot);
    this.clearRow(slot);
    this.rows.slots.leave(id);
    this.version++;
  }

  private setTime(slot: number, time: number): void {
    this.rows.created.set(slot, time);
    this.rows.month.set(slot, this.months.code(monthOf(time)));
  }

  private link(slot: number, claim: number): void {
    this.rows.claim.set(slot, claim);
    this.claims.quotes.set(claim, this.claims.quotes.get(claim) + 1);
    this.settleClaim(claim);
  }

  private unlink(slot: number): void {
    const claim = this.rows.claim.get(slot);
    if (claim < 0 || this.rows.kind.get(slot) !== QUOTE) return;
    this.rows.claim.set(slot, -1);
    this.claims.quotes.set(claim, this.claims.quotes.get(claim) - 1);
    this.settleClaim(claim);
  }

  /** A claim has a row of its own as long as it lives and no quote points to it. */
  private settleClaim(claim: number): void {
    const { claims, rows } = this;
    const id = `claim ${claims.slots.ids[claim] ?? ''}`;
    const bare = claims.live.get(claim) === 1 && claims.quotes.get(claim) === 0;
    const slot = rows.slots.find(id);
    if (bare) {
      const own = slot ?? rows.slots.take(id);
      this.setTime(own, claims.created.get(claim));
      rows.claim.set(own, claim);
      rows.kind.set(own, BARE_CLAIM);
      rows.tags[own] = NONE;
    } else if (slot !== undefined) {
      this.clearRow(slot);
      rows.slots.leave(id);
    }
  }

  private clearRow(slot: number): void {
    const { rows } = this;
    rows.quote.set(slot, '');
    rows.note.set(slot, '');
    rows.tags[slot] = NONE;
    for (const column of [rows.speaker, rows.colour, rows.status, rows.month, rows.article, rows.claim]) {
      column.set(slot, -1);
    }
    rows.created.set(slot, 0);
    rows.kind.set(slot, 0);
  }
}
