import type { CareForm, CareFormAct, LinesToConfirm, ReadField } from '#reading';
import type { Provider } from '#registry';
import type { RuleBook } from '#rules';
import { type Centimes, isIsoDate, multiplyCentimes, normaliseKeyLetter } from '#shared';
import { isWholeAct, ONE_HUNDREDTHS } from './tariffs/act-code.ts';
import { unitCentimesOf } from './tariffs/price-line.ts';
import { isAttested } from './attestations.ts';
import { certaintyFor } from './certainty.ts';
import { isOnlyPossibleLetter } from './weak-letter.ts';

/** A value of a line that one misread character would change, and the money with it, unnoticed. */
export interface UnconfirmedValue {
  /** 0-based index of the act. */
  readonly line: number;
  readonly field: 'keyLetter' | 'coefficientHundredths' | 'quantity' | 'billedCentimes';
}

/** Whether someone or something else read the same at the same place. */
function wasReadTwice(field: ReadField<unknown> | undefined): boolean {
  return isAttested(field) || field?.evidence?.includes('SECOND_LOOK') === true;
}

interface TariffedLine {
  readonly act: CareFormAct;
  readonly line: number;
  readonly provider: Provider;
  readonly letter: string;
  readonly dateOfCare: string;
  /** Consultations and visits count as one: there is no coefficient to misread. */
  readonly isOne: boolean;
  /** What the tariff gives for the whole line. */
  readonly referenceCentimes: Centimes;
  readonly billedCentimes: Centimes;
}

/** A line with all that its price takes; undefined where something of it is missing: that is a doubt of its own. */
function tariffed(
  act: CareFormAct,
  line: number,
  provider: Provider,
  rules: RuleBook,
): TariffedLine | undefined {
  const dateOfCare = act.dateOfCare?.value;
  const billedCentimes = act.billedCentimes?.value;
  if (act.keyLetter === undefined || billedCentimes === undefined) return undefined;
  if (dateOfCare === undefined || !isIsoDate(dateOfCare)) return undefined;
  const letter = normaliseKeyLetter(act.keyLetter.value);
  const unitCentimes = unitCentimesOf(letter, { provider, dateOfCare }, rules);
  const isOne = isWholeAct(rules.keyLettersOn(letter, provider.sector, dateOfCare));
  const coefficient = act.coefficientHundredths?.value ?? (isOne ? ONE_HUNDREDTHS : undefined);
  const quantity = act.quantity?.value ?? 1;
  const multiple = (coefficient ?? 0) * quantity;
  if (unitCentimes === undefined || !Number.isSafeInteger(multiple) || multiple <= 0) return undefined;
  const referenceCentimes = multiplyCentimes(unitCentimes, multiple, ONE_HUNDREDTHS);
  return { act, line, provider, letter, dateOfCare, isOne, referenceCentimes, billedCentimes };
}

/** The tariff's own price was billed: the letter, the coefficient and the amount bear each other out. */
function isBilledAtTariff({ billedCentimes, referenceCentimes }: TariffedLine): boolean {
  return billedCentimes === referenceCentimes;
}

/**
 * Whether a table counts some acts and not others: what looks like a count may be the row's number, and a count may be missing.
 * Reading the same twice does not help there; a person's word does.
 */
function isCountedInPart(acts: readonly CareFormAct[]): boolean {
  const counted = acts.filter(({ quantity }) => quantity !== undefined);
  return counted.length > 0 && counted.length < acts.length;
}

/** A count by which every unit price makes its amount is borne out as well as one that was read twice. */
function isCountConfirmed({ quantity }: CareFormAct, isInPart: boolean): boolean {
  if (isInPart) return isAttested(quantity);
  return quantity === undefined || wasReadTwice(quantity) || quantity.evidence?.includes('SUM') === true;
}

function unconfirmedMultiples(
  tariffedLine: TariffedLine,
  isInPart: boolean,
  rules: RuleBook,
): readonly UnconfirmedValue[] {
  const { act, line, letter, dateOfCare, provider, isOne } = tariffedLine;
  if (isBilledAtTariff(tariffedLine)) return [];
  const fields: UnconfirmedValue['field'][] = [];
  // A graded act has its coefficient beside it, so that a letter without one stands for a whole act.
  const coefficientHundredths = act.coefficientHundredths?.value ?? ONE_HUNDREDTHS;
  const isDescribed = act.keyLetter?.evidence?.includes('NEIGHBOURS') === true;
  const isOnlyLetter = (): boolean =>
    isOnlyPossibleLetter(letter, { provider, dateOfCare, coefficientHundredths, isDescribed }, rules);
  if (!wasReadTwice(act.keyLetter) && !isOnlyLetter()) fields.push('keyLetter');
  if (!isOne && !wasReadTwice(act.coefficientHundredths)) fields.push('coefficientHundredths');
  if (!isOne && !isCountConfirmed(act, isInPart)) fields.push('quantity');
  return fields.map((field) => ({ line, field }));
}

