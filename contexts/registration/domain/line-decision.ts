import type { Activity } from '#registry';
import type { RuleBook } from '#rules';
import type { ListSource } from '#shared';
import type { LineOutcome } from '../records/list-lines.ts';
import type { CoverageChange, JoinedHousehold, Registration, ScoreConfirmation } from './registration.ts';

/** What all lines of a list have in common. */
export interface ListContext {
  readonly listId: string;
  readonly source: ListSource;
  /** The state of the sender's records is of this day (ISO). */
  readonly asOf: string;
  readonly rules: RuleBook;
}

/** What is to be written for a line; each may be repeated. */
export type LineWrite =
  | { readonly kind: 'register'; readonly registration: Registration }
  | { readonly kind: 'change-coverage'; readonly change: CoverageChange }
  | { readonly kind: 'add-activity'; readonly activity: Activity }
  | { readonly kind: 'join-household'; readonly household: JoinedHousehold }
  | { readonly kind: 'confirm-score'; readonly confirmation: ScoreConfirmation };

export interface LineDecision {
  /** Complete but for the number of someone who is new: that one is known once it is written. */
  readonly outcome: LineOutcome;
  /** In the order in which they are to be made. */
  readonly writes: readonly LineWrite[];
  /** A member of a new household: the line whose registration gives the number. */
  readonly numberFromLine?: number | undefined;
}
