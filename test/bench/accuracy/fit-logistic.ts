/** What is known of one case: its signs, the first of which is 1 for the intercept, and how it ended. */
export interface Case {
  readonly signs: readonly number[];
  readonly isRight: boolean;
}

const ROUNDS = 50;
const ENOUGH = 1e-9;

/**
 * Fits a logistic function by Newton's method.
 * @param ridge pull of each weight towards 0, as if so many cases spoke against it; the intercept is free
 * @returns a weight for each sign
 */
export function fitLogistic(cases: readonly Case[], ridge: number): readonly number[] {
  const size = cases[0]?.signs.length ?? 0;
  let weights: number[] = Array.from({ length: size }, () => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : -ridge * weight));
    const bend = weights.map((_, row) => weights.map((__, at) => (row === at && at > 0 ? ridge : 1e-9)));
    for (const { signs, isRight } of cases) {
      const chance = 1 / (1 + Math.exp(-signs.reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), 0)));
      const miss = (isRight ? 1 : 0) - chance;
      const spread = chance * (1 - chance);
      signs.forEach((sign, row) => {
        if (sign === 0) return;
        slope[row] = (slope[row] ?? 0) + sign * miss;
        signs.forEach((other, at) => {
          const line = bend[row];
          if (line !== undefined) line[at] = (line[at] ?? 0) + sign * other * spread;
        });
      });
    }
    const step = solve(bend, slope);
    weights = weights.map((weight, at) => weight + (step[at] ?? 0));
    if (step.every((one) => Math.abs(one) < ENOUGH)) break;
  }
  return weights;
}

/** Solves a system of linear equations by elimination; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  rows.forEach((pivotRow, at) => {
    const pivot = pivotRow[at] ?? 1;
    for (const [index, row] of rows.entries()) {
      if (index === at) continue;
      const share = (row[at] ?? 0) / pivot;
      if (share !== 0)
        pivotRow.forEach((value, column) => (row[column] = (row[column] ?? 0) - share * value));
    }
  });
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}
