import { createHash } from 'node:crypto';
import type { Annotation } from '../../../lib/model/annotation.ts';
import type { Article, Snapshot } from '../../../lib/model/article.ts';
import type { Claim, Verdict } from '../../../lib/model/claim.ts';
import { MADE, MADE_VERSIONS, type MadeTongue } from './made-words.ts';

/** A library as a year of reading leaves it, as a native file: the same each time. For pictures and for walks through it. */

const COLOURS = ['yellow', 'green', 'blue', 'pink', 'orange'] as const;
const SIGHTINGS = ['unchanged', 'unchanged', 'moved', 'edited', 'missing', 'unseen'] as const;
const TYPES = [
  'quantity in the past or present',
  'prediction',
  'correlation or causation',
  'current laws or rules of operation',
  'personal experience',
] as const;
const LABELS = ['Supported', 'Mostly supported', 'Mixed', 'Mostly unsupported', 'Refuted'] as const;
const END = Date.parse('2026-05-08T18:00:00.000Z');
const DAY = 24 * 3_600_000;

/** Numbers that look random and are the same each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const iso = (time: number): string => new Date(time).toISOString();

/** What an editor made of a sentence since: another number, or a word less certain. */
const edited = (text: string): string =>
  /\d/.test(text) ? text.replace(/\d+/, (n) => String(Number(n) + 3)) : text.replace(/^(\S+ \S+) /, '$1 reportedly ');

class Maker {
  readonly articles: Article[] = [];
  readonly snapshots: Snapshot[] = [];
  readonly claims: Claim[] = [];
  readonly annotations: Annotation[] = [];
  readonly #random = randomFrom(7);

