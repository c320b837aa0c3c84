import { rmSync } from 'node:fs';
import { execa } from 'execa';
import { inRepository, inWorkFolder } from './folders.ts';
import { lastLines } from './last-lines.ts';
import { MachineNotReadyError } from './machine-not-ready-error.ts';
import { LOCAL_REGION, type CloudVariables } from './start-local-cloud.ts';

const LOCAL_ACCOUNT = '000000000000';
const LOG_FILE = inWorkFolder('deploy.log');

/**
 * Deploys the stage `local` with the real CDK command line; what it prints is kept in `.milaf/deploy.log`.
 * @throws MachineNotReadyError with the end of that log
 */
export async function deployLocalStage(
  variables: CloudVariables,
  report: (message: string) => void,
): Promise<void> {
  rmSync(LOG_FILE, { force: true });
  const stage = ['-c', 'stage=local', '--no-notices'];
  report('bootstrapping');
  await cdk(['bootstrap', `aws://${LOCAL_ACCOUNT}/${LOCAL_REGION}`, ...stage], variables);
  report('deploying');
  const quickly = ['--require-approval', 'never', '--method', 'direct', '--concurrency', '4'];
  await cdk(['deploy', '--all', ...stage, ...quickly], variables);
}

async function cdk(args: readonly string[], variables: CloudVariables): Promise<void> {
  const output = { file: LOG_FILE, append: true };
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
    `\`cdk ${args[0] ?? ''}\` failed. Its last words:\n${lastLines(LOG_FILE)}\nThe whole log: ${LOG_FILE}`,
  );
}
