import type { OtherCover } from '../../contracts/list-lines.ts';
import type { Dependant } from '../../contracts/registry-records.ts';
import type { PersonFile } from '../registry/person-file.ts';

/** A cover in another scheme, as a reference list has it; both days included. */
export interface ReferenceCover {
  readonly scheme: OtherCover;
  readonly from: string;
  readonly to?: string | undefined;
}

/** What reference lists (CNOPS, FAR, civil status, employees) say of a CIN. */
export interface ReferenceFacts {
  readonly covers: readonly ReferenceCover[];
  readonly deceasedOn?: string | undefined;
}

/** What a registration has to know of somebody: contributions and accounts are not looked at. */
export type KnownPerson = Pick<PersonFile, 'person' | 'dependants' | 'coverages'>;

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
