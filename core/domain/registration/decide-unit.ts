import type { LinkedLine } from '../../contracts/list-lines.ts';
import type { IdentityFacts } from './identity-facts.ts';
import type { LineDecision, ListContext } from './line-decision.ts';

/**
 * Decides what becomes of each line of a unit, from the line, its link and what the registry knew apart from this very list: any
 * order, repetition or cut of the list gives the same.
 * @param facts for each line, in the order of the lines; those of a line that is not usable are not looked at
 */
export function decideUnit(
  _lines: readonly LinkedLine[],
  _facts: readonly IdentityFacts[],
  _context: ListContext,
): readonly LineDecision[] {
  throw new Error('Units cannot be decided yet');
}