  below = (n: number): number => Math.floor(this.#random() * n);
  chance = (share: number): boolean => this.#random() < share;
  /** The first of a list far more often than the last. */
  often<T>(list: readonly T[]): T {
    return this.#at(list, Math.floor(list.length ** this.#random() - 1));
  }
  pick = <T>(list: readonly T[]): T => this.#at(list, this.below(list.length));
  #at<T>(list: readonly T[], at: number): T {
    const item = list[Math.max(0, at)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
  id(): string {
    const hex = (digits: number): string => Array.from({ length: digits }, () => this.below(16).toString(16)).join('');
    return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
  }
  fill = (text: string, tongue: MadeTongue): string =>
    text.replace(/#/g, () => String(2 + this.below(58))).replace(/@/g, () => this.pick(tongue.places));

  article(tongue: MadeTongue, saved: number): Article {
    const [host, siteName] = this.often(tongue.sites);
    const url = `https://${host}/${iso(saved).slice(0, 10).replaceAll('-', '/')}/${this.articles.length + 1}`;
    const article: Article = {
      id: this.id(),
      url,
      canonicalUrl: url,
      urls: [url],
      title: this.fill(this.pick(tongue.titles), tongue),
      authors: this.chance(0.85) ? [this.pick(tongue.people)] : [],
      siteName,
      publisher: null,
      section: null,
      language: tongue.language,
      publishedAt: this.chance(0.95) ? iso(saved - this.below(3 * DAY)) : null,
      modifiedAt: null,
      wordCount: 240 + this.below(1_400),
      textHash: null,
      archiveUrl: null,
      firstSeenAt: iso(saved),
      lastSeenAt: iso(saved + DAY),
      createdAt: iso(saved),
      updatedAt: iso(saved),
      deletedAt: null,
    };
    this.articles.push(article);
    return article;
  }

  annotation(tongue: MadeTongue, article: Article, at: number, time: number): Annotation {
    const exact = this.fill(this.pick(tongue.quotes), tongue);
    const status = this.chance(0.7) ? this.pick(SIGHTINGS) : null;
    const annotation: Annotation = {
      id: this.id(),
      articleId: article.id,
      quote: { exact, prefix: '', suffix: '' },
      position: { start: 300 + at * 700, end: 300 + at * 700 + [...exact].length },
      note: this.chance(0.35) ? this.pick(tongue.notes) : '',
      tags: [...new Set(Array.from({ length: this.below(4) }, () => this.often(tongue.tags)))],
      colour: this.often(COLOURS),
      speaker: this.chance(0.5) ? this.pick(tongue.people) : null,
      claimId: this.chance(0.3) ? this.claim(tongue, exact, time).id : null,
      revisions: [],
      sighting: status && {
        status,
        foundText: status === 'edited' ? edited(exact) : null,
        seenAt: iso(time + DAY),
      },
      createdAt: iso(time),
      updatedAt: iso(time),
      deletedAt: null,
    };
    this.annotations.push(annotation);
    return annotation;
  }

  claim(tongue: MadeTongue, text: string, time: number): Claim {
    // One in four was made before: one claim, many articles.
    const known = this.chance(0.25) ? this.claims.findLast(({ language }) => language === tongue.language) : undefined;
    if (known) return known;
    const verdict = this.chance(0.5) ? this.verdict(tongue, time) : null;
    const claim: Claim = {
      id: this.id(),
      text,
      language: tongue.language,
      type: this.often(TYPES),
      worthiness: 'CFS',
      priority: null,
      progress: verdict ? 'checked' : this.pick(['unstarted', 'unstarted', 'in progress'] as const),
      claimant: this.chance(0.85)
        ? { name: this.pick(tongue.people), kind: 'Person', role: this.pick(tongue.roles), sameAs: null }
        : null,
      claimDate: iso(time - DAY).slice(0, 10),
      verdict,
      evidence: verdict ? this.evidence(tongue, time) : [],
      sameAs: [],
      reviewUrl: verdict && this.chance(0.5) ? `https://check.example/${this.claims.length + 1}` : null,
      history: [],
      createdAt: iso(time),
      updatedAt: iso(time),
      deletedAt: null,
    };
    this.claims.push(claim);
    return claim;
  }

  verdict(tongue: MadeTongue, time: number): Verdict {
    const at = this.below(LABELS.length);
    return {
      scaleId: 'neutral',
      label: this.#at(LABELS, at),
      value: LABELS.length - at,
      best: LABELS.length,
      worst: 1,
      explanation: this.fill(this.pick(tongue.explanations), tongue),
      setAt: iso(time + DAY),
    };
  }

  evidence(tongue: MadeTongue, time: number): Claim['evidence'] {
    return (['refutes', 'context'] as const).slice(0, 1 + this.below(2)).map((stance) => ({
      url: 'https://register.example/incidents',
      archiveUrl: null,
      title: tongue.language === 'fr' ? 'Registre des incidents' : 'Register of incidents',
      stance,
      quote: this.fill(this.pick(tongue.explanations), tongue),
      annotationId: null,
      addedAt: iso(time + DAY),
    }));
  }
}

/** The article that has everything: two versions, a correction, each kind of sighting, a claim with a history. */
function fullArticle(maker: Maker, quotes: number): void {
  const [tongue] = MADE;
  if (!tongue) throw new Error('no words');
  const saved = Date.parse('2026-05-05T09:12:00.000Z');
  const article = maker.article(tongue, saved);
  Object.assign(article, {
    title: 'Ferry firm was warned three times before engine fire off Saltholm',
    authors: ['Miriam Achterberg', 'Kofi Marlowe'],
    publishedAt: '2026-05-05T06:30:00Z',
    modifiedAt: '2026-05-06T20:10:00Z',
    lastSeenAt: '2026-05-07T07:45:00.000Z',
    archiveUrl: 'https://archive.example/ferry',
  });
  const texts = [MADE_VERSIONS.first, MADE_VERSIONS.second];
  for (const [at, text] of texts.entries()) {
    const takenAt = iso(saved + at * 2 * DAY);
    const textHash = createHash('sha256').update(text).digest('hex');
    maker.snapshots.push({
      ...{ id: maker.id(), articleId: article.id, takenAt, textHash, text },
      ...{ corrections: at === 0 ? [] : [MADE_VERSIONS.correction], createdAt: takenAt, updatedAt: takenAt },
    });
    article.textHash = textHash;
  }
  for (let at = 0; at < quotes; at++) {
    const quote = maker.annotation(tongue, article, at, saved + at * 60_000);
    if (at !== 0) continue;
    const claim = quote.claimId === null ? maker.claim(tongue, quote.quote.exact, saved) : null;
    if (claim) quote.claimId = claim.id;
    const row = maker.claims.find(({ id }) => id === quote.claimId);
    if (!row) continue;
    row.history = [
      { verdict: null, changedAt: iso(saved + DAY) },
      { verdict: maker.verdict(tongue, saved + DAY), changedAt: iso(saved + 2 * DAY) },
    ];
    row.verdict = { ...maker.verdict(tongue, saved + 2 * DAY), label: 'Mostly supported', value: 4 };
    row.evidence = maker.evidence(tongue, saved);
    row.progress = 'checked';
    row.reviewUrl = 'https://check.example/ferry';
    row.reviewDate = '2026-05-08';
  }
}

/** A native file with so many quotes on made-up articles, over three years. */
export function madeLibrary(quotes: number): string {
  const maker = new Maker();
  if (quotes > 0) fullArticle(maker, Math.min(3, quotes));
  while (maker.annotations.length < quotes) {
    const tongue = maker.often(MADE);
    const saved = END - Math.floor((quotes < 100 ? 90 : 3 * 365) * DAY * maker.below(1_000) ** 1.3 * 1_000 ** -1.3);
    const article = maker.article(tongue, saved);
    const n = Math.min(quotes - maker.annotations.length, 1 + maker.below(quotes < 100 ? 3 : 12));
    for (let at = 0; at < n; at++) maker.annotation(tongue, article, at, saved + at * 60_000);
  }
  const { articles, snapshots, claims, annotations } = maker;
  const head = { format: 'pressmark', version: 1, exportedAt: iso(END), generator: 'Pressmark' };
  return JSON.stringify({ ...head, articles, snapshots, claims, annotations });
}
