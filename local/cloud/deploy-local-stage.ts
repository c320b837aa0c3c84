import { rmSync } from 'node:fs';
import { execa } from 'execa';
import { inRepository, inWorkFolder, REPOSITORY, WORK_FOLDER } from './folders.ts';
import { lastLines } from './last-lines.ts';
import { MachineNotReadyError } from './machine-not-ready-error.ts';
import { LOCAL_REGION, type LocalCloud } from './start-local-cloud.ts';
import { newTempFolder, removeTempFolder } from './temp-folders.ts';

const LOCAL_ACCOUNT = '000000000000';

/**
 * Deploys the stage `local` with the real CDK command line; what it prints is kept in `.milaf/<name>-deploy.log`.
 * @throws MachineNotReadyError with the end of that log
 */
export async function deployLocalStage(
  cloud: Pick<LocalCloud, 'name' | 'variables' | 'endpointUrl'>,
  report: (message: string) => void,
): Promise<void> {
  const tempFolder = newTempFolder(`${cloud.name}-deploy`);
  try {
    await deploy({ ...cloud, variables: { ...cloud.variables, TMPDIR: tempFolder } }, report);
  } finally {
    removeTempFolder(tempFolder);
  }
}

async function deploy(
  { name, variables, endpointUrl }: Pick<LocalCloud, 'name' | 'variables' | 'endpointUrl'>,
  report: (message: string) => void,
): Promise<void> {
  const logFile = inWorkFolder(`${name}-deploy.log`);
  rmSync(logFile, { force: true });
  report('bootstrapping');
  // Outside the repository, where the CDK finds no app to synthesise first.
  await cdk(
    ['bootstrap', `aws://${LOCAL_ACCOUNT}/${LOCAL_REGION}`, '--no-notices'],
    WORK_FOLDER,
    variables,
    logFile,
  );
  report('deploying');
  const gateway = `localGatewayPort=${new URL(endpointUrl).port}`;
  const stage = [
    '-c',
    'stage=local',
    '-c',
    gateway,
    '--output',
    inWorkFolder(`${name}-cdk.out`),
    '--no-notices',
  ];
  // The template is validated by the tests; here it costs seconds each time.
  const quickly = [
    '--no-validation',
    '--require-approval',
    'never',
    '--method',
    'direct',
    '--concurrency',
    '3',
  ];
  await cdk(['deploy', '--all', ...stage, ...quickly], REPOSITORY, variables, logFile);
  report('building and publishing the pages');
  await publishPages(variables);
}

/** With the command that also publishes to AWS. */
async function publishPages(variables: LocalCloud['variables']): Promise<void> {
  const command = [inRepository('bin', 'milaf.ts'), '--stage', 'local', 'web', 'publish'];
  const { failed, stderr } = await execa(inRepository('node_modules', '.bin', 'node'), command, {
    env: variables,
    reject: false,
  });
  if (failed)
    throw new MachineNotReadyError(
      `The pages could not be published:\n${stderr}\n`,
      'Put right what it names and start again.',
    );
}

async function cdk(
  args: readonly string[],
  folder: string,
  variables: LocalCloud['variables'],
  logFile: string,
): Promise<void> {
  const output = { file: logFile, append: true };
  const { failed } = await execa(inRepository('node_modules', '.bin', 'cdk'), args, {
    cwd: folder,
    env: { ...variables, CI: 'true' },
    stdout: output,
    stderr: output,
    reject: false,
    preferLocal: true,
  });
  if (!failed) return;
  throw new MachineNotReadyError(
    `\`cdk ${args[0] ?? ''}\` failed. Its last words:\n${lastLines(logFile)}\n`,
    `Put right what they name and start again. The whole log: ${logFile}`,
  );
}
