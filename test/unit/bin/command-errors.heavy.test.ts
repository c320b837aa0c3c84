import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { inRepository } from '../../../local/cloud/folders.ts';

describe('the command line', () => {
  const milaf = async (...args: readonly string[]) =>
    execa(process.execPath, [inRepository('bin', 'milaf.ts'), ...args], {
      reject: false,
      env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_REGION: 'eu-west-3', AWS_ACCESS_KEY_ID: 'none' },
    });

  it.each([
    ['an option that there is not', ['claims', 'list', '--bogus'], 2, 'usage', /unknown option '--bogus'/],
    ['a command that there is not', ['claim'], 2, 'usage', /unknown command 'claim'/],
    ['no command', [], 2, 'usage', /No command was given/],
    ['an option whose value is wrong', ['sms', 'rate', 'fast'], 2, 'usage', /fast is no rate/],
    [
      'a number that is none',
      ['submit', 'README.md', '--timeout-seconds', 'x'],
      2,
      'usage',
      /--timeout-seconds/,
    ],
    ['a file that is not there', ['payments', 'answer', '/nowhere.xml'], 3, 'not-found', /\/nowhere\.xml/],
  ] as const)('answers %s in JSON, and nothing else', async (_what, args, exitCode, code, message) => {
    const said = await milaf('--json', ...args);
    expect(said.exitCode).toBe(exitCode);
    expect(said.stdout).toBe('');
    expect(JSON.parse(said.stderr)).toEqual({
      error: {
        code,
        message: expect.stringMatching(message) as string,
        whatToDo: expect.stringMatching(/\S/) as string,
      },
    });
  });

  it('shows people the help of the command that was not understood', async () => {
    const { stderr, exitCode } = await milaf('claims', 'show');
    expect(exitCode).toBe(2);
    expect(stderr).toContain("missing required argument 'id'");
    expect(stderr).toContain('Usage: milaf claims show');
    expect(stderr).not.toContain('    at ');
  });

  it('gives help and version without an error', async () => {
    expect(await milaf('claims', '--help')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await milaf('--json', '--version')).toMatchObject({ exitCode: 0, stderr: '' });
  });
});
