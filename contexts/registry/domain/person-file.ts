import type {
  Account,
  Contribution,
  Coverage,
  Dependant,
  Person,
  PriorApproval,
} from '../records/registry-records.ts';

/** All that one Query on the registry says of an insured person: what eligibility is decided from. */
export interface PersonFile {
  readonly person: Person;
  readonly dependants: readonly Dependant[];
  readonly coverages: readonly Coverage[];
  readonly contributions: readonly Contribution[];
  readonly accounts: readonly Account[];
  readonly priorApprovals: readonly PriorApproval[];
}
