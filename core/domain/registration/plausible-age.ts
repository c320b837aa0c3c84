import type { RuleBook } from '../../rules/rule-book.ts';
import type { RuleBookData } from '../../rules/rule-book-schema.ts';
import { rowsOn } from '../../rules/rule-row.ts';
import { completedYears } from '../coverage/calendar.ts';

export type AgeKind = RuleBookData['plausibleAges'][number]['kind'];

/** Whether a birth date can be right for somebody in this role on a day (ISO dates); without a rule any age before it is. */
export function isAgePlausible(birthDate: string, kind: AgeKind, day: string, rules: RuleBook): boolean {
  if (birthDate > day) return false;
  const ageYears = completedYears(birthDate, day);
  return rowsOn(rules.data.plausibleAges, day)
    .filter((row) => row.kind === kind)
    .every(({ fromYears, toYears }) => fromYears <= ageYears && ageYears <= toYears);
}
