import type { Annotation } from '../../lib/model/annotation';
import type { Article } from '../../lib/model/article';
import type { Claim } from '../../lib/model/claim';

const TIME = '2026-03-04T09:30:00.000Z';
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** An article of our own invention. */
export const sampleArticle = (part: Partial<Article> = {}): Article => ({
  id: id(1),
  url: 'https://courier.example/2026/03/ferry',
  canonicalUrl: 'https://courier.example/2026/03/ferry',
  urls: ['https://courier.example/2026/03/ferry'],
  title: 'Ferry operator rejects claims of neglected engines',
  authors: ['Miriam Okonkwo', 'Jens Aaby'],
  siteName: 'The Harbour Courier',
  publisher: 'Courier Press',
  section: 'Transport',
  language: 'en',
  publishedAt: '2026-03-03T18:00:00Z',
  modifiedAt: '2026-03-04T07:00:00Z',
  wordCount: 812,
  textHash: null,
  archiveUrl: null,
  firstSeenAt: TIME,
  lastSeenAt: TIME,
  createdAt: TIME,
  updatedAt: TIME,
  deletedAt: null,
  ...part,
});

export const sampleAnnotation = (part: Partial<Annotation> = {}): Annotation => ({
  id: id(2),
  articleId: id(1),
  quote: { exact: 'The safety of our passengers has never been negotiable.', prefix: 'She said: “', suffix: '”' },
  position: { start: 100, end: 155 },
  note: 'Ask the board for the date of the last inspection.',
  tags: ['safety', 'ferries'],
  colour: 'yellow',
  speaker: null,
  claimId: id(3),
  revisions: [],
  sighting: null,
  createdAt: TIME,
  updatedAt: TIME,
  deletedAt: null,
  ...part,
});

export const sampleClaim = (part: Partial<Claim> = {}): Claim => ({
  id: id(3),
  text: 'The safety of our passengers has never been negotiable.',
  language: 'en',
  type: 'quantity in the past or present',
  worthiness: null,
  priority: null,
  progress: 'in progress',
  reviewUrl: null,
  reviewDate: null,
  claimant: { name: 'Hanne Siversen', kind: 'Person', role: null, sameAs: null },
  claimDate: null,
  verdict: {
    scaleId: 'neutral',
    label: 'Mostly unsupported',
    value: 2,
    best: 5,
    worst: 1,
    explanation: '',
    setAt: TIME,
  },
  evidence: [],
  sameAs: [],
  history: [],
  createdAt: TIME,
  updatedAt: TIME,
  deletedAt: null,
  ...part,
});
