import { doubtsAboutCharacters, type ReadField } from '#reading';
import { type FieldDoubt, rowsOn, type RuleBook } from '#rules';

/** How far the reading of a field may be believed. */
export interface Certainty {
  /** Believed by itself: read with confidence and nothing wrong with it. */
  isCertain(field: ReadField<unknown> | undefined): boolean;
  /** Believed by itself though it multiplies what is paid: the coefficient of a graded act. */
  isCertainCoefficient(field: ReadField<unknown> | undefined): boolean;
  /** Believed because independent values agree with it (the registry, a sum), so a weaker reading is enough. */
  isCertainWhenConfirmed(field: ReadField<unknown> | undefined): boolean;
  /**
   * Believed because it finds whom it should in a register, and his name stands on the form: then of two places of the form
   * that differ by a digit (an INPE and its stamp) the other one was misread.
   */
  isCertainWhenFound(field: ReadField<unknown> | undefined): boolean;
}

const ABOUT_CHARACTERS_OR_PLACES = new Set<FieldDoubt>([...doubtsAboutCharacters, 'CONFLICTING_VALUES']);

/**
 * Thresholds of the OCR engine that read the form: confidences of different engines cannot be compared. An engine without a
 * row is held to the strictest of all.
 */
export function certaintyFor(engine: string | undefined, day: string, rules: RuleBook): Certainty {
  const inForce = rowsOn(rules.data.ocrConfidences, day);
  const own = inForce.filter((row) => row.engine === engine);
  const rows = own.length > 0 ? own : inForce;
  const alonePercent = Math.max(...rows.map((row) => row.alonePercent));
  const coefficientPercent = Math.max(...rows.map((row) => row.coefficientPercent));
  const confirmedPercent = Math.max(...rows.map((row) => row.confirmedPercent));
  const clears = (field: ReadField<unknown>, percent: number): boolean =>
    rows.length > 0 && field.confidencePercent >= percent;
  const settledBy =
    (settled: ReadonlySet<FieldDoubt>) =>
    (field: ReadField<unknown> | undefined): boolean =>
      field?.doubts.every((doubt) => settled.has(doubt)) === true && clears(field, confirmedPercent);
  return {
    isCertain: (field) => field?.doubts.length === 0 && clears(field, alonePercent),
    isCertainCoefficient: (field) => field?.doubts.length === 0 && clears(field, coefficientPercent),
    isCertainWhenConfirmed: settledBy(doubtsAboutCharacters),
    isCertainWhenFound: settledBy(ABOUT_CHARACTERS_OR_PLACES),
  };
}
