import type { Centimes, RejectionCode, Scheme } from '#shared';

/** What a supervisor says where no rule says it: taken for what the rules leave open, never in place of what they say. */
export interface StatedTerms {
  /** Which of several coverages pays. */
  readonly scheme?: Scheme | undefined;
  /** Reference price of the whole line: the most that is paid a share of. */
  readonly referenceCentimes?: Centimes | undefined;
  readonly rateBasisPoints?: number | undefined;
  /** What was paid under the ceiling of the line in its period, before this claim. */
  readonly paidBeforeCentimes?: Centimes | undefined;
}

/** A finding that a supervisor set aside. */
export interface Override {
  readonly code: string;
  readonly line?: number | undefined;
  readonly terms?: StatedTerms | undefined;
  readonly by: string;
  readonly reason: string;
  /** ISO instant. */
  readonly at: string;
}

/** What people said of a claim beyond its fields; adjudication takes it into account. */
export interface Attestations {
  readonly overrides?: readonly Override[] | undefined;
  readonly rejection?: { readonly code: RejectionCode; readonly by: string } | undefined;
}
