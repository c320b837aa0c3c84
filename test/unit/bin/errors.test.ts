import { describe, expect, it, vi } from 'vitest';
import { StageNotDeployedError } from '../../../contexts/operations/aws/stack-outputs.ts';
import { explainError, reportError } from '../../../bin/view/report-error.ts';
import { exitCodes, UserError } from '../../../bin/view/user-error.ts';

const failing = (properties: object, message = 'as it was said'): Error =>
  Object.assign(new Error(message), properties);

describe('an error', () => {
  it.each([
    ['without credentials', failing({ name: 'CredentialsProviderError' }), 'no-connection'],
    ['with credentials that are too old', failing({ name: 'ExpiredTokenException' }), 'no-connection'],
    ['of somebody who may not do this', failing({ name: 'AccessDeniedException' }), 'no-connection'],
    ['where nobody listens', failing({ code: 'ECONNREFUSED' }), 'no-connection'],
    ['where nobody answers in time', failing({ name: 'TimeoutError' }), 'no-connection'],
    [
      'of fetch without a network',
      failing({ cause: failing({ code: 'ENOTFOUND' }) }, 'fetch failed'),
      'no-connection',
    ],
    [
      'of a stage that is not deployed',
      new StageNotDeployedError('It is not there.', 'Deploy it.', { isMissing: true, cause: undefined }),
      'not-found',
    ],
    [
      'of a stage that cannot be asked for',
      new StageNotDeployedError('It cannot be asked.', 'Sign in.', { isMissing: false, cause: undefined }),
      'no-connection',
    ],
    ['that nobody expected', failing({}), 'internal'],
    ['that is no error', 'thrown text', 'internal'],
  ] as const)('%s says its kind and what to do', (_what, error, code) => {
    const explained = explainError(error);
    expect(explained.code).toBe(code);
    expect(explained.message).not.toBe('');
    expect(explained.whatToDo).toMatch(/\.$/);
  });

  it('is one line of JSON for scripts, and a sentence for people', () => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    const error = new UserError('There is none.', 'Make one.', { code: 'refused' });

    expect(reportError(error, { json: true })).toBe(4);
    expect(said.mock.calls).toEqual([
      ['{"error":{"code":"refused","message":"There is none.","whatToDo":"Make one."}}'],
    ]);
    expect(reportError(error)).toBe(4);
    expect(said.mock.lastCall?.[0]).toContain('✖ There is none. Make one.'.slice(2));
    said.mockRestore();
  });

  it('tells usage, what is missing, refusals, connections and faults of Milaf apart by the exit code', () => {
    const { usage, refused, internal } = exitCodes;
    const kinds = [usage, exitCodes['not-found'], refused, exitCodes['no-connection'], internal];
    expect(kinds).toEqual([2, 3, 4, 5, 70]);
  });
});
