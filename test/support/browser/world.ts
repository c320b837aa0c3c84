import { inject } from 'vitest';
import type { MilafClient } from '../../../contexts/operations/aws/milaf-client.ts';
import { connectToTestCloud } from '../flow/cloud.ts';
import { startBrowser } from './pages.ts';
import type { Browser } from 'playwright-core';

export interface BrowserWorld {
  readonly client: MilafClient;
  readonly browser: Browser;
  /** Where console and portal are. */
  readonly address: string;
}

/** The local cloud, where the people and accounts of the demonstration are, and a browser beside it. */
export async function openWorld(): Promise<BrowserWorld> {
  const client = await connectToTestCloud();
  const browser = await startBrowser(inject('chromium'));
  return { client, browser, address: client.outputs.get('WebAddress') ?? '' };
}
