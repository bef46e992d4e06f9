import { ENGLISH, sampleSites, type Web } from '../../e2e/harness/web.ts';

/** Puts our English article at an address that no other test visits, and gives that address. */
export function ownArticle(web: Web, name: string): string {
  const address = ENGLISH.replace(/[^/]+$/, name);
  web.put(address, (sampleSites().get(ENGLISH) ?? '').replaceAll(ENGLISH, address));
  return address;
}

/** Words of that article, each within one text of the page. */
export const INQUIRY = 'The inquiry is expected to publish its first findings in June.';
export const HEADLINE = 'Ferry firm was warned about engine fault';
export const INCIDENTS = 'passenger ferries in the region had recorded 17 engine-room incidents since 2021';
export const WINDOW = 'You learn to sleep with the window open.';
