import type { Finding } from '#claims';
import type { CareForm, ReadField } from '#reading';
import type { AdjudicationInput } from './adjudication-input.ts';
import { emptiedByPeople, fieldOfForm, fieldsOfLine } from './form-places.ts';
import { isOfContent } from './override-content.ts';
import { areTermsEnough } from './set-aside.ts';

type Said = Pick<AdjudicationInput, 'form' | 'overrides'>;

/** Whether people looked at the scan and say that it is so. */
export const isAttested = (field: ReadField<unknown> | undefined): boolean =>
  (field?.attestedBy?.length ?? 0) > 0;

/**
 * Whether someone said so of what another one, or the OCR, has put there: nobody's word answers a doubt about their own change.
 */
const isAttestedByOther = (field: ReadField<unknown> | undefined): boolean =>
  (field?.attestedBy?.length ?? 0) > (field?.isCorrected === true ? 1 : 0);

/** Whether one person put it there, and nobody else looked. */
const isLoneChange = (field: ReadField<unknown> | undefined): boolean =>
  field?.isCorrected === true && !isAttestedByOther(field);

const areAmounts = (
  { totalCentimes, acts, dispensing }: CareForm,
  isSaid: (field: ReadField<unknown> | undefined) => boolean,
): boolean =>
  isSaid(totalCentimes) &&
  acts.every((act) => isSaid(act.billedCentimes)) &&
  (dispensing?.medicines ?? []).every(({ unitPriceCentimes: price }) => isSaid(price));

function isLineAttested({ acts }: CareForm, line: number | undefined): boolean {
  const act = line === undefined ? undefined : acts[line];
  return act !== undefined && [act.dateOfCare, act.keyLetter, act.billedCentimes].every(isAttestedByOther);
}

/** Whose care it was: as people say, by the name or by the box. */
const isPatientAttested = ({ patientName, beneficiaryLink }: CareForm): boolean =>
  [patientName, beneficiaryLink].some(isAttestedByOther);

/** Whether one person made the act another one than was read: by who gave it, or by whose it was. */
const isMadeAnother = (form: CareForm, line: number | undefined): boolean => {
  const { registrationNumber, inpe, patientName, patientBirthDate, beneficiaryLink } = form;
  const provider = (line === undefined ? undefined : form.acts[line]?.inpe) ?? inpe;
  return [registrationNumber, provider, patientName, patientBirthDate, beneficiaryLink].some(isLoneChange);
};

/** An unusual count is looked at itself: the amounts beside it say nothing of it. */
function isCountSeen({ field, line }: Finding, { acts, dispensing }: CareForm): boolean {
  if (line === undefined) return true;
  if (field === 'boxes') return isAttestedByOther(dispensing?.medicines[line - acts.length]?.quantity);
  return field !== 'quantity' || isAttestedByOther(acts[line]?.quantity);
}

/** What makes a line the act, or the boxes, that it is, apart from who gave it to whom. */
function valuesOfLine(
  { acts, dispensing }: CareForm,
  line: number,
): readonly (ReadField<unknown> | undefined)[] {
  const act = acts[line];
  if (act !== undefined) return [act.dateOfCare, act.keyLetter, act.billedCentimes];
  const medicine = dispensing?.medicines[line - acts.length];
  return [medicine?.dispensedOn ?? dispensing?.dispensedOn, medicine?.code];
}

/** Whether one person alone put something of a line there. */
export const isLineOfOne = (form: CareForm, line: number): boolean =>
  [...valuesOfLine(form, line), form.acts[line]?.inpe].some(isLoneChange);

/**
 * Whether two people stand for all that makes a line the act it is: what one changed or took out, another looked at. Who gave boxes
 * of a medicine does not make them others.
 */
function isLineOfTwo(form: CareForm, line: number): boolean {
  const act = form.acts[line];
  const values = [...valuesOfLine(form, line), ...(act === undefined ? [] : [act.inpe ?? form.inpe])];
  const people = [...values, form.patientName, form.beneficiaryLink].flatMap(
    (value) => value?.attestedBy ?? [],
  );
  return (
    values.every(isAttestedByOther) &&
    isPatientAttested(form) &&
    !isMadeAnother(form, line) &&
    new Set(people).size > 1
  );
}

/** Whether somebody else stands for what one person changed, added or took out. */
function isChangeOfTwo({ field = '', line, details }: Finding, form: CareForm): boolean {
  const { totalCentimes } = form;
  // Whoever adds a line, or takes one out, says the total anew, and everybody after them.
  if (details?.['cause'] === 'REMOVED') return (totalCentimes?.attestedBy?.length ?? 0) > 1;
  if (details?.['cause'] === 'ADDED' && line !== undefined)
    return fieldsOfLine(form, line)
      .map((name) => fieldOfForm(form, name, line))
      .filter((value) => value !== undefined)
      .every(isAttestedByOther);
  const value = fieldOfForm(form, field, line);
  return value === undefined ? emptiedByPeople(form, field, line).length > 1 : isAttestedByOther(value);
}

