import { describe, expect, it } from 'vitest';
import { fitLogistic } from '../../../bench/accuracy/fit-logistic.ts';
import { seededRandom } from '../../../../local/samples/random.ts';

const chance = (sum: number): number => 1 / (1 + Math.exp(-sum));

describe('a fitted logistic function', () => {
  it('finds the weights that the cases were made by', () => {
    const { next: random } = seededRandom(7);
    const true_ = [-0.5, 2, -1.5];
    const cases = Array.from({ length: 20_000 }, () => {
      const signs = [1, random(), random() < 0.5 ? 1 : 0];
      const sum = signs.reduce((total, sign, at) => total + sign * (true_[at] ?? 0), 0);
      return { signs, isRight: random() < chance(sum) };
    });
    const found = fitLogistic(cases, 1);
    true_.forEach((weight, at) => {
      expect(found[at]).toBeCloseTo(weight, 0);
    });
  });

  it('stays finite where a sign tells for certain', () => {
    const cases = [0, 1].flatMap((sign) =>
      Array.from({ length: 50 }, () => ({ signs: [1, sign], isRight: sign === 1 })),
    );
    const [intercept = 0, weight = 0] = fitLogistic(cases, 1);
    expect(chance(intercept + weight)).toBeGreaterThan(0.9);
    expect(Math.abs(weight)).toBeLessThan(20);
  });

  it('is the share of right cases where no sign tells anything', () => {
    const cases = Array.from({ length: 100 }, (_, at) => ({ signs: [1], isRight: at < 80 }));
    expect(chance(fitLogistic(cases, 1)[0] ?? 0)).toBeCloseTo(0.8, 6);
  });
});
