import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ENGLISH, sampleSites, type Web } from './web.ts';

/** Pages that claim to be another's, each with the article that it claims to be. */
export const PRETENDERS: readonly (readonly [string, string])[] = [
  ['http://www.fr/mallory/ferry-2026', 'http://paper.fr/news/2026/04/ferry-memo'],
  ['http://m.co.uk/mallory/ferry-2026', 'http://www.paper.co.uk/news/2026/04/ferry-memo'],
  ['http://mallory.platform.example/ferry-2026', 'http://platform.example/@other/ferry-memo'],
  ['http://social.example/@mallory/ferry-2026', 'http://social.example/@other/ferry-memo'],
];

/** What both pages say, and what only the pretender does. */
export const COPIED = 'The inquiry is expected to publish its first findings in June.';
export const MALLORYS = 'Mallory writes on this page of her own';

const fixture = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/hostile/${name}`, import.meta.url)), 'utf8');

/** Puts the article at `paper`, and at `mallory` a page that claims to be it. */
export function putPretender(web: Web, mallory: string, paper: string): void {
  web.put(paper, (sampleSites().get(ENGLISH) ?? '').replaceAll(ENGLISH, paper));
  web.put(mallory, fixture('speaks-for-another.html').replaceAll('{{PAPER}}', paper));
}
