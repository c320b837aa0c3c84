import { rowsOn, type RuleBook, type RuleBookData } from '#rules';
import { completedYears } from '#shared';

export type AgeKind = RuleBookData['plausibleAges'][number]['kind'];

/** Whether a birth date can be right for someone in this role on a day (ISO dates); without a rule any age before it is. */
export function isAgePlausible(birthDate: string, kind: AgeKind, day: string, rules: RuleBook): boolean {
  if (birthDate > day) return false;
  const ageYears = completedYears(birthDate, day);
  return rowsOn(rules.data.plausibleAges, day)
    .filter((row) => row.kind === kind)
    .every(({ fromYears, toYears }) => fromYears <= ageYears && ageYears <= toYears);
}
