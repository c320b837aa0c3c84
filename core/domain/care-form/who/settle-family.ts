import { compareNames } from '../../identifiers/compare-names.ts';
import { personNames } from '../../registry/person-names.ts';
import { addDays } from '../../coverage/calendar.ts';
import { boxesOverlap } from '../boxes.ts';
import type { BeneficiaryLink, CareForm, ReadField } from '../care-form.ts';
import type { Candidate } from '../candidates/candidate.ts';
import type { RowToken } from '../candidates/row-tokens.ts';
import { ofThisCentury } from '../date-parser.ts';
import type { PageWord } from '../page-frame.ts';
import { toReadField, withDoubt, withEvidence } from '../read-field.ts';
import { fieldOfCandidate, fieldOfSeen, fieldOfSighting } from './evidence.ts';
import { worthOfNames, type FamilyHypothesis, type MemberEvidence, type Seen } from './family-hypotheses.ts';
import type { FormPage } from '../form-page.ts';
import type { NameSighting } from './page-names.ts';
import type { ProviderHypothesis } from './provider-hypotheses.ts';
import { findStrangers, likelyName } from './strangers.ts';

interface Given {
  readonly form: CareForm;
  readonly pages: readonly FormPage[];
  readonly best: FamilyHypothesis;
  readonly others: readonly FamilyHypothesis[];
  readonly providers: readonly ProviderHypothesis[];
}

/** What a label gives stays where it is another person's whom the registry knows: that is no misreading. */
function belongsToOther(
  value: string | undefined,
  others: readonly FamilyHypothesis[],
  of: (one: FamilyHypothesis) => string | undefined,
): boolean {
  return value !== undefined && others.some((one) => of(one) === value);
}

function numberField({ form, best, others }: Given): ReadField<string> | undefined {
  const labelled = form.registrationNumber;
  const isOthers = belongsToOther(labelled?.value, others, (one) => one.family.person.registrationNumber);
  if (labelled !== undefined && isOthers) return withDoubt(labelled, 'CONFLICTING_VALUES');
  return withLabel(fieldOfSeen(best.numbers, 'REGISTRY'), labelled);
}

function cinField({ form, best, others }: Given): ReadField<string> | undefined {
  const labelled = form.cin;
  const own = fieldOfSeen(best.insured.cins, 'REGISTRY');
  const isOthers =
    belongsToOther(labelled?.value, others, (one) => one.family.person.cin) &&
    !best.family.dependants.some(({ cin }) => cin === labelled?.value);
  if (labelled !== undefined && isOthers) return withDoubt(labelled, 'CONFLICTING_VALUES');
  return withLabel(own, labelled);
}

function overlaps(field: ReadField<string> | undefined, { page, words }: NameSighting): boolean {
  return field?.source.page === page && words.some(({ box }) => boxesOverlap(box, field.source.box));
}

function nameField(
  sighting: NameSighting | undefined,
  labelled: ReadField<string> | undefined,
): ReadField<string> | undefined {
  if (sighting === undefined) return undefined;
  const field = fieldOfSighting(sighting, [], 'REGISTRY');
  return overlaps(labelled, sighting) ? withEvidence(field, 'REGISTRY', 'LABEL') : field;
}

/** What is known to stand on the form for somebody or something. */
function explainedWords({ pages, best, providers, form }: Given): ReadonlySet<PageWord> {
  const sightings = [best.insured, ...best.dependants].flatMap(({ names }) => names);
  const seen = [best.insured, ...best.dependants].flatMap(({ births, cins }) => [...births, ...cins]);
  const fields = [form.address, form.providerName].filter((field) => field !== undefined);
  const isOf = (page: FormPage, { box }: PageWord): boolean =>
    fields.some(({ source }) => source.page === page.reading.frame.number && boxesOverlap(box, source.box));
  return new Set([
    ...sightings.flatMap(({ words }) => words),
    ...seen.flatMap(({ candidate }) => candidate.words),
    ...providers.flatMap(({ names }) => names.flatMap(({ words }) => words)),
    ...pages.flatMap((page) => [
      ...(page.contentTable?.words ?? []),
      ...page.reading.table.words,
      ...page.reading.labelWords,
      ...page.reading.frame.words.filter((word) => isOf(page, word)),
    ]),
  ]);
}

