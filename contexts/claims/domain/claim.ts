import type { Centimes, Scheme } from '#shared';
import type { Attestations } from './attestations.ts';
import type { FoundPaid, SettledPart } from './decision.ts';
import type { SubmissionSignal } from './scan-file.ts';
import type { ClaimState, PaymentState } from './states.ts';

export const heldReasons = [
  'ACCOUNT_MISSING',
  'ACCOUNT_INVALID',
  'ACCOUNT_CHANGING',
  /** The insured person has died: the account of a survivor or heir is asked for. */
  'ACCOUNT_OF_DECEASED',
  /** Because of the account: another one is asked for. */
  'RETURNED_BY_BANK',
  /** For a reason that is nothing to the insured: people of the fund look into it. */
  'REFUSED_BY_BANK',
  /** Whoever is paid has died since it was decided: people look before anything leaves. */
  'PAYEE_DECEASED',
  /** Two people said after a death that it is not paid from here: whoever it belongs to gets it in another way. */
  'CLOSED_AFTER_DEATH',
] as const;
export type HeldReason = (typeof heldReasons)[number];

/** An order that the bank did not carry out. */
export interface PaymentRefusal {
  readonly attempt: number;
  readonly kind: 'returned' | 'refused';
  /** ISO instant at which the bank said so; undefined where it does not say when. */
  readonly saidAt?: string | undefined;
  /** Account and order it went with; undefined in older records. */
  readonly rib?: string | undefined;
  readonly batchId?: string | undefined;
}

/** What the bank says of an order of a frozen payment. */
export interface HeardStatement {
  readonly attempt: number;
  readonly kind: 'accepted' | 'paid' | 'returned' | 'refused' | 'disputed';
  readonly saidAt?: string | undefined;
  /** Reason code of the bank, or what cannot be true. */
  readonly reason?: string | undefined;
}

/** What people say of money whose payee has died: it goes to the account on file, or it is not paid from here. */
export const afterDeath = ['pay', 'close'] as const;
export type AfterDeath = (typeof afterDeath)[number];

/** A payment of a claim: of all of it, or of some of its lines. Amount and account are frozen when it becomes PENDING. */
export interface ClaimPayment {
  readonly state: PaymentState;
  /** 1 for the first order; one more after each return by the bank. */
  readonly attempt: number;
  readonly amountCentimes: Centimes;
  /** INPE of the establishment that is paid; absent where the insured is. It never changes. */
  readonly payeeInpe?: string | undefined;
  /** The account on file the money goes to. */
  readonly rib?: string | undefined;
  readonly heldReason?: HeldReason | undefined;
  /** Account the bank sent the money back from: it is not tried again by itself. */
  readonly returnedRib?: string | undefined;
  /** Account of an order that was refused for another reason than the account. */
  readonly refusedRib?: string | undefined;
  /** The bank's reason code of the last return or refusal. */
  readonly returnReason?: string | undefined;
  /** Earlier attempts, oldest first. */
  readonly refusals?: readonly PaymentRefusal[] | undefined;
  /** ISO instants at which the bank said last that it took the order, and that it paid it. */
  readonly acceptedSaidAt?: string | undefined;
  readonly paidSaidAt?: string | undefined;
  /** Why a person must find out what became of the money. */
  readonly disputedBecause?: string | undefined;
  /** Attempts that the bank contradicts itself about, ascending. */
  readonly disputedAttempts?: readonly number[] | undefined;
  /** What it said when the payment was frozen and since, and refusals that changed nothing: people weigh it, and once more of it is no news. */
  readonly heardInDispute?: readonly HeardStatement[] | undefined;
  /** The attempt that people found to be paid, where it is not the latest. */
  readonly paidAttempt?: number | undefined;
  /** Who said that disputed money was not paid: another person lets it leave again. */
  readonly settledBy?: string | undefined;
  /** Their own number, where they are insured: nor does somebody of their family. */
  readonly settledByNumber?: string | undefined;
  /** What the first of two people said after a death: `settledBy` names them, and somebody else confirms it. */
  readonly saidAfterDeath?: AfterDeath | undefined;
  /** The account that people agreed on after a death: that somebody died keeps no money from it again. */
  readonly agreedRib?: string | undefined;
  /** ISO instant at which it came to its state; undefined in older records. */
  readonly since?: string | undefined;
  readonly batchId?: string | undefined;
}

/** One claim, as the claims table keeps it; its decision is kept with the event that announced it. */
export interface Claim {
  readonly claimId: string;
  readonly state: ClaimState;
  readonly version: number;
  readonly fileId: string;
  readonly channelId: string;
  /** ISO date: filing in time counts by it. */
  readonly submissionDate: string;
  /** ISO date of the upload. */
  readonly receivedOn: string;
  readonly submissionSignals: readonly SubmissionSignal[];
  /** 1-based among the care forms of the file. */
  readonly formNumber: number;
  readonly formsInFile: number;
  readonly registrationNumber?: string | undefined;
  readonly scheme?: Scheme | undefined;
  readonly billedCentimes?: Centimes | undefined;
  readonly paidCentimes?: Centimes | undefined;
  /** Of what was certain when it was decided, or is paid to an establishment: all that is paid, for most claims. */
  readonly payment?: ClaimPayment | undefined;
  /**
   * Of the lines that waited for people while the others were paid, or of the insured's beside those that an establishment is paid
   * for; never without `payment`.
   */
  readonly secondPayment?: ClaimPayment | undefined;
  /** What `payment` is for, where other lines waited. */
  readonly settledPart?: SettledPart | undefined;
  /** Lines of it that were found to be paid in other claims; absent where none was, and in records of before. */
  readonly foundPaid?: FoundPaid | undefined;
  /** Name of the newest revision of its form; absent while the form is as it was read. */
  readonly formRevision?: string | undefined;
  /** ISO instant: until then whoever sent it to be decided can take it back. Absent where it is decided at once. */
  readonly decidableFrom?: string | undefined;
  /** The form by which it was decided last, which is its form again once it is taken back. Present while it can be. */
  readonly decidedForm?: { readonly revision?: string | undefined } | undefined;
  /** Days since submission in which a document was waited for. */
  readonly suspendedDays?: number | undefined;
  /** What people said of it in review beyond its fields. Present once it was reviewed. */
  readonly attestations?: Attestations | undefined;
}
