import type { Dependant } from '#registry';
import { rowsOn, type RuleBook } from '#rules';
import { addMonths, completedYears, firstBirthDay, lastBirthDay } from '#shared';
import { COVERED, judgeByRows } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** A member of a family; under whom does not matter here. */
type Member = Omit<Dependant, 'registrationNumber'>;

/** A former spouse keeps the right for some months: whether one is divorced is not in the registry, so a person looks. */
function checkDeclared(dependant: Member, dateOfCare: string, rules: RuleBook): Verdict {
  if (dateOfCare < dependant.from) {
    return { kind: 'rejection', code: 'BENEFICIARY_NOT_DECLARED', details: { declaredFrom: dependant.from } };
  }
  const { to } = dependant;
  if (to === undefined || dateOfCare <= to) return COVERED;
  const continues =
    dependant.link === 'spouse' &&
    rowsOn(rules.data.continuations, dateOfCare).some(
      ({ kind, months }) => kind === 'divorce' && dateOfCare <= addMonths(to, months),
    );
  return {
    kind: continues ? 'doubt' : 'rejection',
    code: 'BENEFICIARY_NOT_DECLARED',
    details: { declaredTo: to },
  };
}

/**
 * Age of a child on the day of care. At most 21; at most 26 (30 under law 54-23) in proven higher studies, unmarried; no
 * limit for a child who cannot work, while the certificate of that holds. Sources: CNSS "qui peut en bénéficier", ANAM "bénéficiaires".
 */
function checkAge(dependant: Member, dateOfCare: string, rules: RuleBook, ruleIds: Set<string>): Verdict {
  const isUnable =
    dependant.disabled && (dependant.disabledTo === undefined || dateOfCare <= dependant.disabledTo);
  if (dependant.link !== 'child' || isUnable) return COVERED;
  const oldest = completedYears(firstBirthDay(dependant.birthDate), dateOfCare);
  const youngest = completedYears(lastBirthDay(dependant.birthDate), dateOfCare);
  const judgeAs = (kind: 'child' | 'student'): Verdict =>
    judgeByRows(
      rowsOn(rules.data.childAges, dateOfCare).filter((row) => row.kind === kind),
      ({ id, lastAgeYears }) => {
        ruleIds.add(id);
        if (oldest <= lastAgeYears) return COVERED;
        // Of a year alone one may be right: born later in it.
        const kind = youngest <= lastAgeYears ? 'doubt' : 'rejection';
        return { kind, code: 'BENEFICIARY_AGE', details: { ageYears: oldest, lastAgeYears } };
      },
      { rules, day: dateOfCare, missing: 'BENEFICIARY_AGE' },
    );
  const asChild = judgeAs('child');
  const studies = dependant.studies.some(({ from, to }) => from <= dateOfCare && dateOfCare <= to);
  return asChild.kind !== 'covered' && studies ? judgeAs('student') : asChild;
}

/** Whether a declared member of the family may benefit on the day of care, the insured's own right left aside. */
export function checkDependant(
  dependant: Member,
  dateOfCare: string,
  rules: RuleBook,
): { readonly verdicts: readonly Verdict[]; readonly ruleIds: readonly string[] } {
  const ruleIds = new Set<string>();
  const deceased: Verdict =
    dependant.deceasedOn !== undefined && dependant.deceasedOn < dateOfCare
      ? { kind: 'rejection', code: 'PERSON_DECEASED', details: { deceasedOn: dependant.deceasedOn } }
      : COVERED;
  const verdicts = [
    deceased,
    checkDeclared(dependant, dateOfCare, rules),
    checkAge(dependant, dateOfCare, rules, ruleIds),
  ];
  return { verdicts, ruleIds: [...ruleIds] };
}
