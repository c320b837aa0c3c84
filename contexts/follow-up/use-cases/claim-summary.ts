import { type Claim, paymentsOf, type ScanFile, waitingPayment } from '#claims';
import type { ClaimSummary, FoundFile } from '../api/follow-up.ts';

/** A claim as lists show it. */
export function summaryOf(claim: Claim): ClaimSummary {
  const { claimId, fileId, state, channelId, submissionDate, receivedOn } = claim;
  const { registrationNumber, scheme, billedCentimes, paidCentimes } = claim;
  // Of two payments the one that somebody has to do something about, else the one that was made last.
  const { payment } = waitingPayment(claim) ?? paymentsOf(claim).at(-1) ?? {};
  return {
    ...{ claimId, fileId, state, channelId, depositDate: submissionDate, receivedOn },
    ...{ registrationNumber, scheme, billedCentimes, paidCentimes, paymentState: payment?.state },
  };
}

export function foundFileOf(file: ScanFile): FoundFile {
  const { fileId, state, channelId, uploadedAt, submissionDate, pageCount, quarantineReason, duplicateOf } =
    file;
  return {
    ...{ fileId, state, channelId, uploadedAt, depositDate: submissionDate, pageCount },
    ...{ quarantineReason, duplicateOf },
  };
}
