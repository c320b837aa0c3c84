import type { BeneficiaryRef } from '#claims';
import type { CareForm } from '#reading';
import type { PersonFile } from '#registry';
import { type Centimes, foldLatin, isBirthDate, isIsoDate, normaliseInpe } from '#shared';
import { daysBeside } from './act-fingerprint.ts';
import { canonicalHash } from './canonical-hash.ts';
import { normaliseKeyLetter } from './tariffs/act-code.ts';

/**
 * Traces of the person who was cared for, whoever declared them: a child of two insured parents, a wife who is insured herself.
 * Registration numbers differ then; the birth date does not. A trace belongs to its claim, so that it never stands in the way of
 * another one by itself; who comes second sees it in the group.
 */

/** Care of somebody born that day, at one provider or of one medicine. */
interface CareOf {
  /** ISO date; of a child it may be a year alone. */
  readonly birthDate: string;
  /** INPE of who gave it, or EAN-13 of what was got. */
  readonly at: string;
  /** ISO date. */
  readonly day: string;
}

/** What was done, or how many boxes were got, and whose it is beyond the declaration. */
export interface TracedCare extends CareOf {
  /** Name of a child, which two parents declare alike; undefined of anybody else. */
  readonly childName: string | undefined;
  /** Key letter, or the code of the boxes. */
  readonly what: string;
  readonly billedCentimes: Centimes;
}

/** The care of a month: few claims, for few are born on one day and go to one provider. */
export function personGroup({ birthDate, at, day }: CareOf): string {
  return canonicalHash(['person-group-1', birthDate, at, day.slice(0, 'YYYY-MM'.length)]);
}

function dayTrace({ birthDate, at, day }: CareOf, claimId: string): string | undefined {
  if (!isIsoDate(birthDate)) return undefined;
  return canonicalHash(['person-day-1', birthDate, at, day, claimId]);
}

function childTrace(care: TracedCare, claimId: string): string | undefined {
  const { birthDate, childName, at, day, what, billedCentimes } = care;
  return childName === undefined
    ? undefined
    : canonicalHash([
        'child-act-1',
        birthDate,
        childName,
        at,
        day,
        normaliseKeyLetter(what),
        billedCentimes,
        claimId,
      ]);
}

/**
 * Who it is beyond the declaration; undefined where only the year of birth is known, which is that of many, unless it is a child, whom
 * the name tells beside it.
 */
export function personBehind(
  { person, dependants }: PersonFile,
  beneficiary: BeneficiaryRef,
): Pick<TracedCare, 'birthDate' | 'childName'> | undefined {
  if (beneficiary.kind === 'insured')
    return isIsoDate(person.birthDate) ? { birthDate: person.birthDate, childName: undefined } : undefined;
  const dependant = dependants.find(({ dependantId }) => dependantId === beneficiary.dependantId);
  if (dependant === undefined) return undefined;
  const { link, name, birthDate } = dependant;
  if (!isIsoDate(birthDate) && link !== 'child') return undefined;
  const words = foldLatin(`${name.family} ${name.given}`).split(' ').toSorted();
  return { birthDate, childName: link === 'child' ? words.join(' ') : undefined };
}

/** What a claim that is paid for it leaves in the group. */
export function tracesOf(
  care: TracedCare,
  claimId: string,
): readonly { readonly group: string; readonly fingerprint: string }[] {
  const group = personGroup(care);
  return [dayTrace(care, claimId), childTrace(care, claimId)].flatMap((fingerprint) =>
    fingerprint === undefined ? [] : [{ group, fingerprint }],
  );
}

/** Another claim that was paid for the very same act of a child, or for care of somebody born then on that day or beside it. */
export function findTrace(
  care: TracedCare,
  {
    knownFingerprints,
    knownGroups,
  }: {
    readonly knownFingerprints: ReadonlyMap<string, string>;
    readonly knownGroups?: ReadonlyMap<string, string> | undefined;
  },
): { readonly claimId: string; readonly isSame: boolean } | undefined {
  const days = [care.day, ...daysBeside(care.day)].map((day) => ({ ...care, day }));
  if (days.every((one) => knownGroups?.has(personGroup(one)) !== true)) return undefined;
  const owners = [...new Set(knownFingerprints.values())];
  const has = (trace: string | undefined): boolean => trace !== undefined && knownFingerprints.has(trace);
  const same = owners.find((claimId) => has(childTrace(care, claimId)));
  // Two children may have one name and one year.
  if (same !== undefined) return { claimId: same, isSame: isIsoDate(care.birthDate) };
  const near = owners.find((claimId) => days.some((one) => has(dayTrace(one, claimId))));
  return near === undefined ? undefined : { claimId: near, isSame: false };
}

/** The birth date of whom the form is about, as far as it says so: that of the insured person where it names nobody else. */
function birthDateOf(form: CareForm, person: PersonFile | undefined): string | undefined {
  const read = form.patientBirthDate?.value ?? person?.person.birthDate;
  return read !== undefined && isBirthDate(read) ? read : undefined;
}

/** Groups in which traces of the person would be: what to look up before a form is adjudicated. */
export function personGroupsOf(form: CareForm, person: PersonFile | undefined): readonly string[] {
  const birthDate = birthDateOf(form, person);
  if (birthDate === undefined) return [];
  const groups = form.acts.flatMap(({ dateOfCare, inpe }) => {
    const at = normaliseInpe((inpe ?? form.inpe)?.value ?? '');
    if (dateOfCare === undefined || !isIsoDate(dateOfCare.value) || at === undefined) return [];
    const day = dateOfCare.value;
    return [day, ...daysBeside(day)].map((one) => personGroup({ birthDate, at, day: one }));
  });
  const day = form.dispensing?.dispensedOn?.value;
  const ofMedicines =
    day === undefined || !isIsoDate(day)
      ? []
      : (form.dispensing?.medicines ?? []).flatMap(({ code }) =>
          code === undefined
            ? []
            : [day, ...daysBeside(day)].map((one) => personGroup({ birthDate, at: code.value, day: one })),
        );
  return [...new Set([...groups, ...ofMedicines])];
}
