import type { FieldName, Review } from '../../contracts/api/review.ts';
import { groupOfReason } from './reason-groups.ts';

/** Fields that say whose claim it is. */
const identityFields = new Set<string>([
  'registrationNumber',
  'cin',
  'insuredName',
  'insuredBirthDate',
  'patientName',
  'patientBirthDate',
  'patientCin',
] satisfies FieldName[]);

export const isIdentityField = (field: string): boolean => identityFields.has(field);

/** Said of the insured or the patient as well, and shown: only what the registry has of that person is not told. */
const personalFields = new Set<string>(['beneficiaryLink', 'sex'] satisfies FieldName[]);

const personalGroups = new Set(['identity', 'beneficiary', 'coverage']);

/** A review as a contractor sees it: what says whose claim it is, is not in it at all. */
export function maskReview(review: Review): Review {
  return {
    ...review,
    isMasked: true,
    fields: review.fields
      .filter(({ field }) => !isIdentityField(field))
      .map((field) =>
        personalFields.has(field.field)
          ? { ...field, evidence: field.evidence.filter((evidence) => evidence !== 'REGISTRY') }
          : field,
      ),
    otherPerson: review.otherPerson.map((other) => ({
      ...other,
      fields: other.fields.filter(({ field }) => !isIdentityField(field)),
    })),
    findings: review.findings
      .filter(({ field }) => field === undefined || !isIdentityField(field))
      .map((finding) =>
        personalGroups.has(groupOfReason(finding)) ? { ...finding, details: undefined } : finding,
      ),
    history: review.history.filter(({ field }) => field === undefined || !isIdentityField(field)),
  };
}
