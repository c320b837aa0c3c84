import { userInfo } from 'node:os';
import { Option, type Command } from 'commander';
import * as z from 'zod';
import { afterDeath } from '../../contexts/claims/domain/claim.ts';
import {
  settlePayment,
  type NotSettled,
  type SettlePayment,
} from '../../contexts/payments/use-cases/settle-payments.ts';
import { print } from '../view/print.ts';
import { UserError } from '../view/user-error.ts';
import { connect, globalOptions } from './connect.ts';
import { parseOptions } from './parse-options.ts';

const whatToDo: Readonly<Record<NotSettled, string>> = {
  CLAIM_UNKNOWN: 'No such claim. Claims are named as in: milaf claims list --queue payment-refused',
  PAYMENT_NOT_NAMED:
    'The claim was paid in two parts: say with --payment which one, 1 or 2. See: milaf claims show CLAIM',
  NOT_WAITING_FOR_IT:
    'Its payment does not wait for this (any more). See what became of it: milaf claims show CLAIM',
  PAYMENT_CHANGED: 'Its payment was moved at the same moment. Look at it again: milaf claims show CLAIM',
  ACCOUNT_NOT_READY:
    'The insured has no valid account on file, or is changing it: the payment waits until there is one.',
  ACCOUNT_CAME_BACK:
    'Money came back from the account on file before. Ask for another one: milaf payments ask-account CLAIM',
  OTHER_PERSON_NEEDED:
    'You, or somebody of your family, said the first word on it: someone else must say the next.',
  ORDER_NOT_NAMED:
    'Several orders are in question: say which one was paid with --order, 1 for the first of the claim.',
  OWN_CLAIM: 'This payment is your own or your family’s: leave it to others.',
};

const waysToSettle = ['paid', 'not-paid'] as const;
const saidSchema = z.object({
  payment: z
    .enum(['1', '2'])
    .transform((number) => (number === '1' ? 1 : 2))
    .optional(),
  reason: z.string().max(500).optional(),
});
const settleOptionsSchema = saidSchema.extend({
  as: z.enum(waysToSettle),
  order: z.coerce.number().int().positive().optional(),
});
const afterDeathOptionsSchema = saidSchema.extend({ as: z.enum(afterDeath) });
const REASON = ['--reason <text>', 'why, for the record; no names or numbers of people'] as const;
const PAYMENT = [
  '--payment <number>',
  'which payment, of a claim that was paid in two parts: 1 or 2',
] as const;

/** Which payment people speak of, and why, from the options. */
function saidOf(options: unknown): Pick<SettlePayment, 'settlement' | 'reason'> {
  const { payment: settlement, reason } = parseOptions(saidSchema, options);
  return { settlement, reason };
}

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
    .option(...PAYMENT)
    .option(...REASON)
    .action((claimIds: string[], _options: unknown, command: Command) =>
      forEachClaim(claimIds, command, 'will be ordered again', {
        action: 'order-again',
        ...saidOf(command.opts()),
      }),
    );
  payments
    .command('ask-account')
    .description('the account was at fault after all: the insured is asked for another one by SMS')
    .argument('<claim...>', 'see: milaf claims list --queue payment-refused')
    .option(...PAYMENT)
    .option(...REASON)
    .action((claimIds: string[], _options: unknown, command: Command) =>
      forEachClaim(claimIds, command, 'waits for another account', {
        action: 'ask-account',
        ...saidOf(command.opts()),
      }),
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
    .option('--order <number>', 'which order of the claim was paid, where several are in question')
    .option(...PAYMENT)
    .option(...REASON)
    .action((claimIds: string[], _options: unknown, command: Command) => {
      const { as, order } = parseOptions(settleOptionsSchema, command.opts());
      return forEachClaim(claimIds, command, `is settled as ${as}`, {
        action: `settle-${as}`,
        order,
        ...saidOf(command.opts()),
      });
    });
  const ways = new Option('--as <what>', 'pay: to the account on file; close: it is not paid from here');
  payments
    .command('after-death')
    .description('say what becomes of money whose payee has died; it is done when someone else says it, too')
    .argument('<claim...>', 'see: milaf claims list --queue payment-refused')
    .addOption(ways.choices(afterDeath).makeOptionMandatory())
    .option(...PAYMENT)
    .option(...REASON)
    .action((claimIds: string[], _options: unknown, command: Command) => {
      const { as } = afterDeathOptionsSchema.parse(command.opts());
      return forEachClaim(claimIds, command, `: it is noted, and done when two people have said ${as}`, {
        action: `${as}-after-death`,
        ...saidOf(command.opts()),
      });
    });
}

/** @throws UserError when one of them could not be done; the others are done */
async function forEachClaim(
  claimIds: readonly string[],
  command: Command,
  done: string,
  said: Omit<SettlePayment, 'claimId'>,
): Promise<void> {
  const { claims, registry } = await connect(command);
  const settler = { userId: userInfo().username };
  const dependencies = { claims, registry, clock: () => new Date() };
  const results: { claimId: string; result: 'done' | NotSettled }[] = [];
  for (const claimId of claimIds)
    results.push({ claimId, result: await settlePayment({ ...said, claimId }, settler, dependencies) });
  print(globalOptions(command).json, results, () =>
    results
      .map(({ claimId, result }) => `${claimId} ${result === 'done' ? done : `: ${whatToDo[result]}`}`)
      .join('\n'),
  );
  const failed = results.filter(({ result }) => result !== 'done').length;
  if (failed > 0)
    throw new UserError(
      `${failed} of ${results.length} could not be done.`,
      'What to do about each is said above.',
      { code: 'unfinished' },
    );
}
