import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../../../contexts/portal/domain/sign-in-source.ts';

describe('where a sign-in is begun', () => {
  it('is an address of IPv4, however it is written', () => {
    expect(sourceOf('::ffff:196.200.1.1')).toEqual(sourceOf('196.200.1.1'));
    expect(sourceOf('::ffff:c4c8:0101')).toEqual(sourceOf('196.200.1.1'));
    expect(sourceOf('196.200.1.2')).not.toEqual(sourceOf('196.200.1.1'));
  });

  it('is the same in all of a /64 of IPv6, and another one in the next', () => {
    const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(groups, groups, (one, other) => {
        const text = (parts: readonly number[]) => parts.map((part) => part.toString(16)).join(':');
        // What looks like IPv4 inside IPv6 is IPv4.
        const network = [0x2001, ...one.slice(1, 4)];
        const neighbour = [...network.slice(0, 3), (network[3] ?? 0) ^ 1];
        const source = sourceOf(text([...network, ...one.slice(4)]));
        expect(sourceOf(text([...network, ...other.slice(4)]))).toEqual(source);
        expect(sourceOf(text([...neighbour, ...one.slice(4)]))).toEqual({
          narrow: expect.not.stringMatching(source.narrow) as string,
          wide: source.wide,
        });
      }),
    );
  });

  it('shows no address', () => {
    expect(JSON.stringify(sourceOf('196.200.1.1'))).not.toContain('196');
    expect(JSON.stringify(sourceOf('2001:db8:1:1::1'))).not.toContain('db8');
  });
});
