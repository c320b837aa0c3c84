import type { TestProject } from 'vitest/node';
import { connectToStage } from '../../contexts/operations/aws/milaf-client.ts';
import { loadRegistry } from '../../contexts/registry/use-cases/load-registry.ts';
import { loadSampleMedicines } from '../../local/demo/demo-medicines.ts';
import { addDemoStaff } from '../../local/demo/demo-staff.ts';
import { demoRegistry } from '../../local/samples/scenarios/demonstration.ts';
import { findChromium } from '../support/browser/chromium.ts';
import { startTestCloud } from '../support/flow/start-test-cloud.ts';
import { TODAY } from '../support/flow/today.ts';

/** A cloud of its own, with the people and accounts of the demonstration: other tests kill the functions of theirs. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromium', await findChromium());
  const cloud = await startTestCloud(project, 'browser');
  Object.assign(process.env, cloud.variables);
  const client = await connectToStage('local');
  const records = demoRegistry(TODAY).map((record) => JSON.stringify(record));
  const { refused } = await loadRegistry(records, client.registry);
  if (refused.length > 0) throw new Error('The registry refused people of the demonstration');
  await loadSampleMedicines(client);
  await addDemoStaff(client);
  return () => cloud.stop();
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser. */
    chromium: string;
  }
}
