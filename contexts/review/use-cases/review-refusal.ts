/** Why a step of a review is refused. The page has a sentence for each. */
export const refusalStatus = {
  /** There is no such review, or it was not given to this contractor. */
  REVIEW_NOT_FOUND: 404,
  /** No such document was sent for it, or not for this reader. */
  DOCUMENT_NOT_FOUND: 404,
  /** Someone else works on it. */
  CLAIM_HELD: 409,
  /** It has to be taken first. */
  NOT_HELD: 409,
  /** Someone changed it since it was shown. */
  VERSION_CHANGED: 409,
  /** Its state does not allow this (any more). */
  WRONG_STATE: 409,
  /** It is decided by now. */
  TOO_LATE: 409,
  /** The second keying is for someone else than the first. */
  OTHER_PERSON_NEEDED: 409,
  /** The claim is of the person who works on it, or of their family. */
  OWN_CLAIM: 403,
  /** Fields that two people key are not all keyed. */
  KEYING_INCOMPLETE: 422,
  /** Two people agreed on it, or a supervisor settled it. */
  FIELD_SETTLED: 409,
  /** The line was paid while others waited. */
  LINE_PAID: 409,
  /** Not a value of this field, or no such line. */
  VALUE_INVALID: 422,
  /** Nobody of this user id works as a contractor. */
  NOT_A_CONTRACTOR: 422,
  /** Contractors work on facts without an identity and on small amounts only. */
  NOT_ASSIGNABLE: 409,
  /** Without that fact nothing can be paid, or it is not a finding of this claim. */
  FINDING_NOT_OVERRIDABLE: 422,
  /** The pages are not of this claim, or all of them. */
  PAGES_INVALID: 422,
  /** It is not certain whose claim it is, so nobody can be written to. */
  NOBODY_TO_TELL: 409,
  /** The insured has no phone, or wants no SMS. */
  NO_SMS_POSSIBLE: 409,
  /** Not for this role, or not for this channel. */
  NOT_ALLOWED: 403,
} as const;

export type RefusalCode = keyof typeof refusalStatus;

/** A step of a review that cannot be done, for a reason that the person may see; it holds nothing personal. */
export class ReviewRefusal extends Error {
  override name = 'ReviewRefusal';
  readonly code: RefusalCode;
  readonly status: (typeof refusalStatus)[RefusalCode];
  /** Fields that it is about, where it is about fields. */
  readonly places: readonly { readonly field: string; readonly line?: number | undefined }[];

  constructor(
    code: RefusalCode,
    title: string,
    places: readonly { readonly field: string; readonly line?: number | undefined }[] = [],
  ) {
    super(title);
    this.code = code;
    this.status = refusalStatus[code];
    this.places = places;
  }
}
