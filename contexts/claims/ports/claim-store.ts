import type { MilafEvent } from '#events';
import type { WriteResult } from '#shared';
import type { DecisionRecord } from '../records/decision-record.ts';
import type { Decision } from '../domain/decision.ts';
import type { Claim, ClaimPayment } from '../domain/claim.ts';
import type { PaymentCommand } from '../domain/payment-command.ts';
import type { Settlement } from '../domain/payments-of-claim.ts';
import type { MessageRecord } from './message-record.ts';

/**
 * The claims table. Every method that changes something is one conditional write (or transaction) of the new state and
 * the event that says so; it answers whether it was applied, never overwrites, and may be repeated.
 */

/** Care in one group that a claim wants to be paid for, or that its decision looked at. */
export interface CareClaim {
  /** Whose care it is, and when, hashed. */
  readonly group: string;
  /** As the group was when the claim was decided: an act that came since may be nearly the same. */
  readonly seenVersion: number | undefined;
  /** Identities of the acts, or entries that say what they are; empty where the decision depends on the group and takes nothing of it. */
  readonly fingerprints: readonly string[];
}

/** Care of one group that claims were paid for. */
export interface CareGroup {
  /** Identity of the act to the claim that was paid for it. */
  readonly owners: ReadonlyMap<string, string>;
  /** Counts the claims that took acts of it. */
  readonly version: number | undefined;
}

export type DecideResult = WriteResult | 'care-claimed-by-another';

export interface ClaimStore {
  find(claimId: string): Promise<Claim | undefined>;
  /** Those of the claims that exist, in any order. */
  findMany(claimIds: readonly string[]): Promise<readonly Claim[]>;
  /** The claim, its events and messages as they were recorded, oldest first. */
  history(claimId: string): Promise<ClaimHistory | undefined>;
  /**
   * Those of the groups in which care was paid, by group.
   * @param older groups that nobody writes into any more: as they were a moment ago is enough
   */
  findCare(groups: readonly string[], older?: readonly string[]): Promise<ReadonlyMap<string, CareGroup>>;
  /** Records the decision and takes the acts it pays, all or nothing, and only while all groups are as they were seen. */
  decide(claim: Claim, decision: Decision, care: readonly CareClaim[]): Promise<DecideResult>;
  /** Ids of the claims that wait in a queue, a page at a time. The index may lag a moment behind the claims. */
  listQueue(queue: ClaimQueue): AsyncIterable<readonly string[]>;
  /** Decides what becomes of a payment of the claim (`decidePayment`), and records it with its event. */
  movePayment(claim: Claim, command: PaymentCommand, about?: AboutMove): Promise<MovedPayment>;
}

export interface AboutMove {
  /** Which payment of the claim moves; the first where it is not said. */
  readonly settlement?: Settlement | undefined;
  /** What a person wrote about it; kept beside the event, and sent nowhere. */
  readonly reason?: string | undefined;
}

export type MovedPayment =
  { readonly result: 'applied'; readonly payment: ClaimPayment } | { readonly result: 'known' | 'refused' };

export type ClaimQueue =
  'REFERRED' | 'INCOMPLETE' | 'PAYMENT_PENDING' | 'PAYMENT_HELD' | 'PAYMENT_REFUSED' | 'PAYMENT_DISPUTED';

export interface ClaimHistory {
  readonly claim: Claim;
  /** The newest one: a corrected claim is decided again. */
  readonly decision: DecisionRecord | undefined;
  /** Every decision, by the id of the event that announced it. */
  readonly decisions?: ReadonlyMap<string, DecisionRecord> | undefined;
  readonly events: readonly MilafEvent[];
  /** What people wrote about what they did, by the id of the event. */
  readonly reasons?: ReadonlyMap<string, string> | undefined;
  readonly messages: readonly MessageRecord[];
}
