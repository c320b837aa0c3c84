import type { Finding, ReasonCode } from '#claims';
import type { RuleBook } from '#rules';
import { normaliseKeyLetter } from '#shared';
import { paymentDestination } from './payment-destination.ts';
import type { AdjudicationInput } from './adjudication-input.ts';
import { mayStandTogether } from './assess-act.ts';
import type { AssessedAct, AssessedLine, CertainFacts } from './assessed-line.ts';
import { isSumRight } from './check-form.ts';
import { isSoldInTime } from './medicines/sold-in-time.ts';
import { otherLineOf } from './other-line.ts';

/**
 * How far a doubt, or what is missing, reaches.
 *
 * - `line`: the line it is about, and the one that it names beside it
 * - `day`: all acts of its day: which of them may not be paid together is the question
 * - `field`: as far as the field it is about (see `fieldsOfLine`)
 * - `provider`: all that this provider gave: a line that names its own, or of which it was found; all boxes of the form's pharmacy, else
 *   the claim
 * - `medicines`: all boxes
 * - `claim`: everything. Who, for whom, covered, filed in time, for how much in all: no line is certain without it
 */
export type Reach = 'line' | 'day' | 'field' | 'provider' | 'medicines' | 'claim';

/** A code without a line is about the whole claim, whatever stands here. */
export const reachOf: Readonly<Record<ReasonCode, Reach>> = {
  REGISTRATION_NUMBER_UNREADABLE: 'claim',
  PERSON_NOT_FOUND: 'claim',
  IDENTITY_MISMATCH: 'claim',
  PERSON_DECEASED: 'claim',
  CIN_UNREADABLE: 'claim',
  NAME_UNREADABLE: 'claim',
  BENEFICIARY_UNREADABLE: 'claim',
  BENEFICIARY_NOT_DECLARED: 'claim',
  BENEFICIARY_AMBIGUOUS: 'claim',
  BENEFICIARY_AGE: 'claim',
  RIGHTS_CLOSED_AT_CARE_DATE: 'claim',
  WAITING_PERIOD: 'claim',
  CONTRIBUTIONS_UNPAID: 'claim',
  SEVERAL_COVERAGES: 'claim',
  FORM_INCOMPLETE: 'field',
  FIELD_UNREADABLE: 'field',
  PAGE_NOT_READ: 'claim',
  PRIOR_APPROVAL_REQUEST: 'claim',
  ATTACHMENT_COUNT_MISMATCH: 'claim',
  AMOUNT_MISMATCH: 'claim',
  OTHER_ITEMS_BILLED: 'claim',
  SEVERAL_FORMS_IN_FILE: 'claim',
  WORK_ACCIDENT_OR_OTHER_PAYER: 'claim',
  // Filing counts from the first day of care: a day that is not sure may be it.
  LATE_FILING: 'claim',
  DEPOSIT_BACKDATED: 'claim',
  DEPOSIT_DATE_INVALID: 'claim',
  CARE_DATE_IN_FUTURE: 'claim',
  CARE_DATE_IMPLAUSIBLE: 'claim',
  TOO_MANY_CARE_DAYS: 'claim',
  INPE_UNKNOWN: 'provider',
  PROVIDER_NOT_ACTIVE: 'provider',
  PROVIDER_MISMATCH: 'provider',
  PRIOR_APPROVAL_MISSING: 'line',
  SESSIONS_EXCEEDED: 'line',
  ACT_UNKNOWN: 'line',
  ACT_NOT_OF_SPECIALTY: 'line',
  TARIFF_UNKNOWN: 'line',
  TARIFF_NOT_CERTAIN: 'line',
  RATE_UNKNOWN: 'line',
  DISEASE_NOT_SHOWN: 'line',
  BILLED_ABOVE_TARIFF: 'line',
  CEILING_REACHED: 'line',
  DUPLICATE: 'line',
  NEAR_DUPLICATE: 'line',
  DUPLICATE_CHANGED: 'line',
  CHANGED_BY_ONE: 'field',
  ACTS_NOT_TOGETHER: 'day',
  AMOUNT_UNUSUAL: 'line',
  MEDICINE_UNKNOWN: 'line',
  MEDICINE_PRICE_UNKNOWN: 'line',
  MEDICINE_NOT_REIMBURSABLE: 'line',
  MEDICINE_PRICE_DIFFERS: 'line',
  MEDICINE_NOT_PRESCRIBED: 'line',
  RENEWAL_TOO_SOON: 'line',
  PRESCRIPTION_MISSING: 'medicines',
  PAID_LINE_CHANGED: 'claim',
  PAID_CLAIM_REJECTED: 'claim',
  NOT_A_CARE_FORM: 'claim',
  ILLEGIBLE: 'claim',
  ALTERED_DOCUMENT: 'claim',
  SIGNATURE_MISSING: 'claim',
  CARE_NOT_PROVEN: 'claim',
  MEDICALLY_NOT_JUSTIFIED: 'claim',
  RIB_DIFFERS_FROM_ACCOUNT: 'claim',
  ACCOUNT_MISSING: 'claim',
  ACCOUNT_INVALID: 'claim',
  ACCOUNT_CHANGING: 'claim',
  ACCOUNT_OF_DECEASED: 'claim',
};

