import { useRef } from 'preact/hooks';
import { Attempts } from '../../lib/model/new-id';

/** What was tried to be saved here, as long as the view is there. */
export const useAttempts = (): Attempts => (useRef<Attempts | null>(null).current ??= new Attempts());
