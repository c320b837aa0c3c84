/** A figure that must not be missed: at most, or at least, so much. */
export type Target = { readonly atMost: number } | { readonly atLeast: number };

/** One measured number; the name says what of and in which unit, and does not change between commits. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly target?: Target | undefined;
}

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface GroupResult {
  readonly figures: readonly Figure[];
  /** The first one shows the figures; further ones say where they come from. */
  readonly tables: readonly Table[];
  /** What a reader must know to read the figures rightly. */
  readonly notes: readonly string[];
  /** Raw data for `--json`, beside the figures. */
  readonly details?: unknown;
}

/** Tells a person what happens at the moment. */
export type Report = (message: string) => void;

export interface BenchOptions {
  readonly report: Report;
  /** ISO date: claims are made up to be of these weeks. */
  readonly today: string;
  /** Degraded scans of each layout and quality. */
  readonly scansPerKind: number;
  /** Claims on forms of random structure. */
  readonly generatedClaims: number;
  /** Claims of which OCR misreads one word. */
  readonly misreadClaims: number;
  /** Files of the burst. */
  readonly burstFiles: number;
  /** People of the list that record linkage is measured on. */
  readonly linkagePeople: number;
}

/** A part of the benchmark that can be run by itself. */
export interface BenchGroup {
  readonly name: string;
  readonly run: (options: BenchOptions) => Promise<GroupResult>;
}

export function isMet(value: number, target: Target): boolean {
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
}
