import { plural, t } from '../../lib/i18n/translate';
import { type ColourNames, colourLabel } from '../../lib/i18n/words';
import type { Operation } from '../../lib/model/bulk';
import { COLOURS } from '../../lib/model/vocabulary';

const SHORT = 80;

/** What was done to how many, in a sentence; colours under the reader's names. */
export function operationText({ kind, what, rows }: Operation, names: ColourNames): string {
  const { annotations, articles, claims } = rows;
  const words = what.length > SHORT ? `${what.slice(0, SHORT)}…` : what;
  switch (kind) {
    case 'tag':
      return plural('bulkTagged', annotations, words);
    case 'untag':
      return plural('bulkUntagged', annotations, words);
    case 'recolour': {
      const colour = COLOURS.find((one) => one === what);
      return plural('bulkRecoloured', annotations, colour ? colourLabel(colour, names) : words);
    }
    case 'link':
      return words === '' ? plural('bulkUnlinked', annotations) : plural('bulkLinked', annotations, words);
    case 'join':
      return t('bulkJoined', words);
    case 'delete':
      if (articles > 0) return plural('bulkDeletedArticles', articles);
      return annotations > 0 ? plural('bulkDeletedQuotes', annotations) : plural('bulkDeletedClaims', claims);
    case 'rename-tag':
      return plural('bulkRenamed', annotations, words);
    case 'delete-tag':
      return plural('bulkUntagged', annotations, words);
  }
}
