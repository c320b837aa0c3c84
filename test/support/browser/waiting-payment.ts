import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { toClaimItem } from '../../../contexts/claims/aws/claim-item.ts';
import { createDocumentClient } from '../../../contexts/shared/aws/document-client.ts';
import type { MilafClient } from '../../../contexts/operations/aws/milaf-client.ts';
import type { Claim } from '../../../contexts/claims/domain/claim.ts';
import type { BankStatement } from '../../../contexts/claims/domain/payment-command.ts';
import { TODAY } from '../flow/today.ts';

const RIB = '011519000001205000534921';

/** An instant of what the bank said. */
const at = (minute: number) => ({ attempt: 1, saidAt: `2026-11-20T10:0${minute}:00Z` });

const REFUSED: readonly BankStatement[] = [
  { kind: 'accepted', ...at(1) },
  { kind: 'refused', ...at(2), reason: 'AM04' },
];

/** What the bank said of a payment that was ordered, until it waited for people. */
const stories = {
  refused: REFUSED,
  disputed: [...REFUSED, { kind: 'paid', ...at(4) }, { kind: 'returned', ...at(5), reason: 'AC04' }],
} as const satisfies Readonly<Record<string, readonly BankStatement[]>>;

let count = 0;

/**
 * Puts a claim into the table whose payment was ordered, and lets the bank answer.
 * @returns id of the claim
 */
export async function putWaitingPayment(
  client: MilafClient,
  story: keyof typeof stories,
  registrationNumber: string,
): Promise<string> {
  count += 1;
  const fileId = `PAY${Date.now().toString().slice(-10)}${String(count).padStart(3, '0')}`;
  const claim: Claim = {
    claimId: `${fileId}-1`,
    state: 'APPROVED',
    version: 2,
    fileId,
    channelId: 'agency-rabat-01',
    submissionDate: TODAY,
    receivedOn: TODAY,
    submissionSignals: [],
    formNumber: 1,
    formsInFile: 1,
    registrationNumber,
    scheme: 'AMO_SALARIE',
    billedCentimes: 250_00,
    paidCentimes: 105_00,
    payment: {
      state: 'ORDERED',
      attempt: 1,
      amountCentimes: 105_00,
      rib: RIB,
      batchId: `R${TODAY.replaceAll('-', '')}-0a1b2c3d-test`,
    },
  };
  const TableName = client.outputs.get('ClaimsTableName');
  await createDocumentClient().send(new PutCommand({ TableName, Item: toClaimItem(claim) }));
  for (const statement of stories[story]) {
    const now = await client.claims.find(claim.claimId);
    if (now !== undefined) await client.claims.movePayment(now, { kind: 'apply-statement', statement });
  }
  return claim.claimId;
}
