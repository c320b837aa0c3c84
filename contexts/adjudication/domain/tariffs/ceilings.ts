import { rowsOn, type RuleBook } from '#rules';
import type { Centimes } from '#shared';
import type { PricingFinding } from './pricing-finding.ts';

interface CeilingLine {
  readonly code: string | undefined;
  readonly dateOfCare: string;
  readonly paidCentimes: Centimes;
}

interface CappedLine {
  readonly paidCentimes: Centimes;
  readonly findings: readonly PricingFinding[];
  readonly ruleIds: readonly string[];
}

/** The ceilings that an act with this code of the tariffs is under on a day (ISO date). */
export function ceilingsOf(
  code: string | undefined,
  dateOfCare: string,
  rules: RuleBook,
): RuleBook['data']['ceilings'] {
  return rowsOn(rules.data.ceilings, dateOfCare).filter(
    ({ codes }) => code !== undefined && codes.includes(code),
  );
}

/**
 * Keeps what is paid for some acts under the ceiling of a period (dental prostheses: 3,000 DH every two years). Lines take
 * from what is left in their order, so the total does not depend on it.
 * @param paidBefore what was paid to the person under each ceiling (by its id) in the period before; where a ceiling
 *   applies and is not in it, the line is doubted
 */
export function applyCeilings(
  lines: readonly CeilingLine[],
  paidBefore: ReadonlyMap<string, Centimes>,
  rules: RuleBook,
): readonly CappedLine[] {
  const used = new Map(paidBefore);
  return lines.map(({ code, dateOfCare, paidCentimes }) => {
    const ceilings = ceilingsOf(code, dateOfCare, rules);
    const findings: PricingFinding[] = [];
    let left = paidCentimes;
    for (const { id, paidCentimes: most } of ceilings) {
      const before = used.get(id);
      const details = { ceiling: id, ceilingCentimes: most };
      if (before === undefined) {
        findings.push({
          kind: 'doubt',
          code: 'CEILING_REACHED',
          details: { ...details, cause: 'PAID_BEFORE_UNKNOWN' },
        });
        continue;
      }
      const room = Math.max(0, most - before);
      if (room === 0) findings.push({ kind: 'rejection', code: 'CEILING_REACHED', details });
      else if (room < left) findings.push({ kind: 'signal', code: 'CEILING_REACHED', details });
      left = Math.min(left, room);
    }
    for (const { id } of ceilings) {
      const before = used.get(id);
      if (before !== undefined) used.set(id, before + left);
    }
    return { paidCentimes: left, findings, ruleIds: ceilings.map(({ id }) => id) };
  });
}