/** What two lines come to before the rate, with amounts of theirs. */
function basisOf(one: TariffedLine, other: TariffedLine, amounts: readonly [Centimes, Centimes]): Centimes {
  return Math.min(amounts[0], one.referenceCentimes) + Math.min(amounts[1], other.referenceCentimes);
}

/** Whether the sum would be right and the money wrong if the amounts of two lines had been read each in the other's place. */
function wouldExchangeMatter(one: TariffedLine, other: TariffedLine): boolean {
  const [a, b] = [one.billedCentimes, other.billedCentimes];
  return basisOf(one, other, [a, b]) !== basisOf(one, other, [b, a]);
}

function unconfirmedAmounts(lines: readonly TariffedLine[]): readonly UnconfirmedValue[] {
  const open = lines.filter((one) => !wasReadTwice(one.act.billedCentimes) && !isBilledAtTariff(one));
  return open
    .filter((one) => open.some((other) => other !== one && wouldExchangeMatter(one, other)))
    .map(({ line }) => ({ line, field: 'billedCentimes' }));
}

/**
 * Values of a form that only one reading gives and that nothing else bears out: were one of them misread, everything would
 * still agree, and something else would be paid. A key letter is borne out where the provider can have billed no other that
 * looks like it; a coefficient and a quantity where the tariff's own price was billed; an amount by the total, unless it may
 * have changed places with another line's. All are by a second look that read the same, and by people.
 *
 * Lines that cannot be priced have none: what is missing of them is doubted for itself.
 * @param providerOf who gave the act of a line, where that is known
 */
export function unconfirmedValues(
  form: CareForm,
  providerOf: (line: number) => Provider | undefined,
  rules: RuleBook,
): readonly UnconfirmedValue[] {
  const lines = form.acts.flatMap((act, line) => {
    const provider = providerOf(line);
    return provider === undefined ? [] : (tariffed(act, line, provider, rules) ?? []);
  });
  const isInPart = isCountedInPart(form.acts);
  return [
    ...lines.flatMap((one) => unconfirmedMultiples(one, isInPart, rules)),
    ...unconfirmedAmounts(lines),
  ];
}

/** A line whose letter is known and has no price: a person will decide on it, whatever else is read of it. */
function isUnpriceable(act: CareFormAct, provider: Provider, rules: RuleBook): boolean {
  const { keyLetter, dateOfCare } = act;
  if (keyLetter === undefined || keyLetter.doubts.length > 0) return false;
  if (dateOfCare === undefined || !isIsoDate(dateOfCare.value)) return false;
  const letter = normaliseKeyLetter(keyLetter.value);
  return (
    rules.keyLettersOn(letter, provider.sector, dateOfCare.value).length > 0 &&
    unitCentimesOf(letter, { provider, dateOfCare: dateOfCare.value }, rules) === undefined
  );
}

/**
 * The lines of a form for which a second look may decide whether a machine can pay them.
 * @param ocrEngine who read the form
 * @param day ISO day whose thresholds hold
 */
export function linesToConfirm(rules: RuleBook, ocrEngine: string | undefined, day: string): LinesToConfirm {
  const certainty = certaintyFor(ocrEngine, day, rules);
  return ({ acts, ...form }, providers) => {
    const byRow = acts.map((act) => {
      const named = act.inpe?.value ?? form.inpe?.value;
      return providers.find(({ inpe }) => inpe === named);
    });
    // Who gave the care a person will say: then nothing else should be left to look at.
    if (byRow.includes(undefined)) return new Set(acts.keys());
    const unsure = acts.flatMap(({ coefficientHundredths: coefficient }, line) =>
      coefficient === undefined || certainty.isCertainCoefficient(coefficient) ? [] : [line],
    );
    const lines = [
      ...unsure,
      ...unconfirmedValues({ ...form, acts }, (line) => byRow[line], rules).map(({ line }) => line),
    ];
    return new Set(
      lines.filter((line) => {
        const [act, provider] = [acts[line], byRow[line]];
        return act === undefined || provider === undefined || !isUnpriceable(act, provider, rules);
      }),
    );
  };
}
