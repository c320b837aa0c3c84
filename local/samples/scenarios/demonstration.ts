import type { RegistryRecord } from '../../../contexts/registry/records/registry-records.ts';
import { damaged } from '../files/damage.ts';
import { renderScan, type RenderedScan } from '../render-scan.ts';
import { householdRecords } from './household.ts';
import { medicineCases } from './medicine-cases.ts';
import { renderMedicineForm } from './medicine-form.ts';
import { MEDICINE_PEOPLE, naimaWithChild } from './medicine-people.ts';
import { oddFiles } from './odd-files.ts';
import { paymentCases } from './payment-cases.ts';
import { fatimaWithChild, PEOPLE } from './people.ts';
import { PROVIDERS } from './providers.ts';
import type { Scenario } from './scenario.ts';
import { simpleApprovals } from './simple-approvals.ts';
import { thirdPartyPayment, thirdPartyRecords } from './third-party-payment.ts';
import { unpaidScenarios } from './unpaid-scenarios.ts';

export interface RenderedScenario {
  readonly scenario: Scenario;
  readonly sample: RenderedScan;
}

/**
 * The files of the demonstration and how each must end. All days are counted from `today` (ISO date), so it works on any
 * day; a file whose `after` is not empty is sent when those have ended.
 */
export function demoScenarios(today: string): readonly Scenario[] {
  return [
    ...simpleApprovals(today),
    ...medicineCases(today),
    ...oddFiles(today),
    ...paymentCases(today),
    ...thirdPartyPayment(today),
    ...unpaidScenarios(today),
  ];
}

/** What the registry must know for it: people, cover, contributions, accounts and providers, as of `today` (ISO date). */
export function demoRegistry(today: string): readonly RegistryRecord[] {
  const households = Object.values({
    ...PEOPLE,
    fatima: fatimaWithChild(today),
    ...MEDICINE_PEOPLE,
    naima: naimaWithChild(today),
  });
  return [
    ...Object.values(PROVIDERS),
    ...households.flatMap((household) => householdRecords(household, today)),
    ...thirdPartyRecords(today),
  ];
}

/**
 * Makes the files of scenarios, one after the other.
 * @throws Error when a copy names a scenario that does not come before it
 */
export async function renderScenarios(scenarios: readonly Scenario[]): Promise<readonly RenderedScenario[]> {
  const rendered: RenderedScenario[] = [];
  for (const scenario of scenarios)
    rendered.push({ scenario, sample: await renderSample(scenario, rendered) });
  return rendered;
}

async function renderSample(
  { id, source }: Scenario,
  earlier: readonly RenderedScenario[],
): Promise<RenderedScan> {
  switch (source.kind) {
    case 'scan':
      return renderScan(source.scan);
    case 'medicine-form':
      return renderMedicineForm(source.form);
    case 'copy': {
      const original = earlier.find(({ scenario }) => scenario.id === source.of)?.sample;
      if (original === undefined)
        throw new Error(`Scenario ${id} copies ${source.of}, which does not come before it`);
      return { ...original, fileName: `${id}.${original.fileName.split('.').at(-1) ?? ''}` };
    }
    case 'text':
      return {
        fileName: source.fileName,
        bytes: new TextEncoder().encode(source.text),
        contentType: 'image/jpeg',
        truths: [],
        recognisedPages: [],
      };
    case 'damaged': {
      const scan = await renderScan(source.scan);
      // Nobody can read it, so there is nothing to be recognised.
      return { ...scan, bytes: await damaged(scan.bytes, source.damage), truths: [], recognisedPages: [] };
    }
  }
}
