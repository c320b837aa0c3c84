import type { ListedRecord, OtherCover } from '../contracts/list-lines.ts';
import type { Activity, Coverage, Dependant, Person } from '../contracts/registry-records.ts';
import type { PersonFile } from '../domain/registry/person-file.ts';

/** What reference lists (CNOPS, FAR, civil status, employees) say of a CIN. */
export interface ReferenceFacts {
  readonly covers: readonly {
    readonly scheme: OtherCover;
    readonly from: string;
    readonly to?: string | undefined;
  }[];
  readonly deceasedOn?: string | undefined;
}

/** What the registry knows under the numbers of a record. */
export interface IdentityFacts {
  /** The person who has the CIN, or whose RAMED number or registration number the record names. */
  readonly person: PersonFile | undefined;
  readonly reference: ReferenceFacts | undefined;
}

/** A person to be registered, all or nothing: person, uniqueness of CIN and RAMED number, coverage, dependants, event. */
export interface Registration {
  /** Without a number: the store gives it. */
  readonly person: Omit<Person, 'registrationNumber'>;
  readonly coverage: Omit<Coverage, 'registrationNumber'>;
  readonly dependants: readonly Omit<Dependant, 'registrationNumber'>[];
}

export type RegisterResult =
  /** Registered now, or by the same line before. */
  | { readonly status: 'registered'; readonly registrationNumber: string }
  /** The CIN or the RAMED number belongs to a person who was registered otherwise meanwhile. */
  | { readonly status: 'identity-taken'; readonly registrationNumber: string };

export interface RegistrationStore {
  /** Facts for many records with few calls, in the order of the records. */
  findFacts(records: readonly ListedRecord[]): Promise<readonly IdentityFacts[]>;
  register(registration: Registration): Promise<RegisterResult>;
  /** A further activity of somebody who is registered; the same again changes nothing. */
  addActivity(activity: Activity): Promise<void>;
  /**
   * Closes one coverage and opens another (or only one of both), with the events that say so, once.
   * @returns whether it was applied now or before (`known`), or the coverage was changed otherwise meanwhile (`refused`)
   */
  changeCoverage(change: CoverageChange): Promise<'applied' | 'known' | 'refused'>;
}

export interface CoverageChange {
  readonly registrationNumber: string;
  readonly close?: { readonly coverage: Coverage; readonly to: string; readonly because: string };
  readonly open?: { readonly coverage: Omit<Coverage, 'registrationNumber'>; readonly because: string };
}

/** Gives registration numbers: 9 digits, the same for the same identity and attempt, in no guessable order. */
export interface NumberSource {
  numberFor(identity: string, attempt: number): string;
}
