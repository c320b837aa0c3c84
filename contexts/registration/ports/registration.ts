import type { Activity } from '#registry';
import type { ListedRecord } from '../records/list-lines.ts';
import type { IdentityFacts } from '../domain/identity-facts.ts';
import type {
  CoverageChange,
  JoinedHousehold,
  Registration,
  ScoreConfirmation,
} from '../domain/registration.ts';

export type RegisterResult =
  /** Registered now, or by the same line before. */
  | { readonly status: 'registered'; readonly registrationNumber: string }
  /** The CIN or the RAMED number belongs to a person who was registered otherwise meanwhile. */
  | { readonly status: 'identity-taken'; readonly registrationNumber: string };

/** `applied` now; `known`: this very change was made before; `refused`: it was changed otherwise meanwhile. */
export type ChangeResult = 'applied' | 'known' | 'refused';

export interface RegistrationStore {
  /** Facts for many records with few calls, in the order of the records. */
  findFacts(records: readonly ListedRecord[]): Promise<readonly IdentityFacts[]>;
  register(registration: Registration): Promise<RegisterResult>;
  /** A further activity of someone who is registered; the same again changes nothing. */
  addActivity(activity: Activity): Promise<void>;
  /**
   * Closes one coverage and opens another (or only one of both), with the events that say so, once.
   * @returns whether it was applied now or before (`known`), or the coverage was changed otherwise meanwhile (`refused`)
   */
  changeCoverage(change: CoverageChange): Promise<ChangeResult>;
  /** Declares the members of a household under its head, who is registered; those who are declared already stay as they are. */
  joinHousehold(household: JoinedHousehold): Promise<ChangeResult>;
  /** Notes the newest score that left a coverage as it is. `refused`: the coverage is closed, or a newer score is on file. */
  confirmScore(confirmation: ScoreConfirmation): Promise<ChangeResult>;
}
