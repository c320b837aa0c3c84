import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../contexts/reading/domain/care-form.ts';
import { isOnRow, slopeOf } from '../../../../contexts/reading/domain/second-look/row-slope.ts';

/** Words of a row, at their places along it, that falls by its slope. */
const row = (slope: number, ...along: readonly number[]): Box[] =>
  along.map((left) => ({ left, top: 0.4 + slope * left, width: 0.05, height: 0.01 }));

/** The same words on a sheet that lies turned clockwise by so many quarter turns. */
const turned = (boxes: readonly Box[], turns: number): Box[] =>
  boxes.map(({ left, top, width, height }) => {
    if (turns === 1) return { left: 1 - top - height, top: left, width: height, height: width };
    if (turns === 2) return { left: 1 - left - width, top: 1 - top - height, width, height };
    if (turns === 3) return { left: top, top: 1 - left - width, width: height, height: width };
    return { left, top, width, height };
  });

describe('the slope of a row', () => {
  it.each([0, 1, 2, 3])(
    'is how far it falls to the right once its page is upright, after %i turns',
    (turns) => {
      expect(slopeOf(turned(row(0.03, 0.1, 0.4, 0.8), turns), turns)).toBeCloseTo(0.03, 6);
      expect(slopeOf(turned(row(-0.03, 0.1, 0.4, 0.8), turns), turns)).toBeCloseTo(-0.03, 6);
    },
  );

  it.each<[string, readonly Box[]]>([
    ['two words', row(0.03, 0.1, 0.8)],
    ['words close together', row(0.03, 0.4, 0.45, 0.5)],
    ['words of several rows', row(0.3, 0.1, 0.4, 0.8)],
    ['no word', []],
  ])('is not told by %s', (_, boxes) => {
    expect(slopeOf(boxes, 0)).toBeUndefined();
  });
});

describe('a word', () => {
  const falling = row(0.03, 0.1, 0.8);

  it.each([0, 1, 2, 3])('is on a row where the row passes, after %i turns', (turns) => {
    const [own, below] = turned(
      [...row(0.03, 0.45), { left: 0.45, top: 0.426, width: 0.05, height: 0.01 }],
      turns,
    );
    expect(isOnRow(own!, turned(falling, turns), turns)).toBe(true);
    expect(isOnRow(below!, turned(falling, turns), turns)).toBe(false);
  });

  it('may be on any row of which too little was read', () => {
    const elsewhere = { left: 0.45, top: 0.9, width: 0.05, height: 0.01 };
    expect(isOnRow(elsewhere, [], 0)).toBe(true);
    expect(isOnRow(elsewhere, row(0, 0.4, 0.45), 0)).toBe(true);
  });
});
