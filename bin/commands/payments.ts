import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { parsePain002, BankAnswerError } from '../../contexts/payments/domain/pain-002.ts';
import { demandFile } from '../view/demand-file.ts';
import { print } from '../view/print.ts';
import { UserError } from '../view/user-error.ts';
import { addSettleCommands } from './settle-payments.ts';
import { connect, globalOptions } from './connect.ts';

export function addPaymentCommands(program: Command): void {
  const payments = program.command('payments').description('Orders to the bank, and its answers');
  payments
    .command('run')
    .description('order all pending payments now')
    .action(async (_options: unknown, command: Command) => {
      const client = await connect(command);
      await client.requestPaymentRun('command');
      print(
        globalOptions(command).json,
        { requested: true },
        () => 'The payment run was asked for. See: milaf claims list --queue payment-pending',
      );
    });
  payments
    .command('answer')
    .description('hand in an answer of the bank (pain.002)')
    .argument('<file>', 'the XML file as the bank sent it')
    .action(async (file: string, _options: unknown, command: Command) => {
      demandFile(file);
      const xml = await readFile(file);
      const batchId = answeredBatchId(xml.toString('utf8'));
      const client = await connect(command);
      if ((await client.batches.find(batchId)) === undefined) {
        throw new UserError(
          `The answer is about the order ${batchId}, which was not sent from this stage.`,
          'Check the stage, and that the file is whole.',
          { code: 'not-found' },
        );
      }
      const key = await client.sendBankAnswer(`${Date.now()}-${basename(file)}`, xml);
      print(
        globalOptions(command).json,
        { key, batchId },
        () => `The answer to ${batchId} was handed in as ${key}.`,
      );
    });
  addSettleCommands(payments);
}

function answeredBatchId(xml: string): string {
  try {
    return parsePain002(xml).originalMessageId;
  } catch (error) {
    if (error instanceof BankAnswerError)
      throw new UserError(
        error.message,
        'Get the pain.002 for the order from the bank, whole, and hand that in.',
        { cause: error },
      );
    throw error;
  }
}
