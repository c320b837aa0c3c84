import type { KeyLetter, RuleBook, RuleRow, Sector } from '#rules';
import { normaliseKeyLetter } from '#shared';
import type { PricingFinding } from './pricing-finding.ts';

export interface ActCode {
  /** Code of the tariffs; undefined where the letter is unknown or does not tell. */
  readonly code: string | undefined;
  readonly impliedCoefficientHundredths: number | undefined;
  readonly maxCoefficientHundredths: number | undefined;
  /** A count has to be given: none does not mean once. */
  readonly isCounted: boolean;
  readonly findings: readonly PricingFinding[];
  readonly ruleIds: readonly string[];
}

/** Coefficient of letters that stand for one whole act: consultations and visits. */
export const ONE_HUNDREDTHS = 100;

/** Whether a letter of these rows stands for one whole act; surgery, laboratory and the like are graded. */
export function isWholeAct(rows: readonly KeyLetter[]): boolean {
  return rows.some((row) => row.maxCoefficientHundredths === ONE_HUNDREDTHS);
}

const PRINTABLE_LETTER = /^[A-Z0-9_]{1,6}$/;

export interface ProfessionAnswer {
  readonly answer: 'yes' | 'no' | 'PROFESSION_UNKNOWN' | 'RULE_NOT_CERTAIN';
  readonly rows: readonly RuleRow[];
}

/** Whether a provider of a specialty is one of those that rows of a day name, as far as the rules tell. */
export function isOfProfession(
  specialty: string,
  rows: readonly (RuleRow & { readonly professions: readonly string[] })[],
  day: string,
  rules: RuleBook,
): ProfessionAnswer {
  const professions = rules.professionsOn(specialty, day);
  if (rows.length === 0 || professions.length === 0) return { answer: 'PROFESSION_UNKNOWN', rows };
  const asked = [...rows, ...professions];
  if (asked.some((row) => row.startUncertain === true || !rules.isAccepted(row, day)))
    return { answer: 'RULE_NOT_CERTAIN', rows };
  const isNamed = rows.some((row) =>
    professions.some(({ profession }) => row.professions.includes(profession)),
  );
  return { answer: isNamed ? 'yes' : 'no', rows };
}

/** Whether a provider of a specialty may bill a letter, as far as the rules of the day tell. */
export function mayBill(
  letter: string,
  specialty: string,
  dateOfCare: string,
  rules: RuleBook,
): ProfessionAnswer {
  return isOfProfession(specialty, rules.letterProfessionsOn(letter, dateOfCare), dateOfCare, rules);
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
  const isShown = rows.length > 0 || PRINTABLE_LETTER.test(letter);
  const shown: Record<string, string> = isShown ? { keyLetter: letter } : {};
  if (codes.length === 0) doubt('ACT_UNKNOWN', shown);
  else if (codes.length > 1) doubt('TARIFF_NOT_CERTAIN', { ...shown, codes: codes.join(',') });
  else if (rows.some((row) => !rules.isAccepted(row, dateOfCare))) doubt('TARIFF_NOT_CERTAIN', shown);
  const billing = mayBill(letter, provider.specialty, dateOfCare, rules);
  if (rows.length > 0 && billing.answer !== 'yes')
    doubt('ACT_NOT_OF_SPECIALTY', {
      ...shown,
      ...(billing.answer === 'no' ? {} : { cause: billing.answer }),
    });
  return {
    code: codes.length === 1 ? codes[0] : undefined,
    ...coefficientLimits(rows),
    isCounted: rows.some((row) => row.isCounted),
    findings,
    ruleIds: [...rows, ...billing.rows].map(({ id }) => id),
  };
}
