import {
  asciiDigits,
  normaliseCin,
  normaliseInpe,
  normaliseMobile,
  normaliseRegistrationNumber,
  parseClaimId,
  parseReceipt,
  parseShortReceipt,
} from '#shared';

/** What a number may be that someone gives on the telephone or at the counter. */
export const numberKinds = [
  'claim',
  'receipt',
  'short-receipt',
  'insured',
  'cin',
  'phone',
  'provider',
] as const;
export type NumberKind = (typeof numberKinds)[number];

export interface TypedNumber {
  readonly kind: NumberKind;
  /** As it is stored. */
  readonly value: string;
}

const readers: Readonly<Record<NumberKind, (text: string) => string | undefined>> = {
  claim: parseClaimId,
  receipt: parseReceipt,
  'short-receipt': parseShortReceipt,
  insured: normaliseRegistrationNumber,
  cin: normaliseCin,
  phone: normaliseMobile,
  provider: normaliseInpe,
};

/**
 * What a number may be by its form, however it is typed: with spaces, dashes or Arabic-Indic digits, in small letters. Nine digits may
 * be of an insured person or of a provider, and a CIN of eight characters may be the receipt of a text message: all are said.
 */
export function readNumber(text: string): readonly TypedNumber[] {
  const typed = asciiDigits(text);
  return numberKinds.flatMap((kind) => {
    const value = readers[kind](typed);
    return value === undefined ? [] : [{ kind, value }];
  });
}
