import type { Command } from 'commander';
import * as z from 'zod';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { dayInMorocco } from '../../contexts/shared/time/morocco-time.ts';
import { print, table } from '../view/print.ts';
import { claimsOfDay } from './claims-of-day.ts';
import { findHistories } from './claims.ts';
import { connect, globalOptions } from './connect.ts';
import { parseOptions } from './parse-options.ts';

const optionsSchema = z.object({ channel: z.string().optional(), day: z.iso.date() });

export function addMessageCommands(program: Command): void {
  const messages = program.command('messages').description('SMS that were sent, and those that were not');
  messages
    .command('list')
    .description('messages of a claim or receipt, or of all claims of a channel and a day')
    .argument('[id]', 'claim id or receipt number')
    .option('--channel <id>', 'messages about claims that this channel sent')
    .option('--day <day>', 'uploaded on this day, YYYY-MM-DD', dayInMorocco(new Date()))
    .action(async (id: string | undefined, _options: unknown, command: Command) => {
      const client = await connect(command);
      const { channel, day } = parseOptions(optionsSchema, command.opts());
      const histories =
        id === undefined ? await historiesOf(client, channel, day) : await findHistories(client, id);
      const found = histories.flatMap((history) => history.messages);
      print(globalOptions(command).json, found, () =>
        table(
          ['Claim', 'Message', 'State', 'Language', 'Parts', 'Text or reason'],
          found.map(({ claimId, kind, state, language, segments, text, skippedBecause }) => [
            claimId,
            kind,
            state,
            language ?? '',
            segments === undefined ? '' : String(segments),
            text ?? skippedBecause ?? '',
          ]),
        ),
      );
    });
}

async function historiesOf(client: MilafClient, channel: string | undefined, day: string) {
  const claimIds = await claimsOfDay(client, channel, day);
  const histories = await Promise.all(claimIds.map((claimId) => client.claims.history(claimId)));
  return histories.filter((history) => history !== undefined);
}
