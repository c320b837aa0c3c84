/** What speaks for a value beside its looks. */
export const fieldEvidence = [
  /** It agrees with the person or the provider that the registry has. */
  'REGISTRY',
  /** The rows add up to the total. */
  'SUM',
  /** Its own check digits are right (RIB key). */
  'CHECK_DIGITS',
  /** A barcode on the page says the same. */
  'BARCODE',
  /** It was cut out, enlarged and read once more, with the same result. */
  'SECOND_LOOK',
  /** It stands on the form in more than one place. */
  'REPEATED',
  /** It agrees with its neighbours: the date of another act, the price of one unit. */
  'NEIGHBOURS',
  /** A printed label that is known stands at it. */
  'LABEL',
  /** Its place says so: its column, its section, its order. */
  'PLACE',
] as const;
export type FieldEvidence = (typeof fieldEvidence)[number];

/** What can be wrong with a value. */
export const fieldDoubts = [
  /** The OCR was unsure of a character. */
  'LOW_CONFIDENCE',
  /** Characters were corrected (`O` to `0`) to make a number of it. */
  'CORRECTED_CHARACTERS',
  /** More or fewer characters than the format has. */
  'WRONG_LENGTH',
  /** The check digits fail (RIB key). */
  'CHECK_DIGITS',
  /** Not a date, or one that cannot be (in the future of the signature, say). */
  'IMPOSSIBLE_VALUE',
  /** Two places of the form give different values. */
  'CONFLICTING_VALUES',
  /** Letters are not of the kind that is expected here (a name with digits). */
  'UNEXPECTED_CHARACTERS',
  /** A barcode on the page says something else. */
  'BARCODE_DIFFERS',
  /** A second reading of the same place says something else. */
  'SECOND_LOOK_DIFFERS',
  /** Something else on the form may as well be meant. */
  'AMBIGUOUS',
] as const;
export type FieldDoubt = (typeof fieldDoubts)[number];

/** What the chance that a value was read right depends on: the OCR's confidence, what speaks for it, what speaks against it. */
export const readingSigns = ['CONFIDENCE', ...fieldEvidence, ...fieldDoubts] as const;
export type ReadingSign = (typeof readingSigns)[number];
