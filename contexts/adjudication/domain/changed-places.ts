import type { CareForm, ReadField } from '#reading';
import { compareNames, normaliseInpe, normaliseKeyLetter } from '#shared';
import { type AssessedAsRead, readLines } from './as-read.ts';
import type { Certainty } from './certainty.ts';
import { isSumRight } from './check-form.ts';
import {
  type ClaimFieldName,
  dispensingFields,
  emptiedByPeople,
  fieldOfForm,
  medicineFieldNames,
} from './form-places.ts';
import { saleFieldAt } from './medicines/sale.ts';
import { placeKey } from './questioned-readings.ts';
import { ONE_HUNDREDTHS } from './tariffs/act-code.ts';

/** What of a form is not what was believed of it as it was read. */

type Field = ReadField<string | number> | undefined;

/** A field whose believed reading gave way to something else. */
export interface ChangedPlace {
  readonly field: string;
  /** On the form as it is; absent for a field of the claim. */
  readonly line?: number | undefined;
  /** Its name on the form as it was read (`placeKey`). */
  readonly key: string;
  /** Lines whose payment rests on it. */
  readonly lines: readonly number[];
  /** An amount that became smaller: nothing more is paid by it. */
  readonly isLess: boolean;
}

interface Compared extends Omit<ChangedPlace, 'isLess'> {
  readonly read: Field;
  readonly now: Field;
}

const AMOUNTS = new Set(['totalCentimes', 'billedCentimes', 'unitPriceCentimes']);
const NAMES = new Set(['insuredName', 'patientName']);
const NUMBERS = new Set(['inpe', 'pharmacyInpe']);

/** What a field that is left out stands for. */
const BLANK: Readonly<Record<string, number>> = { coefficientHundredths: ONE_HUNDREDTHS, quantity: 1 };

function plain(field: string, read: Field): string | number | undefined {
  if (read === undefined) return BLANK[field];
  const { value } = read;
  if (field === 'keyLetter') return normaliseKeyLetter(String(value));
  return NUMBERS.has(field) ? (normaliseInpe(String(value)) ?? value) : value;
}

function isOther({ field, read, now }: Compared): boolean {
  if (read !== undefined && now !== undefined && NAMES.has(field))
    return compareNames(String(read.value), String(now.value)) !== 'same';
  const [before, after] = [plain(field, read), plain(field, now)];
  // A letter may stand for several codes, and people say which of them.
  if (field === 'keyLetter' && String(after).startsWith(`${String(before)}_`)) return false;
  return before !== undefined && before !== after;
}

const isLess = ({ field, read, now }: Compared): boolean =>
  AMOUNTS.has(field) && read !== undefined && now !== undefined && now.value < read.value;

/** Without it nothing is paid, so that taking it out gains nothing. */
const NEEDED = new Set(['registrationNumber', 'totalCentimes', 'dateOfCare', 'keyLetter', 'billedCentimes']);

const found = (places: readonly Compared[]): readonly ChangedPlace[] =>
  places
    .filter((place) => isOther(place) && !(place.now === undefined && NEEDED.has(place.field)))
    .map((place) => ({ ...place, isLess: isLess(place) }));

/** Fields of the claim that were believed as they were read: sure, or borne out by the register or the sum. */
function believedOfClaim(
  { form, facts, lines, findings }: AssessedAsRead,
  certainty: Certainty,
): readonly ClaimFieldName[] {
  const isKnown = facts.person !== undefined;
  const isPatientKnown = facts.beneficiary !== undefined;
  const borneOut: Partial<Record<ClaimFieldName, boolean>> = {
    registrationNumber: isKnown,
    cin: isKnown,
    insuredName: isKnown,
    insuredBirthDate: isKnown,
    beneficiaryLink: isPatientKnown,
    patientName: isPatientKnown,
    patientBirthDate: isPatientKnown,
    totalCentimes: isSumRight(form),
    dispensedOn: lines.slice(form.acts.length).some(({ act }) => act.sure.dateOfCare !== undefined),
    // Whoever is known to be in the register no more is known.
    pharmacyInpe: findings.every(
      ({ field, code }) => field !== 'pharmacyInpe' || code === 'PROVIDER_NOT_ACTIVE',
    ),
  };
  const names: readonly ClaimFieldName[] = [
    ...(['registrationNumber', 'cin', 'insuredName', 'insuredBirthDate'] as const),
    ...(['beneficiaryLink', 'patientName', 'patientBirthDate', 'patientCin'] as const),
    ...(['totalCentimes', 'signatureDate'] as const),
    ...dispensingFields,
    // Which of the other boxes is ticked changes nothing.
    ...(form.careType?.value === 'accident' ? (['careType'] as const) : []),
  ];
  return names.filter((name) => borneOut[name] === true || certainty.isCertain(fieldOfForm(form, name)));
}

