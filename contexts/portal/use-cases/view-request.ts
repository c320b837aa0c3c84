import type { MyRequest } from '../api/portal.ts';
import type { DependantRequest } from '../ports/portal.ts';

/** A request as the person who made it sees it. */
export function viewRequest({
  requestId,
  state,
  requestedAt,
  declared,
  ...decided
}: DependantRequest): MyRequest {
  const { link, name, birthDate } = declared;
  const { decidedAt, refusal } = decided;
  return { requestId, state, requestedAt, link, name, birthDate, decidedAt, refusal };
}
