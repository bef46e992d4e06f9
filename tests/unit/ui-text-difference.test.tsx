import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DifferenceSummary, stretchesOf, TextDifference } from '../../components/text-difference';
import { compareTexts } from '../../lib/anchor/compare-texts';
import { fromCatalogue } from '../../lib/i18n/catalogue';
import { wireMessages } from '../../lib/i18n/translate';
import en from '../../public/_locales/en/messages.json';

const lines = Array.from({ length: 12 }, (_, i) => `Paragraph ${i} tells of the harbour and of its crews.`);
const changed = lines.with(5, 'Paragraph 5 tells of the harbour and not of its 17 crews.');

beforeAll(() => wireMessages(fromCatalogue(en), 'en'));
afterEach(cleanup);

describe('the difference of two texts', () => {
  const comparison = compareTexts(lines.join('\n\n'), changed.join('\n\n'));

  it('folds what is unchanged but for a paragraph beside each change', () => {
    expect(stretchesOf(comparison.blocks).map(({ folded, blocks }) => [folded, blocks.length])).toEqual([
      [true, 4],
      [false, 3],
      [true, 5],
    ]);
  });

  it('shows words that went and came, numbers and negations set off', () => {
    const { container, queryByText } = render(<TextDifference comparison={comparison} />);
    expect([...container.querySelectorAll('ins strong')].map((one) => one.textContent)).toEqual(['not', '17']);
    expect([...container.querySelectorAll('summary')].map((one) => one.textContent)).toEqual([
      '4 unchanged paragraphs',
      '5 unchanged paragraphs',
    ]);
    expect(queryByText(lines[0] ?? '')).toBeNull();
  });

  it('says what matters first', () => {
    const { getByText } = render(<DifferenceSummary comparison={comparison} />);
    getByText('1 paragraph changed');
    getByText('A number was changed.');
    getByText('A negation came or went.');
  });
});
