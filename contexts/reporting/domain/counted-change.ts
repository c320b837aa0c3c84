import type { DecisionRecord } from '#claims';
import type { EventFacts, MilafEvent } from '#events';

/** One step of a reviewer's work. */
export interface ReviewMove {
  /** ISO instant. */
  readonly at: string;
  /** User id. */
  readonly by: string;
  readonly what: string;
  /** ISO instant at which whoever submits it now had taken it. */
  readonly takenAt?: string | undefined;
  /** Of a claim keyed twice: whether both keyed the same. */
  readonly isEqual?: boolean | undefined;
}

/** A change in one of the tables that figures are made of. */
export type CountedChange =
  | {
      readonly kind: 'event';
      readonly event: MilafEvent;
      readonly facts: EventFacts;
      readonly decision?: DecisionRecord | undefined;
    }
  /** An SMS about a claim was handed to the provider, or there was a reason not to. */
  | { readonly kind: 'message'; readonly at: string; readonly parts: number }
  | { readonly kind: 'review'; readonly moves: readonly ReviewMove[] };

/** A change with its place in its stream: later ones have larger numbers. */
export interface PlacedChange {
  /** Decimal digits. */
  readonly sequenceNumber: string;
  /** Undefined where the change counts for nothing. */
  readonly change: CountedChange | undefined;
}
