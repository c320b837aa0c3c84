import { defineConfig } from 'vitest/config';

/**
 * What Stryker runs against each mutant: the tests of the domain of money, coverage, medicines and duplicates. Simulations and properties over
 * whole claims are left out: they take seconds each, and a fault of the domain should fail a test that names it.
 */
export default defineConfig({
  test: {
    include: [
      'test/unit/{adjudication,coverage,medicines,payments}/domain/**/*.test.ts',
      'test/unit/shared/money.test.ts',
      'test/unit/adjudication/use-cases/near-duplicates.test.ts',
      'test/unit/payments/use-cases/{apply-bank-answer,settle-payments,stuck-batch}.test.ts',
    ],
    exclude: ['**/*.property.test.ts', '**/bank-text.test.ts'],
    // A worker for all files: a mutant is tried in a fraction of the time, and these tests share no state.
    isolate: false,
    // The first run is of all tests at once, on a machine that may be busy. Mutants that hang are ended by Stryker.
    testTimeout: 60_000,
  },
});
