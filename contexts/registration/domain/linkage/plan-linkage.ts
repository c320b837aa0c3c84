import type { ListSource } from '#shared';
import { blockingStatements } from './blocking.ts';
import { clusterStatements } from './clusters.ts';
import { decisionStatements } from './decide.ts';
import { exactStatements } from './exact.ts';
import { allLinks, exactLinks } from './links.ts';
import { linkageModel, type LinkageModel } from './model.ts';
import { listedStatement, peopleStatements } from './people.ts';
import type { Statement } from './statement.ts';

/** Whether people of a source come without a number of their own often enough to be compared by all they have. */
export const isComparedByAll = (source: ListSource): boolean => source === 'ramed';

/**
 * The linkage of a list, table by table. It needs `verified(line, keys)` (all lines) and, for a source compared by all,
 * `identities(registration_number, folding, keys)` (people of earlier lists), and makes `links(line, kind, linked_line,
 * registration_number, probability)`, at most one a line. Depends on the lines and their numbers only, not on the order in which
 * they are read.
 */
export function planLinkage(source: ListSource, model: LinkageModel = linkageModel): readonly Statement[] {
  const exact = [listedStatement, ...exactStatements];
  if (!isComparedByAll(source)) return [...exact, ...exactLinks];
  return [
    ...exact,
    ...peopleStatements(model),
    ...blockingStatements(model),
    ...decisionStatements(model),
    ...clusterStatements(model),
    ...allLinks,
  ];
}
