import { beforeAll, describe, expect, it } from 'vitest';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { loadSampleMedicines } from '../../local/demo/demo-medicines.ts';
import { deviationsOf } from '../../local/demo/deviations.ts';
import { demoRegistry, demoScenarios, renderScenarios } from '../../local/samples/scenarios/demonstration.ts';
import { connectToTestCloud, load, submit, TODAY } from '../support/flow/cloud.ts';
import { settled } from '../support/flow/wait.ts';

const scenarios = demoScenarios(TODAY);

describe('every sample ends as it should', () => {
  let client: MilafClient;
  const receipts = new Map<string, string>();

  beforeAll(async () => {
    client = await connectToTestCloud();
    await load(client, demoRegistry(TODAY));
    await loadSampleMedicines(client);
    for (const { scenario, sample } of await renderScenarios(scenarios)) {
      for (const earlier of scenario.after) await settled(client, receipts.get(earlier) ?? '');
      const { channelId: channel, submissionDate } = scenario;
      receipts.set(scenario.id, await submit(client, sample, { channel, submissionDate }));
    }
  });

  it.each(scenarios.map((scenario) => [scenario.id, scenario.title, scenario] as const))(
    '%s: %s',
    async (id, _title, scenario) => {
      const progress = await settled(client, receipts.get(id) ?? '');

      expect(deviationsOf(scenario, progress)).toEqual([]);
    },
  );
});
