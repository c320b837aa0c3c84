import { adviceFor, type ClaimState, type FileLimits } from '#claims';
import { formatReceipt } from '#shared';
import type { Receipt, ReceiptState } from '../api/uploads.ts';
import type { TakenFile } from '../ports/uploads.ts';

/** What an agency sees of a claim. What was decided, and how much is paid, is between the insured and the fund. */
const stateOfClaim = {
  DRAFTED: 'IN_PROGRESS',
  REFERRED: 'IN_REVIEW',
  PARTLY_REFERRED: 'IN_REVIEW',
  INCOMPLETE: 'INCOMPLETE',
  APPROVED: 'DECIDED',
  PARTLY_APPROVED: 'DECIDED',
  REJECTED: 'DECIDED',
} as const satisfies Readonly<Record<ClaimState, ReceiptState>>;

/** The first of these that one of the claims is in is the state of the receipt: what asks for action comes first. */
const PRECEDENCE = ['INCOMPLETE', 'IN_REVIEW', 'IN_PROGRESS', 'DECIDED'] as const;

function stateOf({ file, claims }: TakenFile): ReceiptState {
  if (file.state === 'ACCEPTED') return 'RECEIVED';
  if (file.state !== 'READ') return file.state;
  const states = new Set(claims.map(({ state }) => stateOfClaim[state]));
  return PRECEDENCE.find((state) => states.has(state)) ?? 'IN_PROGRESS';
}

/** A file as its receipt shows it. */
export function receiptOf(taken: TakenFile, limits: FileLimits): Receipt {
  const { fileId, channelId, uploadedAt, submissionDate, pageCount, duplicateOf, quarantineReason } =
    taken.file;
  const advice = quarantineReason && adviceFor(quarantineReason, limits);
  return {
    fileId,
    receipt: formatReceipt(fileId),
    channelId,
    uploadedAt,
    depositDate: submissionDate,
    state: stateOf(taken),
    pageCount,
    duplicateOf,
    rescanReason: quarantineReason,
    advice: advice && { fr: advice.fr, ar: advice.ar },
    claimIds: taken.claims.map(({ claimId }) => claimId),
  };
}
