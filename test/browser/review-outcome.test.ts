import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, type FormInput } from '../../local/samples/scenarios/care-form-fields.ts';
import { daysBefore } from '../../local/samples/scenarios/calendar.ts';
import { householdRecords } from '../../local/samples/scenarios/household.ts';
import { PROVIDERS } from '../../local/samples/scenarios/providers.ts';
import { smsWith, somebodyNew } from '../support/browser/insured.ts';
import { newPerson, signInStaff } from '../support/browser/pages.ts';
import { isReferred, sendForm } from '../support/browser/send-form.ts';
import { openWorld, type BrowserWorld } from '../support/browser/world.ts';
import { load, TODAY } from '../support/flow/cloud.ts';
import { until } from '../support/flow/wait.ts';

const provider = PROVIDERS.gynaecologist;
/** A number that no professional has. */
const UNKNOWN_INPE = '161027000';

const formOf = (): FormInput => ({
  household: somebodyNew({ language: 'fr' }),
  provider,
  acts: [act(TODAY, 9, 'CS', 1, 300_00)],
  signedOn: daysBefore(TODAY, 9),
});

describe('what becomes of a claim under review', () => {
  let world: BrowserWorld;
  const forms = [formOf(), formOf()];
  const ids: string[] = [];
  const claim = async (place: number) => (await world.client.claims.find(ids[place] ?? ''))!;

  beforeAll(async () => {
    world = await openWorld();
    await load(
      world.client,
      forms.flatMap(({ household }) => householdRecords(household, TODAY)),
    );
    for (const form of forms) ids.push(`${await sendForm(world.client, form, { readInpe: UNKNOWN_INPE })}-1`);
    await Promise.all(ids.map((claimId) => isReferred(world.client, claimId)));
  });

  afterAll(() => world.browser.close());

  it('is seen before, follows each change, and is taken back before anything is sent', async () => {
    const { page, context } = await newPerson(world.browser, world.address);
    await signInStaff(page, 'reviewer-1');
    await page.goto(`/console/reviews/${ids[0] ?? ''}`);
    await page.getByRole('button', { name: 'Prendre' }).click();
    const outcome = page.getByRole('region', { name: 'Si vous validez' });
    await outcome.getByText('renvoyé à une personne').waitFor();

    // What is on file around it is one key away, and stays open.
    await page.keyboard.press('Alt+k');
    const around = page.getByRole('region', { name: 'Autour du dossier' });
    await around.getByText(forms[0]!.household.registrationNumber).waitFor();
    await around.getByRole('columnheader', { name: 'Tarif' }).waitFor();

    // The stop names its field, and leads to it.
    await outcome.getByRole('button', { name: 'INPE' }).click();
    const inpe = page.locator('#field-inpe input');
    expect(await page.locator('#field-inpe input:focus').count()).toBe(1);

    // That nobody looked is not that there is nothing.
    await inpe.fill('');
    await page.keyboard.press('Enter');
    await page.getByText('F4 si la feuille n’en a pas').waitFor();
    await outcome.getByText('renvoyé à une personne').waitFor();
    await page.keyboard.press('F4');
    await outcome.getByText('Si vous validez : incomplet').waitFor();
    await inpe.fill(provider.inpe);
    await page.keyboard.press('Enter');
    await outcome.getByText('Si vous validez : accepté').waitFor();
    const shown = await outcome.locator('blockquote').textContent();
    expect(shown).toContain('est accepté');

    await page.keyboard.press('Control+Enter');
    await page.getByRole('alertdialog').locator('blockquote').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Reprendre' }).click();
    await page.getByText('Le dossier est de nouveau à vous').waitFor();
    await page.getByRole('button', { name: /^Rendre/ }).waitFor();
    expect((await claim(0)).state).toBe('REFERRED');

    await page.keyboard.press('Control+Enter');
    await page.getByRole('alertdialog').locator('blockquote').waitFor();
    await page.keyboard.press('Control+Enter');
    await until('the claim is approved', async () =>
      (await claim(0)).state === 'APPROVED' ? true : undefined,
    );
    const [form] = forms;
    expect(await smsWith(form!.household, /est accepté/)).toBe(shown);
    await context.close();
  });

  it('is followed by the next claim of the queue where the reviewer wants it so', async () => {
    const { page, context } = await newPerson(world.browser, world.address);
    await signInStaff(page, 'reviewer-2');
    await page.goto('/console/queue');
    await page.getByText('Ouvrir le dossier suivant').click();
    await page.goto(`/console/reviews/${ids[1] ?? ''}`);
    await page.getByRole('button', { name: 'Prendre' }).click();
    await page.keyboard.press('Alt+k');
    await page.getByRole('button', { name: /^Rejeter/ }).click();
    await page.getByText('La signature ou le cachet manque').click();
    await page.getByRole('alertdialog').locator('blockquote').getByText('pas été accepté').waitFor();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Rejeter/ })
      .click();
    await page.getByText('l’assuré recevra le SMS').waitFor();
    // Another one that is free, or the queue where there is none.
    await page.waitForURL((url) => !url.pathname.endsWith(ids[1] ?? ''));
    expect(new URL(page.url()).pathname).toMatch(/^\/console\/(queue$|reviews\/)/);
    await context.close();
  });

  it('is opened again with a reason where it was rejected, by a supervisor and for somebody else', async () => {
    await until('the claim is rejected', async () =>
      (await claim(1)).state === 'REJECTED' ? true : undefined,
    );
    const { page, context } = await newPerson(world.browser, world.address);
    await signInStaff(page, 'supervisor-1');
    await page.goto(`/console/claims/${ids[1] ?? ''}`);
    await page.getByRole('button', { name: 'Rouvrir' }).click();
    await page.getByRole('textbox', { name: /^Pourquoi/ }).fill('Le cachet se lit sur la deuxième page');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Rouvrir' }).click();
    await page.getByText('Le dossier est rouvert').waitFor();
    expect((await claim(1)).state).toBe('REFERRED');
    await page.goto(`/console/reviews/${ids[1] ?? ''}`);
    await page.getByText('Vous avez saisi ou rouvert ce dossier').waitFor();
    expect(await page.getByRole('button', { name: /^Prendre/ }).count()).toBe(0);
    await context.close();
  });
});
