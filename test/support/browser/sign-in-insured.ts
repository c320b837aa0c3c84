import type { BrowserContext, Page } from 'playwright-core';
import type { CloudVariables } from '../../../local/cloud/start-local-cloud.ts';
import { receivedSms } from '../../../local/cloud/received-sms.ts';
import { until } from '../flow/wait.ts';

/** An insured person signs in with their number and the code that their phone gets, in the language of the page. */
export async function signInInsured(
  page: Page,
  variables: CloudVariables,
  { registrationNumber, phone }: { readonly registrationNumber: string; readonly phone: string },
): Promise<void> {
  const before = (await receivedSms(variables, phone)).length;
  await page.goto('/portal');
  await page.locator('input[autocomplete=username]').fill(registrationNumber);
  await page.keyboard.press('Enter');
  const code = page.locator('input[autocomplete=one-time-code]');
  await code.waitFor();
  const text = await until('the code has come', async () => (await receivedSms(variables, phone))[before]);
  await code.fill(/\d{6}/.exec(text)?.[0] ?? '');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/portal');
}

/** The same person in another browser, as if they had signed in there too. */
export async function isSignedInToo(there: BrowserContext, signedIn: BrowserContext): Promise<void> {
  await there.addCookies(await signedIn.cookies());
  await there.addInitScript(() => localStorage.setItem('milaf.portal', 'signed-in'));
}
