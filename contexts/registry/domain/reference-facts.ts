import type { OtherCover } from '../records/other-covers.ts';
import type { PersonFile } from './person-file.ts';

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

/** What a registration has to know of someone: contributions and accounts are not looked at. */
export type KnownPerson = Pick<PersonFile, 'person' | 'dependants' | 'coverages'>;
