import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newInsured } from '../support/browser/new-insured.ts';
import { newPerson, signInStaff, type Language } from '../support/browser/pages.ts';
import { visit } from '../support/browser/visit.ts';
import { putWaitingPayment } from '../support/browser/waiting-payment.ts';
import { openWorld, type BrowserWorld } from '../support/browser/world.ts';
import fr from '../../web/src/payments/fr.json' with { type: 'json' };

const RIB = '007108000779200030312071';
const REASON = 'La banque l’a écrit le 20 novembre.';

describe('payments that wait for the treasury', () => {
  let world: BrowserWorld;
  let refused: readonly string[];
  let disputed: string;

  beforeAll(async () => {
    world = await openWorld();
    const { registrationNumber } = await newInsured(world.client);
    refused = [
      await putWaitingPayment(world.client, 'refused', registrationNumber),
      await putWaitingPayment(world.client, 'refused', registrationNumber),
    ];
    disputed = await putWaitingPayment(world.client, 'disputed', registrationNumber);
  });

  afterAll(() => world.browser.close());

  const payment = async (claimId: string) => (await world.client.claims.find(claimId))?.payment;

  const releasedBy = async (claimId: string) =>
    (await world.client.claims.history(claimId))?.events.flatMap((event) =>
      event.type === 'payment.released.v1' ? [event.by] : [],
    );

  const treasurer = async (userName: string, language: Language = 'fr'): Promise<Page> => {
    const { page } = await newPerson(world.browser, world.address, { language });
    await signInStaff(page, userName);
    return page;
  };

  const faultsOf = async (page: Page): Promise<readonly string[]> => {
    const { violations } = await new AxeBuilder({ page })
      .exclude('[data-live-announcer]')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  };

  it.each(['fr', 'ar'] as const)(
    'are shown to whoever hears the pages, also where they decide (%s)',
    async (language) => {
      const page = await treasurer('treasurer-1', language);
      for (const queue of ['disputed', 'refused', 'held']) {
        await visit(page, `/console/payments?queue=${queue}`);
        expect(await faultsOf(page)).toEqual([]);
      }
      await visit(page, `/console/payments/${disputed}`);
      expect(await faultsOf(page)).toEqual([]);
      await page.locator('.payment-actions button').first().click();
      await page.getByRole('alertdialog').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.context().close();
    },
  );

  it('are settled with a reason, and leave again on the word of someone else', async () => {
    const first = await treasurer('treasurer-1');
    await visit(first, `/console/payments/${disputed}`);
    await first.getByRole('button', { name: fr.action['settle-not-paid'].name }).click();
    const dialog = first.getByRole('alertdialog');
    const confirm = dialog.getByRole('button', { name: fr.action['settle-not-paid'].yes });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill(REASON);
    await confirm.click();
    await first.getByText(fr.whyNot.OTHER_PERSON_NEEDED).first().waitFor();
    expect(await payment(disputed)).toMatchObject({
      heldReason: 'REFUSED_BY_BANK',
      settledBy: 'treasurer-1',
    });

    const second = await treasurer('treasurer-2');
    await visit(second, `/console/payments/${disputed}`);
    await second.getByText(REASON).waitFor();
    await second.getByRole('button', { name: fr.action['order-again'].name }).click();
    const window = second.getByRole('alertdialog');
    await window.getByRole('textbox').fill(REASON);
    await window.getByRole('button', { name: fr.action['order-again'].yes }).click();
    await second.getByText(fr.step.released).waitFor();
    expect(await payment(disputed)).toMatchObject({ state: 'PENDING', attempt: 2 });
    for (const page of [first, second]) await page.context().close();
  });

  it('are ordered again together; one that someone moved meanwhile is named, and left as it is', async () => {
    const page = await treasurer('treasurer-1');
    await visit(page, '/console/payments?queue=refused');
    for (const claimId of refused) {
      await page.getByRole('row', { name: claimId }).getByRole('checkbox').focus();
      await page.keyboard.press('Space');
    }
    const [moved = '', left = ''] = refused;
    const claim = await world.client.claims.find(moved);
    const meanwhile = { kind: 'order-again', rib: RIB, by: 'treasurer-2' } as const;
    expect((await world.client.claims.movePayment(claim!, meanwhile)).result).toBe('applied');
    await page.getByRole('button', { name: fr.action['order-again'].name }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('textbox').fill(REASON);
    await dialog.getByRole('button', { name: fr.action['order-again'].yes }).click();
    await dialog.getByText(fr.whyNot.PAYMENT_CHANGED).waitFor();
    expect(await dialog.getByText(moved).isVisible()).toBe(true);
    expect(await releasedBy(moved)).toEqual(['treasurer-2']);
    expect(await releasedBy(left)).toEqual(['treasurer-1']);
    await page.context().close();
  });

  it('are seen by supervisors without the account and without a button', async () => {
    const page = await treasurer('supervisor-1');
    await visit(page, `/console/payments/${disputed}`);
    const text = await page.locator('main').innerText();
    expect(text).toContain(fr.masked);
    expect(text).not.toMatch(/\d{24}/);
    expect(await page.locator('.payment-actions button').count()).toBe(0);
    await page.context().close();
  });
});
