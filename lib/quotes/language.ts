import { german } from './cues/de';
import { english } from './cues/en';
import { spanish } from './cues/es';
import { french } from './cues/fr';
import { italian } from './cues/it';
import { portuguese } from './cues/pt';
import type { LanguageCues } from './types';

const LANGUAGES: readonly LanguageCues[] = [english, french, german, spanish, italian, portuguese];
const SAMPLE = 6000;
const ENOUGH = 0.08;

/** The cues for a BCP 47 tag ("fr-CA" counts as French), or null where a language has no file. */
export function cuesFor(language: string | null): LanguageCues | null {
  const code = language?.toLowerCase().split(/[-_]/)[0] ?? '';
  return LANGUAGES.find((cues) => cues.code === code) ?? null;
}

/**
 * Guesses a text's language by its small words, from the first few thousand characters.
 * Returns a code, or null where no language we know is clearly ahead.
 */
export function guessLanguage(text: string): string | null {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return null;
  const scores = LANGUAGES.map((cues) => ({
    code: cues.code,
    share: words.filter((word) => cues.frequent.has(word)).length / words.length,
  })).sort((a, b) => b.share - a.share);
  const [best, second] = scores;
  return best && best.share >= ENOUGH && best.share > (second?.share ?? 0) ? best.code : null;
}
