import type { Centimes, RejectionCode, Scheme } from '#shared';

export const outcomes = [
  'approved',
  'partly-approved',
  'rejected',
  'referred',
  /** Its certain lines are paid; the others wait for a person. */
  'partly-referred',
  'incomplete',
] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * What a finding does to the claim. A rejection needs a rule that fired on certain facts; a doubt sends the claim to a
 * person; missing information is asked of the insured; a signal is kept for review and changes nothing by itself.
 */
export const findingKinds = ['rejection', 'doubt', 'missing', 'signal'] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  readonly kind: FindingKind;
  readonly code: ReasonCode;
  /** Name of the field of the care form it is about. */
  readonly field?: string;
  /** 0-based index of the act it is about; absent where it concerns the whole claim. */
  readonly line?: number;
  /** Values that explain it to a reviewer; ids, dates, codes and amounts only, never a name or a diagnosis. */
  readonly details?: Readonly<Record<string, string | number>>;
}

export type ReasonCode =
  // who is it
  | 'REGISTRATION_NUMBER_UNREADABLE'
  | 'PERSON_NOT_FOUND'
  | 'IDENTITY_MISMATCH'
  | 'PERSON_DECEASED'
  | 'CIN_UNREADABLE'
  | 'NAME_UNREADABLE'
  // is the beneficiary covered on the date of care
  | 'BENEFICIARY_UNREADABLE'
  | 'BENEFICIARY_NOT_DECLARED'
  | 'BENEFICIARY_AMBIGUOUS'
  | 'BENEFICIARY_AGE'
  | 'RIGHTS_CLOSED_AT_CARE_DATE'
  | 'WAITING_PERIOD'
  | 'CONTRIBUTIONS_UNPAID'
  | 'SEVERAL_COVERAGES'
  // the form
  | 'FORM_INCOMPLETE'
  | 'FIELD_UNREADABLE'
  | 'PAGE_NOT_READ'
  | 'PRIOR_APPROVAL_REQUEST'
  | 'ATTACHMENT_COUNT_MISMATCH'
  | 'AMOUNT_MISMATCH'
  /** Amounts stand on the form that are no act's: medicines or other items that nobody priced. */
  | 'OTHER_ITEMS_BILLED'
  | 'SEVERAL_FORMS_IN_FILE'
  | 'LATE_FILING'
  | 'DEPOSIT_BACKDATED'
  | 'DEPOSIT_DATE_INVALID'
  | 'CARE_DATE_IN_FUTURE'
  | 'CARE_DATE_IMPLAUSIBLE'
  | 'TOO_MANY_CARE_DAYS'
  // provider and acts
  | 'INPE_UNKNOWN'
  | 'PROVIDER_NOT_ACTIVE'
  | 'PROVIDER_MISMATCH'
  | 'PRIOR_APPROVAL_MISSING'
  /** More sessions are billed than an approval that says how many has left. */
  | 'SESSIONS_EXCEEDED'
  | 'ACT_UNKNOWN'
  | 'ACT_NOT_OF_SPECIALTY'
  | 'TARIFF_UNKNOWN'
  | 'TARIFF_NOT_CERTAIN'
  | 'RATE_UNKNOWN'
  /** A higher rate was granted for a disease, and nothing says whether the act was for it. */
  | 'DISEASE_NOT_SHOWN'
  | 'BILLED_ABOVE_TARIFF'
  | 'CEILING_REACHED'
  | 'DUPLICATE'
  /** Another claim of the family was paid at this provider on the day, or on the day before or after. */
  | 'NEAR_DUPLICATE'
  /** A line that was found to be paid in another claim is gone, and this one stands there in its place. */
  | 'DUPLICATE_CHANGED'
  /** One person put something else than was surely read, or a line that nothing bears out: nobody is paid by it alone. */
  | 'CHANGED_BY_ONE'
  /** No rule lets two acts of one provider and day be paid together. */
  | 'ACTS_NOT_TOGETHER'
  | 'AMOUNT_UNUSUAL'
  // medicines
  /** The code of a box is not in the list of medicines. */
  | 'MEDICINE_UNKNOWN'
  /** It is, but without a price or base for the day of dispensing. */
  | 'MEDICINE_PRICE_UNKNOWN'
  | 'MEDICINE_NOT_REIMBURSABLE'
  /** Another price was billed than the public price (PPV) of the day. */
  | 'MEDICINE_PRICE_DIFFERS'
  | 'MEDICINE_NOT_PRESCRIBED'
  /** The person got the same medicine again before the boxes of the first time could be used up. */
  | 'RENEWAL_TOO_SOON'
  /** Medicines without anybody who prescribed them: no act before they were sold, no prescription behind the form. */
  | 'PRESCRIPTION_MISSING'
  // what was paid before, while other lines waited
  /** A line that was paid does not stand on the form any more as it was paid. */
  | 'PAID_LINE_CHANGED'
  /** A rule rejects the whole claim, of which lines were paid. */
  | 'PAID_CLAIM_REJECTED'
  // what a person says of the whole claim
  | RejectionCode
  // the money
  | 'RIB_DIFFERS_FROM_ACCOUNT'
  | 'ACCOUNT_MISSING'
  | 'ACCOUNT_INVALID'
  | 'ACCOUNT_CHANGING'
  | 'ACCOUNT_OF_DECEASED';

/**
 * How one line was priced: of an act `paid = min(billed, tariff × coefficient) × rate`, of boxes of a medicine
 * `paid = boxes × min(billed a box, base) × rate`.
 */
