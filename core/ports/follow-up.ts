import type { Remittance } from '../domain/claims/remittance.ts';
import type { ScanFile } from '../domain/claims/scan-file.ts';
import type { ClaimState } from '../domain/claims/states.ts';
import type { Claim } from '../domain/claims/claim.ts';
import type { MilafEvent } from '../contracts/events.ts';
import type { ClaimQueue } from './claims.ts';

/** Claims in the order of an index, one page of it. */
export interface ClaimsPage {
  readonly claims: readonly Claim[];
  /** Where the next page begins; undefined at the end. A page may be shorter than asked, and have more behind it. */
  readonly next?: string | undefined;
}

export interface PageRequest {
  /** Claims of a page, at most. */
  readonly limit: number;
  /** What the page before gave as `next`. */
  readonly after?: string | undefined;
}

/** Claims of one state that came on one day. */
export interface DayOfClaims {
  readonly state: ClaimState;
  /** ISO date. */
  readonly day: string;
  readonly channelId?: string | undefined;
}

/** Finds claims by what the table is indexed by. What is read is as much as the page holds, however large the table is. */
export interface ClaimSearch {
  /** By channel, then id. */
  listOfDay(day: DayOfClaims, page: PageRequest): Promise<ClaimsPage>;
  /** Newest first. */
  listOfInsured(registrationNumber: string, page: PageRequest): Promise<ClaimsPage>;
}

/** Claims that wait in a queue, whoever they wait for. A claim that left it since the index was written is left out. */
export interface WaitingClaims {
  list(queue: ClaimQueue, page: PageRequest): Promise<ClaimsPage>;
}

/** What happened to a file, and to the order that a payment went out with. */
export interface TimelineReader {
  fileHistory(
    fileId: string,
  ): Promise<{ readonly file: ScanFile; readonly events: readonly MilafEvent[] } | undefined>;
  order(
    remittanceId: string,
  ): Promise<{ readonly remittance: Remittance; readonly sentAt: string | undefined } | undefined>;
}
