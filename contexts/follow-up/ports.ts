import type { ClaimsPage, ClaimState, PageRequest, ScanFile } from '#claims';
import type { MilafEvent } from '#events';
import type { PaymentBatch } from '#payments';

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
  /**
   * Ids of the files whose receipts begin so, at most so many: nearly always one. Files that were written before they could be found
   * so are found by their whole receipt.
   * @param start 8 characters
   */
  filesByShortReceipt(start: string, limit: number): Promise<readonly string[]>;
}

/** What happened to a file, and to the order that a payment went out with. */
export interface TimelineReader {
  fileHistory(
    fileId: string,
  ): Promise<{ readonly file: ScanFile; readonly events: readonly MilafEvent[] } | undefined>;
  order(
    batchId: string,
  ): Promise<{ readonly batch: PaymentBatch; readonly sentAt: string | undefined } | undefined>;
}
