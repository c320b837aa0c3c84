import type { CareForm, ReadField } from '#reading';
import type { RuleBook } from '#rules';
import { isIsoDate, normaliseArticleNumber } from '#shared';
import type { FieldValue } from './claim-review.ts';
import { choicesOf } from './form-fields.ts';

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
  return isOwn || (isOfShownKind(field, value, reading.rules) && !isIdentity(value, reading.form));
}

function isOfShownKind(field: string, value: string | number, rules: RuleBook): boolean {
  switch (field) {
    case 'totalCentimes':
    case 'attachmentsCount':
    case 'coefficientHundredths':
    case 'quantity':
    case 'billedCentimes':
    case 'boxes':
    case 'unitPriceCentimes':
      return typeof value === 'number';
    case 'signatureDate':
    case 'dateOfCare':
    case 'dispensedOn':
      return typeof value === 'string' && isIsoDate(value);
    case 'careType':
    case 'beneficiaryLink':
    case 'sex':
      return choicesOf(field)?.some((choice) => choice === value) === true;
    case 'inpe':
    case 'pharmacyInpe':
      return typeof value === 'string' && NINE_DIGITS.test(value);
    case 'medicineCode':
      return typeof value === 'string' && normaliseArticleNumber(value) === value;
    case 'actCode':
    case 'keyLetter':
      return typeof value === 'string' && isCodeOfRules(value, rules);
    default:
      return false;
  }
}

const isCodeOfRules = (code: string, { data }: RuleBook): boolean =>
  data.keyLetters.some(({ letter, codes }) => letter === code || codes.includes(code)) ||
  data.tariffs.some((tariff) => tariff.code === code);

const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

/** Whether a text is one that says whose form it is; amounts and counts say so by chance at most. */
function isIdentity(value: string | number, form: CareForm): boolean {
  if (typeof value === 'number') return false;
  const said = [
    ...[form.registrationNumber, form.cin, form.patientCin, form.rib, form.dossierNumber],
    ...[form.insuredBirthDate, form.patientBirthDate],
    ...[form.insuredName, form.insuredNameArabic, form.patientName, form.address],
  ];
  return said.some(
    (field) => field !== undefined && [field.value, field.text].some((text) => plain(text) === plain(value)),
  );
}
