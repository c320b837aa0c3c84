import type { Finding, ReasonCode } from '#claims';

/** Rules that look at who, for whom and when, and not at what was done or what it cost. */
const REGARDLESS_OF_THE_ACT = new Set<ReasonCode>([
  'RIGHTS_CLOSED_AT_CARE_DATE',
  'WAITING_PERIOD',
  'CONTRIBUTIONS_UNPAID',
  'BENEFICIARY_NOT_DECLARED',
  'BENEFICIARY_AGE',
  'LATE_FILING',
  'PROVIDER_NOT_ACTIVE',
]);

/** Fields that only say what was done and what it cost. */
const OF_THE_ACT = new Set(['keyLetter', 'coefficientHundredths', 'quantity', 'billedCentimes']);

/**
 * Drops the doubts that can change nothing: which letter or amount a line has does not matter where a rule rejects it whatever
 * it is. Who, when and how many lines there are must be sure all the same.
 */
export function withoutMootDoubts(findings: readonly Finding[]): readonly Finding[] {
  const rejections = findings.filter(
    ({ kind, code }) => kind === 'rejection' && REGARDLESS_OF_THE_ACT.has(code),
  );
  const isRejected = (line: number | undefined): boolean =>
    line !== undefined &&
    rejections.some((rejection) => rejection.line === undefined || rejection.line === line);
  return findings.filter(
    ({ kind, code, field, line }) =>
      !(kind === 'doubt' || kind === 'missing') ||
      !(code === 'FIELD_UNREADABLE' || code === 'FORM_INCOMPLETE') ||
      !OF_THE_ACT.has(field ?? '') ||
      !isRejected(line),
  );
}
