import type { ReasonCode } from '#claims';
import { type FieldFacts, reasonGroups, reviewFields } from './review-names.ts';
import { type ReasonGroup } from '../records/review-words.ts';

/** Which doubts are processed in one go. */
const groupOfCode: Readonly<Record<ReasonCode, ReasonGroup>> = {
  REGISTRATION_NUMBER_UNREADABLE: 'identity',
  PERSON_NOT_FOUND: 'identity',
  IDENTITY_MISMATCH: 'identity',
  PERSON_DECEASED: 'identity',
  CIN_UNREADABLE: 'identity',
  NAME_UNREADABLE: 'identity',
  BENEFICIARY_UNREADABLE: 'beneficiary',
  BENEFICIARY_NOT_DECLARED: 'beneficiary',
  BENEFICIARY_AMBIGUOUS: 'beneficiary',
  BENEFICIARY_AGE: 'beneficiary',
  RIGHTS_CLOSED_AT_CARE_DATE: 'coverage',
  WAITING_PERIOD: 'coverage',
  CONTRIBUTIONS_UNPAID: 'coverage',
  SEVERAL_COVERAGES: 'coverage',
  FORM_INCOMPLETE: 'form',
  FIELD_UNREADABLE: 'form',
  PAGE_NOT_READ: 'form',
  PRIOR_APPROVAL_REQUEST: 'form',
  ATTACHMENT_COUNT_MISMATCH: 'form',
  AMOUNT_MISMATCH: 'amounts',
  OTHER_ITEMS_BILLED: 'amounts',
  SEVERAL_FORMS_IN_FILE: 'form',
  LATE_FILING: 'dates',
  DEPOSIT_BACKDATED: 'dates',
  DEPOSIT_DATE_INVALID: 'dates',
  CARE_DATE_IN_FUTURE: 'dates',
  CARE_DATE_IMPLAUSIBLE: 'dates',
  TOO_MANY_CARE_DAYS: 'dates',
  INPE_UNKNOWN: 'provider',
  PROVIDER_NOT_ACTIVE: 'provider',
  PROVIDER_MISMATCH: 'provider',
  PRIOR_APPROVAL_MISSING: 'acts',
  SESSIONS_EXCEEDED: 'acts',
  ACT_UNKNOWN: 'acts',
  ACT_NOT_OF_SPECIALTY: 'acts',
  TARIFF_UNKNOWN: 'acts',
  TARIFF_NOT_CERTAIN: 'acts',
  RATE_UNKNOWN: 'acts',
  DISEASE_NOT_SHOWN: 'acts',
  BILLED_ABOVE_TARIFF: 'amounts',
  CEILING_REACHED: 'amounts',
  DUPLICATE: 'acts',
  NEAR_DUPLICATE: 'acts',
  ACTS_NOT_TOGETHER: 'acts',
  AMOUNT_UNUSUAL: 'amounts',
  MEDICINE_UNKNOWN: 'acts',
  MEDICINE_PRICE_UNKNOWN: 'acts',
  MEDICINE_NOT_REIMBURSABLE: 'acts',
  MEDICINE_PRICE_DIFFERS: 'amounts',
  MEDICINE_NOT_PRESCRIBED: 'acts',
  RENEWAL_TOO_SOON: 'acts',
  PRESCRIPTION_MISSING: 'form',
  // Whose money it was has to be seen: not for contractors.
  DUPLICATE_CHANGED: 'identity',
  CHANGED_BY_ONE: 'identity',
  PAID_LINE_CHANGED: 'identity',
  PAID_CLAIM_REJECTED: 'coverage',
  RIB_DIFFERS_FROM_ACCOUNT: 'form',
  ACCOUNT_MISSING: 'form',
  ACCOUNT_INVALID: 'form',
  ACCOUNT_CHANGING: 'form',
  // A death is in the registry, and no contractor's to know.
  ACCOUNT_OF_DECEASED: 'identity',
  NOT_A_CARE_FORM: 'form',
  ILLEGIBLE: 'form',
  ALTERED_DOCUMENT: 'form',
  SIGNATURE_MISSING: 'form',
  CARE_NOT_PROVEN: 'acts',
  WORK_ACCIDENT_OR_OTHER_PAYER: 'coverage',
  MEDICALLY_NOT_JUSTIFIED: 'acts',
};

/** A field that cannot be read is doubted in the group of what it says; so is the whole table of acts. */
const groupsOfFields: Readonly<Record<string, Pick<FieldFacts, 'group'>>> = {
  ...reviewFields,
  acts: { group: 'acts' },
};

interface Reason {
  readonly code: string;
  readonly field?: string | undefined;
}

/** Whether the rules of today know a reason; what was recorded under older ones may have others. */
export const isReasonCode = (code: string): code is ReasonCode => Object.hasOwn(groupOfCode, code);

/** The group of one finding; one of an older version of the rules is looked at as a matter of the form. */
export function groupOfReason({ code, field }: Reason): ReasonGroup {
  const isAboutField = code === 'FIELD_UNREADABLE' || code === 'FORM_INCOMPLETE';
  const ofField = isAboutField && field !== undefined ? groupsOfFields[field]?.group : undefined;
  return ofField ?? (isReasonCode(code) ? groupOfCode[code] : 'form');
}

/**
 * The group of a review: the first, in their order, that a reason belongs to. Who it is comes first: nothing else can be
 * decided before, and a review of a later group holds no doubt about a person.
 */
export function groupOfReasons(reasons: readonly Reason[]): ReasonGroup {
  const groups = new Set(reasons.map(groupOfReason));
  return reasonGroups.find((group) => groups.has(group)) ?? 'form';
}
