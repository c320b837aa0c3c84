#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command, Option } from 'commander';
import { format, resolveConfig } from 'prettier';
import { reportError } from '../../bin/view/report-error.ts';
import { inRepository } from '../cloud/folders.ts';
import { planFunction, STACK_NAMES, type StackName } from './plan-function.ts';

// `npm run new -- function NAME`: what every new part needs, so that the checks pass from its first minute.
const program = new Command('npm run new --').showHelpAfterError();
program
  .command('function')
  .description('A Lambda function behind a queue, with its alarms, runbook, README and handler test')
  .argument('<name>', 'what it does, for example archive-receipts')
  .addOption(
    new Option('--stack <stack>', 'the stack it belongs to').choices(STACK_NAMES).default('pipeline'),
  )
  .action(newFunction);
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = reportError(error);
}

async function newFunction(name: string, { stack }: { readonly stack: StackName }): Promise<void> {
  const read = (file: string) =>
    existsSync(inRepository(file)) ? readFileSync(inRepository(file), 'utf8') : undefined;
  for (const planned of planFunction(name, stack, read)) {
    const file = inRepository(planned.path);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, await format(planned.content, { ...(await resolveConfig(file)), filepath: file }));
    console.log(`  ${planned.path}`);
  }
  console.log(
    `\nNext: write the use case and give it to lambdas/${name}/index.ts; say who sends messages, and what is lost while it fails.`,
  );
}
