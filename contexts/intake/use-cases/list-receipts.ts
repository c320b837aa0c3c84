import type { FileLimits } from '#claims';
import { type Clock, dayInMorocco } from '#shared';
import type { ReceiptsPage } from '../api/uploads.ts';
import type { ReceiptList, TakenFile } from '../ports/uploads.ts';
import { receiptOf } from './receipt-of.ts';

export interface ReceiptsRequest {
  /** ISO date of Morocco; left out, today. */
  readonly day?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface ListReceiptsDependencies {
  readonly receipts: ReceiptList;
  readonly limits: FileLimits;
  readonly clock: Clock;
}

/** Receipts of a channel's day, newest first. */
export async function listReceipts(
  channelId: string,
  { day: asked, limit, cursor }: ReceiptsRequest,
  { receipts, limits, clock }: ListReceiptsDependencies,
): Promise<ReceiptsPage> {
  const day = asked ?? dayInMorocco(clock());
  const { taken, nextCursor } = await receipts.listByDay(channelId, day, { limit, cursor });
  const shown = taken.filter(isOwn).map((file) => receiptOf(file, limits));
  return { day, channelId, receipts: shown, nextCursor };

  /** A browser that sent a file twice, because it did not hear the answer, has one receipt for it. */
  function isOwn({ file }: TakenFile): boolean {
    if (file.state !== 'DUPLICATE') return true;
    const first = taken.find((other) => other.file.fileId === file.duplicateOf);
    return first?.file.upload.key !== file.upload.key;
  }
}
