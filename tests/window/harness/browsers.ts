import type { Web } from '../../e2e/harness/web.ts';
import { sitAtChromium } from './chromium.ts';
import { sitAtFirefox } from './firefox.ts';
import type { Reader } from './reader.ts';

interface Browser {
  readonly name: 'Chromium' | 'Firefox';
  /** Starts it in a window on a display of its own. */
  readonly sit: (web: Web, options?: { readonly dark?: boolean }) => Promise<Reader>;
}

export const BROWSERS: readonly Browser[] = [
  { name: 'Chromium', sit: sitAtChromium },
  { name: 'Firefox', sit: sitAtFirefox },
];
