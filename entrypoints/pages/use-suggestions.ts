import { useEffect, useState } from 'preact/hooks';
import { ask, askSuggester } from '../../lib/messages/client';
import type { PageSuggestions } from '../../lib/messages/suggestions';

const EVERY_MS = 600;
const NOTHING: PageSuggestions = { quotes: [], claims: [], reviews: [] };

/** What the page offers; null while it is being read. A page that can't be read offers nothing. */
export interface Offered {
  readonly suggestions: PageSuggestions | null;
  /** Where the reader is: code points into the page's text. */
  readonly point: number | null;
}

async function read(tabId: number, tries = 6): Promise<PageSuggestions | null> {
  await ask('page.suggest', { tabId });
  const answer = await askSuggester(tabId, 'suggester.read', {});
  if (answer.ok) return answer.value;
  if (tries <= 1) return null;
  await new Promise((resolve) => setTimeout(resolve, 200));
  return read(tabId, tries - 1);
}

/** Asks the page what it offers, again when its text changes, and follows where the reader is. */
export function useSuggestions(tabId: number, address: string): Offered {
  const [suggestions, setSuggestions] = useState<PageSuggestions | null>(null);
  const [point, setPoint] = useState<number | null>(null);
  useEffect(() => {
    let live = true;
    let version = 0;
    let reading = true;
    const load = async (): Promise<void> => {
      reading = true;
      const found = await read(tabId);
      reading = false;
      if (live) setSuggestions(found ?? NOTHING);
    };
    const follow = async (): Promise<void> => {
      if (reading || document.visibilityState !== 'visible') return;
      const place = await askSuggester(tabId, 'suggester.place', {});
      if (!live || !place.ok) return;
      setPoint(place.value.point);
      if (version !== 0 && place.value.version !== version) void load();
      version = place.value.version;
    };
    setSuggestions(null);
    void load().then(follow);
    const timer = setInterval(() => void follow(), EVERY_MS);
    return () => {
      live = false;
      clearInterval(timer);
    };
  }, [tabId, address]);
  return { suggestions, point };
}
