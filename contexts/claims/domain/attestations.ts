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

/** A finding as it was decided or recorded; codes of older rules are among them. */
export interface ReadFinding {
  readonly code: string;
  readonly field?: string | undefined;
  readonly line?: number | undefined;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}

/** What an override is about, hashed. */
export interface OverrideContent {
  /** The line; absent where it is about the claim. */
  readonly line?: string | undefined;
  /** Each finding: what was found of the claim, or what it names beside the line. */
  readonly found: readonly string[];
}

/** A finding that a supervisor set aside. */
export interface Override {
  readonly code: string;
  readonly line?: number | undefined;
  readonly terms?: StatedTerms | undefined;
  /** It holds while the line, or the claim, is what it was; absent in records of before, which hold no more. */
  readonly of?: OverrideContent | undefined;
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
