import type { ReviewChange } from '../../contracts/api/review.ts';
import type { Provider } from '../../contracts/registry-records.ts';
import type { RuleBook } from '../../rules/rule-book.ts';
import type { CareForm, PageRole } from '../care-form/care-form.ts';
import type { Claim } from '../claims/claim.ts';
import type { PersonFile } from '../registry/person-file.ts';
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
  };
  readonly rules: RuleBook;
  /** ISO date. */
  readonly today: string;
}
