import { basename } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import * as z from 'zod';
import { submitScan } from '../../contexts/operations/aws/submit-scan.ts';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { formatReceipt } from '../../contexts/shared/identifiers/receipt-number.ts';
import { isChannelId } from '../../contexts/intake/domain/upload-key.ts';
import { demandFile } from '../view/demand-file.ts';
import { followUntilSettled, type FollowedFile } from '../view/follow.ts';
import { progressTable, toJson } from '../view/progress-table.ts';
import { print } from '../view/print.ts';
import { UserError } from '../view/user-error.ts';
import { connect, globalOptions } from './connect.ts';
import { parseOptions } from './parse-options.ts';
import { readScan } from './check-scan.ts';
import { demandSubmissionDate, submissionDateSchema, withSubmissionDate } from './submission-date.ts';

const optionsSchema = z.object({
  channel: z.string(),
  wait: z.boolean().default(false),
  timeoutSeconds: z.coerce.number().positive(),
});

export function addSubmitCommand(program: Command): void {
  const submit = program
    .command('submit')
    .description('upload scans, with a receipt for each')
    .argument('<files...>', 'PDF, TIFF, JPEG or PNG')
    .option(
      '--channel <id>',
      'the agency, mobile agency or shop that sends them',
      parseChannel,
      'agency-rabat-01',
    );
  withSubmissionDate(submit)
    .option('--wait', 'wait for the outcome of each claim')
    .option('--timeout-seconds <n>', 'how long to wait', '300')
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const options = parseOptions(optionsSchema, command.opts());
      const { submissionDate } = parseOptions(submissionDateSchema, command.opts());
      for (const path of paths) demandFile(path);
      demandSubmissionDate(submissionDate, new Date());
      const client = await connect(command);
      // All of them before the first is sent: whoever corrects one sends them all again, and none came twice.
      for (const path of paths) await readScan(path, client);
      const submitted: FollowedFile[] = [];
      for (const path of paths) {
        const fileId = await submitScan(client, await readScan(path, client), {
          channel: options.channel,
          submissionDate,
        });
        submitted.push({ name: basename(path), fileId });
        if (!options.wait) continue;
        if (!globalOptions(command).json) console.log(`${basename(path)}: receipt ${formatReceipt(fileId)}`);
      }
      if (options.wait)
        await waitForOutcomes(client, submitted, options.timeoutSeconds, globalOptions(command).json);
      else printReceipts(submitted, globalOptions(command).json);
    });
}

async function waitForOutcomes(
  client: MilafClient,
  files: readonly FollowedFile[],
  timeoutSeconds: number,
  json: boolean,
): Promise<void> {
  const outcomes = await followUntilSettled(client, files, { timeoutSeconds, isLive: !json });
  print(json, outcomes.map(toJson), () => progressTable(outcomes));
  if (outcomes.some(({ progress }) => !progress.isSettled)) {
    throw new UserError(
      `Not all files were decided within ${timeoutSeconds} seconds; they go on.`,
      'Ask again with: milaf claims show <receipt>',
      { code: 'unfinished' },
    );
  }
}

function printReceipts(files: readonly FollowedFile[], json: boolean): void {
  print(json, files, () =>
    files.map(({ name, fileId }) => `${name}: receipt ${formatReceipt(fileId)}`).join('\n'),
  );
}

function parseChannel(text: string): string {
  if (isChannelId(text)) return text;
  throw new InvalidArgumentError(
    'a channel is agency-…, mobile-… or shop-…, in small letters, digits and hyphens, or provider- with an INPE.',
  );
}
