import { useEffect, useState } from 'preact/hooks';

/** How full the browser's storage for us is, and whether it may be cleared unasked. */
export interface StorageState {
  readonly used: number;
  /** What the browser lets us have; null where it does not say. */
  readonly quota: number | null;
  readonly persisted: boolean;
}

/** From here on the reader is warned: an import, or a few long articles, could be refused. */
const NEARLY_FULL = 0.8;

/** Whether the storage is so full that a write could soon fail. */
export const isNearlyFull = ({ used, quota }: Pick<StorageState, 'used' | 'quota'>): boolean =>
  quota !== null && quota > 0 && used / quota >= NEARLY_FULL;

export async function readStorage(): Promise<StorageState | null> {
  try {
    const [{ usage, quota }, persisted] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted(),
    ]);
    return { used: usage ?? 0, quota: quota ?? null, persisted };
  } catch {
    return null;
  }
}

/** The state of the storage, read again when `version` changes; null where the browser does not say. */
export function useStorage(version: unknown): StorageState | null {
  const [state, setState] = useState<StorageState | null>(null);
  useEffect(() => {
    void readStorage().then(setState);
  }, [version]);
  return state;
}

/** Asks the browser not to clear our data when the disk is full. Says whether it agreed. */
export async function requestPersistence(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false;
  }
}