/** Fields of a line that say what was done and what it cost, and nothing of the others. A date is none of them. */
const fieldsOfLine = new Set([
  'keyLetter',
  'coefficientHundredths',
  'quantity',
  'billedCentimes',
  'medicineCode',
  'boxes',
  'unitPriceCentimes',
]);

type Line = Pick<AssessedLine, 'act'>;

const isMedicine = ({ act }: Line): boolean => act.read.kind === 'medicine';

const sureDaysOfBoxes = (lines: readonly Line[]): readonly string[] =>
  lines.filter(isMedicine).flatMap(({ act }) => act.sure.dateOfCare ?? []);

function reach({ code, field }: Finding, isInTime: () => boolean): Reach {
  if (field === 'inpe' || field === 'pharmacyInpe') return 'provider';
  if (field === 'prescribedOn') return 'medicines';
  // Filing counts from the first day of care, the boxes' too: where they may be the first, their day is everybody's.
  if (field === 'dispensedOn' && code === 'FIELD_UNREADABLE') return isInTime() ? 'medicines' : 'claim';
  return reachOf[code];
}

/** Lines that a doubt keeps waiting; undefined: all of the claim. */
function heldBy(
  finding: Finding,
  lines: readonly Line[],
  isInTime: () => boolean,
): readonly number[] | undefined {
  const { line, field = '' } = finding;
  const boxes = (): readonly number[] => lines.filter(isMedicine).map(({ act }) => act.line);
  const own = line === undefined ? undefined : lines.find(({ act }) => act.line === line);
  switch (reach(finding, isInTime)) {
    case 'medicines':
      return boxes();
    case 'provider':
      // What is doubted of the pharmacy of one line is said of each other that it is true of.
      if (field === 'pharmacyInpe' && own !== undefined) return [own.act.line];
      if (field === 'pharmacyInpe' || (own !== undefined && isMedicine(own))) return boxes();
      return own !== undefined && field === 'inpe' ? [own.act.line] : undefined;
    case 'field':
      return own !== undefined && fieldsOfLine.has(field) ? [own.act.line] : undefined;
    case 'day':
      return own?.act.sure.dateOfCare === undefined
        ? undefined
        : lines.flatMap(({ act }) =>
            act.read.kind === 'medicine' || act.sure.dateOfCare !== own.act.sure.dateOfCare ? [] : [act.line],
          );
    case 'line': {
      if (own === undefined) return undefined;
      const other = otherLineOf(finding);
      return [own.act.line, ...(other === undefined ? [] : [other.line])];
    }
    case 'claim':
      return undefined;
  }
}

/**
 * Lines that something is doubted or missing of; undefined where that, or a rejection, is about the whole claim.
 * @param isInTime whether the form was filed in time whenever its boxes were sold
 */
