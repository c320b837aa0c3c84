import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import * as z from 'zod';
import type { RegistrationSmsClient } from '../../contexts/operations/aws/registration-sms-client.ts';
import { parseReceipt } from '../../contexts/shared/identifiers/receipt-number.ts';
import { listObjects } from '../../contexts/registration/domain/lists/list.ts';
import type { Campaign } from '../../contexts/messaging/domain/campaign.ts';
import {
  campaignProgress,
  type SendingConditions,
} from '../../contexts/messaging/domain/campaign-progress.ts';
import { demandFolderOf } from '../view/demand-file.ts';
import { demandRegistrationNumber } from '../view/demand-registration-number.ts';
import { plural, print } from '../view/print.ts';
import { personMessagesText, campaignProgressText } from '../view/campaign-progress-text.ts';
import { UserError } from '../view/user-error.ts';
import { connect, globalOptions } from './connect.ts';
import { parseOptions } from './parse-options.ts';

/** What timers can keep apart, and more than any operator takes from one sender. */
const HIGHEST_RATE = 500;

const rateSchema = z.coerce.number().min(1).max(HIGHEST_RATE);
const lettersOptionsSchema = z.object({ out: z.string().optional() });

export function addSmsCommands(program: Command): void {
  const sms = program
    .command('sms')
    .description('SMS that tell people their registration number or a change of their coverage');
  sms
    .command('status')
    .description('how many were sent and are left, at which rate, when all are notified, and why it waits')
    .action(async (_options: unknown, command: Command) => {
      const { registrationSms } = await connect(command);
      const conditions = await conditionsOf(registrationSms);
      const progress = campaignProgress(await registrationSms.campaigns.list(), conditions, new Date());
      print(globalOptions(command).json, { ...progress, ...conditions }, () =>
        campaignProgressText(progress, conditions),
      );
    });
  sms
    .command('pause')
    .description('send no more until resumed; what is on its way arrives')
    .action(async (_options: unknown, command: Command) => {
      const { registrationSms } = await connect(command);
      await registrationSms.settings.change({ isPaused: true }, new Date().toISOString());
      print(globalOptions(command).json, { isPaused: true }, () =>
        [
          'Paused: within about five seconds no more SMS with registration numbers go out.',
          'SMS about claims go on. To go on with these: milaf sms resume',
        ].join('\n'),
      );
    });
  sms
    .command('resume')
    .description('go on sending from where it was paused')
    .action(async (_options: unknown, command: Command) => {
      const { registrationSms } = await connect(command);
      await registrationSms.settings.change({ isPaused: false }, new Date().toISOString());
      await registrationSms.wake('milaf sms resume');
      print(globalOptions(command).json, { isPaused: false }, () => 'It goes on. See: milaf sms status');
    });
  sms
    .command('list')
    .description('what a person was sent about their registration, and what not')
    .argument('<number>', 'registration number')
    .action(async (number: string, _options: unknown, command: Command) => {
      demandRegistrationNumber(number);
      const { registrationSms } = await connect(command);
      const messages = await registrationSms.messages.listOf(number);
      print(globalOptions(command).json, messages, () => personMessagesText(messages));
    });
  addRate(sms);
  addLetters(sms);
}

function addRate(sms: Command): void {
  sms
    .command('rate')
    .description('send so many a second from now on')
    .argument('<n>', `1 to ${HIGHEST_RATE}, or "default" for what the stage has`)
    .action(async (wanted: string, _options: unknown, command: Command) => {
      const messagesPerSecond = wanted === 'default' ? undefined : demandRate(wanted);
      const { registrationSms } = await connect(command);
      const changedAt = new Date().toISOString();
      if (messagesPerSecond === undefined) await registrationSms.settings.resetRate(changedAt);
      else await registrationSms.settings.change({ messagesPerSecond }, changedAt);
      const conditions = await conditionsOf(registrationSms);
      print(globalOptions(command).json, { messagesPerSecond: conditions.messagesPerSecond }, () =>
        [
          `${conditions.messagesPerSecond} SMS a second, within about five seconds.`,
          ...(wanted === 'default' ? [] : ['Ask the operators before you send more than was agreed.']),
        ].join('\n'),
      );
    });
}

function addLetters(sms: Command): void {
  sms
    .command('letters')
    .description('the people of a list who have no mobile and are told by letter, as CSV')
    .argument('<id>', 'the list’s id, as status shows it')
    .option('--out <file>', 'where to; else it is printed')
    .action(async (id: string, _options: unknown, command: Command) => {
      const { out } = parseOptions(lettersOptionsSchema, command.opts());
      if (out !== undefined) demandFolderOf(out);
      const client = await connect(command);
      const { listId, source, letters } = await demandCampaign(client.registrationSms, id);
      const csv = Readable.from(client.listObjects.readBytes({ key: listObjects.letters(source, listId) }));
      if (out === undefined) {
        await pipeline(csv, process.stdout, { end: false });
        return;
      }
      await pipeline(csv, createWriteStream(out));
      print(
        globalOptions(command).json,
        { listId, letters, file: out },
        () => `${plural(letters, 'letter')} of ${id} in ${out}`,
      );
    });
}

/** @throws UserError when nobody was to be told under this id */
async function demandCampaign(registrationSms: RegistrationSmsClient, id: string): Promise<Campaign> {
  // A check of rights has letters too; its id is no receipt, though it may look like one.
  const ids = [id, parseReceipt(id)];
  const campaign = (await registrationSms.campaigns.list()).find(({ listId }) => ids.includes(listId));
  if (campaign !== undefined) return campaign;
  throw new UserError(
    `There are no letters of ${id} (yet): they are written when a list that is no dry run is closed.`,
    `See: milaf lists show ${id}`,
    { code: 'not-found' },
  );
}

async function conditionsOf(registrationSms: RegistrationSmsClient): Promise<SendingConditions> {
  const stage = registrationSms.stageSettings();
  const { isPaused, messagesPerSecond } = await registrationSms.settings.read();
  return { isPaused, messagesPerSecond: messagesPerSecond ?? stage.messagesPerSecond, window: stage.window };
}

function demandRate(text: string): number {
  const rate = rateSchema.safeParse(text);
  if (!rate.success) {
    throw new UserError(
      `${text} is no rate.`,
      `Give SMS a second, 1 to ${HIGHEST_RATE}, e.g. milaf sms rate 20.`,
    );
  }
  return rate.data;
}
