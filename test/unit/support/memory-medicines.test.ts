import { describe, expect, it } from 'vitest';
import { medicineStoreCases } from '../../support/medicine-store-cases.ts';
import { MemoryMedicines } from '../../support/memory-medicines.ts';

describe('the list of medicines in memory', () => {
  it.each(medicineStoreCases.map((oneCase) => [oneCase.name, oneCase] as const))('%s', async (_, { run }) => {
    expect.hasAssertions();
    await run(new MemoryMedicines());
  });
});
