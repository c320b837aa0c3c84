import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../../local/demo/demo-staff.ts';

export type Language = 'fr' | 'ar';

/** Less than a test may take; far more than any page takes on an idle machine. */
const PATIENCE_MILLISECONDS = 120_000;

/** A headless Chromium that asks nothing of the network but the local cloud. */
export function startBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A browser of a person's own: nobody else's cookies, the person's language. */
export async function newPerson(
  browser: Browser,
  baseURL: string,
  options: { readonly language?: Language; readonly isPhone?: boolean } = {},
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const { language = 'fr', isPhone = false } = options;
  const context = await browser.newContext({
    baseURL,
    locale: language === 'fr' ? 'fr-MA' : 'ar-MA',
    timezoneId: 'Africa/Casablanca',
    viewport: isPhone ? { width: 390, height: 844 } : { width: 1366, height: 900 },
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MILLISECONDS);
  // The next claim may be another test's.
  await context.addInitScript(() => {
    if (localStorage.getItem('milaf.goesOn') === null) localStorage.setItem('milaf.goesOn', 'off');
  });
  const page = await context.newPage();
  return { context, page };
}

/**
 * Signs a demonstration account in by the API, from a page: the form has a test of its own, and only the browser knows where
 * `*.localhost` is.
 */
export async function signInStaff(page: Page, userName: string): Promise<void> {
  await page.goto('/sign-in');
  const status = await page.evaluate(
    async (account) => {
      const response = await fetch('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-milaf': '1' },
        body: JSON.stringify(account),
      });
      return response.status;
    },
    { userName, password: DEMO_PASSWORD },
  );
  if (status !== 200) throw new Error(`${userName} cannot sign in: ${status}`);
}
