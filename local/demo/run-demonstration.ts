import { Listr } from 'listr2';
import pc from 'picocolors';
import { connectToStage, type MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { progressTable } from '../../bin/view/progress-table.ts';
import { loadRegistry } from '../../contexts/registry/use-cases/load-registry.ts';
import { deployLocalStage } from '../cloud/deploy-local-stage.ts';
import { startLocalCloud, type LocalCloud } from '../cloud/start-local-cloud.ts';
import {
  demoRegistry,
  demoScenarios,
  renderScenarios,
  type RenderedScenario,
} from '../samples/scenarios/demonstration.ts';
import { untilStopped } from '../until-stopped.ts';
import { addDemoStaff } from './demo-staff.ts';
import { loadSampleMedicines } from './demo-medicines.ts';
import { deviationsOf } from './deviations.ts';
import { dayInMorocco } from '../../contexts/shared/time/morocco-time.ts';
import { nextSteps } from './next-steps.ts';
import { orderPaymentsNow } from './order-payments-now.ts';
import { lookAgain, submitInWaves } from './submit-in-waves.ts';

/** Real OCR takes some seconds a page; a machine half as fast as ours must still come through. */
const TIMEOUT_SECONDS = 900;

interface Prepared {
  cloud?: LocalCloud;
  client?: MilafClient;
  samples: readonly RenderedScenario[];
}

/**
 * Starts the cloud, deploys, loads people, sends the samples and shows what becomes of them; stays up until Ctrl-C, or with
 * `once` ends by itself. Whatever happens, nothing is left running.
 * @returns whether every sample ended as it should
 */
export async function runDemonstration({ once }: { readonly once: boolean }): Promise<boolean> {
  const prepared: Prepared = { samples: [] };
  const finished = new AbortController();
  const interrupted = untilStopped(finished.signal).then(() => 'interrupted' as const);
  try {
    const result = await Promise.race([showSamples(prepared), interrupted]);
    if (result === 'interrupted') return false;
    if (!once) {
      console.log(
        nextSteps(prepared.cloud?.endpointUrl ?? '', prepared.client?.outputs.get('WebAddress') ?? ''),
      );
      await interrupted;
    }
    return result;
  } finally {
    finished.abort();
    await prepared.cloud?.stop();
  }
}

async function showSamples(prepared: Prepared): Promise<boolean> {
  const startedAt = Date.now();
  await prepare(prepared);
  const { client, samples } = prepared;
  if (client === undefined) throw new Error('The stage was not prepared');
  const rows = await submitInWaves(client, samples, TIMEOUT_SECONDS);
  const deviations = rows.flatMap(({ scenario, followed }) => deviationsOf(scenario, followed.progress));
  const order = await orderPaymentsNow(client);
  const after = await lookAgain(client, rows);
  console.log(progressTable(after));
  console.log(order);
  for (const deviation of deviations) console.log(pc.red(`✖ ${deviation}`));
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  const verdict =
    deviations.length === 0
      ? pc.green('all as they should')
      : pc.red(`${deviations.length} not as they should`);
  console.log(`${samples.length} sample files, ${verdict}, in ${seconds} seconds.`);
  return deviations.length === 0;
}

async function prepare(prepared: Prepared): Promise<void> {
  const today = dayInMorocco(new Date());
  const scenarios = demoScenarios(today);
  const tasks = new Listr<Prepared>(
    [
      {
        title: 'Start a cloud on this machine',
        task: async (context, task) => {
          context.cloud = await startLocalCloud({ report: (message) => (task.output = message) });
          task.title = `A cloud on this machine: ${context.cloud.endpointUrl}, OCR at ${context.cloud.ocrUrl}`;
        },
      },
      {
        title: 'Deploy Milaf with the CDK, and draw the sample scans',
        task: async (context, task) => {
          if (context.cloud === undefined) return;
          const drawing = renderScenarios(scenarios);
          await deployLocalStage(context.cloud, (message) => (task.output = message));
          task.output = 'drawing the sample scans';
          context.samples = await drawing;
          task.title = `Milaf is deployed; ${context.samples.length} sample files are drawn`;
        },
      },
      {
        title: 'Load the registry, and make accounts for the console',
        task: async (context, task) => {
          Object.assign(process.env, context.cloud?.variables);
          context.client = await connectToStage('local');
          const records = demoRegistry(today).map((record) => JSON.stringify(record));
          const { loadedCount, refused } = await loadRegistry(records, context.client.registry);
          if (refused.length > 0)
            throw new Error(`The registry refused ${refused.length} of its own samples`);
          const medicines = await loadSampleMedicines(context.client);
          await addDemoStaff(context.client);
          task.title = `${loadedCount} records of synthetic people and providers and ${medicines} invented medicines are in the registry; accounts are made`;
        },
      },
    ],
    { ctx: prepared, fallbackRenderer: 'simple' },
  );
  await tasks.run();
}
