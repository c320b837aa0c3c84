import type { BeneficiaryLink, CareForm, CareFormAct, ReadField } from './care-form.ts';
import { confirmed, nearlySurePercent, withDoubt } from './read-field.ts';
import { sumOfActs } from './sum-of-acts.ts';
import { isTotalOf } from './sum-of-dispensing.ts';
import { withoutAccents } from './text-folding.ts';

function comparable(name: string): string {
  return withoutAccents(name)
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .split(' ')
    .sort()
    .join(' ');
}

function mapAmounts(
  acts: readonly CareFormAct[],
  change: (field: ReadField<number>) => ReadField<number>,
): readonly CareFormAct[] {
  return acts.map((act) =>
    act.billedCentimes === undefined ? act : { ...act, billedCentimes: change(act.billedCentimes) },
  );
}

/**
 * Acts and medicines must add up to the total, or the acts to theirs and the medicines to the pharmacy's. Agreement proves every
 * amount; a difference makes all of them doubtful.
 */
function checkSum(form: CareForm): CareForm {
  const { acts, totalCentimes: total } = form;
  if (total === undefined || acts.length === 0) return form;
  if (isTotalOf(total.value, sumOfActs(acts), form.dispensing)) {
    return { ...form, acts: mapAmounts(acts, confirmed), totalCentimes: confirmed(total) };
  }
  return {
    ...form,
    acts: mapAmounts(acts, (field) => withDoubt(field, 'CONFLICTING_VALUES')),
    totalCentimes: withDoubt(total, 'CONFLICTING_VALUES'),
  };
}

function impossibleAfter(
  field: ReadField<string> | undefined,
  latest: string | undefined,
): ReadField<string> | undefined {
  if (field === undefined || latest === undefined || field.value <= latest) return field;
  return withDoubt(field, 'IMPOSSIBLE_VALUE');
}

function extreme(dates: readonly (string | undefined)[], sign: 1 | -1): string | undefined {
  return dates
    .flatMap((date) => date ?? [])
    .sort((a, b) => sign * a.localeCompare(b))
    .at(0);
}

/**
 * A day that was read nearly for sure, and is no guess as `13` for `18`, is proved by another place that gives the same day for sure: a misreading hardly ever
 * makes the very day that the signature or another act has.
 */
function confirmDays(form: CareForm): CareForm {
  const days = [...form.acts.map((act) => act.dateOfCare), form.signatureDate];
  const sureDays = days.filter((day) => day?.doubts.length === 0);
  const confirm = (day: ReadField<string> | undefined): ReadField<string> | undefined =>
    day !== undefined &&
    day.confidencePercent >= nearlySurePercent &&
    sureDays.some((other) => other !== day && other?.value === day.value)
      ? confirmed(day)
      : day;
  return {
    ...form,
    acts: form.acts.map((act) => ({ ...act, dateOfCare: confirm(act.dateOfCare) })),
    signatureDate: confirm(form.signatureDate),
  };
}

/** Nobody is treated before birth, and nobody signs before the treatment: which of two dates is wrong, neither tells. */
function checkDates(form: CareForm): CareForm {
  const firstCare = extreme([...form.acts.map((act) => act.dateOfCare?.value), form.signatureDate?.value], 1);
  const lastCare = extreme(
    form.acts.map((act) => act.dateOfCare?.value),
    -1,
  );
  const signed = form.signatureDate;
  const isSignedEarly = signed !== undefined && lastCare !== undefined && signed.value < lastCare;
  return {
    ...form,
    acts: form.acts.map((act) => ({ ...act, dateOfCare: impossibleAfter(act.dateOfCare, signed?.value) })),
    insuredBirthDate: impossibleAfter(form.insuredBirthDate, firstCare),
    patientBirthDate: impossibleAfter(form.patientBirthDate, firstCare),
    signatureDate: isSignedEarly ? withDoubt(signed, 'IMPOSSIBLE_VALUE') : signed,
  };
}

/** Highest confidence of a link that was not read from a tick but follows from the names. */
const inferredLinkPercent = 75;

/** Whether the patient is the insured by the form's own words; undefined where it does not tell. */
function isSamePerson(form: CareForm): boolean | undefined {
  const { insuredName, patientName, insuredBirthDate: born, patientBirthDate: patientBorn } = form;
  if (form.cin !== undefined && form.patientCin !== undefined)
    return form.cin.value === form.patientCin.value;
  if (insuredName === undefined || patientName === undefined) return undefined;
  const isSameName = comparable(insuredName.value) === comparable(patientName.value);
  const isSameBirth =
    born === undefined || patientBorn === undefined ? undefined : born.value === patientBorn.value;
  if (isSameName && isSameBirth !== false) return true;
  return !isSameName && isSameBirth !== true ? false : undefined;
}

/**
 * The link must agree with the names. Text detection often shows no tick; then a patient who bears the insured's name
 * (and birth date, where both are there) is the insured. A different patient may be spouse or child: that stays open.
 */
function checkLink(form: CareForm): CareForm {
  const { beneficiaryLink: link, patientName } = form;
  const isSame = isSamePerson(form);
  if (link !== undefined) {
    const agrees = isSame === undefined || isSame === (link.value === 'insured');
    if (!agrees) return { ...form, beneficiaryLink: withDoubt(link, 'CONFLICTING_VALUES') };
    // The names prove a tick at the insured; of spouse and child they only say that it is somebody else.
    return isSame === true ? { ...form, beneficiaryLink: confirmed(link) } : form;
  }
  if (isSame !== true || patientName === undefined) return form;
  const inferred: ReadField<BeneficiaryLink> = {
    ...patientName,
    value: 'insured',
    confidencePercent: Math.min(inferredLinkPercent, patientName.confidencePercent),
  };
  return { ...form, beneficiaryLink: inferred };
}

/** Checks the fields of a form against each other; what disagrees is doubted, what agrees is surer. */
export function crossCheck(form: CareForm): CareForm {
  return checkLink(checkDates(confirmDays(checkSum(form))));
}
