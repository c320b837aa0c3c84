import type { ListSource } from '../../contracts/list-lines.ts';
import { exactStatements } from './exact.ts';
import type { LinkageStep } from './statement.ts';
import { unitStatements } from './units.ts';

export interface LinkagePlan {
  readonly source: ListSource;
  readonly linesPerUnit: number;
}

/**
 * The whole linkage of a list, step by step. It needs `verified(line, keys)` (all lines) and `identities(registration_number,
 * keys)` (people of earlier lists), and makes `placed` (see `unitStatements`) and `links(line, kind, linked_line,
 * registration_number, probability)`, at most one a line.
 */
export function planLinkage({ linesPerUnit }: LinkagePlan): readonly LinkageStep[] {
  return [...unitStatements(linesPerUnit), ...exactStatements()];
}
