import type { Finding } from '#claims';
import type { CareForm } from '#reading';
import { type AssessedAsRead, readLines, removedLines, rowsOf } from './as-read.ts';
import type { AssessedLine, CertainFacts } from './assessed-line.ts';
import type { Certainty } from './certainty.ts';
import { type ChangedPlace, changedPlaces } from './changed-places.ts';
import { isSumRight } from './check-form.ts';
import { claimFieldNames, fieldOfForm, fieldsOfLine } from './form-places.ts';
import { placesOfDuplicates, questionedReadings } from './questioned-readings.ts';

/**
 * What people put in the place of what was read, and nothing but their word stands for: another value than one that was sure and
 * that nothing spoke against, a line that the total as it was read does not bear out, a line taken out so that the rest was filed in
 * time. One person's word pays nothing by it. What was not read, or not for sure, one person completes.
 */

const doubt = (finding: Partial<Finding>): Finding => ({ kind: 'doubt', code: 'CHANGED_BY_ONE', ...finding });

/**
 * One of several readings that cannot all be right may be a misreading: that one is corrected by one person. None is by which a line
 * was found in another claim: that claim bears it out.
 */
function unexplained(
  places: readonly ChangedPlace[],
  { findings, form }: AssessedAsRead,
): readonly ChangedPlace[] {
  const groups = questionedReadings(findings, form);
  const ofDuplicates = placesOfDuplicates(findings);
  const changedKeys = new Set(places.map(({ key }) => key));
  const isExplained = ({ key }: ChangedPlace): boolean =>
    !ofDuplicates.has(key) &&
    groups.some((group) => group.has(key) && [...changedKeys].filter((one) => group.has(one)).length === 1);
  return places.filter((place) => !place.isLess && !isExplained(place));
}

/** Whether the added lines are what was missing of the total as it was read: then it speaks for them. */
function areBorneOut(form: CareForm, asRead: AssessedAsRead, changed: readonly ChangedPlace[]): boolean {
  const total = asRead.form.totalCentimes;
  // Neither was the page read on which they stand, nor the total: one person completes what was not read.
  if (total === undefined) return asRead.findings.some(({ code }) => code === 'PAGE_NOT_READ');
  return (
    total.value === form.totalCentimes?.value &&
    isSumRight(form) &&
    !isSumRight(asRead.form) &&
    removedLines(form, asRead.form).length === 0 &&
    !changed.some(({ field }) => ['billedCentimes', 'unitPriceCentimes', 'boxes'].includes(field))
  );
}

function addedLines(form: CareForm, { form: asRead }: AssessedAsRead): readonly number[] {
  const read = readLines(form, asRead);
  return rowsOf(form).flatMap((_, line) => (read.has(line) ? [] : [line]));
}

/** Filing counts from the first day of care: whoever takes out the line of that day makes the others timely. */
function isFirstDayGone(form: CareForm, asRead: AssessedAsRead): boolean {
  return (
    asRead.findings.some(({ code, kind }) => code === 'LATE_FILING' && kind !== 'signal') &&
    removedLines(form, asRead.form).length > 0
  );
}

/** Where nobody knows any more what was read: all that people put there. */
function whateverWasKeyed(form: CareForm, isPayable: (line: number) => boolean): readonly Finding[] {
  const isKeyed = (field: string, line?: number): boolean =>
    fieldOfForm(form, field, line)?.isCorrected === true;
  const payable = [...rowsOf(form).keys()].filter(isPayable);
  const ofClaim = payable.length === 0 ? [] : claimFieldNames.filter((field) => isKeyed(field));
  return [
    ...ofClaim.map((field) => doubt({ field })),
    ...payable.flatMap((line) =>
      fieldsOfLine(form, line)
        .filter((field) => isKeyed(field, line))
        .map((field) => doubt({ field, line })),
    ),
  ];
}

interface AsItIs {
  readonly form: CareForm;
  readonly lines: readonly AssessedLine[];
  readonly facts: Pick<CertainFacts, 'isClaimRejected'>;
}

/** Doubts about what one person may have put there; who stands for it besides is for `attestations.ts` to see. */
export function changedByOne(
  { form, lines, facts }: AsItIs,
  asRead: AssessedAsRead | 'unknown' | undefined,
  certainty: Certainty,
): readonly Finding[] {
  if (asRead === undefined || facts.isClaimRejected) return [];
  const isPayable = (line: number): boolean =>
    lines[line]?.findings.every(({ kind }) => kind !== 'rejection') === true;
  if (asRead === 'unknown') return whateverWasKeyed(form, isPayable);
  const changed = changedPlaces(form, asRead, certainty);
  const ofFields = unexplained(changed, asRead)
    .filter((place) => place.lines.some(isPayable))
    .map(({ field, line }) => doubt({ field, ...(line === undefined ? {} : { line }) }));
  const added = addedLines(form, asRead).filter(isPayable);
  const ofAdded = areBorneOut(form, asRead, changed)
    ? []
    : added.map((line) => doubt({ line, details: { cause: 'ADDED' } }));
  const ofRemoved =
    isFirstDayGone(form, asRead) && lines.some(({ act }) => isPayable(act.line))
      ? [doubt({ field: 'totalCentimes', details: { cause: 'REMOVED' } })]
      : [];
  const isNew = ({ field, line }: Finding, index: number): boolean =>
    ofFields.findIndex((other) => other.field === field && other.line === line) === index;
  return [...ofFields.filter(isNew), ...ofAdded, ...ofRemoved];
}
