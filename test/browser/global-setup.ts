import type { TestProject } from 'vitest/node';
import { findChromium } from '../support/browser/chromium.ts';
import { startTestCloud } from '../support/flow/start-test-cloud.ts';

/** A cloud of its own: other tests kill the functions of theirs. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = await findChromium();
  project.provide('chromium', chromium);
  return startTestCloud(project, 'browser');
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser. */
    chromium: string;
  }
}
