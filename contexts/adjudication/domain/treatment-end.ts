import type { CareForm } from '#reading';
import type { PersonFile } from '#registry';
import { rowsOn, type RuleBook } from '#rules';
import { normaliseKeyLetter } from '#shared';
import type { Certainty } from './certainty.ts';

/**
 * The last day (ISO) on which a treatment of several sessions that this form bills may end: that of the approval behind it. A
 * series is billed under one date, so the form does not say when it ended. A letter that was not read surely may be that of the
 * sessions. Undefined where no approval of sessions covers a day of care.
 */
export function treatmentEnd(
  { acts }: CareForm,
  person: PersonFile | undefined,
  certainty: Certainty,
  rules: RuleBook,
): string | undefined {
  const approvals = person?.priorApprovals ?? [];
  if (approvals.length === 0) return undefined;
  const ends = acts.flatMap(({ dateOfCare, keyLetter }) => {
    if (dateOfCare === undefined) return [];
    const day = dateOfCare.value;
    const codes = new Set(rowsOn(rules.data.priorApprovals, day).map(({ code }) => code));
    const isSession = (letter: string): boolean =>
      rules.data.keyLetters.some((row) => row.letter === letter && row.codes.some((code) => codes.has(code)));
    const letter = certainty.isCertain(keyLetter) ? normaliseKeyLetter(keyLetter?.value ?? '') : undefined;
    return approvals.flatMap((approval) => {
      const approved = normaliseKeyLetter(approval.keyLetter ?? '');
      const isOfAct = isSession(approved) && (letter === undefined || letter === approved);
      return isOfAct && approval.from <= day && day <= approval.to ? [approval.to] : [];
    });
  });
  return ends.toSorted().at(-1);
}
