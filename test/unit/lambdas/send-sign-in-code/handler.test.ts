import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../../lambdas/send-sign-in-code/handler.ts';
import { INSURED, UNKNOWN, signInWorld } from '../../../support/sign-in-world.ts';

describe('a code that is sent', () => {
  it.each([
    [INSURED, 'sent'],
    [UNKNOWN[0], 'nobody'],
  ])('leaves in the log what became of it, and neither number nor sign-in (%s)', async (number, outcome) => {
    const { start, deps } = signInWorld();
    const started = await start(number);
    const flowId = started.status === 'started' ? started.continuation : '';
    expect(await createHandler(deps)({ flowId })).toEqual({ outcome });
  });
});
