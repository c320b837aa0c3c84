import { setTimeout as sleep } from 'node:timers/promises';
import type { MilafClient } from '../../../contexts/operations/aws/milaf-client.ts';
import { followFile, type FileProgress } from '../../../contexts/follow-up/use-cases/follow-file.ts';

/** Less than a test may take, so that it fails with what it waited for; far more than anything takes on an idle machine. */
const PATIENCE_SECONDS = 240;

/**
 * Waits until something is true.
 * @throws Error that says what was waited for
 */
export async function until<Value>(
  what: string,
  look: () => Promise<Value | undefined>,
  timeoutSeconds = PATIENCE_SECONDS,
): Promise<Value> {
  const deadline = Date.now() + timeoutSeconds * 1000;
  while (Date.now() < deadline) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(300);
  }
  throw new Error(`After ${timeoutSeconds} seconds still not: ${what}`);
}

/** Waits until a file and its claims are decided and their people notified. */
export async function settled(
  client: MilafClient,
  fileId: string,
  timeoutSeconds?: number,
): Promise<FileProgress> {
  return until(
    `file ${fileId} is settled`,
    async () => {
      const progress = await followFile(fileId, client);
      return progress.isSettled ? progress : undefined;
    },
    timeoutSeconds,
  );
}