function changedOfClaim(form: CareForm, asRead: AssessedAsRead, certainty: Certainty): readonly Compared[] {
  const lineCount = form.acts.length + (form.dispensing?.medicines.length ?? 0);
  const all = Array.from({ length: lineCount }, (_, line) => line);
  const boxes = all.slice(form.acts.length);
  return believedOfClaim(asRead, certainty).flatMap((field) => {
    const read = fieldOfForm(asRead.form, field);
    // A page that became another claim's took its fields along.
    const isOfBoxes = dispensingFields.some((name) => name === field);
    if (read === undefined || !(isOfBoxes || form.pages.includes(read.source.page))) return [];
    const lines = isOfBoxes ? boxes : all;
    return [{ field, key: placeKey(field), lines, read, now: fieldOfForm(form, field) }];
  });
}

/** Who sold boxes and when is that of the form where the line does not say it: see `changedSale`. */
const OF_SALE = ['pharmacyInpe', 'dispensedOn'] as const;
const OF_BOXES = medicineFieldNames.filter((name) => !OF_SALE.some((one) => one === name));
const OF_ACT = ['dateOfCare', 'keyLetter', 'coefficientHundredths', 'quantity', 'billedCentimes'] as const;

/** Whether the rules took what was read in a line, or that nothing stands there, as it is. */
function isBelievedOfLine(asRead: AssessedAsRead, field: string, line: number): boolean {
  const isDoubted = asRead.findings.some(
    (finding) =>
      (finding.code === 'FIELD_UNREADABLE' || finding.code === 'FORM_INCOMPLETE') &&
      finding.field === field &&
      finding.line === line,
  );
  const name = OF_ACT.find((one) => one === field);
  const isBlank = fieldOfForm(asRead.form, field, line) === undefined;
  return !isDoubted && (name === undefined || isBlank || asRead.acts[line]?.act.sure[name] !== undefined);
}

function changedOfLine(
  form: CareForm,
  asRead: AssessedAsRead,
  [line, readLine]: readonly [number, number],
): readonly Compared[] {
  const names = line < form.acts.length ? OF_ACT : OF_BOXES;
  return names
    .filter((field) => isBelievedOfLine(asRead, field, readLine))
    .map((field) => ({
      ...{ field, line, lines: [line], key: placeKey(field, readLine) },
      read: fieldOfForm(asRead.form, field, readLine),
      now: fieldOfForm(form, field, line),
    }));
}

/** Who gave an act, by its row or by the form. */
function changedProvider(
  form: CareForm,
  asRead: AssessedAsRead,
  [line, readLine]: readonly [number, number],
): readonly Compared[] {
  const ofRow = fieldOfForm(asRead.form, 'inpe', readLine);
  const nowOfRow = fieldOfForm(form, 'inpe', line);
  if (asRead.acts[readLine]?.act.provider.provider === undefined) return [];
  const isOfRow = nowOfRow !== undefined || emptiedByPeople(form, 'inpe', line).length > 0;
  return [
    {
      field: 'inpe',
      ...(isOfRow ? { line } : {}),
      key: placeKey('inpe', ofRow === undefined ? undefined : readLine),
      lines: [line],
      read: ofRow ?? asRead.form.inpe,
      now: nowOfRow ?? form.inpe,
    },
  ];
}

/** Who sold boxes and when, where the line said so or says so now; else it is changed for the form. */
function changedSale(
  form: CareForm,
  asRead: AssessedAsRead,
  [line, readLine]: readonly [number, number],
): readonly Compared[] {
  const isDoubted = (field: string): boolean =>
    asRead.findings.some(
      (finding) =>
        finding.field === field &&
        finding.kind !== 'signal' &&
        finding.code !== 'PROVIDER_NOT_ACTIVE' &&
        (finding.line === undefined || finding.line === readLine),
    );
  return OF_SALE.flatMap((field) => {
    const wasOwn = fieldOfForm(asRead.form, field, readLine) !== undefined;
    const isOwn = fieldOfForm(form, field, line) !== undefined;
    const isEmptied = emptiedByPeople(form, field, line).length > 0;
    if ((!wasOwn && !isOwn) || isDoubted(field)) return [];
    return [
      {
        field,
        ...(isOwn || isEmptied ? { line } : {}),
        key: placeKey(field, wasOwn ? readLine : undefined),
        lines: [line],
        read: saleFieldAt(asRead.form, field, readLine),
        now: saleFieldAt(form, field, line),
      },
    ];
  });
}

/** Fields that were believed as they were read, and are something else on the form now, or are gone. */
export function changedPlaces(
  form: CareForm,
  asRead: AssessedAsRead,
  certainty: Certainty,
): readonly ChangedPlace[] {
  const matches = [...readLines(form, asRead.form)];
  const acts = matches.filter(([line]) => line < form.acts.length);
  const boxes = matches.filter(([line]) => line >= form.acts.length);
  return found([
    ...changedOfClaim(form, asRead, certainty),
    ...matches.flatMap((match) => changedOfLine(form, asRead, match)),
    ...acts.flatMap((match) => changedProvider(form, asRead, match)),
    ...boxes.flatMap((match) => changedSale(form, asRead, match)),
  ]);
}
