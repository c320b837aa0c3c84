import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { act } from '../../local/samples/scenarios/care-form-fields.ts';
import { daysBefore } from '../../local/samples/scenarios/calendar.ts';
import { householdRecords } from '../../local/samples/scenarios/household.ts';
import { PROVIDERS } from '../../local/samples/scenarios/providers.ts';
import { faultsOf } from '../support/browser/accessibility.ts';
import { somebodyNew } from '../support/browser/insured.ts';
import { newPerson, signInStaff, type Language } from '../support/browser/pages.ts';
import { sendForm } from '../support/browser/send-form.ts';
import { visit } from '../support/browser/visit.ts';
import { openWorld, type BrowserWorld } from '../support/browser/world.ts';
import { load, TODAY } from '../support/flow/cloud.ts';
import { until } from '../support/flow/wait.ts';

const WORDS = {
  fr: ['Premier paiement : 105,00 DH', 'Déjà payée'],
  ar: ['الأداء الأول: 105,00 درهم', 'مؤدى'],
} as const satisfies Record<Language, readonly string[]>;
/** Of the invented medicines. */
const BOX = { name: 'FLUVOPRAZ 20 MG', typed: 'fluvop' };

describe('a claim of which a line was paid', () => {
  const household = somebodyNew({ language: 'fr' });
  let world: BrowserWorld;
  let claimId = '';

  beforeAll(async () => {
    world = await openWorld();
    await load(world.client, householdRecords(household, TODAY));
    // A surgeon's act without a tariff, beside a consultation.
    const acts = [act(TODAY, 9, 'CS', 1, 250_00), act(TODAY, 8, 'K', 16, 352_00)];
    const form = { household, provider: PROVIDERS.surgeon, acts, signedOn: daysBefore(TODAY, 8) };
    claimId = `${await sendForm(world.client, form)}-1`;
    await until('the certain line is paid', async () =>
      (await world.client.claims.find(claimId))?.state === 'PARTLY_REFERRED' ? true : undefined,
    );
  });

  afterAll(() => world.browser.close());

  async function opened(language: Language): Promise<Page> {
    const { page } = await newPerson(world.browser, world.address, { language });
    await signInStaff(page, 'reviewer-1');
    await visit(page, `/console/reviews/${claimId}`);
    return page;
  }

  it('says in review what was paid and which line it was for, in both languages', async () => {
    for (const language of ['fr', 'ar'] as const) {
      const page = await opened(language);
      for (const words of WORDS[language]) await page.getByText(words).first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.context().close();
    }
  });

  it('lets no one change that line, and lets a missed box be added and found by its name', async () => {
    const page = await opened('fr');
    await page.getByRole('button', { name: 'Prendre' }).click();
    await page.getByRole('button', { name: /^Rendre/ }).waitFor();
    const removeLine = (number: number) => page.getByRole('button', { name: `Supprimer la ligne ${number}` });
    await removeLine(2).waitFor();
    expect(await removeLine(1).count()).toBe(0);
    const inputOf = (key: string) => page.locator(`[id="field-${key}"] input`);
    expect(await inputOf('billedCentimes@0').isEditable()).toBe(false);
    expect(await inputOf('billedCentimes@1').isEditable()).toBe(true);

    await page.keyboard.press('Alt+KeyB');
    const code = inputOf('medicineCode@2');
    await code.and(page.locator(':focus')).waitFor();
    await page.keyboard.type(BOX.typed);
    await page
      .getByRole('button', { name: new RegExp(BOX.name) })
      .first()
      .waitFor();
    await page.keyboard.press('Alt+Digit1');
    await until('the code is there', async () =>
      (await code.inputValue()).length === 13 ? true : undefined,
    );
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  });
});
