import { type Claim, type ClaimStore, isOfRest, paymentsOf, type SettledPayment } from '#claims';
import type { RecordedChange, ReviewStore } from '#review';
import { type MedicineReader, nameMedicines } from '#medicines';
import type { RuleBook } from '#rules';
import type { Staff } from '#shared';
import type { AccessLog } from '#staff';
import type { ClaimView } from '../api/follow-up.ts';
import type { TimelineReader } from '../ports.ts';
import { buildTimeline, paymentBatchIdsOf } from './build-timeline.ts';
import { foundFileOf, summaryOf } from './claim-summary.ts';
import { explainDecision } from './explain-decision.ts';

export interface ShowClaimDependencies {
  readonly claims: Pick<ClaimStore, 'history'>;
  readonly timeline: TimelineReader;
  readonly reviews: Pick<ReviewStore, 'changes'>;
  readonly accesses: Pick<AccessLog, 'record' | 'listBySubject'>;
  readonly medicines: Pick<MedicineReader, 'medicinesByCode'>;
  readonly rules: RuleBook;
}

/**
 * Everything about one claim: where it is, how each amount came about, and what happened to it. That someone looked is on
 * record before it is shown; who looked is shown to auditors.
 * @returns undefined where there is no such claim
 */
export async function showClaim(
  { userId, roles }: Pick<Staff, 'userId' | 'roles'>,
  claimId: string,
  { claims, timeline, reviews, accesses, medicines, rules }: ShowClaimDependencies,
): Promise<ClaimView | undefined> {
  const history = await claims.history(claimId);
  if (history === undefined) return undefined;
  const { claim, decision } = history;
  const subject = `claim:${claimId}`;
  await accesses.record({ actor: userId, operation: 'showClaim', subject });
  const [fileHistory, orders, changes, seen, medicineNames] = await Promise.all([
    timeline.fileHistory(claim.fileId),
    Promise.all(paymentBatchIdsOf(history).map((id) => timeline.order(id))),
    reviews.changes(claimId),
    roles.includes('auditor') ? accesses.listBySubject(subject) : { records: [] },
    nameMedicines(decision?.lines.map(({ medicineCode }) => medicineCode) ?? [], medicines),
  ]);
  return {
    claim: {
      ...summaryOf(claim),
      formNumber: claim.formNumber,
      formsInFile: claim.formsInFile,
      payments: paymentsOf(claim).map((settled) => viewOf(claim, settled)),
    },
    file: fileHistory && foundFileOf(fileHistory.file),
    explanation: decision && explainDecision(decision, rules, medicineNames),
    timeline: buildTimeline({
      history,
      fileHistory,
      orders: orders.filter((order) => order !== undefined),
      reviewChanges: mayCompare(roles, claim) ? changes : changes.map(withoutValues),
      accesses: seen.records,
    }),
  };
}

/**
 * While a claim is reviewed, or can be taken back to be, what one person keyed is not to be seen by another who may have to key it
 * without seeing it.
 */
const mayCompare = (roles: Staff['roles'], { state, decidableFrom }: Claim): boolean =>
  (state !== 'REFERRED' && state !== 'PARTLY_REFERRED' && decidableFrom === undefined) ||
  roles.includes('supervisor') ||
  roles.includes('auditor');

const withoutValues = (change: RecordedChange): RecordedChange => ({
  ...change,
  before: undefined,
  after: undefined,
});

/** Of the account only the end is shown: enough to ask the insured about it on the telephone. */
function viewOf(
  claim: Claim,
  { settlement, payment }: SettledPayment,
): ClaimView['claim']['payments'][number] {
  const { state, attempt, amountCentimes, payeeInpe, rib, heldReason, returnReason, batchId } = payment;
  return {
    ...{
      settlement,
      isOfRest: isOfRest(claim, settlement),
      payeeInpe,
      state,
      attempt,
      amountCentimes,
      heldReason,
      returnReason,
      remittanceId: batchId,
    },
    accountEnding: rib?.slice(-4),
  };
}
