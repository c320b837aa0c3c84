import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callApi } from '../support/browser/call-api.ts';
import { sendDoubtfulClaim } from '../support/browser/doubtful-claim.ts';
import { newInsured } from '../support/browser/new-insured.ts';
import { newPerson, signInStaff } from '../support/browser/pages.ts';
import { openWorld, type BrowserWorld } from '../support/browser/world.ts';

describe('two reviewers who want the same claim', () => {
  let world: BrowserWorld;
  let claimId: string;

  beforeAll(async () => {
    world = await openWorld();
    ({ claimId } = await sendDoubtfulClaim(world.client, await newInsured(world.client)));
  });

  afterAll(() => world.browser.close());

  /** Someone who has the claim before their eyes while it is still free. */
  const lookingAt = async (userName: string): Promise<{ readonly userName: string; readonly page: Page }> => {
    const { page } = await newPerson(world.browser, world.address);
    await signInStaff(page, userName);
    await page.goto(`/console/reviews/${claimId}`);
    await page.getByRole('button', { name: 'Prendre' }).waitFor();
    return { userName, page };
  };

  it('lets one hold it, tells the other by whom, and lets the other change nothing', async () => {
    const both = await Promise.all([lookingAt('reviewer-1'), lookingAt('reviewer-2')]);
    const holders = await Promise.all(
      both.map(async ({ userName, page }) => {
        await page.getByRole('button', { name: 'Prendre' }).click();
        const release = page.getByRole('button', { name: /^Rendre/ });
        const refusal = page.getByRole('alert').filter({ hasText: 'Une autre personne travaille' });
        await release.or(refusal).first().waitFor();
        return (await release.isVisible()) ? [userName] : [];
      }),
    );
    expect(holders.flat()).toHaveLength(1);
    const [holder] = holders.flat();
    const loser = both.find(({ userName }) => userName !== holder)!.page;
    const winner = both.find(({ userName }) => userName === holder)!.page;

    await loser.getByText(`Pris par ${holder} jusqu’à`).waitFor();
    const number = (page: Page) => page.getByRole('textbox', { name: 'N° d’immatriculation' });
    expect(await number(winner).isEditable()).toBe(true);
    expect(await number(loser).isEditable()).toBe(false);
    const steps = loser.getByRole('button', { name: /^(Prendre|Valider|Rejeter|Rendre)/ });
    expect(await steps.allTextContents()).toEqual([]);

    // Nor behind the page: the API refuses it too.
    const path = `/api/console/reviews/${claimId}`;
    const { version } = (await callApi(winner, 'GET', path)).body;
    const refused = await callApi(loser, 'POST', `${path}/corrections`, {
      version,
      changes: [{ field: 'totalCentimes', value: 1 }],
      confirmed: [],
      addLines: 0,
      removeLines: [],
    });
    expect([refused.status, refused.body['code']]).toEqual([409, 'CLAIM_HELD']);
  });
});
