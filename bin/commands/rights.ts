import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import * as z from 'zod';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { rightsReportKey } from '../../contexts/rights/domain/rights-run.ts';
import { dayInMorocco } from '../../contexts/shared/time/morocco-time.ts';
import { createLiveLine } from '../view/live-line.ts';
import { print } from '../view/print.ts';
import { rightsProgress, rightsProgressLine, rightsText, type RightsProgress } from '../view/rights-text.ts';
import { UserError } from '../view/user-error.ts';
import { connect, globalOptions } from './connect.ts';
import { parseOptions } from './parse-options.ts';

const POLL_MILLISECONDS = 1_000;

const checkOptionsSchema = z.object({
  wait: z.boolean().default(false),
  timeoutSeconds: z.coerce.number().positive(),
});

export function addRightsCommands(program: Command): void {
  const rights = program
    .command('rights')
    .description('The check of rights to Tadamon and Achamil against other covers');
  rights
    .command('check')
    .description('look at the whole registry now; rights that another cover or a death has ended are closed')
    .option('--wait', 'until it is done')
    .option('--timeout-seconds <n>', 'how long to wait', '3600')
    .action(async (_options: unknown, command: Command) => {
      const { wait, timeoutSeconds } = parseOptions(checkOptionsSchema, command.opts());
      const client = await connect(command);
      const current = await client.rights.runs.findCurrent();
      if (current !== undefined) {
        throw new UserError(
          `The check ${current} is under way; no other one starts before it is done.`,
          'See: milaf rights show',
          { code: 'refused' },
        );
      }
      const runId = `${dayInMorocco(new Date())}-${randomUUID().slice(0, 8)}`;
      await client.rights.requestCheck(runId, 'command');
      if (wait) {
        const isLive = !globalOptions(command).json;
        await show(command, client, await waitUntilDone(client, runId, { timeoutSeconds, isLive }));
        return;
      }
      print(globalOptions(command).json, { runId }, () => `Asked for. See: milaf rights show ${runId}`);
    });
  rights
    .command('show')
    .description('how far a check is, or what it found')
    .argument('[run]', 'its id; else the newest one')
    .action(async (wanted: string | undefined, _options: unknown, command: Command) => {
      const client = await connect(command);
      const runId = wanted ?? (await client.rights.runs.listRecent(1))[0]?.runId;
      const progress = runId === undefined ? undefined : await progressOf(client, runId);
      if (progress === undefined) {
        throw new UserError(
          wanted === undefined
            ? 'There was no check of rights yet.'
            : `There is no check of rights ${wanted}.`,
          wanted === undefined ? 'Ask for one: milaf rights check' : 'The newest: milaf rights show',
          { code: 'not-found' },
        );
      }
      await show(command, client, progress);
    });
}

async function show(command: Command, client: MilafClient, progress: RightsProgress): Promise<void> {
  const { run } = progress;
  const isDone = run.state === 'DONE';
  const report: unknown = isDone ? JSON.parse(await client.rights.readReport(run.runId)) : undefined;
  print(globalOptions(command).json, { ...progress, report }, () =>
    [
      rightsText(progress),
      ...(isDone
        ? [
            `Its report, with those who were referred to a person: milaf --json rights show ${run.runId}`,
            `It is kept as s3://${client.outputs.get('ListsBucketName') ?? ''}/${rightsReportKey(run.runId)}`,
          ]
        : []),
    ].join('\n'),
  );
}

async function progressOf(client: MilafClient, runId: string): Promise<RightsProgress | undefined> {
  const { runs } = client.rights;
  const run = await runs.find(runId);
  return run && rightsProgress(run, await runs.findSegments(runId), new Date());
}

async function waitUntilDone(
  client: MilafClient,
  runId: string,
  { timeoutSeconds, isLive }: { readonly timeoutSeconds: number; readonly isLive: boolean },
): Promise<RightsProgress> {
  const line = isLive ? createLiveLine() : undefined;
  const deadline = Date.now() + timeoutSeconds * 1000;
  try {
    while (Date.now() < deadline) {
      const progress = await progressOf(client, runId);
      if (progress?.run.state === 'DONE') return progress;
      line?.show(rightsProgressLine(progress), String(progress?.segmentsDone));
      await sleep(POLL_MILLISECONDS);
    }
  } finally {
    line?.clear();
  }
  throw new UserError(
    `The check ${runId} is not done after ${timeoutSeconds} seconds; it goes on.`,
    `See: milaf rights show ${runId}`,
    { code: 'unfinished' },
  );
}
