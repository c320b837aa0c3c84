/** Ink that hangs together: a letter, a digit, a rule, a speck. */
export interface Blob {
  readonly left: number;
  readonly top: number;
  /** The first column, and row, behind it. */
  readonly right: number;
  readonly bottom: number;
  /** Pixels of ink. */
  readonly area: number;
  /** Its stretches of ink, row by row: row, first column, the column behind the last; three numbers each. */
  readonly runs: Int32Array;
}

/** A page has some hundred thousand; one of nothing but specks has millions, and no date that can be read. */
const MOST_RUNS = 1_500_000;
/** As many as very small print could have; specks that are smaller than any glyph are not counted. */
const MOST_BLOBS = 30_000;
/** What is larger, or smaller, is no glyph of a date; in pixels. */
const SIDES = { least: 2, most: 100, leastArea: 4 } as const;

/**
 * The blobs of a page that may be glyphs, from left to right by their middle.
 * @param mostSide in pixels: what is larger is left out
 * @returns undefined where there is more ink than text can be: such a page is not searched
 */
export function blobsOf(
  ink: Uint8Array,
  width: number,
  height: number,
  mostSide: number = SIDES.most,
): readonly Blob[] | undefined {
  const runs = runsOf(ink, width, height);
  if (runs === undefined) return undefined;
  const owners = joinedRuns(runs, height);
  return glyphLike(runs, owners, mostSide);
}

interface Runs {
  readonly count: number;
  /** By run. */
  readonly rows: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The first run of each row, and behind the last row their count. */
  readonly firstOfRow: Int32Array;
}

function runsOf(ink: Uint8Array, width: number, height: number): Runs | undefined {
  const firstOfRow = new Int32Array(height + 1);
  let count = 0;
  for (let y = 0; y < height; y++) {
    firstOfRow[y] = count;
    let before = 0;
    for (let at = y * width; at < (y + 1) * width; at++) {
      const isInk = ink[at] ?? 0;
      if (isInk > before) count += 1;
      before = isInk;
    }
    if (count > MOST_RUNS) return undefined;
  }
  firstOfRow[height] = count;
  const rows = new Int32Array(count);
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  let run = -1;
  for (let y = 0; y < height; y++) {
    let before = 0;
    for (let x = 0; x < width; x++) {
      const isInk = ink[y * width + x] ?? 0;
      if (isInk > before) {
        run += 1;
        rows[run] = y;
        starts[run] = x;
        ends[run] = width;
      } else if (isInk < before) ends[run] = x;
      before = isInk;
    }
  }
  return { count, rows, starts, ends, firstOfRow };
}

/** For each run one of those that it hangs together with, the same for all of them. */
function joinedRuns({ count, starts, ends, firstOfRow }: Runs, height: number): Int32Array {
  const owners = Int32Array.from({ length: count }, (_, run) => run);
  const ownerOf = (run: number): number => {
    let owner = run;
    while ((owners[owner] ?? owner) !== owner) {
      const above = owners[owner] ?? owner;
      owners[owner] = owners[above] ?? above;
      owner = above;
    }
    return owner;
  };
  for (let y = 1; y < height; y++) {
    let above = firstOfRow[y - 1] ?? 0;
    const endAbove = firstOfRow[y] ?? 0;
    for (let run = endAbove; run < (firstOfRow[y + 1] ?? 0); run++) {
      while (above < endAbove && (ends[above] ?? 0) < (starts[run] ?? 0)) above += 1;
      for (let one = above; one < endAbove && (starts[one] ?? 0) <= (ends[run] ?? 0); one++) {
        const [first, second] = [ownerOf(one), ownerOf(run)];
        owners[Math.max(first, second)] = Math.min(first, second);
      }
    }
  }
  for (let run = 0; run < count; run++) owners[run] = ownerOf(run);
  return owners;
}

function glyphLike(
  { count, rows, starts, ends }: Runs,
  owners: Int32Array,
  mostSide: number,
): readonly Blob[] | undefined {
  const left = new Int32Array(count).fill(0x7fffffff);
  const right = new Int32Array(count);
  const bottom = new Int32Array(count);
  const area = new Int32Array(count);
  const size = new Int32Array(count);
  for (let run = 0; run < count; run++) {
    const owner = owners[run] ?? 0;
    left[owner] = Math.min(left[owner] ?? 0, starts[run] ?? 0);
    right[owner] = Math.max(right[owner] ?? 0, ends[run] ?? 0);
    bottom[owner] = (rows[run] ?? 0) + 1;
    area[owner] = (area[owner] ?? 0) + (ends[run] ?? 0) - (starts[run] ?? 0);
    size[owner] = (size[owner] ?? 0) + 1;
  }
  const isGlyphSized = (owner: number): boolean => {
    const width = (right[owner] ?? 0) - (left[owner] ?? 0);
    const height = (bottom[owner] ?? 0) - (rows[owner] ?? 0);
    return (
      Math.min(width, height) >= SIDES.least &&
      Math.max(width, height) <= mostSide &&
      (area[owner] ?? 0) >= SIDES.leastArea
    );
  };
  const kept = new Map<number, { readonly blob: Blob; filled: number }>();
  for (let run = 0; run < count; run++) {
    // The topmost run of a blob owns it, so that its size is known before its runs come.
    const owner = owners[run] ?? 0;
    if (owner === run && isGlyphSized(owner)) {
      const blob: Blob = {
        left: left[owner] ?? 0,
        top: rows[owner] ?? 0,
        right: right[owner] ?? 0,
        bottom: bottom[owner] ?? 0,
        area: area[owner] ?? 0,
        runs: new Int32Array(3 * (size[owner] ?? 0)),
      };
      kept.set(owner, { blob, filled: 0 });
      if (kept.size > MOST_BLOBS) return undefined;
    }
    const of = kept.get(owner);
    if (of === undefined) continue;
    of.blob.runs.set([rows[run] ?? 0, starts[run] ?? 0, ends[run] ?? 0], of.filled);
    of.filled += 3;
  }
  return Array.from(kept.values(), ({ blob }) => blob).sort(
    (one, other) => one.left + one.right - other.left - other.right,
  );
}