export function linesInDoubt(
  findings: readonly Finding[],
  lines: readonly Line[],
  isInTime: () => boolean = () => false,
): ReadonlySet<number> | undefined {
  const inDoubt = new Set<number>();
  for (const finding of findings) {
    if (finding.kind === 'signal') continue;
    if (finding.kind === 'rejection') {
      if (finding.line === undefined) return undefined;
      continue;
    }
    const held = heldBy(finding, lines, isInTime);
    if (held === undefined) return undefined;
    for (const line of held) inDoubt.add(line);
  }
  return inDoubt;
}

/**
 * Acts that are certain by themselves, and may be the same as one that waits, or may not stand beside it: what was not read of that
 * one would say so. Its day is sure, or the whole claim waits.
 */
function mayBeInConflict(
  waiting: ReadonlySet<number>,
  acts: readonly AssessedAct[],
  findings: readonly Finding[],
  rules: RuleBook,
): readonly number[] {
  // A number that is doubted may be another's.
  const isNumberDoubted = ({ act }: AssessedAct): boolean =>
    findings.some(({ kind, field, line }) => kind !== 'signal' && field === 'inpe' && line === act.line);
  const inpeOf = (one: AssessedAct): string | undefined =>
    isNumberDoubted(one) ? undefined : one.act.provider.provider?.inpe;
  const unsure = acts.filter(
    (one) => waiting.has(one.act.line) && (one.fingerprint === undefined || isNumberDoubted(one)),
  );
  const isConflict = (one: AssessedAct, other: AssessedAct): boolean => {
    const { dateOfCare: day, keyLetter } = one.act.sure;
    if (day === undefined || other.act.sure.dateOfCare !== day) return false;
    const [inpe, otherInpe] = [one, other].map(inpeOf);
    if (inpe !== undefined && otherInpe !== undefined && inpe !== otherInpe) return false;
    const letter = other.act.sure.keyLetter;
    if (keyLetter === undefined || letter === undefined) return true;
    const isSame = normaliseKeyLetter(keyLetter) === normaliseKeyLetter(letter);
    return isSame || !mayStandTogether(keyLetter, letter, day, rules);
  };
  return acts
    .filter((other) => !waiting.has(other.act.line) && unsure.some((one) => isConflict(one, other)))
    .map(({ act }) => act.line);
}

interface Judged {
  readonly facts: Pick<CertainFacts, 'person' | 'beneficiary'>;
  readonly lines: readonly AssessedLine[];
  readonly acts: readonly AssessedAct[];
  readonly findings: readonly Finding[];
  readonly rejected: ReadonlySet<number>;
  /** By line: what it comes to, where it is priced. */
  readonly paidCentimes: ReadonlyMap<number, number>;
}

/**
 * The lines of a doubtful claim that wait while the others are paid; undefined where all wait together: who, for whom, covered,
 * filed, how much in all and to which account must be certain, the total must be that of the lines, and there must be money in
 * what is certain. Amounts that are rounded together are paid together.
 */
export function linesThatWait(
  { facts, lines, acts, findings, rejected, paidCentimes }: Judged,
  input: AdjudicationInput,
): ReadonlySet<number> | undefined {
  const { claim, form, rules } = input;
  const { certainLines, rounding } = rules.settingsOn(claim.decidedOn);
  if (certainLines !== 'first' || rounding !== 'line' || !isSumRight(form)) return undefined;
  if (facts.person === undefined || facts.beneficiary === undefined) return undefined;
  if (paymentDestination(facts.person, claim.decidedOn).kind !== 'account') return undefined;
  // Many days are gone through for it: once, and only where a day was not read.
  let soldInTime: boolean | undefined;
  const inDoubt = linesInDoubt(
    findings,
    lines,
    () => (soldInTime ??= isSoldInTime(acts, sureDaysOfBoxes(lines), input)),
  );
  if (inDoubt === undefined) return undefined;
  const waiting = new Set([...inDoubt, ...mayBeInConflict(inDoubt, acts, findings, rules)]);
  const certain = lines
    .map(({ act }) => act.line)
    .filter((line) => !waiting.has(line) && !rejected.has(line));
  const amounts = certain.map((line) => paidCentimes.get(line));
  if (!amounts.every((amount) => amount !== undefined)) return undefined;
  return amounts.some((amount) => amount > 0) ? waiting : undefined;
}
