import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRepository } from '../../../local/cloud/folders.ts';

const isInstalled = (shell: string): boolean =>
  ['/bin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'].some((folder) =>
    existsSync(path.join(folder, shell)),
  );

describe('the completion of commands', () => {
  let folder: string;
  let env: { PATH: string };

  const scriptFor = async (shell: string): Promise<string> => {
    const script = path.join(folder, `milaf.${shell}`);
    writeFileSync(script, (await execa('milaf', ['completion', shell], { env })).stdout);
    return script;
  };
  /** What bash offers when Tab is pressed behind these words. */
  const inBash = async (script: string, ...words: readonly string[]): Promise<string[]> => {
    const { stdout } = await execa(
      'bash',
      [
        ...['--norc', '-c'],
        `set -e; source "$1"; source "$1"; shift
         complete -p milaf | grep -q -- '-o default' || exit 1
         COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=\${#COMP_LINE}
         set +e; compopt() { :; }
         __milaf_complete
         printf '%s\\n' "\${COMPREPLY[@]}"`,
        ...['bash', script, ...words],
      ],
      { env },
    );
    return stdout.split('\n').filter((line) => line !== '');
  };

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'milaf-completion-'));
    symlinkSync(inRepository('bin', 'milaf.cjs'), path.join(folder, 'milaf'));
    env = { PATH: [folder, path.dirname(process.execPath), process.env['PATH'] ?? ''].join(path.delimiter) };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('offers commands, options and the values of options in bash', async () => {
    const script = await scriptFor('bash');
    expect(await inBash(script, 'milaf', 'cl')).toEqual(['claims']);
    expect(await inBash(script, 'milaf', 'claims', '')).toEqual(['list', 'find', 'show', 'help']);
    expect(await inBash(script, 'milaf', '--local', 'claims', 'list', '--q')).toEqual(['--queue']);
    expect(await inBash(script, 'milaf', 'claims', 'list', '--queue', 'payment-h')).toEqual(['payment-held']);
  });

  it('leaves files to bash, where only they can follow', async () => {
    expect(await inBash(await scriptFor('bash'), 'milaf', 'submit', 'sc')).toEqual([]);
    const asked = async (...words: readonly string[]): Promise<string | undefined> =>
      (await execa('milaf', ['complete', '--', ...words], { env })).stdout.split('\n').at(-1);
    expect(await asked('submit', 'sc')).toBe(':0');
    expect(await asked('claims', 'l')).toBe(':4');
  });

  it.skipIf(!isInstalled('fish'))('offers the same in fish', async () => {
    const script = await scriptFor('fish');
    const complete = 'source $argv[1]; complete -C "milaf claims list --queue payment-h"';
    const { stdout } = await execa('fish', ['--no-config', '-c', complete, script], {
      env: { ...env, HOME: folder },
    });
    expect(stdout.trim().split('\t')[0]).toBe('payment-held');
  });

  it.skipIf(!isInstalled('zsh'))('is a script that zsh understands', async () => {
    const script = await scriptFor('zsh');
    await execa('zsh', ['--no-exec', script]);
    const loaded = 'autoload -U compinit; compinit -u -D; source $1; print $_comps[milaf]';
    const { stdout } = await execa('zsh', ['-f', '-c', loaded, 'zsh', script], {
      env: { ...env, HOME: folder },
    });
    expect(stdout).toBe('_milaf');
  });

  it('is refused for a shell it does not know, with those it knows', async () => {
    const { stderr, exitCode } = await execa('milaf', ['completion', 'csh'], { env, reject: false });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/zsh, bash, fish/);
  });
});
