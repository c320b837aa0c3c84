import type { ClaimQueue, ClaimsPage, PageRequest } from '#claims';

/** Claims that wait in a queue, whoever they wait for. A claim that left it since the index was written is left out. */
export interface WaitingClaims {
  list(queue: ClaimQueue, page: PageRequest): Promise<ClaimsPage>;
}