export interface DecisionLine {
  /** EAN-13 of the boxes; absent where the line is an act, or where the code of a medicine was not read. */
  readonly medicineCode?: string | undefined;
  /** A line of medicines; absent where it is an act. */
  readonly kind?: 'medicine' | undefined;
  /** INPE of whoever gave the act, where that is known for certain; absent for medicines. */
  readonly inpe?: string | undefined;
  /** ISO date: of the care, or of the dispensing. */
  readonly dateOfCare: string | undefined;
  readonly keyLetter: string | undefined;
  readonly coefficientHundredths: number | undefined;
  /** How often the act was done, or how many boxes; absent where the form does not count it, which means once. */
  readonly quantity?: number | undefined;
  readonly billedCentimes: Centimes | undefined;
  /** Tariff (TNR) of one unit of the letter, or base of one box; undefined where it cannot be priced. */
  readonly unitTariffCentimes: Centimes | undefined;
  readonly basisCentimes: Centimes | undefined;
  readonly rateBasisPoints: number | undefined;
  /** 0 where the line is rejected; undefined where it is referred or cannot be priced. */
  readonly paidCentimes: Centimes | undefined;
  readonly outcome: 'paid' | 'rejected' | 'referred';
  /** INPE of the establishment that is paid for it in place of the insured (tiers payant); only of a line that is paid. */
  readonly payeeInpe?: string | undefined;
  /** Ids and versions of the dated rules that were used, so that the line can be explained years later. */
  readonly ruleIds: readonly string[];
}

export type BeneficiaryRef =
  { readonly kind: 'insured' } | { readonly kind: 'dependant'; readonly dependantId: string };

export interface Decision {
  readonly outcome: Outcome;
  /** Absent while nobody was identified for certain. */
  readonly registrationNumber: string | undefined;
  readonly beneficiary: BeneficiaryRef | undefined;
  readonly scheme: Scheme | undefined;
  readonly lines: readonly DecisionLine[];
  readonly billedCentimes: Centimes;
  /** What is paid in all, with what was paid before; 0 unless approved, partly approved or partly referred. */
  readonly paidCentimes: Centimes;
  /** What was paid before while other lines waited; absent where nothing was. */
  readonly paidBefore?: PaidBefore | undefined;
  /** What of the claim is not decided again from now on; only where it is partly referred for the first time. */
  readonly settledPart?: SettledPart | undefined;
  /** Lines that were found to be paid in other claims, now or before; absent where none ever was. */
  readonly foundPaid?: FoundPaid | undefined;
  readonly findings: readonly Finding[];
  /** Version of the rule book that was used. */
  readonly ruleBookVersion: string;
  /**
   * Business identity of each act for which a duplicate must be looked for (person, provider, date, letter, amount), hashed:
   * same index as `lines`; undefined where the act is not known well enough.
   */
  readonly fingerprints: readonly (string | undefined)[];
  /**
   * Where other claims for the same act would be, hashed; undefined also where a line excludes nobody by itself, as boxes of a medicine
   * do not. Same index as `lines`.
   */
  readonly fingerprintGroups: readonly (string | undefined)[];
  /**
   * What lines leave behind where they are paid, for others that may be the same: of the family, and of who was cared for, whoever
   * declared them.
   */
  readonly fingerprintsOfPerson?: readonly FingerprintOfForm[] | undefined;
  /** The insured's account on file the money goes to, or why there is none; absent where nothing is paid to them. */
  readonly destination: PaymentDestination | undefined;
  /** What is paid to the establishment that filed the claim (tiers payant); absent where nothing is. */
  readonly toEstablishment?: EstablishmentPayout | undefined;
}

export interface FingerprintOfForm {
  /** 0-based. */
  readonly line: number;
  readonly fingerprint: string;
  readonly group: string;
}

/** What decisions of a claim found to be paid, or perhaps paid, in others: by the fingerprints of its lines as they were then. */
export interface FoundPaid {
  readonly lines: readonly {
    readonly fingerprint: string;
    /** The other claim. */
    readonly claimId: string;
  }[];
  /** The lines that stood beside them when the first was found. */
  readonly beside: readonly string[];
}

/** A line that was paid while others waited. It is never decided again. */
export interface SettledLine {
  /** Hash of all that was read of it: by it the line is found again on a form that people corrected. */
  readonly identity: string;
  /** 0-based place on the form when it was paid. */
  readonly at: number;
  readonly line: DecisionLine;
}

/** What was paid of a claim before, as its form is now. */
export interface PaidBefore {
  readonly centimes: Centimes;
  /** Lines of this form that it was for. */
  readonly lines: ReadonlySet<number>;
  /** Those of them that were corrected since: they are other acts, as far as others may bill them too. */
  readonly corrected: ReadonlySet<number>;
}

/** What a claim was paid for before all of it was decided, and for whom. */
export interface SettledPart {
  readonly registrationNumber: string;
  readonly beneficiary: BeneficiaryRef;
  /** Lines of the form, paid and waiting. */
  readonly lineCount: number;
  readonly lines: readonly SettledLine[];
}

/** What an establishment is paid in place of the insured: the lines whose `payeeInpe` is its own. */
export interface EstablishmentPayout {
  readonly inpe: string;
  readonly centimes: Centimes;
  readonly destination: PaymentDestination;
}

export type PaymentDestination =
  | { readonly kind: 'account'; readonly rib: string }
  | {
      readonly kind: 'held';
      readonly reason: 'ACCOUNT_MISSING' | 'ACCOUNT_INVALID' | 'ACCOUNT_CHANGING' | 'ACCOUNT_OF_DECEASED';
    };
