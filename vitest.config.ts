import { defineConfig } from 'vitest/config';

const LISTS = ['test/flow/{lists,list-store,registration-commands,registration-store}.test.ts'];
/** Each page and each step, in minutes: run by itself, after a change of pages. */
const PAGES = [
  'test/browser/{accessible,hostile-upload,medicines,paid-lines,portal,review-steps,roles}.test.ts',
];

/**
 * None of these is ever near where the machine is idle: they end what hangs, and say nothing about speed. Other programs may keep
 * the machine busy, and most checks of `npm test` stand back for others.
 */
const PATIENT = {
  testTimeout: 300_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 60_000 } },
} as const;

/** What tests and what they start put into temporary folders goes when they end. Chromium's profile would get too long a path. */
const TEMP_FOLDER = 'test/support/temp-folder.ts';

/** They read real pictures, start engines or try thousands of inputs: seconds each, where all other files together take less than two minutes. */
const HEAVY = ['test/unit/**/*.heavy.test.ts'];
/** They replace modules: each of their files gets a module graph of its own. */
const ISOLATED = ['test/unit/**/*.isolated.test.ts'];
/**
 * The other files share the modules that they import: loading them anew for each file took as long as the tests. What they log
 * would drown what they find.
 */
const SHARED = { isolate: false, env: { POWERTOOLS_LOG_LEVEL: 'SILENT' } } as const;

/**
 * `unit`, `heavy` and `contract` need Node and the model of the local OCR; `infra` synthesises the CDK app; `flow` starts a local cloud and
 * deploys to it, so its files run one after the other; `lists` and `browser` do so with
 * clouds of their own, so that the three can run side by side.
 */
export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          exclude: [...ISOLATED, ...HEAVY],
          globalSetup: TEMP_FOLDER,
          ...SHARED,
          ...PATIENT,
        },
      },
      { test: { name: 'heavy', include: HEAVY, globalSetup: TEMP_FOLDER, ...SHARED, ...PATIENT } },
      { test: { name: 'isolated', include: ISOLATED, globalSetup: TEMP_FOLDER, ...PATIENT } },
      {
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          globalSetup: TEMP_FOLDER,
          ...SHARED,
          ...PATIENT,
        },
      },
      { test: { name: 'infra', include: ['test/infra/**/*.test.ts'], globalSetup: TEMP_FOLDER, ...PATIENT } },
      {
        test: {
          name: 'flow',
          include: ['test/flow/**/*.test.ts'],
          exclude: LISTS,
          globalSetup: [TEMP_FOLDER, 'test/flow/global-setup.ts'],
          fileParallelism: false,
          ...PATIENT,
        },
      },
      {
        test: {
          name: 'lists',
          include: LISTS,
          globalSetup: [TEMP_FOLDER, 'test/flow/global-setup-of-lists.ts'],
          fileParallelism: false,
          ...PATIENT,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: PAGES,
          globalSetup: ['test/browser/global-setup.ts'],
          fileParallelism: false,
          ...PATIENT,
        },
      },
      {
        test: {
          name: 'pages',
          include: PAGES,
          globalSetup: ['test/browser/global-setup.ts'],
          fileParallelism: false,
          ...PATIENT,
        },
      },
    ],
  },
});
