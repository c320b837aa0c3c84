import type { Coverage, Dependant, LinePlace, Person } from '#registry';

/** A member of a family to be declared under an insured person. */
export interface NewDependant extends Omit<Dependant, 'registrationNumber'> {
  /** Number of the insured person under whom the same CIN was declared, where that has ended: its claim passes on. */
  readonly declaredBefore?: string | undefined;
}

/** Someone who is declared under another insured person, and is insured in their own right from now on. */
export interface EndedDependant {
  readonly registrationNumber: string;
  readonly dependantId: string;
  /** Last day, included. */
  readonly to: string;
}

/** A person to be registered, all or nothing: person, uniqueness of CIN and RAMED number, coverage, dependants, event. */
export interface Registration {
  /** Without a number: the store gives it. */
  readonly person: Omit<Person, 'registrationNumber' | 'registeredFrom'> & {
    readonly registeredFrom: LinePlace;
  };
  readonly coverage: Omit<Coverage, 'registrationNumber'>;
  readonly dependants: readonly NewDependant[];
  readonly endedDependant?: EndedDependant | undefined;
}

/** Closes one coverage and opens another, or only one of both. */
export interface CoverageChange {
  readonly registrationNumber: string;
  readonly close?: { readonly coverage: Coverage; readonly to: string; readonly because: string };
  readonly open?: { readonly coverage: Omit<Coverage, 'registrationNumber'>; readonly because: string };
  /** The line of a list that asks for it. */
  readonly by?: LinePlace | undefined;
  readonly endedDependant?: EndedDependant | undefined;
}

/** A RAMED household whose head is registered already. */
export interface JoinedHousehold {
  readonly registrationNumber: string;
  /** From now on it leads to that person. */
  readonly ramedNumber: string;
  readonly dependants: readonly NewDependant[];
}

/** The score of a social register that left a coverage as it is: older ones are not looked at any more. */
export interface ScoreConfirmation {
  readonly coverage: Coverage;
  readonly scoreFrom: string;
}
