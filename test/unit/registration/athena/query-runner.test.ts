import { AthenaClient } from '@aws-sdk/client-athena';
import { describe, expect, it, vi } from 'vitest';
import { AthenaQueryRunner } from '../../../../contexts/registration/athena/query-runner.ts';

const settings = { workGroup: 'milaf-test-lists', database: 'milaf_test_lists', pollMilliseconds: 1 };

/** A client that answers with these, one after the other. */
function runnerWith(...answers: readonly unknown[]) {
  const left = [...answers];
  const send = vi.fn<(command: { readonly input: object }) => Promise<unknown>>(() =>
    Promise.resolve(left.shift()),
  );
  const client = Object.assign(new AthenaClient({ region: 'eu-west-1' }), { send });
  return { runner: new AthenaQueryRunner(client, settings), send };
}

const started = { QueryExecutionId: 'query-1' };
const inState = (State: string, more: object = {}) => ({ QueryExecution: { Status: { State, ...more } } });

describe('AthenaQueryRunner', () => {
  it('waits until the query has succeeded', async () => {
    const { runner, send } = runnerWith(started, inState('QUEUED'), inState('RUNNING'), inState('SUCCEEDED'));

    await expect(runner.run('people', 'SELECT 1')).resolves.toBe('query-1');
    expect(send).toHaveBeenCalledTimes(4);
    expect(send.mock.calls[0]?.[0].input).toMatchObject({
      WorkGroup: settings.workGroup,
      QueryExecutionContext: { Database: settings.database },
    });
  });

  it('tells which statement failed, and nothing that the list holds', async () => {
    const reason = `Cannot cast 'EL ALAOUI' to date`;
    const failed = inState('FAILED', {
      StateChangeReason: reason,
      AthenaError: { ErrorType: 401, ErrorMessage: reason },
    });
    const { runner } = runnerWith(started, failed);

    const failure = await runner.run('people', 'SELECT 1').catch((error: unknown) => String(error));

    expect(failure).toContain('query-1 (people) ended as FAILED, error type 401');
    expect(failure).not.toContain('ALAOUI');
  });

  it('does not wait for a query that was stopped', async () => {
    const { runner } = runnerWith(started, inState('CANCELLED'));

    await expect(runner.run('people', 'SELECT 1')).rejects.toThrow('CANCELLED');
  });
});
