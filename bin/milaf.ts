#!/usr/bin/env node
import { Command } from 'commander';
import { addCertificateCommands } from './commands/certificates.ts';
import { addChannelCommands } from './commands/channels.ts';
import { addCompletionCommands } from './commands/completion.ts';
import { addClaimCommands } from './commands/claims.ts';
import { addDoctorCommands } from './commands/doctor.ts';
import { addListCommands } from './commands/lists.ts';
import { addLocalCommands } from './commands/local.ts';
import { addMessageCommands } from './commands/messages.ts';
import { addPaymentCommands } from './commands/payments.ts';
import { addRegistryCommands } from './commands/registry.ts';
import { addRightsCommands } from './commands/rights.ts';
import { addSmsCommands } from './commands/sms.ts';
import { addStaffCommands } from './commands/staff.ts';
import { addSubmitCommand } from './commands/submit.ts';
import { addWebCommands } from './commands/web.ts';
import { MILAF_VERSION } from '../contexts/shared/version.ts';
import { reportError } from './view/report-error.ts';

const program = new Command('milaf')
  .version(MILAF_VERSION)
  .description('From a scanned medical file to money on a worker’s account: the command line of Milaf')
  .option('--stage <name>', 'the stage to work with', process.env['MILAF_STAGE'] ?? 'staging')
  .option('--local', 'work with the local cloud that runs on this machine')
  .option('--json', 'answer in JSON, for scripts')
  .showHelpAfterError()
  .exitOverride();

// Scripts read one line of JSON on standard error, and nothing beside it.
const isForScripts = process.argv.includes('--json');
if (isForScripts) program.configureOutput({ writeErr: () => undefined });

addRegistryCommands(program);
addSubmitCommand(program);
addClaimCommands(program);
addPaymentCommands(program);
addListCommands(program);
addMessageCommands(program);
addSmsCommands(program);
addRightsCommands(program);
addCertificateCommands(program);
addChannelCommands(program);
addWebCommands(program);
addStaffCommands(program);
addLocalCommands(program);
addDoctorCommands(program);
addCompletionCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = reportError(error, { json: isForScripts });
}
