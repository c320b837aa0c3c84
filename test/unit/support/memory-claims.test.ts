import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { claimStoreCases } from '../../support/claim-store-cases.ts';
import { MemoryClaims } from '../../support/memory-claims.ts';

describe('a claim paid in two parts, in memory', () => {
  it.each(claimStoreCases.map((oneCase) => [oneCase.name, oneCase] as const))('%s', async (_, { run }) => {
    expect.hasAssertions();
    const memory = new MemoryClaims(
      () => new Date('2025-09-20T10:00:00Z'),
      () => turn(),
    );
    await run({
      claims: memory.claims,
      reviews: memory.reviews,
      addDraft: (claim) => {
        memory.addDraft(claim);
        return Promise.resolve();
      },
    });
  });
});
