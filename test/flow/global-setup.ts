import type { TestProject } from 'vitest/node';
import { startTestCloud } from '../support/flow/start-test-cloud.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cloud = await startTestCloud(project, 'test');
  return () => cloud.stop();
}
