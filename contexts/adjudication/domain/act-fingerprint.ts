import type { BeneficiaryRef } from '#claims';
import type { CareForm, CareFormAct } from '#reading';
import { addDays, type Centimes, isIsoDate, normaliseInpe, normaliseRegistrationNumber } from '#shared';
import { canonicalHash } from './canonical-hash.ts';
import { medicineGroupsOf } from './medicines/medicine-fingerprint.ts';
import { normaliseKeyLetter } from './tariffs/act-code.ts';

/** What was done for whom, at whichever provider. */
interface ActOfDay {
  readonly registrationNumber: string;
  /** ISO date. */
  readonly dateOfCare: string;
  readonly beneficiary: BeneficiaryRef;
  readonly keyLetter: string;
  readonly billedCentimes: Centimes;
}

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
export function actFingerprint(act: ActOfDay & CareDay): string {
  const letter = normaliseKeyLetter(act.keyLetter);
  return canonicalHash([
    'act-1',
    act.registrationNumber,
    patientOf(act),
    act.inpe,
    act.dateOfCare,
    letter,
    act.billedCentimes,
  ]);
}

const patientOf = ({ beneficiary }: Pick<ActOfDay, 'beneficiary'>): string =>
  beneficiary.kind === 'insured' ? 'insured' : beneficiary.dependantId;

/**
 * Trace of an act, whoever gave it: a provider may have two numbers, or another one may be written on the same act. It belongs to its
 * claim, so that it stands in nobody's way by itself: the same amount for the same letter may be of two doctors.
 */
export function traceAnywhere(act: ActOfDay, claimId: string): string {
  const { registrationNumber, dateOfCare, keyLetter, billedCentimes } = act;
  const what = [patientOf(act), dateOfCare, normaliseKeyLetter(keyLetter), billedCentimes];
  return canonicalHash(['act-anywhere-1', registrationNumber, ...what, claimId]);
}

/** A month of an insured person's family, whoever gave care: a day each would be too many for one decision. */
export function monthGroup({ registrationNumber, dateOfCare }: Omit<CareDay, 'inpe'>): string {
  return canonicalHash(['month-group-1', registrationNumber, dateOfCare.slice(0, 'YYYY-MM'.length)]);
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

/**
 * Its own day and those beside it, its day at the provider of the form, its month, two months of the person, and two more that a stay
 * reaches into.
 */
const MOST_GROUPS_OF_ACT = 9;
const MOST_GROUPS_OF_MEDICINE = 3;

/**
 * How many groups there are to look at, if they may be more than one decision can hold; none is made where they cannot.
 * @param sessionGroups groups of approved sessions
 * @param personGroups groups of who was cared for
 */
export function tooManyCareGroups(
  form: CareForm,
  sessionGroups: readonly string[],
  personGroups: () => readonly string[],
): number | undefined {
  const medicines = form.dispensing?.medicines.length ?? 0;
  const most =
    form.acts.length * MOST_GROUPS_OF_ACT + medicines * MOST_GROUPS_OF_MEDICINE + sessionGroups.length;
  if (most <= MOST_CARE_GROUPS) return undefined;
  const groups = fingerprintGroupsOf(form).length + sessionGroups.length + personGroups().length;
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
  const acts = form.acts.flatMap((act) => {
    const days = careDaysOf(act, form);
    const [own] = days;
    return [
      ...days.map((day) => fingerprintGroup({ registrationNumber, ...day })),
      ...(own === undefined ? [] : [monthGroup({ registrationNumber, dateOfCare: own.dateOfCare })]),
    ];
  });
  return [...new Set(acts), ...medicines];
}
