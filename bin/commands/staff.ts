import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import * as z from 'zod';
import { createCognitoClient } from '../../contexts/shared/aws/clients.ts';
import { StaffAccounts } from '../../contexts/staff/aws/staff-accounts.ts';
import { registrationNumberSchema } from '../../contexts/shared/identifiers/schemas.ts';
import { staffRoles } from '../../contexts/shared/access/access.ts';
import { print } from '../view/print.ts';
import { UserError } from '../view/user-error.ts';
import { connect, globalOptions } from './connect.ts';

const optionsSchema = z.object({
  role: z.array(z.enum(staffRoles)).min(1),
  channel: z.string().min(1).optional(),
  registrationNumber: registrationNumberSchema.optional(),
});

export function addStaffCommands(program: Command): void {
  const staff = program.command('staff').description('accounts of the console');
  staff
    .command('add')
    .argument('<user>', 'name to sign in with; ids are kept in audit records, so take no personal name')
    .description('make an account with one or more roles; prints a temporary password, once')
    .requiredOption('--role <roles...>', `one or more of ${staffRoles.join(', ')}`)
    .option('--channel <id>', 'the channel an agency clerk works for')
    .option(
      '--registration-number <number>',
      'their own number as an insured person: claims of their family are kept from them',
    )
    .action(async (userName: string, given: unknown, command: Command) => {
      const options = optionsSchema.safeParse(given);
      if (!options.success)
        throw new UserError(
          'A role or the registration number is none.',
          `A role is one of: ${staffRoles.join(', ')}. A registration number has nine digits.`,
        );
      const { role: roles, channel: channelId, registrationNumber } = options.data;
      if (roles.includes('agency-clerk') && channelId === undefined)
        throw new UserError(
          'An agency clerk works for a channel, and none was given.',
          'Add --channel, for example agency-rabat-01.',
        );
      const { outputs } = await connect(command);
      const accounts = new StaffAccounts(createCognitoClient(), outputs.get('StaffPoolId') ?? '');
      const temporaryPassword = `${randomBytes(12).toString('base64url')}aA1!`;
      const result = await accounts.add({
        userName,
        roles,
        channelId,
        registrationNumber,
        temporaryPassword,
      });
      print(globalOptions(command).json, { userName, roles, result, temporaryPassword }, () =>
        result === 'added'
          ? `${userName} may sign in with ${temporaryPassword} and must choose another password then.`
          : `${userName} exists; roles added: ${roles.join(', ')}. The password is as it was.`,
      );
    });
}
