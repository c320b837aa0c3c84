import type { Page } from 'playwright-core';

/** Goes to a page by its address, and waits until it has what it shows. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('body:not(:has(.loading)) h1').first().waitFor();
}
