import type { BeneficiaryRef } from '#claims';
import type { CareForm } from '#reading';
import type { Dependant, PersonFile } from '#registry';
import {
  type Centimes,
  foldLatin,
  isBirthDate,
  isIsoDate,
  latinConsonants,
  monthOf,
  normaliseInpe,
  normaliseKeyLetter,
} from '#shared';
import { canonicalHash } from './canonical-hash.ts';
import { daysBeside } from './near-days.ts';
import { childNameMark, isWithinDays, namedEntry, personMark, type TakenCare } from './taken-care.ts';
import { dayOfSale } from './medicines/sale.ts';

/**
 * Traces of the person who was cared for, whoever declared them: a child of two insured parents, a wife who is insured herself.
 * Registration numbers differ then; the birth date does not. A trace belongs to its claim, so that it never stands in the way of
 * another one by itself; who comes second sees it in the group.
 */

/** Care of somebody born that day, at one provider or of one medicine. */
interface CareOf {
  /** ISO date; of a child it may be a year alone. */
  readonly birthDate: string;
  /** INPE of who gave it; EAN-13 of what was got, in what claims of before left. */
  readonly at: string;
  /** ISO date. */
  readonly day: string;
}

/** What was done, and whose it is beyond the declaration. */
export interface TracedCare extends CareOf {
  /** Name of a child, which two parents declare alike; undefined of anybody else. */
  readonly childName: string | undefined;
  /** What that name sounds like, where the birth date is not the same. */
  readonly childKey?: string | undefined;
  /** Key letter; the code of boxes. */
  readonly what: string;
  readonly billedCentimes: Centimes;
}

/** The care of a month: few claims, for few are born on one day and go to one provider. */
export function personGroup({ birthDate, at, day }: CareOf): string {
  return canonicalHash(['person-group-1', birthDate, at, monthOf(day)]);
}

/** The groups of a day and those beside it: mostly one. */
const groupsAround = (care: CareOf): readonly string[] =>
  daysOfMonths(care.day).map((day) => personGroup({ ...care, day }));

