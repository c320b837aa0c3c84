import type { DecisionRecord } from '../../contexts/claims/records/decision-record.ts';
import { formatDirhams, type Centimes } from '../../contexts/shared/money.ts';
import { NOT_WRITABLE } from '../../contexts/payments/domain/decide-payment.ts';
import { paymentsOf, type SettledPayment } from '../../contexts/claims/domain/payments-of-claim.ts';
import type { ClaimHistory } from '../../contexts/claims/ports/claim-store.ts';
import { table } from './print.ts';

/**
 * A claim as a reviewer reads it: what was decided, line by line, why, and what happened when.
 * @param medicineNames of the boxes, by code
 */
export function claimText(
  { claim, decision, events, messages }: ClaimHistory,
  medicineNames: ReadonlyMap<string, string>,
): string {
  const head = [
    `Claim ${claim.claimId}: ${claim.state}`,
    `  file ${claim.fileId} (form ${claim.formNumber} of ${claim.formsInFile}), channel ${claim.channelId}, submitted on ${claim.submissionDate}`,
    `  insured ${claim.registrationNumber ?? 'not identified'}, scheme ${claim.scheme ?? 'none'}, billed ${dirhams(claim.billedCentimes)} DH, paid ${dirhams(claim.paidCentimes)} DH`,
    ...(claim.settledPart === undefined ? [] : [partText(claim)]),
    ...paymentsOf(claim).flatMap(paymentText),
  ];
  const body =
    decision === undefined
      ? []
      : [linesTable(decision, medicineNames), findingsTable(decision), `Rules: ${decision.ruleBookVersion}`];
  const past = events.map(({ occurredAt, type }) => `  ${occurredAt}  ${type}`);
  const sent = messages.map(
    ({ updatedAt, kind, state, language, segments, skippedBecause }) =>
      `  ${updatedAt}  SMS ${kind}: ${state} ${skippedBecause ?? `${language ?? ''}, ${segments ?? 0} part(s)`}`,
  );
  return [...head, ...body, 'History:', ...past, ...sent].join('\n');
}

/** Of a claim that was paid in part: for which lines, and whether others wait. */
function partText({ state, settledPart }: ClaimHistory['claim']): string {
  const count = settledPart?.lines.length ?? 0;
  const rest =
    state === 'PARTLY_REFERRED' || state === 'DRAFTED' ? 'the others wait' : 'the others came later';
  return `  ${count} line${count === 1 ? '' : 's'} paid first, ${rest}`;
}

function paymentText({ settlement, payment }: SettledPayment): string[] {
  const { state, attempt, amountCentimes, payeeInpe, batchId, heldReason, returnReason, disputedBecause } =
    payment;
  const more = [
    payeeInpe && `to the establishment ${payeeInpe}`,
    batchId && `payment batch ${batchId}`,
    heldReason && `held: ${heldReason}`,
    returnReason &&
      (returnReason === NOT_WRITABLE ? 'no order can be written' : `the bank said ${returnReason}`),
    disputedBecause && `disputed: ${disputedBecause}`,
  ].filter((part) => part !== undefined);
  return [
    `  payment ${settlement} ${state}, attempt ${attempt}, ${formatDirhams(amountCentimes)} DH${more.map((part) => `, ${part}`).join('')}`,
  ];
}

function linesTable({ lines }: DecisionRecord, medicineNames: ReadonlyMap<string, string>): string {
  return table(
    ['Date', 'Act or medicine', 'Billed', 'Tariff', 'Basis', 'Rate', 'Paid', 'Outcome', 'Rules'],
    lines.map((line) => [
      line.dateOfCare ?? '',
      line.kind === 'medicine' ? boxesText(line, medicineNames) : actText(line),
      dirhams(line.billedCentimes),
      dirhams(line.unitTariffCentimes),
      dirhams(line.basisCentimes),
      line.rateBasisPoints === undefined ? '' : `${line.rateBasisPoints / 100} %`,
      dirhams(line.paidCentimes),
      line.outcome,
      line.ruleIds.join('\n'),
    ]),
  );
}

type Line = DecisionRecord['lines'][number];

function actText({ keyLetter, coefficientHundredths, quantity = 1 }: Line): string {
  const coefficient = coefficientHundredths === undefined ? '' : coefficientHundredths / 100;
  return `${keyLetter ?? '?'} ${coefficient}${quantity === 1 ? '' : ` × ${quantity}`}`;
}

function boxesText({ medicineCode, quantity }: Line, medicineNames: ReadonlyMap<string, string>): string {
  const name = medicineNames.get(medicineCode ?? '') ?? 'medicine';
  return `${quantity ?? '?'} × ${name}\n${medicineCode ?? 'code not read'}`;
}

function findingsTable({ findings }: DecisionRecord): string {
  if (findings.length === 0) return 'Nothing was found against it.';
  return table(
    ['Kind', 'Reason', 'Field', 'Line', 'Details'],
    findings.map(({ kind, code, field, line, details }) => [
      kind,
      code,
      field ?? '',
      line === undefined ? '' : String(line + 1),
      Object.entries(details ?? {})
        .map(([name, value]) => `${name} ${value}`)
        .join('\n'),
    ]),
  );
}

const dirhams = (centimes: Centimes | undefined): string =>
  centimes === undefined ? '–' : formatDirhams(centimes);