type Answer = (finding: Finding, form: CareForm) => boolean;

/**
 * Doubts that asked for someone to look at the paper, and whether someone did: an unusual amount that stands there so, an
 * old date that does, two equal rows that are two acts. A doubt about anything but what stands on the paper is none of these.
 */
const answers: Partial<Record<Finding['code'], Answer>> = {
  // That a consultation is one act is a rule: however the paper reads, a supervisor says whether there were two.
  AMOUNT_UNUSUAL: (finding, form) =>
    finding.field !== 'coefficientHundredths' &&
    areAmounts(form, isAttestedByOther) &&
    isCountSeen(finding, form),
  // Who says what each amount is has read the pages that the OCR could not.
  PAGE_NOT_READ: (_, form) =>
    (form.acts.length > 0 || form.dispensing !== undefined) && areAmounts(form, isAttested),
  CARE_DATE_IMPLAUSIBLE: ({ line, details }, form) =>
    line !== undefined &&
    details?.['cause'] !== 'BEFORE_BIRTH' &&
    isAttestedByOther(form.acts[line]?.dateOfCare) &&
    (details?.['signedOn'] === undefined || isAttestedByOther(form.signatureDate)),
  // All that makes it another act than the one that was paid stands there so.
  NEAR_DUPLICATE: ({ line }, form) =>
    isLineAttested(form, line) && isPatientAttested(form) && !isMadeAnother(form, line),
  DUPLICATE_CHANGED: ({ line }, form) => line !== undefined && isLineOfTwo(form, line),
  CHANGED_BY_ONE: isChangeOfTwo,
  DUPLICATE: ({ line, details }, form) => {
    const twin = details?.['sameAsLine'];
    return typeof twin === 'number' && isLineAttested(form, line) && isLineAttested(form, twin);
  },
};

/** Whether what people say of the form answers a finding. */
export function isAnswered(finding: Finding, form: CareForm): boolean {
  return finding.kind !== 'rejection' && answers[finding.code]?.(finding, form) === true;
}

/** Findings that people answered or set aside stay in the decision, as signals that say so. */
export function settleFindings<F extends Finding>(findings: readonly F[], said: Said): readonly F[] {
  return findings.map((finding) => {
    if (finding.kind === 'signal') return finding;
    const isSetAside = said.overrides?.some(
      ({ code, line, terms, found }) =>
        code === finding.code &&
        line === finding.line &&
        (found === undefined || isOfContent(found, finding, said.form)) &&
        areTermsEnough(finding, terms),
    );
    const by = isSetAside === true ? 'supervisor' : isAnswered(finding, said.form) ? 'review' : undefined;
    return by === undefined
      ? finding
      : { ...finding, kind: 'signal', details: { ...finding.details, settledBy: by } };
  });
}

/**
 * Findings without which there is nobody to pay, nobody who gave the care, or no amount: nobody can set them aside. The form is
 * corrected, the registry is, or the claim is rejected.
 */
const facts = new Set<string>([
  'REGISTRATION_NUMBER_UNREADABLE',
  'PERSON_NOT_FOUND',
  'BENEFICIARY_UNREADABLE',
  'BENEFICIARY_AMBIGUOUS',
  'INPE_UNKNOWN',
  'FIELD_UNREADABLE',
  'FORM_INCOMPLETE',
  'PAGE_NOT_READ',
  // What cannot be compared with what was paid before is not paid.
  'TOO_MANY_CARE_DAYS',
  // Money that has left is not explained away: the line is put back as it was paid, or the rest is not paid.
  'PAID_LINE_CHANGED',
  // Nor is what a person changed: another one looks at the paper, or it is put back.
  'DUPLICATE_CHANGED',
  'CHANGED_BY_ONE',
]);

/**
 * Whether a supervisor may set a finding aside, with a reason. An act that another claim was paid for is never paid again; boxes
 * of a medicine have no serial number, so that theirs is a doubt. A member of the family who was declared until a day may have
 * rights beyond it, a former spouse for some months.
 */
export function isOverridable({
  kind,
  code,
  details,
}: Pick<Finding, 'kind'> & {
  readonly code: string;
  readonly details?: Finding['details'] | undefined;
}): boolean {
  if (code === 'BENEFICIARY_NOT_DECLARED') return kind === 'doubt' && details?.['declaredTo'] !== undefined;
  if (kind === 'signal' || facts.has(code)) return false;
  return code !== 'DUPLICATE' || kind === 'doubt';
}
