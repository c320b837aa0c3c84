import type { Claim } from '../domain/claim.ts';

export interface OwnClaims {
  /** Claims of an insured person, newest first, a page at a time. */
  list(
    registrationNumber: string,
    cursor?: string,
  ): Promise<{ readonly claims: readonly Claim[]; readonly nextCursor?: string | undefined }>;
}
