import type { Browser } from 'playwright-core';

/** A weak phone on a slow 3G network, as WebPageTest has it. */
const BITS_PER_SECOND = 400_000;
const LATENCY_MILLISECONDS = 400;
const SLOWER_PROCESSOR = 4;
const PHONE = { width: 390, height: 844 };
const PATIENCE_MILLISECONDS = 60_000;

export interface PageToLoad {
  readonly path: string;
  /** What somebody needs to see to go on. */
  readonly usableBy: string;
}

export interface FirstLoad {
  readonly usableMilliseconds: number;
  /** Until it is usable. */
  readonly kilobytes: number;
  readonly requests: number;
}

/** Loads a page for the first time, with nothing kept, and says when it can be used. */
export async function measureFirstLoad(
  browser: Browser,
  address: string,
  { path, usableBy, locale }: PageToLoad & { readonly locale: string },
): Promise<FirstLoad> {
  const context = await browser.newContext({ locale, viewport: PHONE, ignoreHTTPSErrors: true });
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await protocol.send('Network.enable');
  await protocol.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MILLISECONDS,
    downloadThroughput: BITS_PER_SECOND / 8,
    uploadThroughput: BITS_PER_SECOND / 8,
  });
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_PROCESSOR });
  let bytes = 0;
  let requests = 0;
  protocol.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  const start = performance.now();
  await page.goto(`${address}${path}`, { waitUntil: 'commit', timeout: PATIENCE_MILLISECONDS });
  await page.locator(usableBy).first().waitFor({ timeout: PATIENCE_MILLISECONDS });
  const usableMilliseconds = performance.now() - start;
  const measured = { usableMilliseconds, kilobytes: bytes / 1000, requests };
  await context.close();
  return measured;
}
