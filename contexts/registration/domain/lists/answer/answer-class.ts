import type { AnswerClass, OutcomeCode } from '../../../records/list-lines.ts';

const CLASS_OF: Readonly<Record<OutcomeCode, AnswerClass>> = {
  REGISTERED: 'SUBJECT',
  ALREADY_REGISTERED: 'SUBJECT',
  DEPENDANT_REGISTERED: 'SUBJECT',
  COVERAGE_CHANGED: 'SUBJECT',
  COVERAGE_UNCHANGED: 'SUBJECT',
  COVERAGE_CLOSED: 'NOT_SUBJECT',
  NOT_SUBJECT_OTHER_AMO: 'NOT_SUBJECT',
  DECEASED: 'NOT_SUBJECT',
  ACTIVITY_CLOSED: 'NOT_SUBJECT',
  CARD_EXPIRED: 'NOT_SUBJECT',
  DEPENDANT_NOT_ELIGIBLE: 'NOT_SUBJECT',
  /** The line it repeats has the person's answer. */
  DUPLICATE: 'NOT_SUBJECT',
  /** It follows its head, whose line says why; it comes again with a head that can be registered. */
  HEAD_NOT_REGISTERED: 'NOT_SUBJECT',
  HOUSEHOLD_WITHOUT_HEAD: 'INVALID',
  PERSON_UNKNOWN: 'INVALID',
  AGE_NOT_PLAUSIBLE: 'INVALID',
  INVALID: 'INVALID',
  IDENTITY_MISMATCH: 'REFERRED',
  POSSIBLE_DUPLICATE: 'REFERRED',
};

/** What an outcome means to the sender of the line: in, out, to be put right by the sender, or with a person who decides. */
export function answerClassOf(code: OutcomeCode): AnswerClass {
  return CLASS_OF[code];
}
