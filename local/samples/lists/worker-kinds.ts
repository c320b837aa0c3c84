/** What is the matter with a line of a list of workers, and how many of a hundred lines are so. */
const COUNTS = [
  /** Registered: both scripts, only Latin or only Arabic names, telephone written in several ways. */
  ['new', 44],
  ['newInArabicOnly', 6],
  ['withoutPhone', 4],
  ['phoneInvalid', 3],
  ['registered', 3],
  ['registeredInOtherSpelling', 1],
  ['employee', 3],
  ['tadamon', 2],
  ['achamil', 1],
  ['cnops', 2],
  ['far', 1],
  ['cnopsEnded', 1],
  ['duplicate', 3],
  ['duplicateInOtherSpelling', 2],
  ['duplicateInArabic', 2],
  /** Two lines with one CIN and two identities: `conflictFirst` is the partner. */
  ['conflictFirst', 1],
  ['conflictSecond', 1],
  ['conflictWithRegistry', 1],
  ['deceasedInList', 1],
  ['deceasedInCivilStatus', 1],
  ['activityClosed', 2],
  ['tooOld', 1],
  ['tooYoung', 1],
  ['lineMalformed', 1],
  ['columnCount', 1],
  ['referenceMissing', 1],
  ['cinMissing', 1],
  ['cinInvalid', 1],
  ['nameMissing', 1],
  ['nameInvalid', 1],
  ['birthDateMissing', 1],
  ['birthDateInvalid', 1],
  ['sexInvalid', 1],
  ['categoryUnknown', 1],
  ['activityDateInvalid', 1],
  ['manyFaults', 1],
] as const;

export type WorkerKind = (typeof COUNTS)[number][0];

export const WORKER_CYCLE = 100;

/** Kinds of a hundred lines, in the order of the table. */
export const KINDS_OF_A_CYCLE: readonly WorkerKind[] = COUNTS.flatMap(([kind, count]) =>
  Array.from({ length: count }, () => kind),
);
