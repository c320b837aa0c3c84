import { distance } from 'fastest-levenshtein';
import type { BeneficiaryRef, Finding } from '#claims';
import type { BeneficiaryLink, CareForm, ReadField } from '#reading';
import { type PersonFile, personNames } from '#registry';
import { compareNames, isMisreadName, type NameOnFile } from '#shared';
import type { Certainty } from './certainty.ts';
import { isIdentityNumberOf } from './agreed-facts.ts';
import { bestComparison } from './identify-insured.ts';

interface Candidate {
  readonly ref: BeneficiaryRef;
  readonly link: BeneficiaryLink;
  readonly name: NameOnFile;
  readonly names: readonly string[];
  readonly birthDate: string;
  readonly card: Pick<PersonFile['person'], 'cin' | 'residenceCard'>;
}

/** How a person of the family agrees with what the form says; `absent` where the form says nothing. */
interface Match {
  readonly candidate: Candidate;
  readonly name: 'same' | 'close' | 'different' | 'absent';
  readonly birthDate: 'same' | 'different' | 'absent';
}

export interface IdentifiedBeneficiary {
  readonly ref: BeneficiaryRef;
  /** ISO date. */
  readonly birthDate: string;
}

function candidatesOf({ person, dependants }: PersonFile): readonly Candidate[] {
  const insured: Candidate = {
    ref: { kind: 'insured' },
    link: 'insured',
    name: person.name,
    names: personNames(person.name),
    birthDate: person.birthDate,
    card: person,
  };
  const family = dependants.map((card): Candidate => {
    const { dependantId, link, name, birthDate } = card;
    return { ref: { kind: 'dependant', dependantId }, link, name, names: personNames(name), birthDate, card };
  });
  return [insured, ...family];
}

function compareBirthDate({ birthDate }: Candidate, { patientBirthDate }: CareForm): Match['birthDate'] {
  if (patientBirthDate === undefined) return 'absent';
  return patientBirthDate.value === birthDate ? 'same' : 'different';
}

function compareName(candidate: Candidate, form: CareForm, certainty: Certainty): Match['name'] {
  const { patientName, patientBirthDate } = form;
  if (patientName === undefined) return 'absent';
  const compared = bestComparison(patientName.value, candidate.names);
  if (compared !== 'different') return compared;
  // A misread family name tells nobody of the family from another, nor does one that is lost: given name and birth date do.
  const isBornThen = patientBirthDate?.value === candidate.birthDate && certainty.isCertain(patientBirthDate);
  const isHis =
    isMisreadName(patientName.value, candidate.name) ||
    compareNames(patientName.value, candidate.name.given) === 'same';
  return isBornThen && isHis ? 'close' : 'different';
}

function matchOf(candidate: Candidate, form: CareForm, certainty: Certainty): Match {
  return {
    candidate,
    name: compareName(candidate, form, certainty),
    birthDate: compareBirthDate(candidate, form),
  };
}

const fits = ({ name, birthDate }: Match): boolean => name !== 'different' && birthDate !== 'different';
const isNear = ({ name, birthDate }: Match): boolean =>
  name === 'same' || name === 'close' || birthDate === 'same';

/**
 * Fields that must be there to tell who was cared for; the insured's own box needs one of name and birth date at most. A name
 * is not needed where the birth date is that of one member of the family only.
 */
function missingFields(
  { beneficiaryLink, patientName, patientBirthDate }: CareForm,
  family: readonly Candidate[],
): readonly Finding[] {
  if (beneficiaryLink?.value === 'insured') return [];
  const missing: Finding[] = [];
  const bornThen = family.filter(({ birthDate }) => birthDate === patientBirthDate?.value);
  if (patientName === undefined && bornThen.length !== 1)
    missing.push({ kind: 'missing', code: 'FORM_INCOMPLETE', field: 'patientName' });
  if (patientBirthDate === undefined)
    missing.push({ kind: 'missing', code: 'FORM_INCOMPLETE', field: 'patientBirthDate' });
  return missing;
}

/** Below it nothing was read of a name, whatever it happens to be like. */
const hardlyReadPercent = 20;

/** Characters by which the birth dates of a family must differ for a misread one to be nobody else's. */
const clearDifference = 3;

/** Whether a birth date that was not read surely can be nobody else's of the family: brothers and sisters are a digit apart. */
function isClearBirthDate({ birthDate }: Candidate, family: readonly Candidate[]): boolean {
  const near = family.filter((other) => distance(birthDate, other.birthDate) < clearDifference);
  return near.length === 1;
}

