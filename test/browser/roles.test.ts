import { globSync, readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { mayUse, roles, type Role } from '../../contexts/shared/access/access.ts';
import { inRepository } from '../../local/cloud/folders.ts';
import { demoStaff } from '../../local/demo/demo-staff.ts';
import { consoleLinks } from '../../web/src/app/navigation.ts';
import words from '../../web/src/app/fr.json' with { type: 'json' };
import { sendDoubtfulClaim } from '../support/browser/doubtful-claim.ts';
import { newInsured } from '../support/browser/new-insured.ts';
import { newPerson, signInStaff } from '../support/browser/pages.ts';
import { signInInsured } from '../support/browser/sign-in-insured.ts';
import { maySee, sitePages, type SitePage, type SiteThings } from '../support/browser/site-pages.ts';
import { visit } from '../support/browser/visit.ts';
import { openWorld, type BrowserWorld } from '../support/browser/world.ts';

/** What a page that was asked for by its address turned into. */
type Outcome = 'shown' | 'refused' | 'not theirs' | 'asked to sign in';

/** Pages that are loaded at a time. */
const TABS = 2;

const guardedPages = sitePages.filter(({ part }) => part !== 'door');

describe('the pages that each role sees', () => {
  let world: BrowserWorld;
  let context: BrowserContext;
  let things: SiteThings;
  let insured: Awaited<ReturnType<typeof newInsured>>;

  beforeAll(async () => {
    world = await openWorld();
    ({ context } = await newPerson(world.browser, world.address));
    insured = await newInsured(world.client);
    const { claimId, fileId } = await sendDoubtfulClaim(world.client, insured);
    things = { reviewed: claimId, claimId, receipt: fileId, ownClaimId: claimId, waitingPayment: claimId };
  });

  afterAll(() => world.browser.close());

  const signIn = async (page: Page, role: Role): Promise<void> => {
    const account = demoStaff.find((staff) => staff.roles.some((held) => held === role));
    if (account === undefined) await signInInsured(page, inject('cloudVariables'), insured);
    else await signInStaff(page, account.userName);
  };

  const linksOf = async (page: Page): Promise<readonly string[]> => {
    await page.goto('/console');
    const links = page.getByRole('navigation').getByRole('link');
    await links.first().waitFor();
    return links.allTextContents();
  };

  const linksFor = (role: Role): readonly (string | undefined)[] =>
    consoleLinks
      .filter(({ operation }) => mayUse(operation, [role]))
      .map(({ name }) => (words.nav as Record<string, string>)[name]);

  const outcomeOf = async (page: Page, address: string): Promise<Outcome> => {
    await visit(page, address);
    if (await page.locator('input[autocomplete=username]').isVisible()) return 'asked to sign in';
    const said = (await page.getByRole('alert').allTextContents()).join(' ');
    if (said.includes(words.problems.NOT_ALLOWED)) return 'refused';
    return said.includes('ne vous est pas confié') ? 'not theirs' : 'shown';
  };

  const expected = (role: Role, sitePage: SitePage): Outcome => {
    // Staff and insured have sessions of their own: to the other part, someone is a stranger.
    if ((sitePage.part === 'portal') !== (role === 'insured')) return 'asked to sign in';
    if (!maySee(sitePage, role)) return 'refused';
    return role === 'external-reviewer' && sitePage.name === 'review' ? 'not theirs' : 'shown';
  };

  /** How many pages of each outcome are visited: the API refuses each operation by the same table, in a test of its own. */
  const SAMPLE = 2;

  const pagesFor = (role: Role): readonly SitePage[] => {
    const byOutcome = Map.groupBy(guardedPages, (sitePage) => expected(role, sitePage));
    return [...byOutcome.values()].flatMap((pages) => pages.slice(0, SAMPLE));
  };

  it('are all that there are', () => {
    const routes = globSync('web/src/*/*routes.ts', { cwd: inRepository() }).flatMap((file) =>
      [...readFileSync(inRepository(file), 'utf8').matchAll(/path: '([^']+)'/g)].map(([, path]) => path),
    );
    expect(sitePages.map(({ route }) => route).toSorted()).toEqual(routes.toSorted());
  });

  it.each(roles)(
    'are those of the table of access, so is the navigation, and others are refused in words: %s',
    async (role) => {
      // One after the other in the same browser, as at a counter: nothing is left of whoever was there before.
      await context.clearCookies();
      const tabs = await Promise.all(Array.from({ length: TABS }, () => context.newPage()));
      const [first] = tabs;
      await signIn(first!, role);
      const isStaff = role !== 'insured';
      expect(isStaff ? await linksOf(first!) : []).toEqual(isStaff ? linksFor(role) : []);
      const seen: Record<string, Outcome> = {};
      const left = [...pagesFor(role)];
      await Promise.all(
        tabs.map(async (tab) => {
          for (let next = left.shift(); next !== undefined; next = left.shift())
            seen[next.name] = await outcomeOf(tab, next.address(things));
        }),
      );
      const table = pagesFor(role).map((sitePage) => [sitePage.name, expected(role, sitePage)]);
      expect(seen).toEqual(Object.fromEntries(table));
      await Promise.all(tabs.map((tab) => tab.close()));
    },
  );
});
