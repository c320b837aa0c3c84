import type { BeneficiaryRef } from '#claims';
import type { CareForm, CareFormAct } from '#reading';
import { addDays, type Centimes, isIsoDate, normaliseInpe, normaliseRegistrationNumber } from '#shared';
import { canonicalHash } from './canonical-hash.ts';
import { medicineGroupsOf } from './medicines/medicine-fingerprint.ts';
import { normaliseKeyLetter } from './tariffs/act-code.ts';

interface CareDay {
  readonly registrationNumber: string;
  readonly inpe: string;
  /** ISO date. */
  readonly dateOfCare: string;
}

/**
 * Identity of an act for finding duplicates: the same person, provider, day, letter and amount give the same 64 hexadecimal
 * digits, on whichever form, scan or agency it comes again. A hash, so that no number of a person is kept in a key.
 */
export function actFingerprint(
  act: CareDay & {
    readonly beneficiary: BeneficiaryRef;
    readonly keyLetter: string;
    readonly billedCentimes: Centimes;
  },
): string {
  const beneficiary = act.beneficiary.kind === 'insured' ? 'insured' : act.beneficiary.dependantId;
  const letter = normaliseKeyLetter(act.keyLetter);
  return canonicalHash([
    'act-1',
    act.registrationNumber,
    beneficiary,
    act.inpe,
    act.dateOfCare,
    letter,
    act.billedCentimes,
  ]);
}

/**
 * Trace of an act at the provider of the form that it was billed on, where its row names another one: it makes the act nearly the same
 * as one of that provider, and never the same.
 */
export function traceAtForm(fingerprintAtForm: string): string {
  return canonicalHash(['act-of-row-1', fingerprintAtForm]);
}

/** Identity of an insured person's family, a provider and a day: possible duplicates of an act are all in one group. */
export function fingerprintGroup({ registrationNumber, inpe, dateOfCare }: CareDay): string {
  return canonicalHash(['group-1', registrationNumber, inpe, dateOfCare]);
}

/** The days before and after one (ISO dates), on which the same act may have been filed with another day. */
export function daysBeside(dateOfCare: string): readonly string[] {
  return [-1, 1].map((days) => addDays(dateOfCare, days));
}

/**
 * Groups that one decision can hold still while it is recorded: with the claim, its event and its review they are one transaction,
 * which takes a hundred items. About thirty days apart from each other; a form has ten acts.
 */
export const MOST_CARE_GROUPS = 97;

/** Its own day and those beside it, its day at the provider of the form, and two months of the person. */
const MOST_GROUPS_OF_ACT = 6;
const MOST_GROUPS_OF_MEDICINE = 3;

/**
 * How many groups there are to look at, if they may be more than one decision can hold; none is made where they cannot.
 * @param personGroups groups of who was cared for
 */
export function tooManyCareGroups(form: CareForm, personGroups: () => readonly string[]): number | undefined {
  const medicines = form.dispensing?.medicines.length ?? 0;
  const most = form.acts.length * MOST_GROUPS_OF_ACT + medicines * MOST_GROUPS_OF_MEDICINE;
  if (most <= MOST_CARE_GROUPS) return undefined;
  const groups = fingerprintGroupsOf(form).length + personGroups().length;
  return groups > MOST_CARE_GROUPS ? groups : undefined;
}

/** Where and when an act may have been claimed before: at who gave it, also the days beside, and at the form's own provider. */
function careDaysOf(
  { dateOfCare, inpe: ofRow }: CareFormAct,
  { inpe: ofForm }: CareForm,
): readonly Omit<CareDay, 'registrationNumber'>[] {
  if (dateOfCare === undefined || !isIsoDate(dateOfCare.value)) return [];
  const day = dateOfCare.value;
  const [formInpe, rowInpe] = [ofForm, ofRow].map((field) => normaliseInpe(field?.value ?? ''));
  const own = rowInpe ?? formInpe;
  return [
    ...(own === undefined ? [] : [day, ...daysBeside(day)].map((date) => ({ inpe: own, dateOfCare: date }))),
    ...(formInpe === undefined || formInpe === own ? [] : [{ inpe: formInpe, dateOfCare: day }]),
  ];
}

/**
 * Groups in which duplicates of a form's acts and medicines would be, as it was read, and those that are nearly the same: what to look up before
 * it is adjudicated.
 */
export function fingerprintGroupsOf(form: CareForm): readonly string[] {
  const registrationNumber = normaliseRegistrationNumber(form.registrationNumber?.value ?? '');
  const medicines = medicineGroupsOf(form);
  if (registrationNumber === undefined) return medicines;
  const acts = form.acts.flatMap((act) =>
    careDaysOf(act, form).map((day) => fingerprintGroup({ registrationNumber, ...day })),
  );
  return [...new Set(acts), ...medicines];
}
