import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { act } from '../../local/samples/scenarios/care-form-fields.ts';
import { daysBefore } from '../../local/samples/scenarios/calendar.ts';
import { householdRecords } from '../../local/samples/scenarios/household.ts';
import { PROVIDERS } from '../../local/samples/scenarios/providers.ts';
import { faultsOf } from '../support/browser/accessibility.ts';
import { signInInsured, smsWith, somebodyNew } from '../support/browser/insured.ts';
import { newPerson, signInStaff } from '../support/browser/pages.ts';
import { isReferred, sendForm } from '../support/browser/send-form.ts';
import { openWorld, type BrowserWorld } from '../support/browser/world.ts';
import { load, TODAY } from '../support/flow/cloud.ts';

/** A number that no professional has. */
const UNKNOWN_INPE = '161027000';

describe('a document that is photographed', () => {
  const household = somebodyNew({ language: 'fr' });
  let world: BrowserWorld;
  let claimId = '';

  beforeAll(async () => {
    world = await openWorld();
    await load(world.client, householdRecords(household, TODAY));
    const acts = [act(TODAY, 9, 'CS', 1, 300_00)];
    const form = { household, provider: PROVIDERS.gynaecologist, acts, signedOn: daysBefore(TODAY, 9) };
    claimId = `${await sendForm(world.client, form, { readInpe: UNKNOWN_INPE })}-1`;
    await isReferred(world.client, claimId);
  });

  afterAll(() => world.browser.close());

  async function photograph(page: Page, document: string, name: string): Promise<void> {
    const row = page.locator('.portal-wanted > li').filter({ hasText: document });
    const choosing = page.waitForEvent('filechooser');
    await row.getByRole('button', { name: /^Choisir un fichier/ }).click();
    await (
      await choosing
    ).setFiles({ name, mimeType: 'image/png', buffer: await page.screenshot({ clip: CLIP }) });
    await row.getByRole('button', { name: 'Envoyer 1 page' }).click();
  }
  const CLIP = { x: 0, y: 0, width: 100, height: 100 };

  it('is asked for by SMS, sent in the portal, and opened by the reviewer', async () => {
    const { page } = await newPerson(world.browser, world.address);
    await signInStaff(page, 'reviewer-1');
    await page.goto(`/console/reviews/${claimId}`);
    await page.getByRole('button', { name: 'Prendre' }).click();
    await page.getByRole('button', { name: /^Rendre/ }).waitFor();
    await page
      .getByRole('button', { name: /^Demander un document/ })
      .first()
      .click();
    const dialog = page.getByRole('alertdialog');
    for (const document of ['Ordonnance', 'Facture'])
      await dialog.getByText(document, { exact: true }).click();
    await dialog.getByRole('button', { name: /^Demander/ }).click();
    await page.getByText('Le document est demandé').waitFor();
    await smsWith(household, /incomplet/);

    const insured = await newPerson(world.browser, world.address, { isPhone: true });
    await signInInsured(insured.page, household);
    await insured.page.goto(`/portal/claims/${claimId}`);
    await photograph(insured.page, 'ordonnance', 'ordonnance.png');
    await insured.page.getByText('Envoyé le').waitFor();
    await insured.page.getByText('Envoyés : 1 sur 2').waitFor();
    expect(await faultsOf(insured.page)).toEqual([]);

    await page.goto(`/console/reviews/${claimId}`);
    await page.getByText('Encore attendu : Facture').waitFor();
    await photograph(insured.page, 'facture', 'facture.png');
    await insured.page.getByText('En cours d’étude').first().waitFor();
    await insured.context.close();

    await page.reload();
    await page.getByRole('button', { name: 'Prendre' }).waitFor();
    const opening = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'Ouvrir : Ordonnance' }).click();
    const document = await opening;
    await document.locator('img').waitFor();
    await document.close();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Historique' }).click();
    await page.getByText('document envoyé par le portail · Ordonnance').waitFor();
    await page.context().close();
  });
});
