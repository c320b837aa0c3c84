import { inject } from 'vitest';
import type { MilafClient } from '../../../adapters/milaf-client.ts';
import { addDemoStaff } from '../../../local/demo/demo-staff.ts';
import { demoRegistry } from '../../../local/samples/scenarios/demonstration.ts';
import { connectToTestCloud, load, TODAY } from '../flow/cloud.ts';
import { startBrowser } from './pages.ts';
import type { Browser } from 'playwright-core';

export interface BrowserWorld {
  readonly client: MilafClient;
  readonly browser: Browser;
  /** Where console and portal are. */
  readonly address: string;
}

/** The people and accounts of the demonstration on the local cloud, and a browser beside it. */
export async function openWorld(): Promise<BrowserWorld> {
  const client = await connectToTestCloud();
  await load(client, demoRegistry(TODAY));
  await addDemoStaff(client);
  const browser = await startBrowser(inject('chromium'));
  return { client, browser, address: client.outputs.get('WebAddress') ?? '' };
}
