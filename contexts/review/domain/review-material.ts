import type { Claim } from '#claims';
import type { CareForm, PageRole } from '#reading';
import type { PersonFile, Provider } from '#registry';
import type { RuleBook } from '#rules';
import type { ReviewChange } from '../records/review-words.ts';
import type { ClaimReview } from './claim-review.ts';

/** What the registers say to what stands on the form. */
export interface RegistryFacts {
  readonly person: PersonFile | undefined;
  readonly personByCin: string | undefined;
  readonly provider: Provider | undefined;
}

export interface ReviewMaterial {
  readonly review: ClaimReview;
  readonly claim: Claim;
  readonly stored: {
    readonly form: CareForm;
    readonly pageRoles: readonly PageRole[];
    readonly pageTurns?: readonly number[] | undefined;
    /** Who read the form. */
    readonly ocrEngine: string | undefined;
  };
  readonly history: readonly ReviewChange[];
  readonly registry: RegistryFacts;
  readonly reader: {
    readonly userId: string;
    readonly isSupervisor: boolean;
    /** The claim is their own, or of their family. */
    readonly isOwnFamily?: boolean;
    /** They took it under another account, or somebody of their family did. */
    readonly isOfTaker?: boolean;
  };
  readonly rules: RuleBook;
  /** ISO date. */
  readonly today: string;
}
