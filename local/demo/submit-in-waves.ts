import { setTimeout as sleep } from 'node:timers/promises';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { submitScan } from '../../contexts/operations/aws/submit-scan.ts';
import { createScreen } from '../../bin/view/follow.ts';
import type { FollowedProgress } from '../../bin/view/followed-progress.ts';
import { followFile } from '../../contexts/follow-up/use-cases/follow-file.ts';
import type { RenderedScenario } from '../samples/scenarios/demonstration.ts';
import type { Scenario } from '../samples/scenarios/scenario.ts';

const POLL_MILLISECONDS = 1_000;

export interface FollowedScenario {
  readonly scenario: Scenario;
  readonly followed: FollowedProgress;
}

/**
 * Sends the samples as channels do, each as soon as those it builds on have ended, and shows where they have got to.
 * @throws Error when they have not ended in time
 */
export async function submitInWaves(
  client: MilafClient,
  samples: readonly RenderedScenario[],
  timeoutSeconds: number,
): Promise<readonly FollowedScenario[]> {
  const screen = createScreen();
  const deadline = Date.now() + timeoutSeconds * 1000;
  const sent = new Map<string, FollowedScenario>();
  const isSettled = (id: string): boolean => sent.get(id)?.followed.progress.isSettled === true;
  while (Date.now() < deadline) {
    for (const { scenario, sample } of samples) {
      if (sent.has(scenario.id) || !scenario.after.every(isSettled)) continue;
      const { channelId: channel, submissionDate } = scenario;
      const fileId = await submitScan(client, sample.bytes, { channel, submissionDate });
      sent.set(scenario.id, { scenario, followed: await follow(client, sample.fileName, fileId) });
    }
    for (const { scenario, followed } of sent.values()) {
      if (followed.progress.isSettled) continue;
      sent.set(scenario.id, {
        scenario,
        followed: await follow(client, followed.name, followed.progress.fileId),
      });
    }
    const rows = [...sent.values()];
    screen.show(
      rows.map(({ followed }) => followed),
      samples.length,
    );
    if (rows.length === samples.length && samples.every(({ scenario }) => isSettled(scenario.id))) {
      screen.clear();
      return rows;
    }
    await sleep(POLL_MILLISECONDS);
  }
  screen.clear();
  const late = samples.filter(({ scenario }) => !isSettled(scenario.id)).map(({ scenario }) => scenario.id);
  throw new Error(
    `After ${timeoutSeconds} seconds these samples have not ended: ${late.join(', ')}. See .milaf/local-emulator.log and .milaf/local-ocr.log.`,
  );
}

/** Looks once more where they are, after money has moved. */
export async function lookAgain(
  client: MilafClient,
  rows: readonly FollowedScenario[],
): Promise<readonly FollowedProgress[]> {
  return Promise.all(rows.map(({ followed }) => follow(client, followed.name, followed.progress.fileId)));
}

async function follow(client: MilafClient, name: string, fileId: string): Promise<FollowedProgress> {
  return { name, progress: await followFile(fileId, client) };
}
