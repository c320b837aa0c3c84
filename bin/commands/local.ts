import type { Command } from 'commander';
import { deployLocalStage } from '../../local/cloud/deploy-local-stage.ts';
import { stopLeftovers } from '../../local/cloud/processes.ts';
import { receivedSms } from '../../local/cloud/received-sms.ts';
import { resetEmulator } from '../../local/cloud/reset-emulator.ts';
import {
  forgetCloudVariables,
  readCloudVariables,
  startLocalCloud,
} from '../../local/cloud/start-local-cloud.ts';
import { untilStopped } from '../../local/until-stopped.ts';
import { print } from '../view/print.ts';
import { globalOptions } from './connect.ts';

const report = (message: string): void => console.log(`  ${message}`);

export function addLocalCommands(program: Command): void {
  const local = program.command('local').description('The cloud on this machine');
  local
    .command('up')
    .description('start it, deploy the stage local, and stay up until Ctrl-C')
    .action(async () => {
      const cloud = await startLocalCloud({ report });
      try {
        await deployLocalStage(cloud, report);
        console.log(`The local cloud is up at ${cloud.endpointUrl}. Stop it with Ctrl-C.`);
        await untilStopped();
      } finally {
        await cloud.stop();
      }
    });
  local
    .command('sms')
    .argument('<phone>', 'for example +212600000101')
    .description('what a phone was sent: nobody’s phone rings on the local cloud')
    .action(async (phone: string, _options: unknown, command: Command) => {
      const messages = await receivedSms(readCloudVariables(), phone);
      print(globalOptions(command).json, messages, () =>
        messages.length === 0 ? `${phone} was sent nothing yet.` : messages.join('\n'),
      );
    });
  local
    .command('down')
    .description('end a local cloud that was left running')
    .action(() => {
      const stopped = stopLeftovers({ everything: true });
      forgetCloudVariables();
      console.log(stopped.length === 0 ? 'No local cloud runs.' : `Ended: ${stopped.join(', ')}.`);
    });
  local
    .command('reset')
    .description('empty the local cloud that runs, and deploy it anew')
    .action(async () => {
      const variables = readCloudVariables();
      report('emptying');
      await resetEmulator(variables);
      await deployLocalStage(
        { name: 'local', variables, endpointUrl: variables['AWS_ENDPOINT_URL'] ?? '' },
        report,
      );
      console.log('The local cloud is empty and deployed anew.');
    });
}
