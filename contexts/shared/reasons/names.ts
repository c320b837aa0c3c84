/** Why a reviewer may reject a claim; anything else is a matter of the rules. */
export const rejectionCodes = [
  'NOT_A_CARE_FORM',
  'ILLEGIBLE',
  'ALTERED_DOCUMENT',
  'SIGNATURE_MISSING',
  'CARE_NOT_PROVEN',
  /** An accident at work, or one that somebody else is liable for. */
  'WORK_ACCIDENT_OR_OTHER_PAYER',
  /** Medical control only. */
  'MEDICALLY_NOT_JUSTIFIED',
] as const;

/** Documents that can be asked for. */
export const documentKinds = ['CARE_FORM', 'PRESCRIPTION', 'INVOICE', 'PRIOR_APPROVAL', 'ID_CARD'] as const;

/** What a photographed document may be, as a file. */
export const documentTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
