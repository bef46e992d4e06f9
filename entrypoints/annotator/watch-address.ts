/** Says when the page has another address without having been loaded anew; fragments don't count. */
export function watchAddress(view: Window, onAddress: () => void, signal: AbortSignal): void {
  let known = withoutHash(view.location.href);
  const look = (): void => {
    const now = withoutHash(view.location.href);
    if (now === known) return;
    known = now;
    onAddress();
  };
  const navigation: unknown = Reflect.get(view, 'navigation');
  if (isNavigation(navigation)) navigation.addEventListener('navigatesuccess', look, { signal });
  view.addEventListener('popstate', look, { signal });
  view.addEventListener('pageshow', look, { signal });
}

interface NavigationLike {
  addEventListener(type: string, listener: () => void, options: { signal: AbortSignal }): void;
}

const isNavigation = (value: unknown): value is NavigationLike =>
  typeof value === 'object' &&
  value !== null &&
  'addEventListener' in value &&
  typeof value.addEventListener === 'function';

const withoutHash = (address: string): string => address.replace(/#.*$/, '');
