import { mkdir } from 'node:fs/promises';
import { Command } from 'commander';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import * as z from 'zod';
import { connectToStage } from '../../contexts/operations/aws/milaf-client.ts';
import { inWorkFolder } from '../../local/cloud/folders.ts';
import { readCloudVariables, type CloudVariables } from '../../local/cloud/start-local-cloud.ts';
import { fatimaWithChild } from '../../local/samples/scenarios/people.ts';
import { callApi } from '../support/browser/call-api.ts';
import { findChromium } from '../support/browser/chromium.ts';
import { newPerson, signInStaff, startBrowser, type Language } from '../support/browser/pages.ts';
import { isSignedInToo, signInInsured } from '../support/browser/sign-in-insured.ts';
import { sitePages, siteVisitors, type SitePage, type SiteThings } from '../support/browser/site-pages.ts';
import { putWaitingPayment } from '../support/browser/waiting-payment.ts';
import { visit } from '../support/browser/visit.ts';

const FOLDER = inWorkFolder('screenshots');
const languages = ['fr', 'ar'] as const satisfies readonly Language[];

/** Pictures and charts come after the words. */
const SETTLE_MILLISECONDS = 800;

const PHONE = { width: 390, height: 844 };

const listed = z.object({ items: z.array(z.object({ claimId: z.string() })) });
const found = z.object({ claims: z.array(z.object({ claimId: z.string() })) });

const { address } = new Command()
  .name('screenshots')
  .description('Pictures of every page in both languages, of the running local cloud (npm start)')
  .option('--address <url>', 'of the pages, when they are served from elsewhere')
  .parse()
  .opts<{ address?: string }>();

const variables = cloudVariables();
Object.assign(process.env, variables);
const { outputs } = await connectToStage('local');
const base = address ?? outputs.get('WebAddress') ?? '';
const insured = fatimaWithChild(new Date().toISOString().slice(0, 10));
const browser = await startBrowser(await findChromium());
await mkdir(FOLDER, { recursive: true });
try {
  const things = await findThings(browser, base);
  const first = await takeAll(things, 'fr');
  await takeAll(things, 'ar', first);
} finally {
  await browser.close();
}
console.log(`Pictures of ${sitePages.length} pages in ${languages.length} languages are in ${FOLDER}`);

/** The cloud that `npm start` keeps up, or the one that the environment names. */
function cloudVariables(): CloudVariables {
  const { AWS_ENDPOINT_URL } = process.env;
  return AWS_ENDPOINT_URL === undefined
    ? readCloudVariables()
    : { ...readCloudVariables(), AWS_ENDPOINT_URL };
}

/**
 * Takes every page in a language.
 * @param known a browser in which the insured person has signed in: codes by SMS are few an hour
 */
async function takeAll(
  things: SiteThings,
  language: Language,
  known?: BrowserContext,
): Promise<BrowserContext> {
  const desk = await newPerson(browser, base, { language });
  const phone = await newPerson(browser, base, { language, isPhone: true });
  if (known !== undefined) await isSignedInToo(phone.context, known);
  for (const visitor of siteVisitors) {
    const { page } = visitor === 'insured' || visitor === 'anyone' ? phone : desk;
    if (visitor === 'insured' && known === undefined)
      await signInInsured(page, variables, { ...insured, phone: insured.phone ?? '' });
    if (visitor !== 'insured' && visitor !== 'anyone') await signInStaff(page, visitor);
    for (const sitePage of sitePages.filter((candidate) => candidate.visitor === visitor)) {
      await visit(page, sitePage.address(things));
      await page.waitForTimeout(SETTLE_MILLISECONDS);
      if (page === phone.page) await showWhole(page);
      await page.screenshot({ path: `${FOLDER}/${fileName(sitePage, language)}`, fullPage: true });
    }
  }
  return phone.context;
}

function fileName({ name }: SitePage, language: Language): string {
  return `${name}-${language}.png`;
}

/** Makes a phone as long as its page: what stands at the bottom of the screen would lie across the middle of the picture. */
async function showWhole(page: Page): Promise<void> {
  await page.setViewportSize(PHONE);
  const whole = await page.locator('#root').boundingBox();
  await page.setViewportSize({ ...PHONE, height: Math.max(PHONE.height, Math.ceil(whole?.height ?? 0)) });
}

/** Something for each page that is about one thing: what the running cloud has of it. */
async function findThings(browser: Browser, baseURL: string): Promise<SiteThings> {
  const { page, context } = await newPerson(browser, baseURL);
  await signInStaff(page, 'supervisor-1');
  const { items } = listed.parse((await callApi(page, 'GET', '/api/console/queue')).body);
  const { claims } = found.parse(
    (
      await callApi(page, 'POST', '/api/console/claims/search', {
        by: 'insured',
        registrationNumber: insured.registrationNumber,
      })
    ).body,
  );
  await context.close();
  const [reviewed] = items;
  const [own] = claims;
  if (reviewed === undefined || own === undefined)
    throw new Error('There are no claims to be shown: wait until `npm start` has sent its samples.');
  return {
    reviewed: reviewed.claimId,
    claimId: own.claimId,
    receipt: own.claimId.replace(/-\d+$/, ''),
    ownClaimId: own.claimId,
    waitingPayment: await putWaitingPayment(
      await connectToStage('local'),
      'disputed',
      insured.registrationNumber,
    ),
  };
}
