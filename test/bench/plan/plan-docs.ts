import { format, resolveConfig } from 'prettier';
import { stageDefaults } from '../../../lib/stages/stages.ts';
import { inRepository } from '../../../local/cloud/folders.ts';
import { listPrices } from '../cost/list-prices.ts';
import { planInputs, planValues } from './inputs.ts';
import { planChart } from './plan-chart.ts';
import { CHART, planPage, plansOf, smsTable } from './plan-page.ts';

export interface PlanDoc {
  /** Relative to the repository. */
  readonly path: string;
  readonly content: string;
}

/** The page and its chart, as they should be now. */
export async function planDocs(): Promise<readonly PlanDoc[]> {
  const parts = {
    inputs: planInputs(),
    values: planValues(),
    stage: stageDefaults.production,
    prices: listPrices(),
  };
  const path = 'docs/plan-11-million.md';
  const file = inRepository(path);
  const page = await format(planPage(parts), { ...(await resolveConfig(file)), filepath: file });
  return [
    { path, content: page },
    { path: `docs/${CHART}`, content: await planChart(plansOf(parts), smsTable(parts)) },
  ];
}
