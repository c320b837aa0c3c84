import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { receivedSms } from '../../local/cloud/received-sms.ts';
import { daysBefore } from '../../local/samples/scenarios/calendar.ts';
import { act, careFormFields } from '../../local/samples/scenarios/care-form-fields.ts';
import { fatimaWithChild } from '../../local/samples/scenarios/people.ts';
import { PROVIDERS } from '../../local/samples/scenarios/providers.ts';
import { formPage, scanOf } from '../../local/samples/scenarios/scans.ts';
import { renderScan } from '../../local/samples/render-scan.ts';
import { DEMO_PASSWORD } from '../../local/demo/demo-staff.ts';
import { newPerson } from '../support/browser/pages.ts';
import { openWorld, type BrowserWorld } from '../support/browser/world.ts';
import { Bank, pain002 } from '../support/flow/bank.ts';
import { submit, TODAY } from '../support/flow/cloud.ts';
import { until } from '../support/flow/wait.ts';
import { misread } from '../support/misread.ts';

const fatima = fatimaWithChild(TODAY);

/** Her child's consultation in a public hospital. */
const scan = await renderScan(
  scanOf('to-be-corrected', [
    formPage(
      careFormFields({
        household: fatima,
        dependantId: '1',
        provider: PROVIDERS.publicPaediatrician,
        acts: [act(TODAY, 9, 'CS', 1, 75_00)],
        signedOn: daysBefore(TODAY, 9),
        // A file of its own each time, also on a cloud that was used before.
        dossier: Date.now().toString().slice(-7),
      }),
      'classic',
      'serif',
      'office',
    ),
  ]),
);

/** The OCR takes the last digit for another one: a number that nobody has. */
const MISREAD_NUMBER = `${fatima.registrationNumber.slice(0, -1)}3`;

describe('a doubtful scan, from the reviewer to the money', () => {
  let world: BrowserWorld;
  let claimId: string;
  const claim = async () => (await world.client.claims.find(claimId))!;

  beforeAll(async () => {
    world = await openWorld();
    const fileId = await submit(world.client, misread(scan, fatima.registrationNumber, MISREAD_NUMBER, 62), {
      channel: 'agency-rabat-01',
    });
    claimId = `${fileId}-1`;
    await until('the claim waits for a person', async () =>
      (await world.client.claims.find(claimId))?.state === 'REFERRED' ? true : undefined,
    );
  });

  afterAll(() => world.browser.close());

  it('is taken, corrected with the keyboard and approved by the rules', async () => {
    const { page, context } = await newPerson(world.browser, world.address);
    await page.goto('/console/queue');
    await page.getByLabel('Nom d’utilisateur').fill('reviewer-1');
    await page.getByLabel('Mot de passe').fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Dossiers à revoir' }).waitFor();
    await page.getByRole('row', { name: claimId }).getByRole('button', { name: 'Prendre' }).click();

    await page.getByRole('heading', { name: claimId }).waitFor();
    await page.getByRole('img', { name: /Page 1/ }).waitFor();
    const number = page.getByRole('textbox', { name: 'N° d’immatriculation' });
    expect(await number.inputValue()).toBe(MISREAD_NUMBER);
    await number.focus();
    // The registry knows whose CIN is on the form: its proposal is one key away.
    await page.keyboard.press('Alt+Digit1');
    expect(await number.inputValue()).toBe(fatima.registrationNumber);
    await page.keyboard.press('Enter');
    // Nothing is left to check: submitting is offered.
    await page.getByRole('heading', { name: 'Valider le dossier' }).waitFor();
    await page.getByRole('alertdialog').getByText('accepté, 75,00').waitFor();
    await page.keyboard.press('Control+Enter');

    const decided = await until('the claim is decided again', async () =>
      (await claim()).state === 'APPROVED' ? claim() : undefined,
    );
    expect(decided.paidCentimes).toBe(75_00);
    const history = await world.client.claims.history(claimId);
    expect(history?.events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['claim.referred.v1', 'claim.corrected.v1', 'claim.approved.v1']),
    );
    await context.close();
  });

  it('is paid by the bank', async () => {
    await world.client.requestPaymentRun('browser test');
    const ordered = await until('the payment is ordered', async () =>
      (await claim()).payment?.state === 'ORDERED' ? claim() : undefined,
    );
    const transactions = await until('the order is with the bank', async () => {
      const mine = (await new Bank(world.client).transactions()).filter(({ paymentId }) =>
        paymentId.startsWith(claimId),
      );
      return mine.length > 0 ? mine : undefined;
    });
    expect(transactions.map(({ amountDirhams }) => amountDirhams)).toEqual(['75.00']);
    const batchId = ordered.payment?.batchId ?? '';
    await world.client.sendBankAnswer(`${batchId}.xml`, pain002({ batchId, groupStatus: 'ACSC' }));
    await until('the bank has paid', async () =>
      (await claim()).payment?.state === 'PAID' ? true : undefined,
    );
  });

  it('is seen by the insured in Arabic, with what was paid', async () => {
    const { page, context } = await newPerson(world.browser, world.address, {
      language: 'ar',
      isPhone: true,
    });
    const phone = fatima.phone ?? '';
    const before = (await receivedSms(inject('cloudVariables'), phone)).length;
    await page.goto('/portal');
    await page.getByRole('textbox').fill(fatima.registrationNumber);
    await page.keyboard.press('Enter');
    const text = await until(
      'the code has come',
      async () => (await receivedSms(inject('cloudVariables'), phone))[before],
    );
    await page.getByLabel('رمز من 6 أرقام').fill(/\d{6}/.exec(text)?.[0] ?? '');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').waitFor();
    await page.goto(`/portal/claims/${claimId}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getAttribute('html', 'dir')).toBe('rtl');
    expect(await page.getAttribute('html', 'lang')).toBe('ar');
    const main = page.getByRole('main');
    // Paid; what was billed and reimbursed; that someone looked at it; and the SMS.
    for (const said of ['تم الأداء', '75,00 درهم', 'دراسة من طرف أحد الأعوان', 'تم قبول ملفكم'])
      await main.getByText(said).first().waitFor();
    await context.close();
  });
});
