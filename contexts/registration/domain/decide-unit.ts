import type { LinkedLine } from '../records/list-lines.ts';
import { decideHousehold } from './decide-household.ts';
import { decideScore } from './decide-score.ts';
import { decideWorker } from './decide-worker.ts';
import type { MemberLine } from './household.ts';
import { NO_FACTS, type IdentityFacts } from './identity-facts.ts';
import type { LineDecision, ListContext } from './line-decision.ts';
import { decision, type LineToDecide } from './line-outcome.ts';

/**
 * Decides what becomes of each line of a unit, from the line, its link and what the registry knew apart from this very list: any
 * order, repetition or cut of the list gives the same, as long as a household is not cut.
 * @param facts for each line, in the order of the lines; those of a line that is not usable are not looked at
 * @returns a decision for each line, in the order of the lines
 */
export function decideUnit(
  lines: readonly LinkedLine[],
  facts: readonly IdentityFacts[],
  context: ListContext,
): readonly LineDecision[] {
  const decisions = new Map<number, LineDecision>();
  const households = new Map<string, MemberLine[]>();
  for (const [index, line] of lines.entries()) {
    const { verified, link } = line;
    if (verified.status === 'invalid') {
      decisions.set(verified.line, decision(line, 'INVALID', { reasons: verified.reasons }));
      continue;
    }
    const linked: LineToDecide = { verified, link };
    const known = facts[index] ?? NO_FACTS;
    const { record } = verified;
    switch (record.kind) {
      case 'worker':
        decisions.set(verified.line, decideWorker(linked, record, known, context));
        break;
      case 'score':
        decisions.set(verified.line, decideScore(linked, record, known, context));
        break;
      case 'member': {
        const household = households.get(record.household) ?? [];
        households.set(record.household, household);
        household.push({ linked, member: record, facts: known });
      }
    }
  }
  for (const household of households.values()) {
    const inOrder = household.toSorted((a, b) => a.linked.verified.line - b.linked.verified.line);
    for (const [line, decided] of decideHousehold(inOrder, context)) decisions.set(line, decided);
  }
  return lines.map(({ verified }) => {
    const decided = decisions.get(verified.line);
    if (decided === undefined) throw new Error(`Line ${verified.line} was not decided`);
    return decided;
  });
}
