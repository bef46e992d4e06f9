import { describe, expect, it } from 'vitest';
import { tagKey, tagVariants } from '../../lib/text/tag-variants';

const groups = (...tags: string[]) =>
  tagVariants(tags.map((tag) => ({ tag }))).map((group) => group.map(({ tag }) => tag));

describe('spellings of one tag', () => {
  it('differ in case, accents, composition, width or what stands between the words', () => {
    expect(groups('Économie', 'economie', 'E\u0301CONOMIE', 'budget')).toEqual([
      ['Économie', 'economie', 'E\u0301CONOMIE'],
    ]);
    expect(groups('climate change', 'climate-change', '#ClimateChange')).toHaveLength(1);
    expect(groups('Straße', 'strasse')).toHaveLength(1);
    expect(groups('ＣＯＰ30', 'cop30')).toHaveLength(1);
  });

  it('are not tags of other words, numbers or signs', () => {
    expect(groups('tax', 'taxes', 'cop29', 'cop30', '👍', '👎', '港', '港口')).toEqual([]);
    expect(tagKey('👍')).toBe('👍');
  });
});
