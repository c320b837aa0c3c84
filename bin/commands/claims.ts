import { Option, type Command } from 'commander';
import * as z from 'zod';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { followFile } from '../../contexts/follow-up/use-cases/follow-file.ts';
import {
  formatReceipt,
  parseReceipt,
  parseShortReceipt,
} from '../../contexts/shared/identifiers/receipt-number.ts';
import { nameMedicines } from '../../contexts/medicines/use-cases/name-medicines.ts';
import { formatDirhams } from '../../contexts/shared/money.ts';
import type { ClaimHistory, ClaimQueue } from '../../contexts/claims/ports/claim-store.ts';
import { dayInMorocco } from '../../contexts/shared/time/morocco-time.ts';
import { claimText } from '../view/claim-text.ts';
import { print, table } from '../view/print.ts';
import { UserError } from '../view/user-error.ts';
import { claimsOfDay } from './claims-of-day.ts';
import { connect, globalOptions } from './connect.ts';
import { parseOptions } from './parse-options.ts';

const QUEUES = {
  referred: 'REFERRED',
  incomplete: 'INCOMPLETE',
  'payment-pending': 'PAYMENT_PENDING',
  'payment-held': 'PAYMENT_HELD',
  'payment-refused': 'PAYMENT_REFUSED',
  'payment-disputed': 'PAYMENT_DISPUTED',
} as const satisfies Record<string, ClaimQueue>;

const queueSchema = z.enum([
  'referred',
  'incomplete',
  'payment-pending',
  'payment-held',
  'payment-refused',
  'payment-disputed',
]);
const findOptionsSchema = z.object({ channel: z.string().optional(), day: z.iso.date() });
const listOptionsSchema = z.object({
  queue: queueSchema.optional(),
  channel: z.string().optional(),
  day: z.iso.date(),
});

export function addClaimCommands(program: Command): void {
  const claims = program.command('claims').description('Claims and what became of them');
  claims
    .command('list')
    .description('claims that wait in a queue, or those of a channel and a day')
    .addOption(new Option('--queue <name>', 'what they wait for').choices(queueSchema.options))
    .option('--channel <id>', 'claims that this channel sent')
    .option('--day <day>', 'on this day, YYYY-MM-DD', dayInMorocco(new Date()))
    .action(async (_options: unknown, command: Command) => {
      const client = await connect(command);
      const found = await listClaims(client, parseOptions(listOptionsSchema, command.opts()));
      print(globalOptions(command).json, found, () =>
        table(
          ['Claim', 'State', 'Insured', 'Paid DH', 'Payment', 'Submitted'],
          found.map(({ claimId, state, registrationNumber, paidCentimes, payment, submissionDate }) => [
            claimId,
            state,
            registrationNumber ?? '',
            paidCentimes === undefined ? '' : formatDirhams(paidCentimes),
            payment?.state ?? '',
            submissionDate,
          ]),
        ),
      );
    });
  claims
    .command('find')
    .description('the receipt behind the 8 characters that an SMS gives')
    .argument('<short-receipt>', 'as in the SMS, e.g. 7Q2M-K8D1')
    .option('--channel <id>', 'the channel the file was sent by; all of them where it is not given')
    .option('--day <day>', 'the day it was uploaded, YYYY-MM-DD', dayInMorocco(new Date()))
    .action(async (short: string, _options: unknown, command: Command) => {
      const client = await connect(command);
      const { channel, day } = parseOptions(findOptionsSchema, command.opts());
      const receipts = await findReceipts(client, short, channel, day);
      if (receipts.length === 0)
        throw new UserError(
          `No file of ${day} has a receipt that starts with ${short}.`,
          'Try another --day.',
          { code: 'not-found' },
        );
      print(globalOptions(command).json, receipts, () => receipts.map(formatReceipt).join('\n'));
    });
  claims
    .command('show')
    .description('a claim, or all claims of a receipt: lines, amounts, reasons, events, messages')
    .argument('<id>', 'claim id or receipt number')
    .action(async (id: string, _options: unknown, command: Command) => {
      const client = await connect(command);
      const histories = await findHistories(client, id);
      const codes = histories.flatMap(
        ({ decision }) => decision?.lines.map((line) => line.medicineCode) ?? [],
      );
      const names = await nameMedicines(codes, client.medicines);
      print(globalOptions(command).json, histories, () =>
        histories.map((history) => claimText(history, names)).join('\n\n'),
      );
    });
}

/** Receipts of files whose short receipt, as an SMS gives it, was typed. */
async function findReceipts(
  client: MilafClient,
  short: string,
  channel: string | undefined,
  day: string,
): Promise<string[]> {
  const start = parseShortReceipt(short);
  if (start === undefined)
    throw new UserError(`${short} is no short receipt.`, 'Give its 8 characters, as in the SMS.');
  const channels = channel === undefined ? await client.uploads.listChannels() : [channel];
  const files = await Promise.all(channels.map((channelId) => client.files.listByChannelDay(channelId, day)));
  return files.flat().flatMap(({ fileId }) => (fileId.startsWith(start) ? [fileId] : []));
}

async function listClaims(client: MilafClient, { queue, channel, day }: z.infer<typeof listOptionsSchema>) {
  if (queue !== undefined) return claimsInQueue(client, QUEUES[queue]);
  return client.claims.findMany(await claimsOfDay(client, channel, day));
}

async function claimsInQueue({ claims }: MilafClient, queue: ClaimQueue) {
  const found = [];
  for await (const claimIds of claims.listQueue(queue)) found.push(...(await claims.findMany(claimIds)));
  return found;
}

/** @throws UserError when there is nothing under this id, with what is known of the file if there is one */
export async function findHistories(client: MilafClient, id: string): Promise<ClaimHistory[]> {
  const direct = await client.claims.history(id.toUpperCase());
  if (direct !== undefined) return [direct];
  const fileId = parseReceipt(id);
  if (fileId === undefined)
    throw new UserError(
      `${id} is neither a claim id nor a receipt number.`,
      'A receipt number has 16 characters, as in 7Q2M-K8D1-0ABC-DEFG.',
    );
  const progress = await followFile(fileId, client);
  if (progress.state === 'UPLOADED')
    throw new UserError(`No file has the receipt ${id}.`, 'Check the number and the stage.', {
      code: 'not-found',
    });
  if (progress.claims.length === 0)
    throw new UserError(
      `The file ${id} has no claims: it is ${describe(progress)}.`,
      progress.advice?.en ?? 'Ask again once it is read, or show the file it names.',
      { code: 'refused' },
    );
  const histories = await Promise.all(
    progress.claims.map(({ claim }) => client.claims.history(claim.claimId)),
  );
  return histories.filter((history) => history !== undefined);
}

function describe({ state, quarantineReason, duplicateOf }: Awaited<ReturnType<typeof followFile>>): string {
  if (quarantineReason !== undefined) return `quarantined (${quarantineReason})`;
  return duplicateOf === undefined ? state.toLowerCase() : `the same file as ${duplicateOf}`;
}
