import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { id } from '../../lib/model/fields';
import { Attempts, newId } from '../../lib/model/new-id';

describe('the id of a save', () => {
  it('is a UUID of version 4, another one each time', () => {
    const ids = Array.from({ length: 200 }, newId);
    expect(ids.every((one) => v.is(id, one) && /^.{14}4.{4}[89ab]/.test(one))).toBe(true);
    expect(new Set(ids).size).toBe(200);
  });

  it('is the same until the save is done or the form says something else', () => {
    const attempts = new Attempts();
    const first = attempts.idOf({ note: 'a' });
    expect(attempts.idOf({ note: 'a' })).toBe(first);
    expect(attempts.idOf({ note: 'b' })).not.toBe(first);
    attempts.done({ note: 'a' });
    expect(attempts.idOf({ note: 'a' })).not.toBe(first);
  });
});
