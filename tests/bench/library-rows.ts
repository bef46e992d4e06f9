import type { Annotation } from '../../lib/model/annotation';
import type { Article } from '../../lib/model/article';
import type { Claim, Verdict } from '../../lib/model/claim';
import {
  CLAIM_TYPES,
  COLOURS,
  PRIORITIES,
  PROGRESS,
  SIGHTINGS,
  scaleBounds,
  VERDICT_SCALES,
} from '../../lib/model/vocabulary';
import { TONGUES, type Tongue } from './library-words';

/** A library of made-up rows: the same for the same seed, in several languages, with the shape that a year of work has. */
export interface LibraryRows {
  readonly articles: Article[];
  readonly claims: Claim[];
  readonly annotations: Annotation[];
}

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

class Writer {
  private readonly rare = new Map<string, string[]>();

  constructor(readonly random: () => number) {}

  below(n: number): number {
    return Math.floor(this.random() * n);
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.below(list.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** The first of a list far more often than the last, as words and sites occur. */
  often<T>(list: readonly T[]): T {
    const item = list[Math.floor(list.length ** this.random() - 1)] ?? list[0];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  id(): string {
    const hex = (digits: number): string => Array.from({ length: digits }, () => this.below(16).toString(16)).join('');
    return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
  }

  word(tongue: Tongue): string {
    const chance = this.random();
    if (chance < 0.72) return this.often(tongue.words);
    if (chance < 0.76) return String(this.below(10 ** (1 + this.below(4))));
    return this.often(this.rareWords(tongue));
  }

  private rareWords(tongue: Tongue): string[] {
    const known = this.rare.get(tongue.language);
    if (known) return known;
    const made = Array.from({ length: 4_000 }, () =>
      Array.from({ length: 2 + this.below(2) }, () => this.pick(tongue.syllables)).join(''),
    );
    this.rare.set(tongue.language, made);
    return made;
  }

  sentence(tongue: Tongue, from: number, to: number): string {
    const words = Array.from({ length: from + this.below(to - from) }, () => this.word(tongue));
    const text = words.map((word, at) => (at > 0 && at < words.length - 1 && this.random() < 0.06 ? `${word},` : word));
    const joined = text.join(tongue.space);
    return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}${tongue.space === '' ? '。' : '.'}`;
  }

  person(tongue: Tongue): string {
    return tongue.space === ''
      ? `${this.pick(tongue.last)}${this.pick(tongue.first)}`
      : `${this.pick(tongue.first)} ${this.pick(tongue.last)}`;
  }
}

const QUOTES_PER_ARTICLE = 7;
const END = Date.parse('2026-05-31T20:00:00.000Z');
const SPAN = 3 * 365 * 24 * 3600 * 1000;

const iso = (time: number): string => new Date(time).toISOString();

/** So many annotations with their articles and claims; a claim in ten stands without a quote. */
export function libraryRows(count: number, seed = 1): LibraryRows {
  const writer = new Writer(randomFrom(seed));
  const articles: Article[] = [];
  const claims: Claim[] = [];
  const annotations: Annotation[] = [];
  while (annotations.length < count) {
    const tongue = writer.often(TONGUES);
    const saved = END - Math.floor(writer.random() ** 1.4 * SPAN);
    const article = articleOf(writer, tongue, saved, articles.length);
    articles.push(article);
    const quotes = Math.min(count - annotations.length, 1 + writer.below(QUOTES_PER_ARTICLE * 2 - 1));
    for (let i = 0; i < quotes; i++) {
      const annotation = annotationOf(writer, tongue, article, i, saved + i * 60_000);
      if (writer.random() < 0.3) annotation.claimId = claimFor(writer, tongue, annotation, claims).id;
      annotations.push(annotation);
    }
    if (writer.random() < 0.15) claims.push(claimOf(writer, tongue, writer.sentence(tongue, 6, 18), saved));
  }
  return { articles, claims, annotations };
}

function articleOf(writer: Writer, tongue: Tongue, saved: number, number: number): Article {
  const site = writer.often(tongue.sites);
  const host = `site-${tongue.language}-${tongue.sites.indexOf(site)}.example`;
  const published = iso(saved - writer.below(5 * 24 * 3600 * 1000));
  const url = `https://${host}/${published.slice(0, 7).replace('-', '/')}/story-${number}`;
  return {
    id: writer.id(),
    url,
    canonicalUrl: url,
    urls: [url],
    title: writer.sentence(tongue, 6, 13).slice(0, -1),
    authors: writer.random() < 0.85 ? [writer.person(tongue)] : [],
    siteName: site,
    publisher: null,
    section: writer.pick(['News', 'Politics', 'Economy', 'Local', null]),
    language: tongue.language,
    publishedAt: writer.random() < 0.93 ? published : null,
    modifiedAt: null,
    wordCount: 200 + writer.below(1_800),
    textHash: null,
    archiveUrl: null,
    firstSeenAt: iso(saved),
    lastSeenAt: iso(saved),
    createdAt: iso(saved),
    updatedAt: iso(saved),
    deletedAt: null,
  };
}

function annotationOf(writer: Writer, tongue: Tongue, article: Article, at: number, time: number): Annotation {
  const exact = writer.sentence(tongue, 8, 36);
  const start = 400 + at * 900;
  return {
    id: writer.id(),
    articleId: article.id,
    quote: { exact, prefix: writer.sentence(tongue, 4, 8), suffix: writer.sentence(tongue, 4, 8) },
    position: { start, end: start + [...exact].length },
    note: writer.random() < 0.35 ? writer.sentence(tongue, 3, 16) : '',
    tags: [...new Set(Array.from({ length: writer.below(4) }, () => writer.often(tongue.tags)))],
    colour: writer.often(COLOURS),
    speaker: writer.random() < 0.5 ? writer.person(tongue) : null,
    claimId: null,
    revisions: [],
    sighting:
      writer.random() < 0.6
        ? { status: writer.often(SIGHTINGS), foundText: null, seenAt: iso(time + 86_400_000) }
        : null,
    createdAt: iso(time),
    updatedAt: iso(time),
    deletedAt: null,
  };
}

/** One claim in three was made before, elsewhere: one claim, many articles. */
function claimFor(writer: Writer, tongue: Tongue, { quote, createdAt }: Annotation, claims: Claim[]): Claim {
  const known =
    claims.length > 0 && writer.random() < 0.33 ? claims.at(-1 - writer.below(Math.min(50, claims.length))) : undefined;
  if (known) return known;
  const claim = claimOf(writer, tongue, quote.exact, Date.parse(createdAt));
  claims.push(claim);
  return claim;
}

function claimOf(writer: Writer, tongue: Tongue, text: string, time: number): Claim {
  const verdict = writer.random() < 0.45 ? verdictOf(writer, tongue, time) : null;
  return {
    id: writer.id(),
    text,
    language: tongue.language,
    type: writer.random() < 0.8 ? writer.often(CLAIM_TYPES) : null,
    worthiness: null,
    priority: writer.random() < 0.3 ? writer.pick(PRIORITIES) : null,
    progress: verdict ? 'checked' : writer.often(PROGRESS),
    claimant: writer.random() < 0.8 ? { name: writer.person(tongue), kind: 'Person', role: null, sameAs: null } : null,
    claimDate: null,
    verdict,
    evidence: verdict
      ? [
          {
            url: 'https://statistics.example/table',
            archiveUrl: null,
            title: writer.sentence(tongue, 3, 8),
            stance: 'refutes',
            quote: writer.sentence(tongue, 6, 20),
            annotationId: null,
            addedAt: iso(time),
          },
        ]
      : [],
    sameAs: [],
    history: [],
    createdAt: iso(time),
    updatedAt: iso(time),
    deletedAt: null,
  };
}

function verdictOf(writer: Writer, tongue: Tongue, time: number): Verdict {
  const scale = writer.random() < 0.8 ? VERDICT_SCALES[0] : VERDICT_SCALES[1];
  if (!scale) throw new Error('no scale');
  const { label, value } = writer.pick(scale.steps);
  const bounds = value === null ? { best: null, worst: null } : scaleBounds(scale);
  return { scaleId: scale.id, label, value, ...bounds, explanation: writer.sentence(tongue, 5, 20), setAt: iso(time) };
}
