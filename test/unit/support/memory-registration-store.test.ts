import { describe, expect, it } from 'vitest';
import { MemoryRegistrationStore } from '../../support/memory-registration-store.ts';
import { registrationStoreCases, type MakeSubject } from '../../support/registration-store-cases.ts';

const inMemory: MakeSubject = (numbers) => {
  const store = new MemoryRegistrationStore({ numbers });
  return {
    store,
    references: store,
    put: (record) => store.put(record),
    findPersonFile: (number) => store.findPersonFile(number),
  };
};

describe('the registration store in memory', () => {
  it.each(registrationStoreCases.map((oneCase) => [oneCase.name, oneCase] as const))(
    '%s',
    async (_, { run }) => {
      expect.hasAssertions();
      await run(inMemory);
    },
  );
});
