import { boxAround } from './boxes.ts';
import type { CareForm, ReadField } from './care-form.ts';
import { fitValue } from './fit-value.ts';
import type { LabelName, SectionName } from './label-lexicon/label-entry.ts';
import type { PageReading } from './page-reading.ts';
import { confirmed, toReadField, withDoubt } from './read-field.ts';
import { repeatedNumber } from './repeated-number.ts';
import { readSignaturePlace } from './signature-place.ts';
import { hasArabic } from './text-folding.ts';
import { parseArabicName } from './text-parsers.ts';
import { middleY } from './page-frame.ts';
import { findUnlabelledInpe } from './unlabelled-inpe.ts';
import type { LabelledValue } from './value-assignment.ts';
import * as kinds from './value-kinds.ts';
import { readCareType, readLink, readPurpose, readSex } from './ticked-fields.ts';

/** The fields of a form that one page can give; the acts are the table's matter. */
export type PageFields = Omit<CareForm, 'pages' | 'acts'>;

function read<T>(
  page: PageReading,
  found: LabelledValue,
  kind: kinds.ValueKind<T>,
): ReadField<T> | undefined {
  const fitted = fitValue(kind, found.value.words);
  if (fitted === undefined) return undefined;
  return { ...toReadField(fitted.parsed, fitted.words, page.frame.number), evidence: ['LABEL'] };
}

function valuesOf(page: PageReading, ...names: readonly LabelName[]): readonly LabelledValue[] {
  return page.values.filter((value) => names.includes(value.label.name));
}

/** Values of labels that say whose they are, then those of plain labels (`Nom et prénom`) in that person's part. */
function ownValues(
  page: PageReading,
  explicit: readonly LabelName[],
  plain: LabelName,
  sections: readonly (SectionName | undefined)[],
): readonly LabelledValue[] {
  const inSection = valuesOf(page, plain).filter((value) => sections.includes(page.sectionOf(value.label)));
  return [...valuesOf(page, ...explicit), ...inSection];
}

function byOrder(a: LabelledValue, b: LabelledValue): number {
  return a.label.top - b.label.top || a.label.left - b.label.left;
}

/**
 * The insured's and the patient's value of a label that both parts have. Where the heading of the patient's part was
 * not read, the second value under the insured's heading is the patient's: with a doubt, since only order says so.
 */
function twoPersons<T>(
  page: PageReading,
  kind: kinds.ValueKind<T>,
  names: {
    readonly plain: LabelName;
    readonly insured: readonly LabelName[];
    readonly patient: readonly LabelName[];
  },
): { readonly insured: ReadField<T> | undefined; readonly patient: ReadField<T> | undefined } {
  const insured = ownValues(page, names.insured, names.plain, ['insured', 'payment', undefined]);
  const patient = ownValues(page, names.patient, names.plain, ['patient']);
  const first = [...insured].sort(byOrder).at(0);
  const second = patient.at(0);
  const insuredField = first === undefined ? undefined : read(page, first, kind);
  if (second !== undefined) return { insured: insuredField, patient: read(page, second, kind) };
  const spare = [...insured].sort(byOrder).at(1);
  const spareField = spare === undefined ? undefined : read(page, spare, kind);
  return {
    insured: insuredField,
    patient: spareField === undefined ? undefined : withDoubt(spareField, 'CONFLICTING_VALUES'),
  };
}

/** `Nom : ALAMI` and `Prénom : Omar` as one name, where a form has two labels for it. */
function joinedName(
  page: PageReading,
  sections: readonly (SectionName | undefined)[],
): ReadField<string> | undefined {
  const inSection = (name: LabelName): LabelledValue | undefined =>
    valuesOf(page, name).find((value) => sections.includes(page.sectionOf(value.label)));
  const family = inSection('familyName');
  const given = inSection('givenName');
  const familyField = family === undefined ? undefined : read(page, family, kinds.personName);
  const givenField = given === undefined ? undefined : read(page, given, kinds.personName);
  if (familyField === undefined) return undefined;
  if (givenField === undefined) return withDoubt(familyField, 'WRONG_LENGTH');
  return {
    value: `${familyField.value} ${givenField.value}`,
    text: `${familyField.text} ${givenField.text}`,
    confidencePercent: Math.min(familyField.confidencePercent, givenField.confidencePercent),
    source: {
      page: familyField.source.page,
      box: boxAround([familyField.source.box, givenField.source.box]),
    },
    doubts: [...new Set([...familyField.doubts, ...givenField.doubts])],
    evidence: ['LABEL'],
  };
}

