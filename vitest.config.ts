import { defineConfig } from 'vitest/config';

const LISTS = ['test/flow/{lists,list-store,registration-commands,registration-store}.test.ts'];
/** Each page and each step, in minutes: run by itself, after a change of pages. */
const PAGES = ['test/browser/{accessible,portal,review-steps}.test.ts'];

/**
 * `unit` and `contract` need nothing but Node; `infra` synthesises the CDK app; `flow` starts a local cloud and
 * deploys to it, so its files run one after the other; `lists` and `browser` do so with
 * clouds of their own, so that the three can run side by side.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'contract', include: ['test/contract/**/*.test.ts'], testTimeout: 120_000 } },
      {
        test: {
          name: 'infra',
          include: ['test/infra/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'flow',
          include: ['test/flow/**/*.test.ts'],
          exclude: LISTS,
          globalSetup: ['test/flow/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'lists',
          include: LISTS,
          globalSetup: ['test/flow/global-setup-of-lists.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: PAGES,
          globalSetup: ['test/browser/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'pages',
          include: PAGES,
          globalSetup: ['test/browser/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
