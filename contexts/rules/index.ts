export {
  type FieldDoubt,
  fieldDoubts,
  fieldEvidence,
  type FieldEvidence,
  type ReadingSign,
  readingSigns,
} from './reading-signs.ts';
export type {
  KeyLetter,
  RegistrationCategory,
  RuleBookData,
  Sector,
  WaitingPeriod,
} from './rule-book-schema.ts';
export type { RuleBook } from './rule-book.ts';
export { rowsOn, type RuleRow } from './rule-row.ts';
