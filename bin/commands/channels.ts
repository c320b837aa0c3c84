import { InvalidArgumentError, Option, type Command } from 'commander';
import * as z from 'zod';
import { countIntake } from '../../contexts/intake/use-cases/reconcile-intake.ts';
import { mediaTypes } from '../../contexts/intake/domain/media-type.ts';
import { isChannelId } from '../../contexts/intake/domain/upload-key.ts';
import { print, table } from '../view/print.ts';
import { connect, globalOptions } from './connect.ts';
import { parseOptions } from './parse-options.ts';
import { demandSubmissionDate, submissionDateSchema, withSubmissionDate } from './submission-date.ts';

const countOptionsSchema = z.object({
  hours: z.coerce.number().positive(),
  graceMinutes: z.coerce.number().min(0),
});
const formOptionsSchema = z.object({
  channel: z.string(),
  type: z.enum(mediaTypes),
  validSeconds: z.coerce.number().int().min(60).max(3600),
});

export function addChannelCommands(program: Command): void {
  const channels = program
    .command('channels')
    .description('Agencies, mobile agencies, shops and establishments that send files');
  channels
    .command('count')
    .description(
      'count every channel: received = claims + duplicates + quarantined; exit code 1 on a difference',
    )
    .option('--hours <n>', 'how far back', '24')
    .option('--grace-minutes <n>', 'younger uploads may still be on their way', '2')
    .action(async (_options: unknown, command: Command) => {
      const { hours, graceMinutes } = parseOptions(countOptionsSchema, command.opts());
      const { files, uploads } = await connect(command);
      const counts = await countIntake({
        files,
        uploads,
        clock: () => new Date(),
        graceMinutes,
        lookBackMinutes: hours * 60,
      });
      print(globalOptions(command).json, counts, () =>
        table(
          ['Channel', 'Received', 'To claims', 'Duplicates', 'Quarantined', 'Missing'],
          counts.map(({ channelId, received, claimed, duplicates, quarantined, missing }) =>
            [channelId, received, claimed, duplicates, quarantined, missing.length].map(String),
          ),
        ),
      );
      if (counts.some(({ missing }) => missing.length > 0)) process.exitCode = 1;
    });
  const uploadForm = channels
    .command('upload-form')
    .description('a form with which a channel may upload one file, for some minutes')
    .requiredOption('--channel <id>', 'the channel', parseChannel)
    .addOption(
      new Option('--type <media-type>', 'what the file is').choices(mediaTypes).default('application/pdf'),
    );
  withSubmissionDate(uploadForm)
    .option('--valid-seconds <n>', 'how long it may be used', '300')
    .action(async (_options: unknown, command: Command) => {
      const { channel, type, validSeconds } = parseOptions(formOptionsSchema, command.opts());
      const { submissionDate } = parseOptions(submissionDateSchema, command.opts());
      demandSubmissionDate(submissionDate, new Date());
      const client = await connect(command);
      const { post } = await client.createUploadForm({
        channelId: channel,
        contentType: type,
        maxFileBytes: client.maxFileBytes,
        submissionDate,
        validSeconds,
        now: new Date(),
      });
      console.log(JSON.stringify(post, undefined, 2));
    });
}

function parseChannel(text: string): string {
  if (isChannelId(text)) return text;
  throw new InvalidArgumentError(
    'a channel is agency-…, mobile-… or shop-…, in small letters, digits and hyphens, or provider- with an INPE.',
  );
}
