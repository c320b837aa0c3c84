import { rmSync } from 'node:fs';
import { execa } from 'execa';
import { inRepository, inWorkFolder } from './folders.ts';
import { lastLines } from './last-lines.ts';
import { MachineNotReadyError } from './machine-not-ready-error.ts';
import { LOCAL_REGION, type LocalCloud } from './start-local-cloud.ts';

const LOCAL_ACCOUNT = '000000000000';

/**
 * Deploys the stage `local` with the real CDK command line; what it prints is kept in `.milaf/<name>-deploy.log`.
 * @throws MachineNotReadyError with the end of that log
 */
export async function deployLocalStage(
  { name, variables }: Pick<LocalCloud, 'name' | 'variables'>,
  report: (message: string) => void,
): Promise<void> {
  const logFile = inWorkFolder(`${name}-deploy.log`);
  rmSync(logFile, { force: true });
  const common = ['-c', 'stage=local', '--no-notices', '--output', inWorkFolder(`${name}-cdk.out`)];
  report('bootstrapping');
  await cdk(['bootstrap', `aws://${LOCAL_ACCOUNT}/${LOCAL_REGION}`, ...common], variables, logFile);
  report('deploying');
  const quickly = ['--require-approval', 'never', '--method', 'direct', '--concurrency', '4'];
  await cdk(['deploy', '--all', ...common, ...quickly], variables, logFile);
}

async function cdk(
  args: readonly string[],
  variables: LocalCloud['variables'],
  logFile: string,
): Promise<void> {
  const output = { file: logFile, append: true };
  const { failed } = await execa(inRepository('node_modules', '.bin', 'cdk'), args, {
    cwd: inRepository(),
    env: { ...variables, CI: 'true' },
    stdout: output,
    stderr: output,
    reject: false,
    preferLocal: true,
  });
  if (!failed) return;
  throw new MachineNotReadyError(
    `\`cdk ${args[0] ?? ''}\` failed. Its last words:\n${lastLines(logFile)}\nThe whole log: ${logFile}`,
  );
}
