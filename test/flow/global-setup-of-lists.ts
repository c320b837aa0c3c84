import type { TestProject } from 'vitest/node';
import { startTestCloud } from '../support/flow/start-test-cloud.ts';

export default (project: TestProject): Promise<() => Promise<void>> => startTestCloud(project, 'lists');
