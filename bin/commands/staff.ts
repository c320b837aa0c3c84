import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { Option, type Command } from 'commander';
import * as z from 'zod';
import { callerIdentity, namesIn } from '../../contexts/operations/aws/caller-identity.ts';
import { createCognitoClient, createStsClient } from '../../contexts/shared/aws/clients.ts';
import { StaffAccounts } from '../../contexts/staff/aws/staff-accounts.ts';
import {
  type ListedAccount,
  refusalToRemove,
  type RemovalRefusal,
} from '../../contexts/staff/domain/removal.ts';
import { registrationNumberSchema } from '../../contexts/shared/identifiers/schemas.ts';
import { dayInMorocco } from '../../contexts/shared/time/morocco-time.ts';
import { staffRoles } from '../../contexts/shared/access/access.ts';
import { confirm } from '../view/confirm.ts';
import { print, table } from '../view/print.ts';
import { UserError } from '../view/user-error.ts';
import { connect, globalOptions } from './connect.ts';
import { parseOptions } from './parse-options.ts';

const addOptionsSchema = z.object({
  role: z.array(z.enum(staffRoles)).min(1),
  channel: z.string().min(1).optional(),
  registrationNumber: registrationNumberSchema.optional(),
});
const listOptionsSchema = z.object({ all: z.boolean().default(false) });
const removeOptionsSchema = z.object({
  yes: z.boolean().default(false),
  evenTheLast: z.boolean().default(false),
});

export function addStaffCommands(program: Command): void {
  const staff = program.command('staff').description('accounts of the console');
  addAdd(staff);
  staff
    .command('list')
    .description('who has an account, and with which roles')
    .option('--all', 'also those that were removed')
    .action(async (_options: unknown, command: Command) => {
      const { all } = parseOptions(listOptionsSchema, command.opts());
      const accounts = (await (await accountsOf(command)).list()).filter(
        ({ isRemoved }) => all || !isRemoved,
      );
      print(globalOptions(command).json, accounts, () =>
        accounts.length === 0
          ? 'Nobody has an account. Make one: milaf staff add NAME --role ROLE'
          : listText(accounts),
      );
    });
  staff
    .command('remove')
    .argument('<user>', 'name that is signed in with')
    .description('take an account out of use for good; its name stays with what it did')
    .option('--yes', 'do not ask')
    .option('--even-the-last', 'also where nobody else has one of its roles')
    .action(async (userName: string, _options: unknown, command: Command) => {
      const { yes, evenTheLast } = parseOptions(removeOptionsSchema, command.opts());
      const accounts = await accountsOf(command);
      const { arn } = await callerIdentity(createStsClient());
      const ownNames = [...namesIn(arn), userInfo().username];
      const refusal = refusalToRemove(userName, await accounts.list(), { ownNames, evenTheLast });
      if (refusal !== undefined) throw refusalError(userName, refusal);
      if (!yes)
        await confirm(
          `${userName} can sign in no more, and nobody gets this name again. Type it to go on:`,
          userName,
        );
      await accounts.remove(userName);
      print(
        globalOptions(command).json,
        { userName, isRemoved: true },
        () => `${userName} can sign in no more; what is open in a browser ends within a quarter of an hour.`,
      );
    });
}

function addAdd(staff: Command): void {
  staff
    .command('add')
    .argument('<user>', 'name to sign in with; ids are kept in audit records, so take no personal name')
    .description('make an account with one or more roles; prints a temporary password, once')
    .addOption(
      new Option('--role <roles...>', 'one or more of them').choices([...staffRoles]).makeOptionMandatory(),
    )
    .option('--channel <id>', 'the channel an agency clerk works for')
    .option(
      '--registration-number <number>',
      'their own number as an insured person: claims of their family are kept from them',
    )
    .action(async (userName: string, given: unknown, command: Command) => {
      const { role: roles, channel: channelId, registrationNumber } = parseOptions(addOptionsSchema, given);
      if (roles.includes('agency-clerk') && channelId === undefined)
        throw new UserError(
          'An agency clerk works for a channel, and none was given.',
          'Add --channel, for example agency-rabat-01.',
        );
      const temporaryPassword = `${randomBytes(12).toString('base64url')}aA1!`;
      const account = { userName, roles, channelId, registrationNumber, temporaryPassword };
      const result = await (await accountsOf(command)).add(account);
      if (result === 'removed')
        throw new UserError(
          `${userName} was removed, and audit records name that account.`,
          'Choose another name.',
          { code: 'refused' },
        );
      print(globalOptions(command).json, { userName, roles, result, temporaryPassword }, () =>
        result === 'added'
          ? `${userName} may sign in with ${temporaryPassword} and must choose another password then.`
          : `${userName} exists; roles added: ${roles.join(', ')}. The password is as it was.`,
      );
    });
}

async function accountsOf(command: Command): Promise<StaffAccounts> {
  const { outputs } = await connect(command);
  return new StaffAccounts(createCognitoClient(), outputs.get('StaffPoolId') ?? '');
}

function listText(accounts: readonly ListedAccount[]): string {
  return table(
    ['User', 'Roles', 'Channel', 'Since', 'State'],
    accounts.map(({ userName, roles, channelId, createdAt, isRemoved }) => [
      userName,
      roles.join(', '),
      channelId ?? '',
      createdAt === undefined ? '' : dayInMorocco(new Date(createdAt)),
      isRemoved ? 'removed' : 'in use',
    ]),
    { wrapped: 'Roles' },
  );
}

function refusalError(userName: string, refusal: RemovalRefusal): UserError {
  switch (refusal.because) {
    case 'UNKNOWN':
      return new UserError(`${userName} has no account.`, 'See: milaf staff list', { code: 'not-found' });
    case 'REMOVED_BEFORE':
      return new UserError(`${userName} was removed before.`, 'There is nothing to do.', { code: 'refused' });
    case 'OWN_ACCOUNT':
      return new UserError(`${userName} is your own account.`, 'Let someone else remove it.', {
        code: 'refused',
      });
    case 'LAST_OF_ROLE':
      return new UserError(
        `Nobody else is ${refusal.roles.join(' or ')}.`,
        'Make another account with that role first, or give --even-the-last.',
        { code: 'refused' },
      );
  }
}
