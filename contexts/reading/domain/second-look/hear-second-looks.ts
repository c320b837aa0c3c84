import type { CareForm, CareFormAct, ReadField } from '../care-form.ts';
import { parseDate } from '../date-parser.ts';
import { parseCin, parseRib } from '../identifier-parsers.ts';
import { parseMoney } from '../money-parser.ts';
import { guessPercent, withEvidence } from '../read-field.ts';
import { sumOfActs } from '../sum-of-acts.ts';
import { parseName } from '../text-parsers.ts';
import type { SecondLook } from '../witnesses.ts';
import { again, compareName, dayAgain, fieldOf, foundOnly } from './compare-readings.ts';
import {
  besideFoundLetter,
  missingCoefficient,
  missingDate,
  missingLetter,
  withoutCoefficientsForCounts,
  withoutWalls,
} from './lost-values.ts';
import { amountOf, coefficientBeside, letterOf, nineDigits, quantityOf } from './parse-again.ts';
import { findAgain, isTelling, readAgain, type SecondReading } from './read-again.ts';

function hearForAct(act: CareFormAct, line: number, looks: readonly SecondLook[]): CareFormAct {
  const coefficient =
    act.coefficientHundredths &&
    again(act.coefficientHundredths, looks, coefficientBeside(act.coefficientHundredths));
  const found = act.keyLetter === undefined ? foundOnly(missingLetter(act, looks)) : undefined;
  return {
    ...act,
    dateOfCare: dayAgain(act.dateOfCare, looks) ?? foundOnly(missingDate(act, looks)),
    keyLetter: again(act.keyLetter, looks, letterOf) ?? found,
    coefficientHundredths:
      found === undefined
        ? (coefficient ?? missingCoefficient(act, line, looks))
        : besideFoundLetter(coefficient, found),
    ...(act.quantity === undefined ? {} : { quantity: again(act.quantity, looks, quantityOf) }),
    billedCentimes: act.billedCentimes && again(act.billedCentimes, looks, amountOf(act.billedCentimes)),
    ...(act.inpe === undefined ? {} : { inpe: again(act.inpe, looks, nineDigits) }),
  };
}

const plainAmount = /^\d{1,3}(?:[ .]?\d{3})*[.,]\d{2}$/;

/**
 * The total without what Arabic beside it was taken for: `501 359,00`, of which OCR does not believe the 501, where a second look reads
 * `359,00` and no other figure.
 */
function withoutRubbish(
  total: ReadField<number>,
  looks: readonly SecondLook[],
): SecondReading<number> | undefined {
  if (total.confidencePercent >= guessPercent) return undefined;
  return findAgain(total, looks, (texts) => {
    const [at, ...others] = texts.flatMap((text, index) => (/\d/.test(text) ? [index] : []));
    const text = texts[at ?? texts.length] ?? '';
    const amount = others.length === 0 && plainAmount.test(text) ? parseMoney(text) : undefined;
    return at === undefined || amount === undefined || !total.text.split(' ').includes(text)
      ? undefined
      : { parsed: amount, words: [at, at + 1] };
  });
}

/** Where rows and total disagree, a second reading of one of them that makes the sum right is the right one. */
function mendSum(form: CareForm, looks: readonly SecondLook[]): CareForm {
  const total = form.totalCentimes;
  const sum = sumOfActs(form.acts);
  if (total === undefined || sum === undefined || sum === total.value) return form;
  const right = [readAgain(total, looks, parseMoney), withoutRubbish(total, looks)].find(
    (one) => one?.parsed.value === sum && isTelling(one),
  );
  if (right !== undefined) return { ...form, totalCentimes: withEvidence(fieldOf(right), 'SUM') };
  const mended = form.acts.flatMap((act, index) => {
    const second = act.billedCentimes && readAgain(act.billedCentimes, looks, parseMoney);
    const isRight =
      // However unsure it was: hardly any misreading makes the very amount that is missing.
      second?.parsed.doubts.length === 0 &&
      sum - (act.billedCentimes?.value ?? 0) + second.parsed.value === total.value;
    return isRight ? [{ index, field: withEvidence(fieldOf(second), 'SUM') }] : [];
  });
  const [only, ...others] = mended;
  if (only === undefined || others.length > 0) return form;
  return {
    ...form,
    acts: form.acts.map((act, index) =>
      index === only.index ? { ...act, billedCentimes: only.field } : act,
    ),
  };
}

/**
 * Compares the fields of a form with what second looks read at their places: agreement takes away the doubt about characters,
 * disagreement is one of its own, and what only the second look found is as sure as it is by itself.
 */
export function hearSecondLooks(form: CareForm, looks: readonly SecondLook[]): CareForm {
  if (looks.length === 0) return form;
  const heard: CareForm = {
    ...form,
    registrationNumber: again(form.registrationNumber, looks, nineDigits),
    cin: again(form.cin, looks, parseCin),
    insuredBirthDate: again(form.insuredBirthDate, looks, parseDate),
    patientName:
      form.patientName && compareName(form.patientName, readAgain(form.patientName, looks, parseName)),
    patientBirthDate: again(form.patientBirthDate, looks, parseDate),
    inpe: again(form.inpe, looks, nineDigits),
    rib: again(form.rib, looks, parseRib),
    signatureDate: again(form.signatureDate, looks, parseDate),
    totalCentimes: again(form.totalCentimes, looks, parseMoney),
    acts: withoutWalls(
      withoutCoefficientsForCounts(
        form.acts.map((act, line) => hearForAct(act, line, looks)),
        form.acts,
      ),
      looks,
    ),
  };
  return mendSum(heard, looks);
}
