import { execa } from 'execa';
import { inject } from 'vitest';
import { inRepository } from '../../../local/cloud/folders.ts';

/** What a person sees of a command. */
export interface Said {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | undefined;
}

/** Runs the command line against the local cloud as a person does: as a process of its own. */
export async function milaf(...args: readonly string[]): Promise<Said> {
  const { stdout, stderr, exitCode } = await execa(
    process.execPath,
    [inRepository('bin', 'milaf.cjs'), '--stage', 'local', ...args],
    { env: inject('cloudVariables'), reject: false },
  );
  return { stdout, stderr, exitCode };
}

/** The same for scripts: what it answers in JSON. */
export async function milafJson(...args: readonly string[]): Promise<unknown> {
  const { stdout, stderr } = await milaf('--json', ...args);
  if (stdout === '') throw new Error(`milaf ${args.join(' ')} answered nothing: ${stderr}`);
  return JSON.parse(stdout);
}
