import type { ClaimQueue, ClaimsPage, PageRequest } from '#claims';

/** Claims that wait in a queue, whoever they wait for. A claim that left it since the index was written is left out. */
export interface WaitingClaims {
  list(queue: ClaimQueue, page: PageRequest): Promise<ClaimsPage>;
  /**
   * Those whose payment waits for the account of an establishment. What it reads is these, however many claims are held for others;
   * claims that were written before they could be found so are found by `list`.
   */
  listHeldFor(inpe: string, page: PageRequest): Promise<ClaimsPage>;
}