function allOf<T>(
  page: PageReading,
  kind: kinds.ValueKind<T>,
  ...names: readonly LabelName[]
): readonly ReadField<T>[] {
  return [...valuesOf(page, ...names)].sort(byOrder).flatMap((value) => read(page, value, kind) ?? []);
}

/** The name in Arabic letters on the row of the insured's name. */
function arabicName(page: PageReading, name: ReadField<string> | undefined): ReadField<string> | undefined {
  const source = page.segments.find(
    (segment) => name !== undefined && segment.words.some((word) => word.box.top === name.source.box.top),
  );
  if (source === undefined) return undefined;
  const besides = page.segments.filter(
    (segment) =>
      segment.isArabic &&
      Math.abs(middleY(segment) - middleY(source)) < page.frame.lineHeight &&
      segment.left > source.right,
  );
  // One run of Arabic beside the name is the printed label; the written name makes it two.
  const [written] = besides;
  if (besides.length < 2 || written === undefined) return undefined;
  const parsed = parseArabicName(
    written.words
      .filter((word) => hasArabic(word.text))
      .map((word) => word.text)
      .join(' '),
  );
  return parsed === undefined ? undefined : toReadField(parsed, written.words, page.frame.number, 60);
}

/** Makes the fields of a form out of what was found on one page. */
export function readPageFields(page: PageReading): PageFields {
  const names = twoPersons(page, kinds.personName, {
    plain: 'name',
    insured: ['insuredName'],
    patient: ['patientName'],
  });
  const births = twoPersons(page, kinds.birthDate, {
    plain: 'birthDate',
    insured: ['insuredBirthDate'],
    patient: ['patientBirthDate'],
  });
  const cins = twoPersons(page, kinds.cin, { plain: 'cin', insured: [], patient: ['patientCin'] });
  const insuredName = names.insured ?? joinedName(page, ['insured', undefined]);
  const places = page.labels
    .filter((label) => label.name === 'doneAt')
    .map((label) => readSignaturePlace(label, page.rows, page.labelWords, page.frame));
  const place = places.find(({ city, date }) => city !== undefined || date !== undefined);
  const provider = [
    ...allOf(page, kinds.personName, 'providerName'),
    ...ownValues(page, [], 'name', ['provider']).flatMap(
      (value) => read(page, value, kinds.personName) ?? [],
    ),
  ];
  return {
    purpose: readPurpose(page),
    careType: readCareType(page),
    dossierNumber: allOf(page, kinds.dossierNumber, 'dossierNumber').at(0),
    registrationNumber: repeatedNumber(allOf(page, kinds.nineDigits, 'registrationNumber')),
    cin: cins.insured,
    insuredName,
    insuredNameArabic: arabicName(page, insuredName),
    insuredBirthDate: births.insured,
    address: allOf(page, kinds.address, 'address').at(0),
    beneficiaryLink: readLink(page),
    sex: readSex(page),
    patientName: names.patient ?? joinedName(page, ['patient']),
    patientBirthDate: births.patient,
    patientCin: cins.patient,
    providerName: provider.at(0),
    inpe: repeatedNumber(allOf(page, kinds.nineDigits, 'inpe')) ?? findUnlabelledInpe(page),
    specialty: allOf(page, kinds.shortText, 'specialty').at(0),
    totalCentimes: readTotal(page),
    attachmentsCount: allOf(page, kinds.count, 'attachmentsCount').at(0),
    rib: allOf(page, kinds.rib, 'rib').at(0),
    city:
      place?.city === undefined
        ? allOf(page, kinds.shortText, 'city').at(0)
        : toReadField(place.city.parsed, place.city.words, page.frame.number),
    signatureDate:
      place?.date === undefined
        ? allOf(page, kinds.date, 'signatureDate').at(0)
        : toReadField(place.date.parsed, place.date.words, page.frame.number),
  };
}

/**
 * The total of the form: of the table's TOTAL row, which the insured's `Montant des frais` must agree with; an amount
 * alone on the table's last row where the word TOTAL was not read.
 */
function readTotal(page: PageReading): ReadField<number> | undefined {
  const total = allOf(page, kinds.money, 'total').at(-1);
  const expenses = allOf(page, kinds.money, 'expenses').at(0);
  const lone = page.table.loneAmount;
  const main =
    total ?? (lone !== undefined && expenses?.value === lone.value ? lone : undefined) ?? expenses ?? lone;
  if (main === undefined) return undefined;
  const other = main === expenses ? undefined : expenses;
  if (other === undefined) return main === lone ? withDoubt(main, 'LOW_CONFIDENCE') : main;
  return other.value === main.value ? confirmed(main) : withDoubt(main, 'CONFLICTING_VALUES');
}
