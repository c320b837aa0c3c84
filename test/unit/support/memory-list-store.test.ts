import { describe, expect, it } from 'vitest';
import { listStoreCases } from '../../support/list-store-cases.ts';
import { MemoryListStore } from '../../support/memory-list-store.ts';

describe('the list store in memory, as the one in DynamoDB', () => {
  it.each(listStoreCases.map((oneCase) => [oneCase.name, oneCase] as const))('%s', async (_, { run }) => {
    expect.hasAssertions();
    await run(new MemoryListStore(() => new Date()));
  });
});
