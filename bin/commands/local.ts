import type { Command } from 'commander';
import { connectToStage } from '../../contexts/operations/aws/milaf-client.ts';
import { deployLocalStage } from '../../local/cloud/deploy-local-stage.ts';
import { stopLeftovers, stopOwnServers } from '../../local/cloud/processes.ts';
import { receivedSms } from '../../local/cloud/received-sms.ts';
import { resetEmulator } from '../../local/cloud/reset-emulator.ts';
import {
  forgetCloudVariables,
  readCloudVariables,
  startLocalCloud,
} from '../../local/cloud/start-local-cloud.ts';
import { addDemoStaff, DEMO_PASSWORD, demoStaff } from '../../local/demo/demo-staff.ts';
import { emptyCloudText } from '../../local/demo/next-steps.ts';
import { untilStopped } from '../../local/until-stopped.ts';
import { print } from '../view/print.ts';
import { globalOptions } from './connect.ts';
import { demandRepository } from './demand-repository.ts';

const report = (message: string): void => console.log(`  ${message}`);

export function addLocalCommands(program: Command): void {
  const local = program
    .command('local')
    .description('The cloud on this machine')
    .hook('preAction', demandRepository);
  local
    .command('up')
    .description('start it, deploy the stage local, and stay up until Ctrl-C')
    .action(async (_options: unknown, command: Command) => {
      const { json } = globalOptions(command);
      // Also while it starts: what runs by then is ended.
      const finished = new AbortController();
      const stopped = untilStopped(finished.signal);
      try {
        await Promise.race([stopped, startEmpty(json)]);
        await stopped;
      } finally {
        finished.abort();
        stopOwnServers();
        forgetCloudVariables();
      }
      process.exit();
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
    .action((_options: unknown, command: Command) => {
      const stopped = stopLeftovers({ everything: true });
      forgetCloudVariables();
      print(globalOptions(command).json, { stopped }, () =>
        stopped.length === 0 ? 'No local cloud runs.' : `Ended: ${stopped.join(', ')}.`,
      );
    });
  local
    .command('reset')
    .description('empty the local cloud that runs, and deploy it anew')
    .action(async (_options: unknown, command: Command) => {
      const { json } = globalOptions(command);
      const tell = json ? () => undefined : report;
      const variables = readCloudVariables();
      tell('emptying');
      await resetEmulator(variables);
      const endpointUrl = variables['AWS_ENDPOINT_URL'] ?? '';
      await deployLocalStage({ name: 'local', variables, endpointUrl }, tell);
      print(json, { endpointUrl }, () => 'The local cloud is empty and deployed anew.');
    });
}

/** Starts a cloud without people, with accounts for the console, and says how to reach it. */
async function startEmpty(json: boolean): Promise<void> {
  const tell = json ? () => undefined : report;
  const cloud = await startLocalCloud({ report: tell });
  await deployLocalStage(cloud, tell);
  Object.assign(process.env, cloud.variables);
  const client = await connectToStage('local');
  await addDemoStaff(client);
  const { endpointUrl, ocrUrl } = cloud;
  const webAddress = client.outputs.get('WebAddress') ?? '';
  const accounts = demoStaff.map((account) => ({ ...account, password: DEMO_PASSWORD }));
  print(json, { endpointUrl, ocrUrl, webAddress, accounts }, () =>
    emptyCloudText(endpointUrl, ocrUrl, webAddress),
  );
}
