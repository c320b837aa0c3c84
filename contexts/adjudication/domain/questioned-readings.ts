import type { Finding, ReasonCode } from '#claims';
import type { CareForm } from '#reading';

/**
 * Readings that the form as it was read spoke against by itself: a row that no total bears out, a number that finds nobody. One
 * misreading explains that, so one person may correct one of them; whoever changes more of them, or what nothing spoke against,
 * says something else than the paper.
 */

/** Names a field of the form as it was read. */
export const placeKey = (field: string, line?: number): string => `${field}#${line ?? ''}`;

const IDENTITY = ['registrationNumber', 'cin', 'insuredName', 'insuredBirthDate'];
const PATIENT = ['beneficiaryLink', 'patientName', 'patientBirthDate', 'patientCin'];

function amountsOf({ acts, dispensing }: CareForm): readonly string[] {
  const boxes = dispensing?.medicines ?? [];
  return [
    placeKey('totalCentimes'),
    ...acts.map((_, line) => placeKey('billedCentimes', line)),
    ...boxes.flatMap((_, index) =>
      ['boxes', 'unitPriceCentimes'].map((field) => placeKey(field, acts.length + index)),
    ),
  ];
}

/** The day that a finding about a line is about: boxes have that of the form, or their own. */
const dayOf = ({ acts, dispensing }: CareForm, line: number | undefined): string => {
  if (line === undefined || line < acts.length) return placeKey('dateOfCare', line);
  const isOwn = dispensing?.medicines[line - acts.length]?.dispensedOn !== undefined;
  return placeKey('dispensedOn', isOwn ? line : undefined);
};

type Questioned = (finding: Finding, form: CareForm) => readonly string[];

const itself: Questioned = ({ field = '', line }) => [placeKey(field, line)];
const fields =
  (...names: readonly string[]): Questioned =>
  () =>
    names.map((name) => placeKey(name));
const ofLine =
  (...names: readonly string[]): Questioned =>
  ({ line }) =>
    names.map((name) => placeKey(name, line));
/** Digits may be misread; bars prove themselves, whatever list has them. */
const codeOfBoxes: Questioned = (finding, form) => {
  const code = form.dispensing?.medicines[(finding.line ?? -1) - form.acts.length]?.code;
  return code?.evidence?.includes('BARCODE') === true ? [] : ofLine('medicineCode')(finding, form);
};
const ofPatient: Questioned = (finding, form) =>
  (finding.field === undefined ? fields(...PATIENT) : itself)(finding, form);

/** Fields that may be misread where a code says so. All other codes take what was read for right, and say what follows from it. */
const questioned: Partial<Record<ReasonCode, Questioned>> = {
  AMOUNT_MISMATCH: (_, form) => amountsOf(form),
  IDENTITY_MISMATCH: (finding, form) =>
    fields(...(finding.field === 'patientCin' ? PATIENT : IDENTITY))(finding, form),
  BENEFICIARY_UNREADABLE: ofPatient,
  BENEFICIARY_AMBIGUOUS: ofPatient,
  CARE_DATE_IN_FUTURE: ({ line }, form) => [dayOf(form, line)],
  // That care was long ago speaks against no reading: it was filed too late, then.
  CARE_DATE_IMPLAUSIBLE: ({ line, details }, form) =>
    details?.['depositDate'] === undefined
      ? [dayOf(form, line), placeKey('signatureDate'), placeKey('patientBirthDate')]
      : [],
  PROVIDER_NOT_ACTIVE: ({ field = 'inpe', line = -1 }, { acts, dispensing }) => {
    const own = acts[line]?.inpe ?? dispensing?.medicines[line - acts.length]?.pharmacyInpe;
    return [placeKey(field, own === undefined ? undefined : line)];
  },
  ACT_UNKNOWN: ofLine('keyLetter'),
  MEDICINE_UNKNOWN: codeOfBoxes,
  MEDICINE_PRICE_DIFFERS: (finding, form) => [
    ...codeOfBoxes(finding, form),
    ...ofLine('unitPriceCentimes')(finding, form),
  ],
  PERSON_NOT_FOUND: itself,
  REGISTRATION_NUMBER_UNREADABLE: itself,
  CIN_UNREADABLE: itself,
  NAME_UNREADABLE: itself,
  INPE_UNKNOWN: itself,
  FIELD_UNREADABLE: itself,
  FORM_INCOMPLETE: itself,
};

/** Groups of fields of which one may have been misread, by what was found of the form as it was read. */
export function questionedReadings(
  findings: readonly Finding[],
  form: CareForm,
): readonly ReadonlySet<string>[] {
  return findings
    .filter(({ kind }) => kind === 'doubt' || kind === 'missing')
    .flatMap((finding) => {
      const places = questioned[finding.code]?.(finding, form);
      return places === undefined ? [] : [new Set(places)];
    });
}

/** Codes of a line that was paid before, or perhaps was. */
export const DUPLICATES: ReadonlySet<string> = new Set<ReasonCode>(['DUPLICATE', 'NEAR_DUPLICATE']);

/** What makes a line one that was paid before: day, act or medicine, who gave it, and for whom. */
const OF_IDENTITY = {
  ofLine: ['dateOfCare', 'keyLetter', 'billedCentimes', 'inpe', 'medicineCode', 'dispensedOn'],
  ofClaim: ['inpe', 'dispensedOn', 'registrationNumber', ...PATIENT],
};

/** Fields on which it rests that lines were found in other claims, or twice on the form, by what was found of it as it was read. */
export function placesOfDuplicates(findings: readonly Finding[]): ReadonlySet<string> {
  const found = findings.filter(({ code, kind }) => kind !== 'signal' && DUPLICATES.has(code));
  return new Set(
    found.flatMap(({ line }) => [
      ...OF_IDENTITY.ofLine.map((field) => placeKey(field, line)),
      ...OF_IDENTITY.ofClaim.map((field) => placeKey(field)),
    ]),
  );
}
