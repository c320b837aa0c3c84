import type { Command } from 'commander';
import pc from 'picocolors';
import { readCloudVariables } from '../../local/cloud/start-local-cloud.ts';
import { examineMachine } from '../doctor/examine-machine.ts';
import { examineAccount, examineStage } from '../doctor/examine-stage.ts';
import { type Finding, type FindingState, problem } from '../doctor/finding.ts';
import { explainError } from '../view/report-error.ts';
import { plural, print } from '../view/print.ts';
import { exitCodes } from '../view/user-error.ts';
import { globalOptions } from './connect.ts';

const MARKS: Readonly<Record<FindingState, string>> = {
  ok: pc.green('✔'),
  warning: pc.yellow('!'),
  problem: pc.red('✖'),
};

export function addDoctorCommands(program: Command): void {
  program
    .command('doctor')
    .description(
      'look whether this machine, the credentials and the stage are well; exit code 1 on a problem',
    )
    .action(async (_options: unknown, command: Command) => {
      const { json, local, stage } = globalOptions(command);
      const findings = [
        ...(await examineMachine(local)),
        ...(await (local ? examineLocal() : examineRemote(stage))),
      ];
      print(json, { findings }, () => doctorText(findings));
      if (findings.some(({ state }) => state === 'problem')) process.exitCode = exitCodes.unfinished;
    });
}

async function examineLocal(): Promise<Finding[]> {
  try {
    Object.assign(process.env, readCloudVariables());
  } catch (error) {
    const { message, whatToDo } = explainError(error);
    return [problem('Local cloud', message, whatToDo)];
  }
  return examineStage('local');
}

const examineRemote = async (stage: string): Promise<Finding[]> =>
  (await Promise.all([examineStage(stage), examineAccount()])).flat();

export function doctorText(findings: readonly Finding[]): string {
  const count = (wanted: FindingState): number => findings.filter(({ state }) => state === wanted).length;
  return [
    ...findings.flatMap(({ name, state, message, whatToDo }) => [
      `${MARKS[state]} ${name}: ${message}`,
      ...(whatToDo === undefined ? [] : [`    ${whatToDo}`]),
    ]),
    `${plural(count('problem'), 'problem')}, ${plural(count('warning'), 'warning')}.`,
  ].join('\n');
}
