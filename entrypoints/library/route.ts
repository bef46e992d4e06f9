import { useEffect, useState } from 'preact/hooks';
import { EMPTY_SEARCH, FACETS, type Facet, type SearchState, SORTS, VIEWS } from '../../lib/search/state';

/** Where the reader is in the library. The address says all of it, so back, reload and bookmarks work. */
export type Route =
  | { readonly page: 'search'; readonly state: SearchState }
  /** `quote` is the one to show first. */
  | { readonly page: 'article'; readonly id: string; readonly quote: string | null }
  | { readonly page: 'claim'; readonly id: string }
  | { readonly page: 'tags' }
  /** A room in which things leave, return or are set; `leave/rooms.ts` knows which. */
  | { readonly page: 'leave'; readonly hash: string };

const LEAVE_ROOMS = /^#\/(export|import|backup|settings)(\/|$)/;

/** The route that a fragment (`#/quotes?q=ferry`) names; what it does not understand it leaves out. */
export function parseRoute(hash: string): Route {
  if (LEAVE_ROOMS.test(hash)) return { page: 'leave', hash };
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  const [page = '', id = ''] = path.split('/');
  const params = new URLSearchParams(search);
  if (page === 'article' && /^[\w-]+$/.test(id)) return { page, id, quote: params.get('quote') };
  if (page === 'claim' && /^[\w-]+$/.test(id)) return { page, id };
  if (page === 'tags') return { page };
  const filters: Partial<Record<Facet, string[]>> = {};
  for (const facet of FACETS) {
    const values = [...new Set(params.getAll(facet))].slice(0, 100);
    if (values.length > 0) filters[facet] = values;
  }
  return {
    page: 'search',
    state: {
      view: VIEWS.find((view) => view === page) ?? EMPTY_SEARCH.view,
      query: (params.get('q') ?? '').slice(0, 1_000),
      filters,
      sort: SORTS.find((sort) => sort === params.get('sort')) ?? EMPTY_SEARCH.sort,
    },
  };
}

/** The fragment that names a route, to be used as a link. */
export function hashOf(route: Route): string {
  switch (route.page) {
    case 'article':
      return `#/article/${route.id}${route.quote === null ? '' : `?quote=${route.quote}`}`;
    case 'claim':
      return `#/claim/${route.id}`;
    case 'leave':
      return route.hash;
    case 'tags':
      return '#/tags';
    case 'search': {
      const { view, query, filters, sort } = route.state;
      const params = new URLSearchParams();
      if (query !== '') params.set('q', query);
      for (const facet of FACETS) for (const value of filters[facet] ?? []) params.append(facet, value);
      if (sort !== EMPTY_SEARCH.sort) params.set('sort', sort);
      const rest = params.toString();
      return `#/${view}${rest === '' ? '' : `?${rest}`}`;
    }
  }
}

/** The article that other pages of ours ask for: `library.html?article=ID`, until somebody goes elsewhere. */
function readAddress(): Route {
  const asked = location.hash === '' ? new URLSearchParams(location.search).get('article') : null;
  return parseRoute(asked === null ? location.hash : `#/article/${asked}`);
}

/** Browsers bear with about twenty changes of the address in a second, and typing makes more. */
const ADDRESS_MS = 250;

let current: Route | null = null;
let lastSearch = '#/';
let pending: ReturnType<typeof setTimeout> | null = null;
const listeners = new Set<() => void>();

/** Each step of the browser's history carries a mark once it was shown, so a step back is told from a step on. */
const SHOWN = 'shown';
let back = false;

function markStep(): void {
  const state: unknown = history.state;
  back = typeof state === 'object' && state !== null && SHOWN in state;
  if (!back) history.replaceState({ ...history.state, [SHOWN]: true }, '');
}

/** Whether the reader came to where they are by going back or forward. */
export const cameBack = (): boolean => back;

function remember(route: Route): void {
  current = route;
  if (route.page === 'search') lastSearch = hashOf(route);
}

function writePending(): void {
  if (pending === null) return;
  clearTimeout(pending);
  pending = null;
  if (current !== null) history.replaceState(history.state, '', hashOf(current));
}

/** The route that is shown now. */
export function currentRoute(): Route {
  if (current === null) {
    markStep();
    remember(readAddress());
    // For as long as the page is there: the address also changes while a room is shown that does not ask for the route.
    addEventListener('popstate', followStep);
    addEventListener('hashchange', follow);
    addEventListener('pagehide', writePending);
  }
  return current ?? { page: 'search', state: EMPTY_SEARCH };
}

/**
 * Goes to a route. With `replace`, the step back leads to where it led before: so typing leaves no trail of letters. The
 * address follows a moment later then.
 */
export function go(route: Route, { replace = false }: { readonly replace?: boolean } = {}): void {
  back = false;
  if (replace) {
    remember(route);
    if (pending !== null) clearTimeout(pending);
    pending = setTimeout(writePending, ADDRESS_MS);
  } else {
    writePending();
    remember(route);
    history.pushState({ [SHOWN]: true }, '', hashOf(route));
  }
  for (const listener of listeners) listener();
}

/** A link to the last search, as it was left. */
export const backToSearch = (): string => lastSearch;

function follow(): void {
  if (pending !== null) clearTimeout(pending);
  pending = null;
  remember(readAddress());
  for (const listener of listeners) listener();
}

/** Comes before `hashchange`, for steps of the history and for links alike. */
function followStep(): void {
  markStep();
  follow();
}

/** The route, whenever it changes. */
export function useRoute(): Route {
  const [route, setRoute] = useState(currentRoute);
  useEffect(() => {
    const update = (): void => setRoute(currentRoute());
    listeners.add(update);
    update();
    return () => {
      listeners.delete(update);
    };
  }, []);
  return route;
}
