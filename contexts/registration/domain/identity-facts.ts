import type { Dependant, KnownPerson, ReferenceFacts } from '#registry';

/** What the registry knows under the numbers of a record. */
export interface IdentityFacts {
  /** The person who has the CIN, or the registration number that the record names. */
  readonly person: KnownPerson | undefined;
  /** The person who has the RAMED number of the household that the record is the head of. */
  readonly household?: KnownPerson | undefined;
  /** The insured person under whom the CIN was declared last, and as what. */
  readonly dependantOf?: { readonly insured: KnownPerson; readonly dependant: Dependant } | undefined;
  readonly reference: ReferenceFacts | undefined;
}

export const NO_FACTS: IdentityFacts = { person: undefined, reference: undefined };
