import type { KeyLetter, RuleBook, Sector } from '#rules';
import { foldLatin } from '#shared';
import type { PricingFinding } from './pricing-finding.ts';

export interface ActCode {
  /** Code of the tariffs; undefined where the letter is unknown or does not tell. */
  readonly code: string | undefined;
  readonly impliedCoefficientHundredths: number | undefined;
  readonly maxCoefficientHundredths: number | undefined;
  readonly findings: readonly PricingFinding[];
  readonly ruleIds: readonly string[];
}

/** Coefficient of letters that stand for one whole act: consultations and visits. */
export const ONE_HUNDREDTHS = 100;

/** Whether a letter of these rows stands for one whole act; surgery, laboratory and the like are graded. */
export function isWholeAct(rows: readonly KeyLetter[]): boolean {
  return rows.some((row) => row.maxCoefficientHundredths === ONE_HUNDREDTHS);
}

const PRINTABLE_LETTER = /^[A-Z_]{1,6}$/;

/** A key letter as the rules write it: capitals, no dots or spaces, `Cs.` is `CS`. */
export function normaliseKeyLetter(text: string): string {
  return text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z_]/g, '');
}

function coefficientLimits(
  rows: readonly KeyLetter[],
): Pick<ActCode, 'impliedCoefficientHundredths' | 'maxCoefficientHundredths'> {
  const [row, ...others] = rows;
  return {
    impliedCoefficientHundredths:
      others.length === 0 ? (row?.impliedCoefficientHundredths ?? undefined) : undefined,
    maxCoefficientHundredths: others.length === 0 ? (row?.maxCoefficientHundredths ?? undefined) : undefined,
  };
}

/**
 * Finds which act of the tariffs a key letter means for a provider. A letter that several acts of different tariffs share
 * (`D` in the private sector: dental care or prosthesis) is doubted, never guessed.
 */
export function findActCode(
  keyLetter: string,
  provider: { readonly sector: Sector; readonly specialty: string },
  dateOfCare: string,
  rules: RuleBook,
): ActCode {
  const letter = normaliseKeyLetter(keyLetter);
  const rows = rules.keyLettersOn(letter, provider.sector, dateOfCare);
  const codes = [...new Set(rows.flatMap((row) => row.codes))];
  const findings: PricingFinding[] = [];
  const doubt = (code: PricingFinding['code'], details: Record<string, string>): void => {
    findings.push({
      kind: 'doubt',
      code,
      field: 'keyLetter',
      details: { sector: provider.sector, ...details },
    });
  };
  const shown: Record<string, string> = PRINTABLE_LETTER.test(letter) ? { keyLetter: letter } : {};
  if (codes.length === 0) doubt('ACT_UNKNOWN', shown);
  else if (codes.length > 1) doubt('TARIFF_NOT_CERTAIN', { ...shown, codes: codes.join(',') });
  else if (rows.some((row) => !rules.isAccepted(row, dateOfCare))) doubt('TARIFF_NOT_CERTAIN', shown);
  const specialty = foldLatin(provider.specialty);
  if (rows.some(({ excludedSpecialties }) => excludedSpecialties.includes(specialty)))
    doubt('ACT_NOT_OF_SPECIALTY', shown);
  return {
    code: codes.length === 1 ? codes[0] : undefined,
    ...coefficientLimits(rows),
    findings,
    ruleIds: rows.map(({ id }) => id),
  };
}
