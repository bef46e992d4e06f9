import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../lib/text/normalise';
import { withStillThere } from '../../lib/text/still-there';

const join = (...lines: string[]) => lines.join('\n\n');

describe('withStillThere', () => {
  it('puts back what stands on the page though this reading left it out, and nothing that is gone', () => {
    const before = join('A standfirst.', 'First.', 'Second “one”.', 'Amended on 9 April.', 'Gone.');
    const now = join('First.', 'Second "one".', 'New.');
    const page = normalise('Menu A standfirst. First. Second “one”. New. Amended on 9 April. Related');
    expect(withStillThere(before, now, page)).toBe(
      join('A standfirst.', 'First.', 'Second "one".', 'Amended on 9 April.', 'New.'),
    );
  });

  it('gives back the same text where nothing is missing', () => {
    const line = fc.constantFrom('First.', 'Second.', 'Third.', 'Fourth.');
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (before, now) => {
        expect(withStillThere(join(...before), join(...now), '')).toBe(join(...now));
      }),
    );
  });
});
