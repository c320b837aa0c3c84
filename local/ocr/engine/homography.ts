/** A plane projective map, row by row; the last number is 1 for all maps made here. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const IDENTITY: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** Where a map takes a point. */
export function mapPoint(h: Homography, { x, y }: Point): Point {
  const w = h[6] * x + h[7] * y + h[8];
  return { x: (h[0] * x + h[1] * y + h[2]) / w, y: (h[3] * x + h[4] * y + h[5]) / w };
}

/** The map that does `first` and then `second`. */
export function compose(second: Homography, first: Homography): Homography {
  const cell = (row: 0 | 3 | 6, column: 0 | 1 | 2): number =>
    second[row] * first[column] +
    second[at(row, 1)] * first[at(3, column)] +
    second[at(row, 2)] * first[at(6, column)];
  return [
    cell(0, 0),
    cell(0, 1),
    cell(0, 2),
    cell(3, 0),
    cell(3, 1),
    cell(3, 2),
    cell(6, 0),
    cell(6, 1),
    cell(6, 2),
  ];
}

type Index = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
const INDEXES: readonly Index[] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

function at(row: 0 | 3 | 6, column: 0 | 1 | 2): Index {
  return INDEXES[row + column] ?? 0;
}

/** Turns points about a centre, clockwise on the screen (y grows downwards). */
export function rotationAbout(centre: Point, angleDegrees: number): Homography {
  const angle = (angleDegrees * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [
    c,
    -s,
    centre.x - c * centre.x + s * centre.y,
    s,
    c,
    centre.y - s * centre.x - c * centre.y,
    0,
    0,
    1,
  ];
}

/** Where pixels of an image that was turned clockwise by quarter turns came from; `width` and `height` are the turned image's. */
export function undoQuarterTurns(quarterTurns: number, width: number, height: number): Homography {
  if (quarterTurns === 1) return [0, 1, 0, -1, 0, width - 1, 0, 0, 1];
  if (quarterTurns === 2) return [-1, 0, width - 1, 0, -1, height - 1, 0, 0, 1];
  if (quarterTurns === 3) return [0, -1, height - 1, 1, 0, 0, 0, 0, 1];
  return IDENTITY;
}

/**
 * The map that takes four points to four others.
 * @returns undefined when three of the points lie on one line
 */
export function fromFourPoints(from: readonly Point[], to: readonly Point[]): Homography | undefined {
  const rows: number[][] = [];
  from.forEach((p, i) => {
    const q = to[i];
    if (q === undefined) return;
    rows.push([p.x, p.y, 1, 0, 0, 0, -q.x * p.x, -q.x * p.y, q.x]);
    rows.push([0, 0, 0, p.x, p.y, 1, -q.y * p.x, -q.y * p.y, q.y]);
  });
  const solved = solveLinear(rows);
  if (solved === undefined) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solved;
  return [a, b, c, d, e, f, g, h, 1];
}

/** Gauss elimination with pivoting over rows of coefficients and a right-hand side. */
function solveLinear(rows: number[][]): number[] | undefined {
  const n = rows.length;
  const value = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) {
      if (Math.abs(value(row, column)) > Math.abs(value(pivot, column))) pivot = row;
    }
    if (Math.abs(value(pivot, column)) < 1e-9) return undefined;
    const [upper, lower] = [rows[column], rows[pivot]];
    if (upper === undefined || lower === undefined) return undefined;
    [rows[column], rows[pivot]] = [lower, upper];
    for (let row = 0; row < n; row++) {
      if (row === column) continue;
      const factor = value(row, column) / value(column, column);
      if (factor === 0) continue;
      rows[row] = (rows[row] ?? []).map((cell, i) => cell - factor * value(column, i));
    }
  }
  return rows.map((_, row) => value(row, n) / value(row, row));
}
