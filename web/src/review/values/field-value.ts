import {
  normaliseIdentityNumber,
  normaliseInpe,
  normaliseRegistrationNumber,
} from '../../../../contexts/shared/identifiers/numbers.ts';
import { normaliseArticleNumber } from '../../../../contexts/shared/identifiers/article-number.ts';
import { parseYearAlone } from '../../../../contexts/shared/time/birth-date.ts';
import { asciiDigits } from '../../../../contexts/shared/identifiers/digits.ts';
import type { FieldName } from '../../../../contexts/review/records/review-words.ts';
import type { ReviewField } from '../../../../contexts/review/api/review.ts';
import { formatAmount, parseAmount, plainNumber } from './amount.ts';
import { formatCoefficient, parseCoefficient } from './coefficient.ts';
import { formatDate, parseDate } from './date.ts';

export type FieldKind = ReviewField['kind'];
export type FieldValue = ReviewField['value'];

/** Why a keyed text is not taken; each has its words. */
export type KeyingFault =
  | 'not-a-date'
  | 'not-an-amount'
  | 'not-a-coefficient'
  | 'not-a-number'
  | 'not-a-choice'
  | 'not-nine-digits'
  | 'not-a-cin'
  | 'not-a-medicine-code'
  | 'too-long';

export type Keyed = { readonly value: FieldValue } | { readonly fault: KeyingFault };

const MOST_CHARACTERS = 200;

function taken(value: FieldValue | undefined, fault: KeyingFault): Keyed {
  return value === undefined ? { fault } : { value };
}

function wholeNumber(text: string): number | undefined {
  const plain = plainNumber(text);
  return /^\d{1,6}$/.test(plain) ? Number(plain) : undefined;
}

const positive = (value: number | undefined): number | undefined => (value === 0 ? undefined : value);

/** The year of who is registered without a day; any other birth date is keyed as dates are. */
function yearAlone(text: string): Keyed | undefined {
  const value = parseYearAlone(asciiDigits(text));
  return value === undefined ? undefined : { value };
}

/** Numbers have a format of their own, whatever kind the form calls them. */
const parsersByName: Partial<Readonly<Record<FieldName, (text: string) => Keyed | undefined>>> = {
  registrationNumber: (text) => taken(normaliseRegistrationNumber(asciiDigits(text)), 'not-nine-digits'),
  inpe: (text) => taken(normaliseInpe(asciiDigits(text)), 'not-nine-digits'),
  cin: (text) => taken(normaliseIdentityNumber(asciiDigits(text)), 'not-a-cin'),
  insuredBirthDate: yearAlone,
  patientBirthDate: yearAlone,
  patientCin: (text) => taken(normaliseIdentityNumber(asciiDigits(text)), 'not-a-cin'),
  pharmacyInpe: (text) => taken(normaliseInpe(asciiDigits(text)), 'not-nine-digits'),
  medicineCode: (text) => taken(normaliseArticleNumber(asciiDigits(text)), 'not-a-medicine-code'),
  keyLetter: (text) => ({ value: text.replace(/\s+/g, '').toUpperCase() }),
  actCode: (text) => ({ value: text.replace(/\s+/g, '').toUpperCase() }),
};

/**
 * What a person keyed into a field, as the API takes it. Nothing at all means that the form has none (null).
 * @param today ISO date, for years of two digits.
 */
export function parseFieldValue(
  field: Pick<ReviewField, 'field' | 'kind' | 'choices'>,
  text: string,
  today: string,
): Keyed {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null };
  if (trimmed.length > MOST_CHARACTERS) return { fault: 'too-long' };
  const named = parsersByName[field.field]?.(trimmed);
  if (named !== undefined) return named;
  switch (field.kind) {
    case 'amount':
      return taken(parseAmount(trimmed), 'not-an-amount');
    case 'coefficient':
      return taken(parseCoefficient(trimmed), 'not-a-coefficient');
    case 'date':
      return taken(parseDate(trimmed, today), 'not-a-date');
    case 'count':
      return taken(positive(wholeNumber(trimmed)), 'not-a-number');
    case 'number':
      return taken(wholeNumber(trimmed), 'not-a-number');
    case 'choice':
      return taken(
        (field.choices ?? []).find((choice) => choice === trimmed),
        'not-a-choice',
      );
    case 'text':
    case 'name':
      return { value: trimmed.replace(/\s+/g, ' ') };
  }
}

/** A value as it is shown and keyed; nothing where the form has none. */
export function formatFieldValue(kind: FieldKind, value: FieldValue): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    if (kind === 'amount') return formatAmount(value);
    if (kind === 'coefficient') return formatCoefficient(value);
    return value.toString();
  }
  return kind === 'date' ? formatDate(value) : value;
}