/** Fields that agree with the person found, but are too weak to be believed even so. */
function weakFields(
  form: CareForm,
  candidate: Candidate,
  family: readonly Candidate[],
  certainty: Certainty,
): readonly Finding[] {
  const { patientName, patientBirthDate, beneficiaryLink } = form;
  const isName = patientName !== undefined && bestComparison(patientName.value, candidate.names) === 'same';
  // Both as on file: no misreading agrees twice, however weak each is.
  if (isName && patientBirthDate !== undefined) return [];
  const isNameSure = isName && certainty.isCertain(patientName);
  const isBirthSure = certainty.isCertain(patientBirthDate);
  const isNameRead = patientName !== undefined && patientName.confidencePercent >= hardlyReadPercent;
  const isBorneOut: Readonly<Record<string, boolean>> = {
    patientName: isBirthSure && isNameRead,
    beneficiaryLink: isBirthSure || isNameSure,
  };
  const findings = Object.entries({ beneficiaryLink, patientName, patientBirthDate })
    .filter(
      ([name, field]) =>
        field !== undefined && isBorneOut[name] !== true && !certainty.isCertainWhenConfirmed(field),
    )
    .map(([field]): Finding => ({ kind: 'doubt', code: 'BENEFICIARY_UNREADABLE', field }));
  if (findings.length > 0 || patientName !== undefined) return findings;
  // Only the birth date tells, or only the tick: nothing else bears it out.
  if (patientBirthDate !== undefined)
    return isBirthSure || isClearBirthDate(candidate, family)
      ? []
      : [{ kind: 'doubt', code: 'BENEFICIARY_UNREADABLE', field: 'patientBirthDate' }];
  return certainty.isCertain(beneficiaryLink)
    ? []
    : [{ kind: 'doubt', code: 'BENEFICIARY_UNREADABLE', field: 'beneficiaryLink' }];
}

/** A CIN of the patient that is surely another than the one on file. */
function otherCin({ patientCin }: CareForm, candidate: Candidate, certainty: Certainty): readonly Finding[] {
  const isOther =
    patientCin !== undefined &&
    (candidate.card.cin ?? candidate.card.residenceCard) !== undefined &&
    !isIdentityNumberOf(patientCin.value, candidate.card) &&
    certainty.isCertain(patientCin);
  return isOther ? [{ kind: 'doubt', code: 'IDENTITY_MISMATCH', field: 'patientCin' }] : [];
}

const isLabelled = (field: ReadField<unknown> | undefined): boolean =>
  field?.evidence?.includes('LABEL') === true;

/** Name and birth date that stand by each other, apart from the insured's own: the form is about whom they name. */
const areOfOnePerson = (name: ReadField<string> | undefined, birth: ReadField<string> | undefined): boolean =>
  [name, birth].every((field) => field?.evidence?.includes('NEIGHBOURS') === true);

/**
 * Nobody fits: rejected only if all that was read is certain and nobody of the family is even near. Whose name and birth date
 * it is, the tick says, or the label of the name does, or that they belong together.
 */
function nobody(form: CareForm, matches: readonly Match[], certainty: Certainty): Finding {
  const { beneficiaryLink: link, patientName: name, patientBirthDate: birth } = form;
  const isPatientSure = certainty.isCertain(name) && certainty.isCertain(birth);
  const isTheirs =
    certainty.isCertain(link) || areOfOnePerson(name, birth) || (link === undefined && isLabelled(name));
  if (!isPatientSure || !isTheirs) return { kind: 'doubt', code: 'BENEFICIARY_UNREADABLE' };
  if (form.beneficiaryLink?.value === 'insured' || matches.some(isNear))
    return { kind: 'doubt', code: 'BENEFICIARY_AMBIGUOUS' };
  return { kind: 'rejection', code: 'BENEFICIARY_NOT_DECLARED' };
}

/**
 * Who was cared for: the insured person, or the member of the family that the link, the name and the birth date agree on.
 * Twins, namesakes and a link that says otherwise are doubted. Beside doubts about the member who was found it is for the caller
 * to say whether people settled them.
 */
export function identifyBeneficiary(
  form: CareForm,
  file: PersonFile,
  certainty: Certainty,
): { readonly beneficiary: IdentifiedBeneficiary | undefined; readonly findings: readonly Finding[] } {
  const family = candidatesOf(file);
  const missing = missingFields(form, family);
  if (missing.length > 0) return { beneficiary: undefined, findings: missing };

  const link = form.beneficiaryLink?.value;
  const matches = family.map((candidate) => matchOf(candidate, form, certainty));
  const isTickAlone = form.patientName === undefined && form.patientBirthDate === undefined;
  const fitting = matches.filter(
    (match) => fits(match) && !(isTickAlone && match.candidate.link !== 'insured'),
  );
  const exact = fitting.filter(({ name }) => name === 'same');
  const [found, ...others] = exact.length > 0 ? exact : fitting;
  if (found === undefined) return { beneficiary: undefined, findings: [nobody(form, matches, certainty)] };
  if (others.length > 0 || (link !== undefined && link !== found.candidate.link)) {
    return { beneficiary: undefined, findings: [{ kind: 'doubt', code: 'BENEFICIARY_AMBIGUOUS' }] };
  }
  const findings = [
    ...weakFields(form, found.candidate, family, certainty),
    ...otherCin(form, found.candidate, certainty),
  ];
  const { ref, birthDate } = found.candidate;
  return { beneficiary: { ref, birthDate }, findings };
}
