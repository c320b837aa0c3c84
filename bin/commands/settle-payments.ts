import { userInfo } from 'node:os';
import { Option, type Command } from 'commander';
import * as z from 'zod';
import {
  askForAccount,
  orderAgain,
  settleDispute,
  type NotSettled,
  type SettlePaymentsDependencies,
} from '../../core/application/settle-payments.ts';
import { print } from '../view/print.ts';
import { UserError } from '../view/user-error.ts';
import { connect, globalOptions } from './connect.ts';

const whatToDo: Readonly<Record<NotSettled, string>> = {
  CLAIM_UNKNOWN: 'No such claim. Claims are named as in: milaf claims list --queue payment-refused',
  NOT_WAITING_FOR_IT:
    'Its payment does not wait for this (any more). See what became of it: milaf claims show CLAIM',
  ACCOUNT_NOT_READY:
    'The insured has no valid account on file, or is changing it: the payment waits until there is one.',
};

const waysToSettle = ['paid', 'not-paid'] as const;
const settleOptionsSchema = z.object({ as: z.enum(waysToSettle) });

/** What people do about payments that the bank refused or contradicts itself about. Each is an event with who did it. */
export function addSettleCommands(payments: Command): void {
  payments
    .command('release')
    .description('look at all held payments again; those whose account is in order are released')
    .action(async (_options: unknown, command: Command) => {
      const client = await connect(command);
      let count = 0;
      for await (const claimIds of client.claims.listQueue('PAYMENT_HELD')) {
        for (const claimId of claimIds) await client.requestRelease(claimId);
        count += claimIds.length;
      }
      print(globalOptions(command).json, { requested: count }, () => `${count} held payments are looked at.`);
    });
  payments
    .command('order-again')
    .description('order payments again that the bank refused for a reason of ours, to the account on file')
    .argument('<claim...>', 'see: milaf claims list --queue payment-refused')
    .action((claimIds: string[], _options: unknown, command: Command) =>
      forEachClaim(claimIds, command, 'will be ordered again', orderAgain),
    );
  payments
    .command('ask-account')
    .description('the account was at fault after all: the insured is asked for another one by SMS')
    .argument('<claim...>', 'see: milaf claims list --queue payment-refused')
    .action((claimIds: string[], _options: unknown, command: Command) =>
      forEachClaim(claimIds, command, 'waits for another account', askForAccount),
    );
  payments
    .command('settle')
    .description('record what the bank told you became of a disputed payment')
    .argument('<claim...>', 'see: milaf claims list --queue payment-disputed')
    .addOption(
      new Option('--as <what>', 'what the bank told you in writing')
        .choices(waysToSettle)
        .makeOptionMandatory(),
    )
    .action((claimIds: string[], _options: unknown, command: Command) => {
      const { as } = settleOptionsSchema.parse(command.opts());
      return forEachClaim(claimIds, command, `is settled as ${as}`, (claimId, by, dependencies) =>
        settleDispute(claimId, as, by, dependencies),
      );
    });
}

/** @throws UserError when one of them could not be done; the others are done */
async function forEachClaim(
  claimIds: readonly string[],
  command: Command,
  done: string,
  act: (
    claimId: string,
    by: string,
    dependencies: SettlePaymentsDependencies,
  ) => Promise<'done' | NotSettled>,
): Promise<void> {
  const { claims, registry } = await connect(command);
  const by = userInfo().username;
  const results: { claimId: string; result: 'done' | NotSettled }[] = [];
  for (const claimId of claimIds)
    results.push({ claimId, result: await act(claimId, by, { claims, registry, clock: () => new Date() }) });
  print(globalOptions(command).json, results, () =>
    results
      .map(({ claimId, result }) => `${claimId} ${result === 'done' ? done : `: ${whatToDo[result]}`}`)
      .join('\n'),
  );
  const failed = results.filter(({ result }) => result !== 'done').length;
  if (failed > 0) throw new UserError(`${failed} of ${results.length} could not be done.`);
}