/** Days before the first care within which a date on a form has to do with the care. */
const daysAroundCare = 150;

function earliestCare({ form }: Given): string | undefined {
  const days = form.acts.flatMap((act) => act.dateOfCare?.value ?? []).toSorted();
  return days[0] === undefined ? undefined : addDays(days[0], -daysAroundCare);
}

function memberScore({ names, births, cins }: MemberEvidence): number {
  return worthOfNames(names) + (births.length > 0 ? 4 : 0) + (cins.length > 0 ? 3 : 0);
}

const memberMargin = 2;

type PatientFields = Pick<CareForm, 'patientName' | 'patientBirthDate' | 'patientCin' | 'beneficiaryLink'>;

/** The relative whom the form names; `unclear` where two of them are named about as well. */
function namedRelative({ best }: Given): FamilyHypothesis['dependants'][number] | 'unclear' | undefined {
  const [first, second] = best.dependants
    .filter((one) => memberScore(one) > 0)
    .toSorted((a, b) => memberScore(b) - memberScore(a));
  if (first === undefined) return undefined;
  return second !== undefined && memberScore(first) - memberScore(second) < memberMargin ? 'unclear' : first;
}

/** A labelled value that the registry agrees with keeps its label as evidence; one that it does not know gives way. */
function withLabel(
  own: ReadField<string> | undefined,
  labelled: ReadField<string> | undefined,
): ReadField<string> | undefined {
  if (own === undefined) return labelled;
  return labelled?.value === own.value ? withEvidence(own, 'REGISTRY', 'LABEL') : own;
}

function fieldsOfRelative({ names, births, cins }: MemberEvidence, { form, best }: Given): PatientFields {
  const isOfInsured = (value: string | undefined): boolean => value === best.family.person.birthDate;
  const labelledBirth = isOfInsured(form.patientBirthDate?.value) ? undefined : form.patientBirthDate;
  return {
    // A name that only a label gives is kept: it may be somebody else's.
    patientName: nameField(names[0], form.patientName) ?? labelledPatientName(form, best),
    patientBirthDate: withLabel(fieldOfSeen(births, 'REGISTRY'), labelledBirth),
    patientCin:
      fieldOfSeen(cins, 'REGISTRY') ??
      (form.patientCin?.value === best.family.person.cin ? undefined : form.patientCin),
    beneficiaryLink: form.beneficiaryLink,
  };
}

/** Short words that are part of names; any other of one or two letters is a word of a label. */
const particles = /^(?:el|al|id|aj|ou|ba|ed|es|ez)$/i;

