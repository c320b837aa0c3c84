import type { InvalidReason, OutcomeCode } from '../../../contexts/registration/records/list-lines.ts';
import type { OtherCover } from '../../../contexts/registry/records/other-covers.ts';
import type { WorkerKind } from './worker-kinds.ts';

/** What must come of a kind of line: its code, and with it what is the matter. */
interface KindExpectation {
  readonly code: OutcomeCode;
  readonly reasons?: readonly InvalidReason[];
  readonly otherCover?: OtherCover;
}

const invalid = (...reasons: readonly InvalidReason[]): KindExpectation => ({ code: 'INVALID', reasons });
const coveredBy = (otherCover: OtherCover): KindExpectation => ({
  code: 'NOT_SUBJECT_OTHER_AMO',
  otherCover,
});

export const WORKER_EXPECTATIONS: Readonly<Record<WorkerKind, KindExpectation>> = {
  new: { code: 'REGISTERED' },
  newInArabicOnly: { code: 'REGISTERED' },
  withoutPhone: { code: 'REGISTERED' },
  phoneInvalid: { code: 'REGISTERED' },
  registered: { code: 'ALREADY_REGISTERED' },
  registeredInOtherSpelling: { code: 'ALREADY_REGISTERED' },
  employee: coveredBy('AMO_SALARIE'),
  // Schemes for those without work give way to that of the self-employed.
  tadamon: { code: 'COVERAGE_CHANGED' },
  achamil: { code: 'COVERAGE_CHANGED' },
  cnops: coveredBy('CNOPS'),
  far: coveredBy('FAR'),
  cnopsEnded: { code: 'REGISTERED' },
  duplicate: { code: 'DUPLICATE' },
  duplicateInOtherSpelling: { code: 'DUPLICATE' },
  duplicateInArabic: { code: 'DUPLICATE' },
  conflictFirst: { code: 'IDENTITY_MISMATCH' },
  conflictSecond: { code: 'IDENTITY_MISMATCH' },
  conflictWithRegistry: { code: 'IDENTITY_MISMATCH' },
  deceasedInList: { code: 'DECEASED' },
  deceasedInCivilStatus: { code: 'DECEASED' },
  activityClosed: { code: 'ACTIVITY_CLOSED' },
  tooOld: { code: 'AGE_NOT_PLAUSIBLE' },
  tooYoung: { code: 'AGE_NOT_PLAUSIBLE' },
  lineMalformed: invalid('LINE_MALFORMED'),
  columnCount: invalid('COLUMN_COUNT'),
  referenceMissing: invalid('REFERENCE_MISSING'),
  cinMissing: invalid('CIN_MISSING'),
  cinInvalid: invalid('CIN_INVALID'),
  nameMissing: invalid('NAME_MISSING'),
  nameInvalid: invalid('NAME_INVALID'),
  birthDateMissing: invalid('BIRTH_DATE_MISSING'),
  birthDateInvalid: invalid('BIRTH_DATE_INVALID'),
  sexInvalid: invalid('SEX_INVALID'),
  categoryUnknown: invalid('CATEGORY_UNKNOWN'),
  activityDateInvalid: invalid('ACTIVITY_DATE_INVALID'),
  manyFaults: invalid('CIN_INVALID', 'BIRTH_DATE_MISSING', 'SEX_INVALID'),
};
