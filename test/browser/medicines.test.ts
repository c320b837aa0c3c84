import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOXES, sendClaimWithBoxes } from '../support/browser/claim-with-boxes.ts';
import { faultsOf } from '../support/browser/accessibility.ts';
import { signInInsured, somebodyNew } from '../support/browser/insured.ts';
import { isSignedInToo } from '../support/browser/sign-in-insured.ts';
import { newPerson, signInStaff, type Language } from '../support/browser/pages.ts';
import { visit } from '../support/browser/visit.ts';
import { openWorld, type BrowserWorld } from '../support/browser/world.ts';
import { until } from '../support/flow/wait.ts';
import type { Page } from 'playwright-core';

const languages = ['fr', 'ar'] as const satisfies readonly Language[];

describe('a claim with medicines', () => {
  const household = somebodyNew({ language: 'fr' });
  let world: BrowserWorld;
  let claimId = '';

  beforeAll(async () => {
    world = await openWorld();
    claimId = await sendClaimWithBoxes(world.client, household);
  });

  afterAll(() => world.browser.close());

  const reviewOpened = async (language: Language): Promise<Page> => {
    const { page } = await newPerson(world.browser, world.address, { language });
    await signInStaff(page, 'reviewer-1');
    await visit(page, `/console/reviews/${claimId}`);
    return page;
  };

  it('is shown in review with names, boxes and sums, in both languages', async () => {
    for (const language of languages) {
      const page = await reviewOpened(language);
      await page.getByText(BOXES.withoutCode.name).first().waitFor();
      await page.getByText('2 × 185,40').first().waitFor();
      await page
        .getByText(/1 BOITE 30 COMPRIMES/)
        .first()
        .waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.context().close();
    }
  });

  it('has the code of a box found by name with the keyboard, and is paid line by line', async () => {
    const page = await reviewOpened('fr');
    await page.getByRole('button', { name: 'Prendre' }).click();
    const code = page.getByRole('textbox', { name: /Code du médicament · Ligne 5/ });
    await code.waitFor();
    await code.focus();
    // The name that is printed beside it is proposed, with the price of the day.
    await page.getByRole('button', { name: /FLUVOPRAZ 20 MG.*même prix/ }).waitFor();
    await page.keyboard.type('fluvop');
    // Of packs with one name the one at the price of the form comes first.
    await page.getByText('4 propositions').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Alt+Digit1');
    expect(await code.inputValue()).toBe(BOXES.withoutCode.code);
    await page.locator('#submit-review:focus').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('**/console/queue');
    const decided = await until(
      'the claim is decided',
      async () => {
        const now = await world.client.claims.history(claimId);
        return now?.claim.state === 'PARTLY_APPROVED' || now?.claim.state === 'APPROVED' ? now : undefined;
      },
      60,
    );
    const boxes = decided.decision?.lines.filter(({ kind }) => kind === 'medicine');
    expect(boxes?.map(({ paidCentimes }) => paidCentimes)).toEqual([259_56, 0, 120_68]);
    await page.context().close();
  });

  it('tells staff what each box came to, in both languages', async () => {
    for (const language of languages) {
      const { page } = await newPerson(world.browser, world.address, { language });
      await signInStaff(page, 'supervisor-1');
      await visit(page, `/console/claims/${claimId}`);
      for (const { name } of Object.values(BOXES))
        await page.getByRole('heading', { name: new RegExp(name) }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.context().close();
    }
  });

  it('tells the insured what was paid for which box and why not, in both languages', async () => {
    const { page, context } = await newPerson(world.browser, world.address, { isPhone: true });
    await signInInsured(page, household);
    const said = {
      fr: [
        'FLUVOSARTAN 160 MG',
        '2 boîtes',
        '259,56',
        'n’est pas remboursable',
        'Consultation de spécialiste',
      ],
      ar: ['FLUVOSARTAN 160 MG', 'علبتان', '259,56', 'غير قابل للتعويض', 'الأدوية'],
    };
    const inArabic = await newPerson(world.browser, world.address, { language: 'ar', isPhone: true });
    await isSignedInToo(inArabic.context, context);
    for (const [language, own] of [
      ['fr', page],
      ['ar', inArabic.page],
    ] as const) {
      await visit(own, `/portal/claims/${claimId}`);
      for (const words of said[language]) await own.getByRole('main').getByText(words).first().waitFor();
      expect(await faultsOf(own)).toEqual([]);
    }
    await context.close();
    await inArabic.context.close();
  });
});
