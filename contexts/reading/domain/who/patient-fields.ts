import { personNames } from '#registry';
import { compareNames } from '#shared';
import type { BeneficiaryLink, CareForm, ReadField } from '../care-form.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { ofThisCentury } from '../date-parser.ts';
import { toReadField, withEvidence } from '../read-field.ts';
import { fieldOfCandidate, fieldOfSeen } from './evidence.ts';
import { worthOfNames, type FamilyHypothesis, type MemberEvidence, type Seen } from './family-hypotheses.ts';
import type { NameSighting } from './name-index.ts';
import { type FamilyOnForm, overlaps, nameField, withLabel, mayNameSomebody } from './family-on-form.ts';

function memberScore({ names, births, cins }: MemberEvidence): number {
  return worthOfNames(names) + (births.length > 0 ? 4 : 0) + (cins.length > 0 ? 3 : 0);
}

const memberMargin = 2;

type PatientFields = Pick<CareForm, 'patientName' | 'patientBirthDate' | 'patientCin' | 'beneficiaryLink'>;

/** The relative whom the form names; `unclear` where two of them are named about as well. */
export function namedRelative({
  best,
}: FamilyOnForm): FamilyHypothesis['dependants'][number] | 'unclear' | undefined {
  const [first, second] = best.dependants
    .filter((one) => memberScore(one) > 0)
    .toSorted((a, b) => memberScore(b) - memberScore(a));
  if (first === undefined) return undefined;
  return second !== undefined && memberScore(first) - memberScore(second) < memberMargin ? 'unclear' : first;
}

/** The patient's fields where the form names a relative. */
export function fieldsOfRelative(
  relative: FamilyHypothesis['dependants'][number],
  given: FamilyOnForm,
): PatientFields {
  const { names, births, cins } = relative;
  const { form, best } = given;
  const isOfInsured = (value: string | undefined): boolean => value === best.family.person.birthDate;
  const labelledBirth = isOfInsured(form.patientBirthDate?.value) ? undefined : form.patientBirthDate;
  return {
    // A name that only a label gives is kept: it may be somebody else's.
    patientName: nameField(names[0], form.patientName) ?? labelledPatientName(given),
    patientBirthDate: withLabel(fieldOfSeen(births, 'REGISTRY'), labelledBirth),
    patientCin:
      fieldOfSeen(cins, 'REGISTRY') ??
      (form.patientCin?.value === best.family.person.cin ? undefined : form.patientCin),
    beneficiaryLink: form.beneficiaryLink ?? linkOfRelative(relative),
  };
}

/** What the registry has of a relative whose name and birth date stand on the form, where nobody ticked it. */
function linkOfRelative({
  dependant,
  names: [name],
  births,
}: FamilyHypothesis['dependants'][number]): ReadField<BeneficiaryLink> | undefined {
  const born = fieldOfSeen(births);
  if (name?.match !== 'same' || born === undefined) return undefined;
  return withEvidence({ ...born, value: dependant.link }, 'REGISTRY');
}

/** What stands at the patient's label, unless it is the insured's own name, which the label took by mistake. */
export function labelledPatientName(given: FamilyOnForm): ReadField<string> | undefined {
  const { form, best } = given;
  const name = form.patientName;
  if (name === undefined || !mayNameSomebody(name, given)) return undefined;
  const isInsured = personNames(best.family.person.name).some(
    (own) => compareNames(name.value, own) === 'same',
  );
  return isInsured ? undefined : name;
}

/** Two sightings on the form: the second is the patient's, unless a label tells which is which. */
export function placesOfInsured({ form, best }: FamilyOnForm): {
  readonly insured: NameSighting | undefined;
  readonly patient: NameSighting | undefined;
} {
  const { names } = best.insured;
  const patient = names.find((sighting) => overlaps(form.patientName, sighting));
  const insured = names.find((sighting) => overlaps(form.insuredName, sighting) && sighting !== patient);
  const first = insured ?? names.find((sighting) => sighting !== patient) ?? names[0];
  return { insured: first, patient: patient ?? names.find((sighting) => sighting !== first) };
}

/** The patient's fields where the insured was cared for. */
export function fieldsOfInsured(given: FamilyOnForm): PatientFields {
  const { form, best } = given;
  const { insured, patient } = placesOfInsured(given);
  const births = best.insured.births;
  const patientName = nameField(patient === insured ? undefined : patient, form.patientName);
  const patientBirthDate = birthPlaces(given).patient;
  const link = form.beneficiaryLink;
  const isAlone = patientName === undefined && patientBirthDate === undefined;
  return {
    patientName,
    patientBirthDate,
    patientCin: form.patientCin,
    beneficiaryLink: link ?? (isAlone || births.length > 0 ? inferredLink(insured, best) : undefined),
  };
}

/**
 * Nobody else is named on the form, so the insured was cared for; the name that says so is where it stands. That is as sure as the
 * surest of what finds the insured: it is no reading of the name.
 */
function inferredLink(
  sighting: NameSighting | undefined,
  { numbers, insured }: FamilyHypothesis,
): ReadField<BeneficiaryLink> | undefined {
  if (sighting === undefined) return undefined;
  const name = toReadField({ value: 'insured' as const, doubts: [] }, sighting.words, sighting.page);
  const sure = [numbers, insured.cins, insured.births]
    .flatMap((places) => fieldOfSeen(places) ?? [])
    .filter(({ doubts }) => doubts.length === 0)
    .map(({ confidencePercent }) => confidencePercent);
  const surest = Math.max(name.confidencePercent, ...sure);
  const link = { ...name, confidencePercent: surest, doubts: sure.length > 0 ? [] : name.doubts };
  return { ...withEvidence(link, 'REGISTRY', 'PLACE'), text: sighting.text };
}

/** The insured's birth date, and the same again in the patient's part where the patient is the insured. */
export function birthPlaces(given: FamilyOnForm): {
  readonly insured: ReadField<string> | undefined;
  readonly patient: ReadField<string> | undefined;
} {
  const { form, best } = given;
  const { patient } = placesOfInsured(given);
  const births = best.insured.births;
  const all = fieldOfSeen(births, 'REGISTRY');
  const [first, second] = births;
  if (all === undefined || first === undefined)
    return { insured: form.insuredBirthDate, patient: form.patientBirthDate };
  if (second !== undefined) {
    const field = (one: Seen<string>): ReadField<string> =>
      fieldOfCandidate(one.candidate, one.page, 'REGISTRY', 'REPEATED');
    return { insured: field(first), patient: field(second) };
  }
  const isPatients =
    form.patientBirthDate?.value === all.value ||
    (form.insuredBirthDate?.value !== all.value &&
      patient?.page === first.page &&
      first.candidate.bottom > patient.top);
  return isPatients ? { insured: undefined, patient: all } : { insured: all, patient: undefined };
}

/** Older people than this are so few that a year of two digits means the later century. */
const oldestYears = 100;

/** `11.04.13` is a birth of 2013: who was born in 1913 is hardly cared for. */
export function ofOneCentury(birth: Candidate<string>, care: string | undefined): Candidate<string> {
  const { value } = birth.parsed;
  const isOne =
    care !== undefined && Number(care.slice(0, 4)) - (Number(value.slice(0, 4)) - 100) > oldestYears;
  return isOne ? { ...birth, parsed: ofThisCentury(birth.parsed) } : birth;
}
