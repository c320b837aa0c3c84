import pMap from 'p-map';
import type { FileLimits } from '#claims';
import { type Clock, dayInMorocco } from '#shared';
import type { AccessLog } from '#staff';
import type { ReceiptsPage } from '../api/uploads.ts';
import type { ReceiptList, TakenFile } from '../ports/uploads.ts';
import { peopleOfFile, type PeopleDependencies } from './people-of-file.ts';
import { receiptOf } from './receipt-of.ts';

const FILES_AT_ONCE = 8;

export interface ReceiptsRequest {
  /** ISO date of Morocco; left out, today. */
  readonly day?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Also whose claims the files hold; each file that has any is on record as seen. */
  readonly people?: 'shown' | undefined;
}

export interface ListReceiptsDependencies extends PeopleDependencies {
  readonly accessLog: Pick<AccessLog, 'record'>;
  readonly receipts: ReceiptList;
  readonly limits: FileLimits;
  readonly clock: Clock;
}

/** Receipts of a channel's day, newest first, for a clerk of that channel. */
export async function listReceipts(
  { userId, channelId }: { readonly userId: string; readonly channelId: string },
  { day: asked, limit, cursor, people }: ReceiptsRequest,
  dependencies: ListReceiptsDependencies,
): Promise<ReceiptsPage> {
  const { receipts, limits, clock, accessLog } = dependencies;
  const day = asked ?? dayInMorocco(clock());
  const { taken, nextCursor } = await receipts.listByDay(channelId, day, { limit, cursor });
  const shown = await pMap(
    taken.filter(isOwn),
    async (file) => {
      const receipt = receiptOf(file, limits);
      const isOfSomeone = file.claims.some(({ registrationNumber }) => registrationNumber !== undefined);
      if (people === undefined || !isOfSomeone) return receipt;
      const subject = `file:${receipt.fileId}`;
      await accessLog.record({ actor: userId, operation: 'listReceipts', subject, details: { channelId } });
      return { ...receipt, people: await peopleOfFile(file.claims, dependencies) };
    },
    { concurrency: FILES_AT_ONCE },
  );
  return { day, channelId, receipts: shown, nextCursor };

  /** A browser that sent a file twice, because it did not hear the answer, has one receipt for it. */
  function isOwn({ file }: TakenFile): boolean {
    if (file.state !== 'DUPLICATE') return true;
    const first = taken.find((other) => other.file.fileId === file.duplicateOf);
    return first?.file.upload.key !== file.upload.key;
  }
}
