import type { Finding } from '#claims';
import { COVERED, judgeByRows, type Verdict } from '#coverage';
import { rowsOn, type RuleBook } from '#rules';
import { addDays, addMonths, daysBetween } from '#shared';
import type { ClaimFacts } from './adjudication-input.ts';

interface DatedClaim {
  readonly claim: ClaimFacts;
  /** Dates of care that are sure, with their line (ISO). */
  readonly careDays: readonly { readonly line: number; readonly day: string }[];
  /** Date of the insured's signature where it is sure. */
  readonly signedOn: string | undefined;
  /** Last day on which a treatment of several sessions may end; undefined where the form bills none. */
  readonly treatmentEnd?: string | undefined;
  /** Birth date of the beneficiary where he is known. */
  readonly birthDate: string | undefined;
  readonly rules: RuleBook;
}

/**
 * Two calendar months after the first act, clamped to the end of the month. Acts of several days may be one continuous
 * treatment, for which 60 days from its end are given, and so may sessions under an approval; whether they are, a person says. Source: the rules printed on the form.
 */
export function judgeFiling(firstDay: string, lastDay: string, filedOn: string, rules: RuleBook): Verdict {
  return judgeByRows(
    rowsOn(rules.data.filingDeadlines, firstDay),
    ({ months, continuousTreatmentDays }) => {
      const deadline = addMonths(firstDay, months);
      if (filedOn <= deadline) return COVERED;
      const isMaybeContinuous = firstDay < lastDay && filedOn <= addDays(lastDay, continuousTreatmentDays);
      const kind = isMaybeContinuous ? 'doubt' : 'rejection';
      return { kind, code: 'LATE_FILING', details: { firstAct: firstDay, deadline, filedOn } };
    },
    { rules, day: firstDay, missing: 'LATE_FILING' },
  );
}

function checkFiling({ claim, careDays, signedOn, treatmentEnd, rules }: DatedClaim): readonly Finding[] {
  const days = careDays.map(({ day }) => day).toSorted();
  const [firstDay] = days;
  const lastDay = [...days, ...(treatmentEnd === undefined ? [] : [treatmentEnd])].toSorted().at(-1);
  if (firstDay === undefined || lastDay === undefined) return [];
  const findings: Finding[] = [];
  const verdict = judgeFiling(firstDay, lastDay, claim.submissionDate, rules);
  if (verdict.kind !== 'covered') findings.push(verdict);
  if (signedOn !== undefined && signedOn > claim.submissionDate) {
    // A form cannot be filed before it is signed; it matters where the true day would be too late.
    const isInTimeAnyway = judgeFiling(firstDay, lastDay, signedOn, rules).kind === 'covered';
    const details = { signedOn, depositDate: claim.submissionDate };
    findings.push({
      kind: isInTimeAnyway ? 'signal' : 'doubt',
      code: 'DEPOSIT_BACKDATED',
      field: 'signatureDate',
      details,
    });
  }
  return findings;
}

function checkSubmission({ claim, rules }: DatedClaim): readonly Finding[] {
  const days = daysBetween(claim.submissionDate, claim.receivedOn ?? claim.decidedOn);
  if (days < rules.settingsOn(claim.decidedOn).backdatingDays) return [];
  return [
    { kind: 'signal', code: 'DEPOSIT_BACKDATED', details: { depositDate: claim.submissionDate, days } },
  ];
}

function checkCareDay(
  day: string,
  { claim, signedOn, birthDate, rules }: DatedClaim,
): Omit<Finding, 'line'> | undefined {
  const { implausibleAgeOfCareDays, signatureNearCareDays } = rules.settingsOn(claim.decidedOn);
  const doubt = (code: Finding['code'], details: Record<string, string>): Omit<Finding, 'line'> => {
    return { kind: 'doubt', code, field: 'dateOfCare', details: { dateOfCare: day, ...details } };
  };
  if (day > claim.submissionDate) return doubt('CARE_DATE_IN_FUTURE', { depositDate: claim.submissionDate });
  if (birthDate !== undefined && day < birthDate)
    return doubt('CARE_DATE_IMPLAUSIBLE', { cause: 'BEFORE_BIRTH' });
  if (signedOn !== undefined && day > signedOn) return doubt('CARE_DATE_IMPLAUSIBLE', { signedOn });
  // A misread or mistyped year looks like very old care; a signature of the same days makes it true. A birth date that was taken
  // for a day of care may have been taken for that of the signature too.
  const isOld = daysBetween(day, claim.submissionDate) > implausibleAgeOfCareDays;
  const isBorneOut =
    signedOn !== undefined && day !== birthDate && daysBetween(day, signedOn) <= signatureNearCareDays;
  return isOld && !isBorneOut
    ? doubt('CARE_DATE_IMPLAUSIBLE', { depositDate: claim.submissionDate })
    : undefined;
}

/** Whether the claim was filed in time and its dates can be true. A rejection is about the whole claim. */
export function checkDates(dated: DatedClaim): readonly Finding[] {
  const implausible = dated.careDays.flatMap(({ line, day }): readonly Finding[] => {
    const finding = checkCareDay(day, dated);
    return finding === undefined ? [] : [{ ...finding, line }];
  });
  return [...checkFiling(dated), ...checkSubmission(dated), ...implausible];
}
