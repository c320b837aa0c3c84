import type { DecisionRecord } from '#claims';
import type { RuleBook } from '#rules';
import { multiplyCentimes } from '#shared';
import type { ClaimFinding, ExplainedLine, Explanation } from '../api/follow-up.ts';
import { usedRule } from './used-rule.ts';

type DecisionLine = DecisionRecord['lines'][number];

/**
 * Explains a decision from what was recorded with it: amounts are never computed again by today's rules. Only the rules'
 * own words, dates and sources come from the rule book.
 * @param medicineNames of the boxes, by code
 */
export function explainDecision(
  decision: DecisionRecord,
  rules: RuleBook,
  medicineNames: ReadonlyMap<string, string> = new Map(),
): Explanation {
  const { outcome, billedCentimes, paidCentimes, lines, findings, ruleBookVersion } = decision;
  return {
    ...{ outcome, billedCentimes, paidCentimes, ruleBookVersion },
    isOlderRuleBook: ruleBookVersion !== rules.version,
    findings: findings.filter(({ line }) => line === undefined).map(findingOf),
    lines: lines.map((line, index) => ({
      ...explainLine(line, index, decision, rules),
      medicineName: medicineNames.get(line.medicineCode ?? ''),
    })),
  };
}

function explainLine(
  line: DecisionLine,
  index: number,
  { findings }: DecisionRecord,
  rules: RuleBook,
): ExplainedLine {
  const { ruleIds, ...amounts } = line;
  const referenceCentimes = referenceOf(line);
  return {
    ...amounts,
    line: index + 1,
    referenceCentimes,
    basisIs: basisKind(line),
    isCapped: isCapped(line),
    findings: findings.filter((finding) => finding.line === index).map(findingOf),
    // A rule that two steps of pricing used is listed once.
    rules: [...new Set(ruleIds)].map((id) => usedRule(id, rules)),
  };
}

function referenceOf({
  kind,
  unitTariffCentimes,
  coefficientHundredths = kind === 'medicine' ? 100 : undefined,
  quantity = 1,
}: DecisionLine): number | undefined {
  return unitTariffCentimes === undefined || coefficientHundredths === undefined
    ? undefined
    : multiplyCentimes(unitTariffCentimes, coefficientHundredths * quantity, 100);
}

function basisKind({ basisCentimes, billedCentimes }: DecisionLine): 'billed' | 'tariff' | undefined {
  if (basisCentimes === undefined) return undefined;
  return basisCentimes === billedCentimes ? 'billed' : 'tariff';
}

/** Rounding once for the whole claim moves a line by a centime at most: less than that is no ceiling. */
function isCapped({ outcome, basisCentimes, rateBasisPoints, paidCentimes }: DecisionLine): boolean {
  if (outcome !== 'paid' || basisCentimes === undefined || rateBasisPoints === undefined) return false;
  return (paidCentimes ?? 0) < multiplyCentimes(basisCentimes, rateBasisPoints, 10_000) - 1;
}

function findingOf({ kind, code, field, details }: DecisionRecord['findings'][number]): ClaimFinding {
  return { kind, code, field, details };
}
