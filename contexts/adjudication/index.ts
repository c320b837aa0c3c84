export { MOST_CARE_GROUPS } from './domain/act-fingerprint.ts';
export { isAnswered, isOverridable } from './domain/attestations.ts';
export { overrideContent } from './domain/override-content.ts';
export { areTermsEnough, termsNeeded } from './domain/set-aside.ts';
export { loadForms, proposeDecision } from './use-cases/propose-decision.ts';
export { paidLines } from './domain/paid-lines.ts';
export { isSumRight } from './domain/check-form.ts';
export { normaliseDiseaseCode } from './domain/tariffs/disease-code.ts';
