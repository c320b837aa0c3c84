import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, type FormInput } from '../../local/samples/scenarios/care-form-fields.ts';
import { daysBefore } from '../../local/samples/scenarios/calendar.ts';
import { householdRecords } from '../../local/samples/scenarios/household.ts';
import { PROVIDERS } from '../../local/samples/scenarios/providers.ts';
import { signInInsured, smsWith, somebodyNew } from '../support/browser/insured.ts';
import { newPerson, signInStaff } from '../support/browser/pages.ts';
import { isReferred, sendForm } from '../support/browser/send-form.ts';
import { openWorld, type BrowserWorld } from '../support/browser/world.ts';
import { load, TODAY } from '../support/flow/cloud.ts';
import { until } from '../support/flow/wait.ts';
import type { Page } from 'playwright-core';

const provider = PROVIDERS.gynaecologist;
/** A number that no professional has. */
const UNKNOWN_INPE = '161027000';

const formOf = (billedCentimes: number, household = somebodyNew({ language: 'fr' })): FormInput => ({
  household,
  provider,
  acts: [act(TODAY, 9, 'CS', 1, billedCentimes)],
  signedOn: daysBefore(TODAY, 9),
});
/** One treatment over three months: whether it is one, a person says. */
const long: FormInput = {
  ...formOf(300_00),
  acts: [act(TODAY, 90, 'CS', 1, 300_00), act(TODAY, 12, 'CS', 1, 300_00)],
};
const forms = {
  document: formOf(300_00),
  reject: formOf(300_00),
  contractor: formOf(300_00),
  large: formOf(5200_00),
  long,
  two: formOf(300_00),
};
type Name = keyof typeof forms;

