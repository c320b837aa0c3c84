import type { Claim } from '../domain/claim.ts';

/** Claims in the order of an index, one page of it. */
export interface ClaimsPage {
  readonly claims: readonly Claim[];
  /** Where the next page begins; undefined at the end. A page may be shorter than asked, and have more behind it. */
  readonly next?: string | undefined;
}

export interface PageRequest {
  /** Claims of a page, at most. */
  readonly limit: number;
  /** What the page before gave as `next`. */
  readonly after?: string | undefined;
}
