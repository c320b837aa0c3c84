import type { RejectionCode } from '#shared';

/** A finding that a supervisor set aside. */
export interface Override {
  readonly code: string;
  readonly line?: number | undefined;
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