// Most of the time is spent waiting for the cloud: each step has a claim and browsers of its own.
describe.concurrent('steps of a review', () => {
  let world: BrowserWorld;
  const ids = new Map<Name, string>();

  const idOf = (name: Name): string => ids.get(name) ?? '';
  const claim = async (name: Name) => (await world.client.claims.find(idOf(name)))!;

  async function pageOf(userName: string): Promise<Page> {
    const { page } = await newPerson(world.browser, world.address);
    await signInStaff(page, userName);
    return page;
  }

  async function take(userName: string, name: Name): Promise<Page> {
    const page = await pageOf(userName);
    await page.goto(`/console/reviews/${idOf(name)}`);
    await page.getByRole('button', { name: 'Prendre' }).click();
    await page.getByRole('button', { name: /^Rendre/ }).waitFor();
    return page;
  }

  const step = async (page: Page, name: RegExp, confirm: RegExp, prepare: () => Promise<void>) => {
    await page.getByRole('button', { name }).first().click();
    await prepare();
    await page.getByRole('alertdialog').getByRole('button', { name: confirm }).click();
  };

  const submitted = (page: Page) =>
    step(page, /^Valider/, /^Valider/, () =>
      page.getByRole('alertdialog').getByText('Si vous validez').waitFor(),
    );

  const decided = (name: Name) =>
    until(
      `${name} is decided`,
      async () => {
        const now = await claim(name);
        return now.state === 'REFERRED' || now.state === 'DRAFTED' ? undefined : now;
      },
      60,
    );

  beforeAll(async () => {
    world = await openWorld();
    await load(
      world.client,
      Object.values(forms).flatMap(({ household }) => householdRecords(household, TODAY)),
    );
    for (const name of Object.keys(forms) as Name[]) {
      const options = {
        ...(name !== 'long' && { readInpe: UNKNOWN_INPE }),
        ...(name === 'two' && { unread: formOf(200_00) }),
      };
      ids.set(name, `${await sendForm(world.client, forms[name], options)}-1`);
    }
    await Promise.all([...ids.values()].map((claimId) => isReferred(world.client, claimId)));
  });

  afterAll(() => world.browser.close());

  it('asks for a document by SMS: the insured sees what is missing, and it goes on when it came', async () => {
    const page = await take('reviewer-1', 'document');
    await step(page, /^Demander un document/, /^Demander/, async () => {
      await page.getByText('Ordonnance', { exact: true }).click();
    });
    await page.getByText('Le document est demandé').waitFor();
    await smsWith(forms.document.household, /incomplet/);

    const insured = await newPerson(world.browser, world.address, { isPhone: true });
    await signInInsured(insured.page, forms.document.household);
    await insured.page.goto(`/portal/claims/${idOf('document')}`);
    await insured.page.getByRole('heading', { name: 'Ce qu’il faut apporter' }).waitFor();
    await insured.context.close();

    await page.goto(`/console/reviews/${idOf('document')}`);
    await page.getByRole('button', { name: 'Document reçu' }).waitFor();
    await page.getByRole('button', { name: 'Document reçu' }).click();
    await page.getByText('Le document est enregistré').waitFor();
    await page.getByRole('button', { name: 'Prendre' }).waitFor();
    expect(await page.getByText('À traiter', { exact: true }).count()).toBe(1);
  });

  it('rejects with a code, of which the insured is notified', async () => {
    const page = await take('reviewer-1', 'reject');
    await step(page, /^Rejeter/, /^Rejeter/, async () => {
      await page.getByText('La signature ou le cachet manque').click();
    });
    expect((await decided('reject')).state).toBe('REJECTED');
    await smsWith(forms.reject.household, /pas été accepté/);
    const insured = await newPerson(world.browser, world.address, { isPhone: true });
    await signInInsured(insured.page, forms.reject.household);
    await insured.page.goto(`/portal/claims/${idOf('reject')}`);
    await insured.page.getByRole('heading', { name: 'Pourquoi ce refus' }).waitFor();
    await insured.context.close();
  });

  it('lets a supervisor set a finding aside with a reason, which is audited', async () => {
    const page = await take('supervisor-1', 'long');
    await step(page, /^Lever des motifs/, /^Lever/, async () => {
      await page.getByRole('alertdialog').getByText('Le délai de dépôt est dépassé').click();
      await page
        .getByRole('textbox', { name: /Justification/ })
        .fill('Certificat : un seul traitement, suivi sur trois mois');
    });
    await page.getByText('Les motifs choisis sont levés').waitFor();
    await submitted(page);
    expect((await decided('long')).state).toBe('APPROVED');
    const auditor = await pageOf('auditor-1');
    await auditor.goto(`/console/claims/${idOf('long')}`);
    await auditor.getByText('trois mois').first().waitFor();
  });

  it('gives a claim to a contractor only, who sees nothing of the identity', async () => {
    const page = await pageOf('supervisor-1');
    await page.goto('/console/queue');
    await page
      .getByRole('row', { name: idOf('contractor') })
      .locator('label')
      .click();
    await page.getByRole('button', { name: 'Confier' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('textbox').fill('reviewer-2');
    await dialog.getByRole('button', { name: /^Confier/ }).click();
    await dialog.getByText('Aucun compte de prestataire').waitFor();
    await dialog.getByRole('textbox').fill('contractor-1');
    await page.keyboard.press('Enter');
    await page.getByText('C’est fait.').waitFor();

    const contractor = await pageOf('contractor-1');
    const answers: Promise<string>[] = [];
    contractor.on('response', (response) => {
      if (response.url().includes('/api/')) answers.push(response.text().catch(() => ''));
    });
    await contractor.goto('/console/queue');
    await contractor.getByRole('button', { name: `Prendre ${idOf('contractor')}` }).click();
    await contractor.getByText('L’identité de l’assuré vous est masquée.').waitFor();
    const image = contractor.getByRole('img', { name: /Page 1/ });
    await image.waitFor();
    expect(await image.getAttribute('src')).toContain('redacted');
    await contractor.getByRole('textbox', { name: 'INPE' }).first().fill(provider.inpe);
    await contractor.keyboard.press('Enter');
    await contractor.keyboard.press('Control+Enter');
    await contractor
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Valider/ })
      .click();
    expect((await decided('contractor')).state).toBe('APPROVED');

    const said = (await Promise.all(answers)).join(' ');
    expect(said).toContain(idOf('contractor'));
    const { registrationNumber, cin, family, given, birthDate } = forms.contractor.household;
    for (const identity of [registrationNumber, cin, family, given, birthDate])
      expect(said).not.toContain(identity);
  });

  it('has two people key a large claim, and a supervisor settle where they differ', async () => {
    const { household } = forms.large;
    for (const [userName, total] of [
      ['reviewer-1', '5200'],
      ['reviewer-2', '5260'],
    ] as const) {
      const page = await take(userName, 'large');
      const key = async (label: RegExp, text: string) => {
        await page.getByRole('textbox', { name: label }).first().fill(text);
        await page.keyboard.press('Enter');
      };
      expect(await page.getByRole('textbox', { name: /N° d’immatriculation/ }).inputValue()).toBe('');
      // What the first person put there decides what is paid: the second one does not see it, and keys it too.
      const inpe = await page.getByRole('textbox', { name: /INPE/ }).first().inputValue();
      expect(inpe === '').toBe(userName === 'reviewer-2');
      await key(/INPE/, provider.inpe);
      await key(/N° d’immatriculation/, household.registrationNumber);
      await key(/CIN de l’assuré/, household.cin);
      await key(/Cotation/, '1');
      await key(/Montant facturé/, '5200');
      if (userName === 'reviewer-1') {
        await submitted(page);
        // What is missing has the focus.
        await page.getByText('Saisissez ce que vous voyez, ou F4').waitFor();
        await page.keyboard.type(total);
        await page.keyboard.press('Enter');
      } else await key(/Montant total/, total);
      await submitted(page);
      await page.getByRole('heading', { name: 'Dossiers à revoir' }).waitFor();
    }
    const page = await take('supervisor-1', 'large');
    await page.getByRole('textbox', { name: /Montant total/ }).focus();
    await page.keyboard.press('Alt+Digit1');
    await step(page, /^Trancher/, /^Trancher/, async () => {
      await page.getByRole('textbox', { name: /Justification/ }).fill('5 200 sur la feuille');
    });
    expect((await decided('large')).billedCentimes).toBe(5200_00);
    await page.goto(`/console/claims/${idOf('large')}`);
    await page.getByText('5 200 sur la feuille').waitFor();
  });

  it('makes a claim of its own of a page that holds another form', async () => {
    const page = await take('reviewer-1', 'two');
    await step(page, /^Séparer/, /^Séparer/, async () => {
      await page
        .getByRole('alertdialog')
        .getByText(/^Page 2/)
        .click();
    });
    await page.getByText('Les pages choisies font un dossier à part.').waitFor();
    const made = await until(
      'the second claim is decided',
      async () => {
        const found = await world.client.claims.find(idOf('two').replace(/-1$/, '-2'));
        return found === undefined || found.state === 'DRAFTED' ? undefined : found;
      },
      60,
    );
    expect(made.state).toBe('REFERRED');
    const other = await pageOf('reviewer-2');
    await other.goto(`/console/reviews/${made.claimId}`);
    // It opens with its own page.
    await other.getByRole('img', { name: /^Page 2/ }).waitFor();
    await other.getByText('Feuille 2 sur 2').waitFor();
  });
});
