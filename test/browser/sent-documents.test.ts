import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { formatReceipt } from '../../contexts/shared/identifiers/receipt-number.ts';
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

describe('a document that is asked for', () => {
  const household = somebodyNew({ language: 'fr' });
  /** Asked at the agency. */
  const visitor = somebodyNew({ language: 'fr' });
  let world: BrowserWorld;
  let claimId = '';
  let visitorsId = '';

  beforeAll(async () => {
    world = await openWorld();
    const send = async (person: typeof household): Promise<string> => {
      await load(world.client, householdRecords(person, TODAY));
      const acts = [act(TODAY, 9, 'CS', 1, 300_00)];
      const form = {
        household: person,
        provider: PROVIDERS.gynaecologist,
        acts,
        signedOn: daysBefore(TODAY, 9),
      };
      return `${await sendForm(world.client, form, { readInpe: UNKNOWN_INPE })}-1`;
    };
    claimId = await send(household);
    visitorsId = await send(visitor);
    await Promise.all([claimId, visitorsId].map((id) => isReferred(world.client, id)));
  });

  afterAll(() => world.browser.close());

  /** A reviewer asks for documents; by SMS where nothing else is said. */
  async function askFor(id: string, ...documents: string[]): Promise<Page> {
    const { page } = await newPerson(world.browser, world.address);
    await signInStaff(page, 'reviewer-1');
    await page.goto(`/console/reviews/${id}`);
    await page.getByRole('button', { name: 'Prendre' }).click();
    await page.getByRole('button', { name: /^Rendre/ }).waitFor();
    await page
      .getByRole('button', { name: /^Demander un document/ })
      .first()
      .click();
    const dialog = page.getByRole('alertdialog');
    for (const document of documents) await dialog.getByText(document, { exact: true }).click();
    await dialog.getByRole('button', { name: /^Demander/ }).click();
    await page.getByText('Le document est demandé').waitFor();
    return page;
  }

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
    const page = await askFor(claimId, 'Ordonnance', 'Facture');
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
    // The line of care says so all the time; the claim, once all has come and is put beside it.
    await insured.page.locator('.notice-title').getByText('En cours d’étude').waitFor();
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

  it('is a task of the agency’s clerk, with a sheet for the insured, until it came', async () => {
    const reviewer = await askFor(visitorsId, 'L’agence ou le point de dépôt', 'Facture');
    await reviewer.context().close();
    const { page } = await newPerson(world.browser, world.address);
    await signInStaff(page, 'clerk-rabat');
    await page.goto('/console/documents');
    const receipt = formatReceipt(visitorsId.slice(0, -2));
    const task = page.locator('.document-task').filter({ hasText: receipt });
    await task.getByText('Facture').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    // The window of the printer stays open as long as the test wants.
    await page.evaluate('window.print = () => undefined');
    await task.getByRole('button', { name: /^Imprimer la fiche/ }).click();
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('.slip-sheet');
    await sheet.getByText('Documents à apporter').waitFor();
    await sheet.getByText('وثائق يجب إحضارها').waitFor();
    expect(await sheet.textContent()).not.toContain(visitor.family);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await task.getByRole('button', { name: /^Reçu/ }).click();
    await page.getByText('le dossier repart chez un gestionnaire').waitFor();
    await task.waitFor({ state: 'detached' });
    await page.context().close();
  });
});
