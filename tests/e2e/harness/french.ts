import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILT = fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url));

/**
 * The built extension with its French words in the place of the English ones, in a folder of its own: a browser without
 * the French language pack, as Debian installs it, always asks for English.
 */
export function inFrench(): string {
  const dir = mkdtempSync(join(tmpdir(), 'pressmark-fr-'));
  cpSync(BUILT, dir, { recursive: true });
  cpSync(join(dir, '_locales', 'fr'), join(dir, '_locales', 'en'), { recursive: true });
  return dir;
}
