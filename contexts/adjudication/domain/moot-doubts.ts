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

/** Those of them that do not look at who gave the care either. */
const REGARDLESS_OF_THE_PROVIDER = new Set<ReasonCode>([
  'RIGHTS_CLOSED_AT_CARE_DATE',
  'WAITING_PERIOD',
  'CONTRIBUTIONS_UNPAID',
  'BENEFICIARY_NOT_DECLARED',
  'BENEFICIARY_AGE',
]);

/** Fields that only say what was done and what it cost. */
const OF_THE_ACT = new Set(['keyLetter', 'coefficientHundredths', 'quantity', 'billedCentimes']);

function isUnread({ kind, code }: Finding): boolean {
  return (
    (kind === 'doubt' || kind === 'missing') && (code === 'FIELD_UNREADABLE' || code === 'FORM_INCOMPLETE')
  );
}

/**
 * Drops the doubts that can change nothing: which letter or amount a line has does not matter where a rule rejects it whatever
 * it is, nor who gave the care where the insured has no rights on any of its days. For whom, when and how many lines there are must
 * be sure all the same.
 * @param lineCount acts and medicines of the claim
 */
export function withoutMootDoubts(findings: readonly Finding[], lineCount: number): readonly Finding[] {
  const isRejected = (codes: ReadonlySet<ReasonCode>, line: number): boolean =>
    findings.some(
      (finding) =>
        finding.kind === 'rejection' &&
        codes.has(finding.code) &&
        (finding.line === undefined || finding.line === line),
    );
  const isNothingPaid =
    lineCount > 0 &&
    Array.from({ length: lineCount }, (_, line) => line).every((line) =>
      isRejected(REGARDLESS_OF_THE_PROVIDER, line),
    );
  const isMoot = ({ field = '', line }: Finding): boolean =>
    OF_THE_ACT.has(field)
      ? line !== undefined && isRejected(REGARDLESS_OF_THE_ACT, line)
      : field === 'inpe' && isNothingPaid;
  return findings.filter((finding) => !isUnread(finding) || !isMoot(finding));
}
