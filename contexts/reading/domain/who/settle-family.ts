import { boxesOverlap } from '../boxes.ts';
import type { CareForm, ReadField } from '../care-form.ts';
import { withDoubt, withEvidence } from '../read-field.ts';
import { fieldOfCandidate, fieldOfSeen } from './evidence.ts';
import type { FamilyHypothesis } from './family-hypotheses.ts';
import { lettersOf } from './name-words.ts';
import type { NameSighting } from './name-index.ts';
import { areOfOnePerson } from './one-person.ts';
import { findStrangers, likelyName } from './strangers.ts';
import { mayNamePatient } from './unread-patient.ts';

import {
  type FamilyOnForm,
  overlaps,
  nameField,
  withLabel,
  explainedWords,
  earliestCare,
  mayNameSomebody,
  isProviderName,
  nameOfTokens,
} from './family-on-form.ts';
import {
  namedRelative,
  fieldsOfRelative,
  labelledPatientName,
  placesOfInsured,
  fieldsOfInsured,
  birthPlaces,
  ofOneCentury,
} from './patient-fields.ts';

/** What a label gives stays where it is another person's whom the registry knows: that is no misreading. */
function belongsToOther(
  value: string | undefined,
  others: readonly FamilyHypothesis[],
  of: (one: FamilyHypothesis) => string | undefined,
): boolean {
  return value !== undefined && others.some((one) => of(one) === value);
}

function numberField({ form, best, others }: FamilyOnForm): ReadField<string> | undefined {
  const labelled = form.registrationNumber;
  const isOthers = belongsToOther(labelled?.value, others, (one) => one.family.person.registrationNumber);
  if (labelled !== undefined && isOthers) return withDoubt(labelled, 'CONFLICTING_VALUES');
  return withLabel(fieldOfSeen(best.numbers, 'REGISTRY'), labelled);
}

function cinField({ form, best, others }: FamilyOnForm): ReadField<string> | undefined {
  const labelled = form.cin;
  const own = fieldOfSeen(best.insured.cins, 'REGISTRY');
  const isOthers =
    belongsToOther(labelled?.value, others, (one) => one.family.person.cin) &&
    !best.family.dependants.some(({ cin }) => cin === labelled?.value);
  if (labelled !== undefined && isOthers) return withDoubt(labelled, 'CONFLICTING_VALUES');
  return withLabel(own, labelled);
}

/**
 * Makes the fields of the insured and of the patient out of what the pages say for one family. Whatever the form says that
 * the family does not explain stays as it was read, or is taken for the patient's: a person nobody knows is never passed over.
 */
export function settleFamily(given: FamilyOnForm): CareForm {
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
    given.providers.map(({ provider }) => provider),
  );
  const [birth] = strangers.births;
  const [name] = strangers.names;
  if (relative !== undefined) {
    const fields = fieldsOfRelative(relative, given);
    // Whom a birth date alone tells is not sure to be meant where the form names somebody whom nobody knows.
    return { ...settled, ...fields, patientName: fields.patientName ?? (name && nameOfTokens(name)) };
  }
  const isLabelledStranger =
    labelledPatientName(given) !== undefined && !isProviderName(form.patientName, given);
  if (birth === undefined && name === undefined && !isLabelledStranger) {
    const fields = fieldsOfInsured(given);
    const { beneficiaryLink: link } = fields;
    const isSure = link === undefined || fields.patientName !== undefined || !mayNamePatient(given);
    return {
      ...settled,
      ...fields,
      beneficiaryLink: isSure ? link : withDoubt(link, 'CONFLICTING_VALUES'),
      insuredBirthDate: birthPlaces(given).insured ?? settledBirth(given),
    };
  }
  const isOnePerson = areOfOnePerson(strangers, given);
  const placed = name && nameOfTokens(name);
  return {
    ...settled,
    patientName:
      (isLabelledStranger ? form.patientName : undefined) ??
      (isOnePerson ? placed && withEvidence(placed, 'PLACE', 'NEIGHBOURS') : placed),
    patientBirthDate:
      birth === undefined
        ? form.patientBirthDate
        : fieldOfCandidate(
            ofOneCentury(birth.candidate, earliestCare(given)),
            birth.page,
            'PLACE',
            ...(isOnePerson ? (['NEIGHBOURS'] as const) : []),
          ),
  };
}

function settledBirth({ form, best }: FamilyOnForm): ReadField<string> | undefined {
  // Read at the insured's label, and not as the registry has it: that is a question, not a misplaced value.
  return form.insuredBirthDate?.value === best.family.person.birthDate ? undefined : form.insuredBirthDate;
}

/** A birth date at the insured's label, unless it is a relative's, which the label took by mistake. */
function labelledInsuredBirth({ form, best }: FamilyOnForm): ReadField<string> | undefined {
  const isRelatives = best.family.dependants.some(
    ({ birthDate }) => birthDate === form.insuredBirthDate?.value,
  );
  return isRelatives ? undefined : form.insuredBirthDate;
}

/** Whether a name is put together of words of names that are known: two labels gave the family name of one and the given name of another. */
function isMadeOf(name: ReadField<string>, names: readonly NameSighting[]): boolean {
  const { page, box } = name.source;
  const words = names
    .filter((one) => one.page === page)
    .flatMap((one) => one.words)
    .filter((word) => boxesOverlap(word.box, box));
  return name.text.split(' ').every((text) => words.some((word) => word.text === text));
}

/** Words of one name are hardly further apart than family and given name of which each has a line of its own. */
const mostLinesOfName = 6;

/** Whether a label gave the insured's family name together with a given name far from it, which is that of another part of the form. */
function isPiecedTogether(name: ReadField<string>, { best, pages }: FamilyOnForm): boolean {
  const { family } = best.family.person.name;
  const frame = pages.find(({ reading }) => reading.frame.number === name.source.page)?.reading.frame;
  return (
    frame !== undefined &&
    name.source.box.height > mostLinesOfName * frame.lineHeight &&
    lettersOf(name.value).includes(lettersOf(family))
  );
}

/** The insured's name where it stands; another name at the insured's label stays, for it may be another person's form. */
function insuredName(given: FamilyOnForm, sighting: NameSighting | undefined): ReadField<string> | undefined {
  const { form, best } = given;
  const labelled = form.insuredName;
  if (sighting === undefined) {
    const name = labelled === undefined ? likelyName(given.pages, explainedWords(given)) : undefined;
    return name === undefined ? labelled : nameOfTokens(name);
  }
  const family = [best.insured, ...best.dependants].flatMap(({ names }) => names);
  const isExplained =
    labelled === undefined ||
    isProviderName(labelled, given) ||
    family.some((one) => overlaps(labelled, one)) ||
    isMadeOf(labelled, family) ||
    (sighting.match === 'same' && isPiecedTogether(labelled, given));
  const isName = mayNameSomebody(labelled, given) && (labelled?.confidencePercent ?? 0) >= 60;
  return isExplained || !isName ? nameField(sighting, labelled) : labelled;
}
