import { defineStateMachine } from '#shared';

/** A scanned file from its arrival until its claims are drafted. */
export type FileState = 'ACCEPTED' | 'DUPLICATE' | 'QUARANTINED' | 'READ';

export const fileMachine = defineStateMachine<FileState>({
  name: 'file',
  initial: ['ACCEPTED', 'DUPLICATE', 'QUARANTINED'],
  moves: {
    ACCEPTED: ['READ', 'QUARANTINED'],
    /** The same bytes came before: linked to the first file, never read again. */
    DUPLICATE: [],
    QUARANTINED: [],
    READ: [],
  },
});

/** A claim (dossier) from one care form. What becomes of the money is the payment's state. */
export type ClaimState =
  'DRAFTED' | 'APPROVED' | 'PARTLY_APPROVED' | 'REJECTED' | 'REFERRED' | 'PARTLY_REFERRED' | 'INCOMPLETE';

export const claimMachine = defineStateMachine<ClaimState>({
  name: 'claim',
  initial: ['DRAFTED'],
  moves: {
    DRAFTED: ['APPROVED', 'PARTLY_APPROVED', 'REJECTED', 'REFERRED', 'PARTLY_REFERRED', 'INCOMPLETE'],
    APPROVED: [],
    PARTLY_APPROVED: [],
    /** A supervisor can have people look at it again; nothing was paid of it. */
    REJECTED: ['REFERRED'],
    /** Waits for a person, with the doubts named; what the person corrected is decided again by the same rules. */
    REFERRED: ['DRAFTED'],
    /** Its certain lines are paid; the others wait for a person, and are decided again as those of a referred claim. */
    PARTLY_REFERRED: ['DRAFTED'],
    /** Waits for the insured, who is told what is missing; what they bring goes to a person. */
    INCOMPLETE: ['REFERRED'],
  },
});

/**
 * A payment of a claim. It lives in the claim's own record, which has a place for one that pays what was certain, and for one that
 * pays what had to wait: a line cannot be in two payments because there is no place for a second one of its own.
 */
export type PaymentState = 'HELD' | 'PENDING' | 'ORDERED' | 'ACCEPTED' | 'PAID' | 'DISPUTED';

export const paymentMachine = defineStateMachine<PaymentState>({
  name: 'payment',
  initial: ['PENDING', 'HELD'],
  moves: {
    /** No valid account, or the bank sent the money back: waits for another account, or for a person. */
    HELD: ['PENDING', 'DISPUTED'],
    /** Held again where no order can be written of it. */
    PENDING: ['ORDERED', 'HELD', 'DISPUTED'],
    ORDERED: ['ACCEPTED', 'PAID', 'HELD', 'DISPUTED'],
    ACCEPTED: ['PAID', 'HELD', 'DISPUTED'],
    /** A bank may still send money back after it said "settled". */
    PAID: ['HELD', 'DISPUTED'],
    /** The bank contradicts itself or the order: nothing moves until a person learned from the bank what became of the money. */
    DISPUTED: ['PAID', 'HELD'],
  },
});

/** A payment batch: payments that are ordered at the bank together. */
export type PaymentBatchState = 'OPEN' | 'SEALED' | 'SENT' | 'EMPTY';

export const paymentBatchMachine = defineStateMachine<PaymentBatchState>({
  name: 'payment batch',
  initial: ['OPEN'],
  moves: {
    OPEN: ['SEALED'],
    /** Takes no more payments; its file can be written as often as needed, always the same bytes. */
    SEALED: ['SENT', 'EMPTY'],
    SENT: [],
    EMPTY: [],
  },
});

/** An SMS. */
export type MessageState = 'SENDING' | 'SENT' | 'SKIPPED';

export const messageMachine = defineStateMachine<MessageState>({
  name: 'message',
  initial: ['SENDING', 'SKIPPED'],
  moves: {
    /** The provider may refuse a phone. */
    SENDING: ['SENT', 'SKIPPED'],
    SENT: [],
    SKIPPED: [],
  },
});

export const stateMachines = [
  fileMachine,
  claimMachine,
  paymentMachine,
  paymentBatchMachine,
  messageMachine,
] as const;
