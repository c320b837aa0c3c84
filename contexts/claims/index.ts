export { claimIdParamsSchema } from './api/claim-id.ts';
export type {
  Attestations,
  Override,
  OverrideContent,
  ReadFinding,
  StatedTerms,
} from './domain/attestations.ts';
export {
  type AfterDeath,
  afterDeath,
  type Claim,
  type ClaimPayment,
  type HeardStatement,
  type HeldReason,
  heldReasons,
  type PaymentRefusal,
} from './domain/claim.ts';
export {
  type BeneficiaryRef,
  type Decision,
  type DecisionLine,
  type EstablishmentPayout,
  type Finding,
  type FindingKind,
  type FingerprintOfForm,
  type Outcome,
  type PaymentDestination,
  type ReasonCode,
  type SettledLine,
  type FoundPaid,
  type SettledPart,
  outcomes,
} from './domain/decision.ts';
export { doPageCountsAgree } from './domain/page-counts.ts';
export type {
  AccountOnFile,
  BadStatement,
  BankStatement,
  DisputeReason,
  GoodStatement,
  PaymentCommand,
  PaymentDecision,
  PaymentEvent,
  PeoplesCommand,
  WhyNot,
} from './domain/payment-command.ts';
export {
  type Advice,
  adviceFor,
  type FileLimits,
  type QuarantineReason,
  quarantineReasons,
  textractFileLimits,
} from './domain/quarantine-reason.ts';
export {
  heldForInpe,
  isOfRest,
  isPaymentId,
  orderablePayment,
  paymentAt,
  paymentIdOf,
  paymentsOf,
  type PaymentWait,
  type SettledPayment,
  type Settlement,
  waitingPayment,
  withPaymentAt,
} from './domain/payments-of-claim.ts';
export { parseReadingTag, type ReadingAttempt, readingTag } from './domain/reading-attempt.ts';
export {
  claimIdOf,
  type SubmissionSignal,
  submissionSignals,
  isSecondCopy,
  type ScanFile,
  type UploadRef,
} from './domain/scan-file.ts';
export {
  claimMachine,
  type ClaimState,
  fileMachine,
  type FileState,
  messageMachine,
  paymentMachine,
  paymentBatchMachine,
  type PaymentBatchState,
} from './domain/states.ts';
export type {
  AboutMove,
  CareClaim,
  CareGroup,
  ClaimHistory,
  ClaimQueue,
  ClaimStore,
  DecideResult,
  MovedPayment,
} from './ports/claim-store.ts';
export type { ClaimsPage, PageRequest } from './ports/claims-page.ts';
export type { FileStore } from './ports/file-store.ts';
export type { MessageRecord } from './ports/message-record.ts';
export type { OwnClaims } from './ports/own-claims.ts';
export type { ScanStore, UploadDescription } from './ports/scan-store.ts';
export { attestationsSchema, statedTermsSchema } from './records/attestations.ts';
export { type DecisionRecord, decisionRecordSchema, findingSchema } from './records/decision-record.ts';
export type { AdjudicateClaim } from './records/work-messages.ts';
