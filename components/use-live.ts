import { useEffect, useState } from 'preact/hooks';

/** Anything that tells its values one after the other, such as Dexie's `liveQuery`. */
export interface Subscribable<T> {
  subscribe(next: (value: T) => void, error?: (error: unknown) => void): { unsubscribe(): void };
}

export type Live<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed' };

/** The latest value of a source. `make` is called again when `key` changes; the old value stands until the new comes. */
export function useLive<T>(make: () => Subscribable<T>, key: string): Live<T> {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  // The key stands for everything that `make` closes over.
  useEffect(() => {
    const subscription = make().subscribe(
      (value) => setLive({ state: 'ready', value }),
      () => setLive({ state: 'failed' }),
    );
    return () => subscription.unsubscribe();
  }, [key]);
  return live;
}
