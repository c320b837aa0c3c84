import type { Finding } from '#claims';
import type { CareFormAct, ReadField } from '#reading';
import type { RuleBook } from '#rules';
import { type Centimes, isIsoDate, normaliseKeyLetter } from '#shared';
import type { Certainty } from './certainty.ts';
import type { CheckedProvider } from './check-provider.ts';
import { isOnlyPossibleLetter } from './weak-letter.ts';

/** Values of one act as they were read, for people to see; undefined where nothing that makes sense was read. */
interface ActValues {
  readonly dateOfCare: string | undefined;
  readonly keyLetter: string | undefined;
  readonly coefficientHundredths: number | undefined;
  /** Absent where the form does not count the act, which means once. */
  readonly quantity: number | undefined;
  readonly billedCentimes: Centimes | undefined;
}

export interface ReadAct {
  /** 0-based index on the form. */
  readonly line: number;
  /** Who gave it. */
  readonly provider: CheckedProvider;
  readonly read: ActValues & { readonly inpe: string | undefined };
  /** The same values where they may be believed: only these decide. */
  readonly sure: ActValues;
  /** Whether every field that was found may be believed, so that what is absent was blank. */
  readonly isCoefficientSure: boolean;
  readonly findings: readonly Finding[];
}

/** What the reading of one act is judged by besides itself. */
export interface ActEvidence {
  readonly certainty: Certainty;
  /** The amounts of all rows add up to the total: they confirm each other. */
  readonly isSumRight: boolean;
  /** Who gave this act. */
  readonly provider: CheckedProvider;
  readonly rules: RuleBook;
}

type FieldName = 'dateOfCare' | 'keyLetter' | 'coefficientHundredths' | 'quantity' | 'billedCentimes';

/** Fields that a form may leave out: a letter may say its coefficient, and what is not counted was done once. */
const OPTIONAL = new Set<FieldName>(['coefficientHundredths', 'quantity']);

function isPositiveInteger(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

function valueOf<T>(field: ReadField<T> | undefined, makesSense: (value: T) => boolean): T | undefined {
  return field !== undefined && makesSense(field.value) ? field.value : undefined;
}

/** Whether a letter that is not sure by itself can be no other, by all that is sure of its row. */
function isLetterBorneOut(
  { keyLetter, dateOfCare, coefficientHundredths: coefficient }: CareFormAct,
  { certainty, isSumRight, provider: { provider }, rules }: ActEvidence,
): boolean {
  if (keyLetter === undefined || dateOfCare === undefined || provider === undefined || !isSumRight)
    return false;
  // A letter that was made of a digit was not read at all.
  if (keyLetter.doubts.includes('CORRECTED_CHARACTERS') || !certainty.isCertainWhenConfirmed(keyLetter))
    return false;
  if (!certainty.isCertain(dateOfCare) || !isIsoDate(dateOfCare.value)) return false;
  if (coefficient !== undefined && !certainty.isCertain(coefficient)) return false;
  const around = { provider, dateOfCare: dateOfCare.value, coefficientHundredths: coefficient?.value };
  return isOnlyPossibleLetter(normaliseKeyLetter(keyLetter.value), around, rules);
}

/**
 * Whether a coefficient may be believed. That of a consultation or visit can only be one, which the letter bears out; a
 * graded one multiplies what is paid, so it must be surer.
 */
function isCoefficientBelieved(
  { coefficientHundredths: coefficient, keyLetter, dateOfCare }: CareFormAct,
  { certainty, provider: { provider }, rules }: ActEvidence,
): boolean {
  if (!certainty.isCertain(coefficient)) return false;
  if (certainty.isCertainCoefficient(coefficient)) return true;
  if (keyLetter === undefined || dateOfCare === undefined || provider === undefined) return false;
  const rows = rules.keyLettersOn(normaliseKeyLetter(keyLetter.value), provider.sector, dateOfCare.value);
  return rows.some(({ maxCoefficientHundredths, impliedCoefficientHundredths: implied }) => {
    return implied === maxCoefficientHundredths && implied === coefficient?.value;
  });
}

/** Takes the values of one row of the form and says which may be believed. */
export function readAct(act: CareFormAct, line: number, evidence: ActEvidence): ReadAct {
  const { certainty, isSumRight, provider } = evidence;
  const read: ActValues = {
    dateOfCare: valueOf(act.dateOfCare, isIsoDate),
    keyLetter: valueOf(act.keyLetter, (letter) => normaliseKeyLetter(letter) !== ''),
    coefficientHundredths: valueOf(act.coefficientHundredths, isPositiveInteger),
    quantity: valueOf(act.quantity, isPositiveInteger),
    billedCentimes: valueOf(act.billedCentimes, isPositiveInteger),
  };
  const findings: Finding[] = [];
  const isSure = (name: FieldName): boolean => {
    const field: ReadField<unknown> | undefined = act[name];
    const isSureAlone =
      name === 'coefficientHundredths'
        ? isCoefficientBelieved(act, evidence)
        : name === 'quantity' && field?.value !== 1
          ? certainty.isCertainCoefficient(field)
          : certainty.isCertain(field);
    const isBelieved =
      isSureAlone ||
      (name === 'billedCentimes' && isSumRight && certainty.isCertainWhenConfirmed(field)) ||
      (name === 'keyLetter' && isLetterBorneOut(act, evidence));
    if (read[name] !== undefined && isBelieved) return true;
    if (field !== undefined) findings.push({ kind: 'doubt', code: 'FIELD_UNREADABLE', field: name, line });
    // A letter may say by itself that its coefficient is one, so its absence is judged when the act is priced.
    else if (!OPTIONAL.has(name))
      findings.push({ kind: 'missing', code: 'FORM_INCOMPLETE', field: name, line });
    return false;
  };
  const sureOr = <T>(name: FieldName, value: T | undefined): T | undefined =>
    isSure(name) ? value : undefined;
  const sure: ActValues = {
    dateOfCare: sureOr('dateOfCare', read.dateOfCare),
    keyLetter: sureOr('keyLetter', read.keyLetter),
    coefficientHundredths: sureOr('coefficientHundredths', read.coefficientHundredths),
    quantity: sureOr('quantity', read.quantity),
    billedCentimes: sureOr('billedCentimes', read.billedCentimes),
  };
  const isCoefficientSure =
    (act.coefficientHundredths === undefined || sure.coefficientHundredths !== undefined) &&
    (act.quantity === undefined || sure.quantity !== undefined);
  const inpe = provider.provider?.inpe;
  return { line, provider, read: { ...read, inpe }, sure, isCoefficientSure, findings };
}
