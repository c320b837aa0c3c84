import type { BeneficiaryRef } from '#claims';
import type { CareForm, CareFormAct } from '#reading';
import {
  type Centimes,
  isIsoDate,
  normaliseInpe,
  normaliseKeyLetter,
  normaliseRegistrationNumber,
} from '#shared';
import { canonicalHash } from './canonical-hash.ts';
import { medicineGroupsOf } from './medicines/medicine-fingerprint.ts';
import { daysBeside } from './near-days.ts';

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
 * Trace of an act, whoever gave it, that claims left in the group of its month: a provider may have two numbers, or another one may be
 * written on the same act. What is paid now leaves an entry that says so itself (`taken-care.ts`).
 */
export function traceAnywhere(act: ActOfDay, claimId: string): string {
  const { registrationNumber, dateOfCare, keyLetter, billedCentimes } = act;
  const what = [patientOf(act), dateOfCare, normaliseKeyLetter(keyLetter), billedCentimes];
  return canonicalHash(['act-anywhere-1', registrationNumber, ...what, claimId]);
}

/** A month of care of an insured person's family, whoever gave it, where claims left traces. */
export function monthGroup({ registrationNumber, dateOfCare }: Omit<CareDay, 'inpe'>): string {
  return canonicalHash(['month-group-1', registrationNumber, dateOfCare.slice(0, 'YYYY-MM'.length)]);
}

/** Identity of an insured person's family, a provider and a day, where claims left their acts. */
export function fingerprintGroup({ registrationNumber, inpe, dateOfCare }: CareDay): string {
  return canonicalHash(['group-1', registrationNumber, inpe, dateOfCare]);
}

/**
 * Groups that one decision can hold still while it is recorded: with the claim, its event and its review they are one transaction,
 * which takes a hundred items.
 */
export const MOST_CARE_GROUPS = 97;

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
 * Groups in which duplicates of a form's acts and medicines would be, and those that are nearly the same, of claims that were paid
 * when each day of a family at a provider had a group of its own, and each of its medicines. Nothing is added to them any more.
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
