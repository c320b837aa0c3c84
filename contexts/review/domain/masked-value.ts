import { type CareForm, formFieldNames, type ReadField, tells } from '#reading';
import type { RuleBook } from '#rules';
import { isIsoDate, normaliseArticleNumber } from '#shared';
import type { FieldValue } from './claim-review.ts';
import { choicesOf, isBirth, kindOf } from './form-fields.ts';
import { type FieldName, isFieldName } from './review-names.ts';

/** What a contractor reads: a form, without knowing whose it is. */
export interface MaskedReading {
  readonly form: CareForm;
  /** Of the contractor. */
  readonly userId: string;
  readonly rules: RuleBook;
}

const NINE_DIGITS = /^\d{9}$/;

/**
 * Whether a contractor may see what a field holds: by what its kind of value can say, and never where the same stands on the form
 * as someone's number or birth date. Free text is what someone wrote or the OCR read, and may say anything; only one's own is
 * shown.
 * @param read the field as it stands on the form, where the value is its own
 */
export function isShownMasked(
  { field }: { readonly field?: string | undefined },
  value: FieldValue,
  read: ReadField<string | number> | undefined,
  reading: MaskedReading,
): boolean {
  if (field === undefined) return false;
  if (value === null) return true;
  const isOwn = read?.value === value && read.attestedBy?.includes(reading.userId) === true;
  return (
    isOwn ||
    (isFieldName(field) && isOfShownKind(field, value, reading.rules) && !isIdentity(value, reading.form))
  );
}

function isOfShownKind(field: FieldName, value: string | number, rules: RuleBook): boolean {
  switch (kindOf(field)) {
    case 'amount':
    case 'coefficient':
    case 'count':
    case 'number':
      return typeof value === 'number';
    case 'date':
      return typeof value === 'string' && isIsoDate(value) && !isBirth(field);
    case 'choice':
      return choicesOf(field)?.some((choice) => choice === value) === true;
    case 'text':
      return typeof value === 'string' && shownTexts[field]?.(value, rules) === true;
    case 'name':
      return false;
  }
}

const isCodeOfRules = (code: string, { data }: RuleBook): boolean =>
  data.keyLetters.some(({ letter, codes }) => letter === code || codes.includes(code)) ||
  data.tariffs.some((tariff) => tariff.code === code);

const isNumberOfProvider = (text: string): boolean => NINE_DIGITS.test(text);

/** Of texts only numbers and codes that say nothing of a person; any other may say anything. */
const shownTexts: Readonly<Partial<Record<FieldName, (text: string, rules: RuleBook) => boolean>>> = {
  inpe: isNumberOfProvider,
  pharmacyInpe: isNumberOfProvider,
  medicineCode: (text) => normaliseArticleNumber(text) === text,
  actCode: isCodeOfRules,
  keyLetter: isCodeOfRules,
};

const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

/** Whether a text is one that says whose form it is; amounts and counts say so by chance at most. */
function isIdentity(value: string | number, form: CareForm): boolean {
  if (typeof value === 'number') return false;
  const said = formFieldNames.filter((name) => tells[name] === 'who').map((name) => form[name]);
  return said.some(
    (field) =>
      field !== undefined && [`${field.value}`, field.text].some((text) => plain(text) === plain(value)),
  );
}
