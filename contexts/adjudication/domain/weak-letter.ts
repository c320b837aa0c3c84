import { areDescribedAlike, knownKeyLetters } from '#reading';
import type { Provider } from '#registry';
import type { RuleBook } from '#rules';
import { foldLatin } from '#shared';
import { isWholeAct, mayBill, ONE_HUNDREDTHS } from './tariffs/act-code.ts';

/** What else is known of the act, for sure. */
export interface ActAround {
  /** Undefined where the form has none. */
  readonly coefficientHundredths: number | undefined;
  readonly provider: Pick<Provider, 'sector' | 'specialty'>;
  /** ISO date. */
  readonly dateOfCare: string;
  /** Words of its line say what it is, and go with its letter. */
  readonly isDescribed?: boolean;
}

/** Capitals that OCR takes for each other. */
const LOOK_ALIKES = ['CGOQ', 'BEPR', 'BDOPR', 'KXHR', 'SBZ', 'VYUW', 'ILTJ', 'MNH', 'FPE'];

function lookAlike(a: string, b: string): boolean {
  return LOOK_ALIKES.some((group) => group.includes(a) && group.includes(b));
}

/** Whether the longer one with characters lost, anywhere, is the shorter one: `CS` is what may be left of `CNPSY`. */
function hasLost(shorter: string, longer: string): boolean {
  let at = 0;
  for (const character of longer) if (character === shorter.charAt(at)) at += 1;
  return at === shorter.length;
}

/** Whether OCR may read one letter for the other by one error: characters lost or added, or one taken for another. */
function isConfusable(a: string, b: string): boolean {
  if (a.length !== b.length) return a.length < b.length ? hasLost(a, b) : hasLost(b, a);
  let at = 0;
  while (at < a.length && a.charAt(at) === b.charAt(at)) at += 1;
  return at < a.length && a.slice(at + 1) === b.slice(at + 1) && lookAlike(a.charAt(at), b.charAt(at));
}

/** Whether the provider can have billed a letter with this coefficient, as far as the rules tell. */
function isPossible(
  letter: string,
  { provider, dateOfCare, coefficientHundredths }: ActAround,
  rules: RuleBook,
): boolean {
  const rows = rules.keyLettersOn(letter, provider.sector, dateOfCare);
  const specialty = foldLatin(provider.specialty);
  if (coefficientHundredths === ONE_HUNDREDTHS && !isWholeAct(rows)) return false;
  // What a letter of no rule means nobody knows, so it cannot be ruled out.
  if (rows.length === 0) return true;
  return rows.some(
    ({ usualSpecialties, maxCoefficientHundredths: most }) =>
      (usualSpecialties.length === 0
        ? mayBill(letter, provider.specialty, dateOfCare, rules).answer !== 'no'
        : usualSpecialties.includes(specialty)) &&
      (most === null || coefficientHundredths === undefined || coefficientHundredths <= most),
  );
}

/** Codes that people key in a letter's place stand on no form, so that no letter can be what is left of one. */
const isKeyedOnly = (letter: string): boolean => letter.includes('_');

/**
 * Whether a key letter that was read weakly can be no other: it has a rule and fits the provider and the coefficient, and no
 * letter that OCR confuses with it by one error does. `C` and `CS` are a lost character apart: a general practitioner does
 * not bill `CS`, and a specialist not `C`; where the specialty does not tell (`CS` and `CSC` of a cardiologist), neither does
 * this.
 */
export function isOnlyPossibleLetter(letter: string, around: ActAround, rules: RuleBook): boolean {
  const { sector } = around.provider;
  if (rules.keyLettersOn(letter, sector, around.dateOfCare).length === 0) return false;
  if (!isPossible(letter, around, rules)) return false;
  const ofRules = rules.data.keyLetters.map((row) => row.letter).filter((one) => !isKeyedOnly(one));
  const letters = new Set([...knownKeyLetters, ...ofRules]);
  const isRuledOut = (other: string): boolean =>
    around.isDescribed === true && !areDescribedAlike(letter, other);
  return [...letters].every(
    (other) => !isConfusable(letter, other) || isRuledOut(other) || !isPossible(other, around, rules),
  );
}
