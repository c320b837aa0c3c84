import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { faultsOf } from '../support/browser/accessibility.ts';
import { sendDoubtfulClaim, type DoubtfulClaim } from '../support/browser/doubtful-claim.ts';
import { newInsured } from '../support/browser/new-insured.ts';
import { newPerson, signInStaff, type Language } from '../support/browser/pages.ts';
import { isSignedInToo, signInInsured } from '../support/browser/sign-in-insured.ts';
import { siteVisitors, sitePages, type SitePage } from '../support/browser/site-pages.ts';
import { visit } from '../support/browser/visit.ts';
import { putWaitingPayment } from '../support/browser/waiting-payment.ts';
import { openWorld, type BrowserWorld } from '../support/browser/world.ts';
import { until } from '../support/flow/wait.ts';

const languages = ['fr', 'ar'] as const satisfies readonly Language[];

describe('the pages', () => {
  let world: BrowserWorld;
  let insured: Awaited<ReturnType<typeof newInsured>>;
  let claim: DoubtfulClaim;
  let waitingPayment: string;

  beforeAll(async () => {
    world = await openWorld();
    insured = await newInsured(world.client);
    claim = await sendDoubtfulClaim(world.client, insured);
    waitingPayment = await putWaitingPayment(world.client, 'disputed', insured.registrationNumber);
  });

  afterAll(() => world.browser.close());

  describe('for people who hear or see them otherwise', () => {
    const contexts = new Map<Language, BrowserContext>();

    beforeAll(async () => {
      for (const language of languages) {
        const { context, page } = await newPerson(world.browser, world.address, { language });
        contexts.set(language, context);
        // A code by SMS once: the other language is the same person on another device.
        const [known] = contexts.values();
        if (known === context) await signInInsured(page, inject('cloudVariables'), insured);
        else await isSignedInToo(context, known!);
        await page.close();
      }
    });

    /** Dialogs of the page that everybody meets, each opened and closed. */
    const dialogs: Readonly<Record<string, readonly string[]>> = {
      review: ['F1', 'Alt+KeyH', 'Alt+KeyR', 'Alt+KeyD', 'Control+Enter', 'Alt+KeyO'],
    };

    const check = async (
      page: Page,
      { name, address }: SitePage,
      language: Language,
    ): Promise<readonly string[]> => {
      await visit(page, address({ ...thingsOf(claim), waitingPayment }));
      const faults = (await faultsOf(page)).map((fault) => `${name}: ${fault}`);
      // Dialogs are made of the same parts in both languages.
      const keysOfDialogs = language === 'fr' ? (dialogs[name] ?? []) : [];
      if (keysOfDialogs.length === 0) return faults;
      await page
        .getByRole('button', { name: /^Prendre/ })
        .or(page.locator('#submit-review'))
        .first()
        .click();
      await page.keyboard.press('Escape');
      for (const keys of keysOfDialogs) {
        await page.keyboard.press(keys);
        const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
        await dialog.waitFor();
        faults.push(...(await faultsOf(page)).map((fault) => `${name}, ${keys}: ${fault}`));
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
      }
      await page.keyboard.press('Alt+KeyL');
      await page.waitForURL('**/console/queue');
      return faults;
    };

    it.each(siteVisitors.flatMap((visitor) => languages.map((language) => ({ visitor, language }))))(
      'have nothing serious for axe to find: $visitor in $language',
      async ({ visitor, language }) => {
        const page = await contexts.get(language)!.newPage();
        if (visitor !== 'insured' && visitor !== 'anyone') await signInStaff(page, visitor);
        const found: string[] = [];
        for (const sitePage of sitePages.filter((candidate) => candidate.visitor === visitor))
          found.push(...(await check(page, sitePage, language)));
        expect(found).toEqual([]);
        await page.close();
      },
    );
  });

  describe('for a reviewer without a mouse', () => {
    const claimNow = () => world.client.claims.find(claim.claimId);

    const focused = (page: Page) => page.locator('.field-row.active input').first();

    /** Opens the review and takes it: the button to take has the focus already. */
    const take = async (language: Language): Promise<Page> => {
      const { page } = await newPerson(world.browser, world.address, { language });
      await signInStaff(page, 'reviewer-2');
      await visit(page, `/console/reviews/${claim.claimId}`);
      await page.locator('button:focus').waitFor();
      await page.keyboard.press('Enter');
      await focused(page).waitFor();
      return page;
    };

    it('takes, corrects, confirms and gives back from left to right', async () => {
      const page = await take('fr');
      expect(await page.getAttribute('html', 'dir')).toBe('ltr');
      expect(await focused(page).inputValue()).toBe(claim.misreadNumber);
      await page.keyboard.type(insured.registrationNumber);
      await page.keyboard.press('Enter');
      // All that was doubtful is looked at: what ends the work has the focus.
      await page.locator('#submit-review:focus').waitFor();
      await page.keyboard.press('Alt+KeyL');
      await page.waitForURL('**/console/queue');
      await page.context().close();
    });

    it('takes, confirms and submits from right to left, and the claim is decided', async () => {
      const page = await take('ar');
      expect(await page.getAttribute('html', 'dir')).toBe('rtl');
      const first = await focused(page).inputValue();
      expect(first).toBe(insured.registrationNumber);
      // Corrected by hand before: a person's word stands for it, and is read out with it; its place is framed on the scan.
      const described = await focused(page).getAttribute('aria-describedby');
      expect(await page.locator(`[id="${described}"]`).innerText()).toBe('قرأه شخص');
      await page.locator('.scan-box').waitFor();
      await page.keyboard.press('ArrowDown');
      const second = await focused(page).inputValue();
      expect(second).not.toBe(first);
      await page.keyboard.type(second);
      await page.keyboard.press('Enter');
      await page.locator('.field-row.confirmed').first().waitFor();
      await page.keyboard.press('Control+Enter');
      await page.getByRole('alertdialog').waitFor();
      await page.keyboard.press('Control+Enter');
      await page.waitForURL('**/console/queue');
      const decided = await until('the claim is decided', async () => {
        const now = await claimNow();
        return now?.state === 'APPROVED' ? now : undefined;
      });
      expect(decided.billedCentimes).toBe(250_00);
      await page.context().close();
    });
  });
});

const thingsOf = ({ claimId, fileId }: DoubtfulClaim) => ({
  reviewed: claimId,
  claimId,
  receipt: fileId,
  ownClaimId: claimId,
});