/** Two words or more with capitals: what a label without a value has beside it is often another label. */
function isNameLike(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length >= 2 &&
    words.every((word) => /^\p{Lu}[\p{L}'’.-]*$/u.test(word) && (word.length > 2 || particles.test(word)))
  );
}

/** What stands at the patient's label, unless it is the insured's own name, which the label took by mistake. */
function labelledPatientName(form: CareForm, best: FamilyHypothesis): ReadField<string> | undefined {
  const name = form.patientName;
  if (name === undefined || !isNameLike(name.value)) return undefined;
  const isInsured = personNames(best.family.person.name).some(
    (own) => compareNames(name.value, own) === 'same',
  );
  return isInsured ? undefined : name;
}

/** Two sightings on the form: the second is the patient's, unless a label tells which is which. */
function placesOfInsured({ form, best }: Given): {
  readonly insured: NameSighting | undefined;
  readonly patient: NameSighting | undefined;
} {
  const { names } = best.insured;
  const patient = names.find((sighting) => overlaps(form.patientName, sighting));
  const insured = names.find((sighting) => overlaps(form.insuredName, sighting) && sighting !== patient);
  const first = insured ?? names.find((sighting) => sighting !== patient) ?? names[0];
  return { insured: first, patient: patient ?? names.find((sighting) => sighting !== first) };
}

function fieldsOfInsured(given: Given): PatientFields {
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
function birthPlaces(given: Given): {
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

/**
 * Makes the fields of the insured and of the patient out of what the pages say for one family. Whatever the form says that
 * the family does not explain stays as it was read, or is taken for the patient's: a person nobody knows is never passed over.
 */
export function settleFamily(given: Given): CareForm {
  const { form, best, pages } = given;
  const places = placesOfInsured(given);
  const relative = namedRelative(given);
  const settled: CareForm = {
    ...form,
    registrationNumber: numberField(given),
    cin: cinField(given),
    insuredName: insuredName(given, places.insured),
    insuredBirthDate: withLabel(fieldOfSeen(best.insured.births, 'REGISTRY'), labelledInsuredBirth(given)),
  };
  if (relative === 'unclear') return settled;
  const strangers = findStrangers(
    pages,
    explainedWords(given),
    best.family,
    earliestCare(given),
    given.providers.map(({ provider }) => provider.name),
  );
  const [birth] = strangers.births;
  const [name] = strangers.names;
  if (relative !== undefined) {
    const fields = fieldsOfRelative(relative, given);
    // Whom a birth date alone tells is not sure to be meant where the form names somebody whom nobody knows.
    return { ...settled, ...fields, patientName: fields.patientName ?? (name && nameOfTokens(name)) };
  }
  const isLabelledStranger =
    labelledPatientName(form, best) !== undefined && !isProviderName(form.patientName, given);
  if (birth === undefined && name === undefined && !isLabelledStranger)
    return {
      ...settled,
      ...fieldsOfInsured(given),
      insuredBirthDate: birthPlaces(given).insured ?? settledBirth(given),
    };
  return {
    ...settled,
    patientName: (isLabelledStranger ? form.patientName : undefined) ?? (name && nameOfTokens(name)),
    patientBirthDate:
      birth === undefined
        ? form.patientBirthDate
        : fieldOfCandidate(ofOneCentury(birth.candidate, earliestCare(given)), birth.page, 'PLACE'),
  };
}

/** Older people than this are so few that a year of two digits means the later century. */
const oldestYears = 100;

/** `11.04.13` is a birth of 2013: who was born in 1913 is hardly cared for. */
function ofOneCentury(birth: Candidate<string>, care: string | undefined): Candidate<string> {
  const { value } = birth.parsed;
  const isOne =
    care !== undefined && Number(care.slice(0, 4)) - (Number(value.slice(0, 4)) - 100) > oldestYears;
  return isOne ? { ...birth, parsed: ofThisCentury(birth.parsed) } : birth;
}

function nameOfTokens({
  tokens,
  page,
}: {
  readonly page: number;
  readonly tokens: readonly RowToken[];
}): ReadField<string> {
  const value = tokens.map(({ text }) => text).join(' ');
  return withEvidence(
    toReadField(
      { value, doubts: [] },
      tokens.flatMap(({ words }) => words),
      page,
    ),
    'PLACE',
  );
}

function settledBirth({ form, best }: Given): ReadField<string> | undefined {
  // Read at the insured's label, and not as the registry has it: that is a question, not a misplaced value.
  return form.insuredBirthDate?.value === best.family.person.birthDate ? undefined : form.insuredBirthDate;
}

/** A birth date at the insured's label, unless it is a relative's, which the label took by mistake. */
function labelledInsuredBirth({ form, best }: Given): ReadField<string> | undefined {
  const isRelatives = best.family.dependants.some(
    ({ birthDate }) => birthDate === form.insuredBirthDate?.value,
  );
  return isRelatives ? undefined : form.insuredBirthDate;
}

function isProviderName(field: ReadField<string> | undefined, { providers }: Given): boolean {
  return providers.some(({ names }) => names.some((sighting) => overlaps(field, sighting)));
}

/** The insured's name where it stands; another name at the insured's label stays, for it may be another person's form. */
function insuredName(given: Given, sighting: NameSighting | undefined): ReadField<string> | undefined {
  const { form, best } = given;
  const labelled = form.insuredName;
  if (sighting === undefined) {
    const name = labelled === undefined ? likelyName(given.pages, explainedWords(given)) : undefined;
    return name === undefined ? labelled : nameOfTokens(name);
  }
  const isExplained =
    labelled === undefined ||
    isProviderName(labelled, given) ||
    [best.insured, ...best.dependants].some(({ names }) => names.some((one) => overlaps(labelled, one)));
  const isName = isNameLike(labelled?.value ?? '') && (labelled?.confidencePercent ?? 0) >= 60;
  return isExplained || !isName ? nameField(sighting, labelled) : labelled;
}
