import type { DecisionRecord } from '../contracts/decision-record.ts';
import type { MilafEvent } from '../contracts/events.ts';
import type { Decision } from '../domain/adjudication/decision.ts';
import type { Claim, ClaimPayment } from '../domain/claims/claim.ts';
import type { Remittance, RemittancePayment } from '../domain/claims/remittance.ts';
import type { PaymentCommand } from '../domain/payments/payment-command.ts';
import type { QuarantineReason } from '../domain/intake/quarantine-reason.ts';
import type { ScanFile, UploadRef } from '../domain/claims/scan-file.ts';

/**
 * The claims table. Every method that changes something is one conditional write (or transaction) of the new state and
 * the event that says so; it answers whether it was applied, never overwrites, and may be repeated.
 */

/** `applied` now; `known`: this very change was made before; `refused`: the state does not allow it (any more). */
export type WriteResult = 'applied' | 'known' | 'refused';

export type AcceptResult = WriteResult | { readonly duplicateOf: string };

/** A file that came under the key of another: its second copy, or one that is refused. */
export type LaterVersion = ScanFile &
  (
    | { readonly state: 'DUPLICATE'; readonly duplicateOf: string }
    | { readonly state: 'QUARANTINED'; readonly quarantineReason: QuarantineReason }
  );

export interface FileStore {
  find(fileId: string): Promise<ScanFile | undefined>;
  /** Id of the file that was accepted under the key of an upload, whichever version it is. */
  findHolder(upload: UploadRef): Promise<string | undefined>;
  /**
   * Records an accepted file and claims its content and its key; tells whose the content is if it came before.
   * `refused`: another version holds the key.
   */
  accept(
    file: ScanFile & { readonly contentSha256: string },
    /** A file in quarantine whose claim to the same content passes to this one. */
    insteadOf?: string,
  ): Promise<AcceptResult>;
  /** Claims the key as `accept` does. */
  recordDuplicate(file: ScanFile & { readonly duplicateOf: string }): Promise<WriteResult>;
  recordQuarantined(file: ScanFile & { readonly quarantineReason: QuarantineReason }): Promise<WriteResult>;
  /** Records what came under a key that another file holds, and counts it there. */
  recordLaterVersion(file: LaterVersion, firstFileId: string): Promise<WriteResult>;
  /** Moves an accepted file to quarantine: the OCR could not read it, or there is no care form in it. */
  quarantine(file: ScanFile, reason: QuarantineReason): Promise<WriteResult>;
  /** Asks for the file to be read once more. */
  retryReading(file: ScanFile): Promise<WriteResult>;
  /** The file was read: its claims are drafted in the same transaction. */
  draftClaims(file: ScanFile, claims: readonly Claim[]): Promise<WriteResult>;
  /** Files a channel uploaded on a day, with their states. */
  listByChannelDay(channelId: string, day: string): Promise<readonly Pick<ScanFile, 'fileId' | 'state'>[]>;
}

/** Acts of one person at one provider on one day that a claim wants to be paid for, or that its decision looked at. */
export interface CareClaim {
  /** Identity of the person, provider and day, hashed. */
  readonly group: string;
  /** As the group was when the claim was decided: an act that came since may be nearly the same. */
  readonly seenVersion: number | undefined;
  /** Identities of the acts, hashed; empty where the decision depends on the group and takes nothing of it. */
  readonly fingerprints: readonly string[];
}

/** The acts of a family at one provider on one day that claims were paid for. */
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
  /** Those of the groups in which acts were paid, by group. */
  findCare(groups: readonly string[]): Promise<ReadonlyMap<string, CareGroup>>;
  /** Records the decision and takes the acts it pays, all or nothing, and only while all groups are as they were seen. */
  decide(claim: Claim, decision: Decision, care: readonly CareClaim[]): Promise<DecideResult>;
  /** Ids of the claims that wait in a queue, a page at a time. The index may lag a moment behind the claims. */
  listQueue(queue: ClaimQueue): AsyncIterable<readonly string[]>;
  /**
   * Decides what becomes of the claim's payment (`decidePayment`), and records it with its event.
   * @param reason what a person wrote about it; kept beside the event, and sent nowhere
   */
  movePayment(claim: Claim, command: PaymentCommand, reason?: string): Promise<MovedPayment>;
}

export type MovedPayment =
  { readonly result: 'applied'; readonly payment: ClaimPayment } | { readonly result: 'known' | 'refused' };

/** The account of a person may be in order from this ISO day on, without anything being written on that day. */
export interface HoldEnd {
  readonly registrationNumber: string;
  readonly day: string;
}

export interface HoldEnds {
  remember(end: HoldEnd): Promise<void>;
  /** A page of those whose day has come, earliest first. */
  listEnded(today: string): Promise<{ readonly ended: readonly HoldEnd[]; readonly isMore: boolean }>;
  forget(end: HoldEnd): Promise<void>;
}

export type ClaimQueue =
  'REFERRED' | 'INCOMPLETE' | 'PAYMENT_PENDING' | 'PAYMENT_HELD' | 'PAYMENT_REFUSED' | 'PAYMENT_DISPUTED';

export interface ClaimHistory {
  readonly claim: Claim;
  /** The newest one: a corrected claim is decided again. */
  readonly decision: DecisionRecord | undefined;
  readonly events: readonly MilafEvent[];
  /** What people wrote about what they did, by the id of the event. */
  readonly reasons?: ReadonlyMap<string, string> | undefined;
  readonly messages: readonly MessageRecord[];
}

export interface SentOrder {
  readonly orderKey: string;
  readonly paymentCount: number;
  readonly totalCentimes: number;
}

export interface RemittanceStore {
  open(remittance: Remittance): Promise<void>;
  /**
   * Moves claims' payments from PENDING into an open remittance, all or none.
   * @returns the claims that were refused because their payment is not pending any more; none were moved then
   */
  assign(
    remittance: Remittance,
    claims: readonly Claim[],
  ): Promise<'applied' | 'closed' | { readonly refused: readonly string[] }>;
  /** From now on it takes no more payments. */
  seal(remittance: Remittance): Promise<WriteResult>;
  recordSent(remittance: Remittance, sent: SentOrder): Promise<WriteResult>;
  /** Nothing had moved into it before it was sealed. */
  recordEmpty(remittance: Remittance): Promise<WriteResult>;
  find(remittanceId: string): Promise<Remittance | undefined>;
  payments(remittanceId: string): Promise<readonly RemittancePayment[]>;
  /** Remittances that a run left behind before they were sent. */
  listUnsent(): Promise<readonly string[]>;
}

/** What was sent to a person, or why not. */
export interface MessageRecord {
  readonly claimId: string;
  /** Identity of the message within the claim. */
  readonly messageKey: string;
  readonly state: 'SENDING' | 'SENT' | 'SKIPPED';
  readonly kind: string;
  readonly language?: string | undefined;
  readonly text?: string | undefined;
  readonly segments?: number | undefined;
  readonly skippedBecause?: string | undefined;
  /** Id the SMS provider gave it. */
  readonly providerMessageId?: string | undefined;
  /** ISO instant at which sending began, or was decided against. */
  readonly updatedAt: string;
}

export interface MessageStore {
  /**
   * Takes the right to send a message. `applied`: send it now; `known`: it was sent or skipped; `refused`: another copy of
   * the event is sending it at this moment.
   */
  begin(message: MessageRecord, leaseSeconds: number): Promise<WriteResult>;
  recordSent(message: MessageRecord, providerMessageId: string): Promise<void>;
}