/** A day of each month that a day and those beside it are in; no day is made where it is not near the end of its month. */
function daysOfMonths(day: string): readonly string[] {
  const ofMonth = day.slice('YYYY-MM-'.length);
  if (ofMonth > '01' && ofMonth < '28') return [day];
  return [...new Map([day, ...daysBeside(day)].map((one) => [monthOf(one), one])).values()];
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

interface Member extends Pick<Dependant, 'name' | 'birthDate'> {
  readonly link: Dependant['link'] | 'insured';
}

function memberOf({ person, dependants }: PersonFile, beneficiary: BeneficiaryRef): Member | undefined {
  if (beneficiary.kind === 'insured') return { ...person, link: 'insured' };
  return dependants.find(({ dependantId }) => dependantId === beneficiary.dependantId);
}

const wordsOf = ({ family, given }: Member['name']): readonly string[] =>
  foldLatin(`${family} ${given}`).split(' ').toSorted();

/** What a name sounds like, in whichever order and however its vowels are written. */
const nameKeyOf = (name: Member['name']): string =>
  wordsOf(name)
    .map((word) => latinConsonants(word) || word)
    .toSorted()
    .join(' ');

/**
 * Who it is beyond the declaration; undefined where only the year of birth is known, which is that of many, unless it is a child, whom
 * the name tells beside it.
 */
export function personBehind(
  file: PersonFile,
  beneficiary: BeneficiaryRef,
): Pick<TracedCare, 'birthDate' | 'childName' | 'childKey'> | undefined {
  const member = memberOf(file, beneficiary);
  if (member === undefined) return undefined;
  const { link, name, birthDate } = member;
  if (!isIsoDate(birthDate) && link !== 'child') return undefined;
  return link === 'child'
    ? { birthDate, childName: wordsOf(name).join(' '), childKey: nameKeyOf(name) }
    : { birthDate, childName: undefined };
}

const markOfMember = ({ birthDate, name }: Member): string => personMark(birthDate, nameKeyOf(name));

/** The mark of who got boxes, whoever declared them: by name and birth date, or its year where no more is known. */
export function boxesPersonOf(file: PersonFile, beneficiary: BeneficiaryRef): string | undefined {
  const member = memberOf(file, beneficiary);
  return member && markOfMember(member);
}

/** The marks of whom the form may be about, as far as it says: those of the family who were born that day. */
export function boxesPersonsOf(form: CareForm, file: PersonFile | undefined): readonly string[] {
  const birthDate = birthDateOf(form, file);
  if (file === undefined || birthDate === undefined) return [];
  const family: readonly Member[] = [{ ...file.person, link: 'insured' }, ...file.dependants];
  return family.filter((member) => member.birthDate === birthDate).map(markOfMember);
}

/** The care of a month of children of one name at one provider: a birth date may be a digit off in one of two declarations. */
export function childNameGroup(childKey: string, { at, day }: Pick<CareOf, 'at' | 'day'>): string {
  return canonicalHash(['child-name-group-1', childKey, at, monthOf(day)]);
}

/** What a child's act leaves behind for whoever knows the child by name, and not by the same birth date. */
export function namedTraceOf(
  { childKey, at, day }: TracedCare,
  claim: string,
): readonly { readonly group: string; readonly fingerprint: string }[] {
  if (childKey === undefined) return [];
  const fingerprint = namedEntry({ of: childNameMark(childKey), at, day }, claim);
  return [{ group: childNameGroup(childKey, { at, day }), fingerprint }];
}

/** The claim that was paid for care of a child of that name at the provider, on the day or beside it. */
export function findNamed(care: TracedCare, { named }: Pick<TakenCare, 'named'>): string | undefined {
  if (care.childKey === undefined || named.length === 0) return undefined;
  const of = childNameMark(care.childKey);
  return named.find(
    (other) => other.of === of && other.at === care.at && isWithinDays(other.day, care.day, 1),
  )?.claimId;
}

/** Such groups of the acts of a form, as far as it says whom it is about: what to look up before it is adjudicated. */
export function childNameGroupsOf(form: CareForm, file: PersonFile | undefined): readonly string[] {
  const birthDate = birthDateOf(form, file);
  const keys = (file?.dependants ?? [])
    .filter((one) => one.link === 'child' && one.birthDate === birthDate)
    .map(({ name }) => nameKeyOf(name));
  const groups = placesOf(form).flatMap(({ at, day }) =>
    keys.flatMap((key) => daysOfMonths(day).map((one) => childNameGroup(key, { at, day: one }))),
  );
  return [...new Set(groups)];
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
  if (knownGroups === undefined || knownGroups.size === 0) return undefined;
  if (groupsAround(care).every((group) => !knownGroups.has(group))) return undefined;
  const days = [care.day, ...daysBeside(care.day)].map((day) => ({ ...care, day }));
  const owners = [...new Set(knownFingerprints.values())];
  const has = (trace: string | undefined): boolean => trace !== undefined && knownFingerprints.has(trace);
  const same = owners.find((claimId) => has(childTrace(care, claimId)));
  // Two children may have one name and one year.
  if (same !== undefined) return { claimId: same, isSame: isIsoDate(care.birthDate) };
  const near = owners.find((claimId) => days.some((one) => has(dayTrace(one, claimId))));
  return near === undefined ? undefined : { claimId: near, isSame: false };
}

/** The birth date of whom the form is about, as far as it says so: that of the insured person where it names nobody else. */
function birthDateOf(
  form: Pick<CareForm, 'patientBirthDate'>,
  person: PersonFile | undefined,
): string | undefined {
  const read = form.patientBirthDate?.value ?? person?.person.birthDate;
  return read !== undefined && isBirthDate(read) ? read : undefined;
}

/** By whom and when acts were given, as it was read. */
function placesOf(form: CareForm): readonly Pick<CareOf, 'at' | 'day'>[] {
  return form.acts.flatMap(({ dateOfCare, inpe }) => {
    const at = normaliseInpe((inpe ?? form.inpe)?.value ?? '');
    return dateOfCare === undefined || !isIsoDate(dateOfCare.value) || at === undefined
      ? []
      : [{ at, day: dateOfCare.value }];
  });
}

/** Groups in which traces of the person's acts would be: what to look up before a form is adjudicated. */
export function personGroupsOf(form: CareForm, person: PersonFile | undefined): readonly string[] {
  const birthDate = birthDateOf(form, person);
  if (birthDate === undefined) return [];
  const groups = placesOf(form).flatMap((place) => groupsAround({ birthDate, ...place }));
  return [...new Set(groups)];
}

/** Groups in which claims left traces of the person's boxes when each of their codes had a group of its own. */
export function medicinePersonGroupsOf(
  { dispensing, ...form }: CareForm,
  person: PersonFile | undefined,
): readonly string[] {
  const birthDate = birthDateOf(form, person);
  if (birthDate === undefined || dispensing === undefined) return [];
  const groups = dispensing.medicines.flatMap((line) => {
    const day = dayOfSale(dispensing, line)?.value;
    return line.code === undefined || day === undefined || !isIsoDate(day)
      ? []
      : groupsAround({ birthDate, at: line.code.value, day });
  });
  return [...new Set(groups)];
}
