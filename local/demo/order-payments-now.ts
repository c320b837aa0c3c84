import { setTimeout as sleep } from 'node:timers/promises';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { formatDirhams } from '../../contexts/shared/money.ts';
import type { Claim } from '../../contexts/claims/domain/claim.ts';

const TIMEOUT_SECONDS = 180;

/**
 * Asks for a payment run and waits until what was pending is in a batch.
 * @returns what is printed about it
 * @throws Error when payments are still pending after three minutes
 */
export async function orderPaymentsNow(client: MilafClient): Promise<string> {
  const pending = await claimsPending(client);
  await client.requestPaymentRun('demonstration');
  const deadline = Date.now() + TIMEOUT_SECONDS * 1000;
  while (Date.now() < deadline) {
    const now = await client.claims.findMany(pending);
    const batchIds = [...new Set(now.flatMap(({ payment }) => payment?.batchId ?? []))];
    const batches = await Promise.all(batchIds.map((id) => client.batches.find(id)));
    if (now.every(isOrdered) && batches.every((batch) => batch?.state === 'SENT')) {
      const lines = batches.map(
        (sent) =>
          `  ${sent?.orderKey ?? ''}: ${sent?.paymentCount ?? 0} payments, ${formatDirhams(sent?.totalCentimes ?? 0)} DH`,
      );
      return ['Orders to the bank (ISO 20022 pain.001.001.09):', ...lines].join('\n');
    }
    await sleep(500);
  }
  throw new Error(
    `Payments are still pending after ${TIMEOUT_SECONDS} seconds. See .milaf/local-emulator.log.`,
  );
}

const isOrdered = ({ payment }: Claim): boolean => payment?.state === 'ORDERED';

async function claimsPending({ claims }: MilafClient): Promise<string[]> {
  const ids: string[] = [];
  for await (const claimIds of claims.listQueue('PAYMENT_PENDING')) ids.push(...claimIds);
  return ids;
}
