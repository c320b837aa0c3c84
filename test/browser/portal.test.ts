import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { daysBefore } from '../../local/samples/scenarios/calendar.ts';
import { act } from '../../local/samples/scenarios/care-form-fields.ts';
import { householdRecords, ribOf } from '../../local/samples/scenarios/household.ts';
import { PROVIDERS } from '../../local/samples/scenarios/providers.ts';
import { signInInsured, smsWith, somebodyNew } from '../support/browser/insured.ts';
import { newPerson, signInStaff } from '../support/browser/pages.ts';
import { sendForm } from '../support/browser/send-form.ts';
import { openWorld, type BrowserWorld } from '../support/browser/world.ts';
import { load, TODAY } from '../support/flow/cloud.ts';
import { settled, until } from '../support/flow/wait.ts';
import type { BrowserContext, Page } from 'playwright-core';

const hajar = somebodyNew();
const NEW_RIB = ribOf(`007780${hajar.registrationNumber.padStart(16, '0')}`);

describe('an insured person with a phone, in Arabic', () => {
  let world: BrowserWorld;
  let context: BrowserContext;
  let page: Page;
  let fileId: string;

  /** Opens a page by its link, and waits until it is there: words of the page before may stand on it, too. */
  const open = async (link: string) => {
    await page.getByRole('link', { name: link, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: link, exact: true }).waitFor();
  };

  /** The ISO date that stands beside a word. */
  const dayBeside = async (word: string): Promise<string> =>
    (await page
      .locator('dt', { hasText: word })
      .locator('xpath=following-sibling::dd[1]//time')
      .getAttribute('datetime')) ?? '';

  beforeAll(async () => {
    world = await openWorld();
    await load(world.client, householdRecords(hajar, TODAY));
    ({ context, page } = await newPerson(world.browser, world.address, { language: 'ar', isPhone: true }));
    await signInInsured(page, hajar);
  });

  afterAll(() => world.browser.close());

  it('asks for another account: the phone is notified, and the page says from when', async () => {
    await open('معلوماتي');
    await page.getByRole('button', { name: 'تغيير الحساب' }).click();
    await page.getByRole('textbox', { name: 'رقم RIB الجديد' }).fill(`${NEW_RIB.slice(0, -2)}00`);
    await page.getByRole('button', { name: 'طلب التغيير' }).click();
    await page.getByText('رقم RIB غير صحيح').waitFor();
    await page.getByRole('textbox', { name: 'رقم RIB الجديد' }).fill(NEW_RIB);
    await page.getByRole('button', { name: 'طلب التغيير' }).click();
    await page.getByText('حسابكم البنكي قيد التغيير').waitFor();
    expect(await smsWith(hajar, /تغيير حسابكم البنكي/)).not.toContain(NEW_RIB.slice(-4));
    await page.getByText(`•••• ${NEW_RIB.slice(-4)}`).waitFor();
    const [from, paymentsFrom] = await Promise.all([
      dayBeside('يُستعمل ابتداء من'),
      dayBeside('تُستأنف التحويلات'),
    ]);
    expect(from > TODAY && paymentsFrom > from).toBe(true);
  });

  it('sees that a claim of theirs waits for the change', async () => {
    fileId = await sendForm(world.client, {
      household: hajar,
      provider: PROVIDERS.gynaecologist,
      acts: [act(TODAY, 9, 'CS', 1, 300_00)],
      signedOn: daysBefore(TODAY, 9),
    });
    await settled(world.client, fileId);
    await open('ملفاتي');
    await page.getByText('الأداء في الانتظار').first().waitFor();
    await open('أداءاتي');
    await page.getByText('الأداء في الانتظار').first().waitFor();
    await page.getByText('105,00').first().waitFor();
    expect(await page.getByText('105,00').count()).toBe(1);
  });

  it('cancels the change, and the payment goes its way', async () => {
    await open('معلوماتي');
    await page.getByRole('button', { name: 'إلغاء التغيير' }).click();
    await page.getByRole('button', { name: 'نعم، إلغاء' }).click();
    await page.getByText('أُلغي التغيير').waitFor();
    await page.getByRole('button', { name: 'تغيير الحساب' }).waitFor();
    await smsWith(hajar, /ألغي طلب تغيير/);
    const isPayment = (state: string) => async () =>
      (await world.client.claims.find(`${fileId}-1`))?.payment?.state === state ? true : undefined;
    await until('the payment is released', isPayment('PENDING'));
    await world.client.requestPaymentRun('browser test');
    await until('the payment is ordered', isPayment('ORDERED'));
    await page.reload();
    await open('أداءاتي');
    await page.getByText('التحويل جارٍ').waitFor();
    expect(await page.getByText('الأداء في الانتظار').count()).toBe(0);
  });

  it('declares a child with a document, which a supervisor accepts', async () => {
    await open('أسرتي');
    await open('التصريح بشخص');
    await page.getByLabel('الاسم الشخصي بالحروف اللاتينية').fill('Lina');
    await page.getByLabel('الاسم العائلي بالحروف اللاتينية').fill(hajar.family);
    await page.getByLabel('تاريخ الازدياد').fill(daysBefore(TODAY, 40));
    await page.getByRole('button', { name: /الوثيقة المرفقة/ }).click();
    await page.getByRole('option', { name: 'عقد الازدياد' }).click();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'إرفاق الوثيقة' }).click();
    await (
      await choosing
    ).setFiles({
      name: 'naissance.png',
      mimeType: 'image/png',
      buffer: await page.screenshot(),
    });
    await page.getByRole('button', { name: 'إرسال الطلب' }).click();
    await page.getByText('أُرسل طلبكم').waitFor();
    await page.getByText('قيد الدراسة').waitFor();

    const staff = await newPerson(world.browser, world.address);
    await signInStaff(staff.page, 'supervisor-1');
    await staff.page.goto('/console/requests');
    const card = staff.page.locator('section').filter({ hasText: hajar.registrationNumber });
    await card.waitFor();
    const opening = staff.context.waitForEvent('page');
    await card.getByRole('link', { name: /Acte de naissance/ }).click();
    const document = await opening;
    await document.locator('img').waitFor();
    await document.close();
    await card.getByRole('button', { name: 'Accepter' }).click();
    await staff.page.getByRole('alertdialog').getByRole('button', { name: 'Accepter' }).click();
    await staff.page.getByText('La déclaration est acceptée.').waitFor();
    await staff.context.close();

    await smsWith(hajar, /فرد من أسرتكم/);
    await page.reload();
    await page.getByText('مقبول').waitFor();
    await page.getByText('مشمول بالتغطية').waitFor();
    expect(await page.getByText(`Lina ${hajar.family}`).count()).toBe(2);
  });

  it('chooses another language: the pages follow', async () => {
    await open('معلوماتي');
    await page.getByRole('main').getByText('Français').click();
    await page.getByRole('heading', { name: 'Mon profil' }).waitFor();
    await page.getByText('La langue est changée.').waitFor();
    expect(await page.getAttribute('html', 'dir')).toBe('ltr');
    await context.close();
  });

  it('signs in with the CIN beside the number where no code came, and with the code of that request', async () => {
    const other = await newPerson(world.browser, world.address, { language: 'ar', isPhone: true });
    const form = other.page;
    const ask = async (): Promise<string> => {
      await form.locator('input[autocomplete=username]').fill(hajar.registrationNumber);
      await form.getByRole('button', { name: 'التوصل بالرمز' }).click();
      const shown = await form.getByText(/تذكر الرسالة الطلب/).textContent();
      return /\d{3}/.exec(shown ?? '')?.[0] ?? '';
    };
    await form.goto('/portal/sign-in');
    const cin = form.getByRole('textbox', { name: 'رقم البطاقة الوطنية' });
    expect(await cin.count()).toBe(0);
    const first = await ask();
    await form.getByRole('button', { name: 'تغيير الرقم أو طلب رمز جديد' }).click();
    await cin.fill('123');
    await form.locator('input[autocomplete=username]').fill(hajar.registrationNumber);
    await form.getByRole('button', { name: 'التوصل بالرمز' }).click();
    await form.getByText('يتكون رقم البطاقة الوطنية من حرف').waitFor();
    await cin.fill(hajar.cin.toLowerCase());
    const second = await ask();
    const codeFor = async (reference: string): Promise<string> =>
      /\d{6}/.exec(await smsWith(hajar, new RegExp(`(?:طلب|demande)\\D+${reference}`)))?.[0] ?? '';
    const code = form.locator('input[autocomplete="one-time-code"]');
    await code.fill(await codeFor(first));
    await form.keyboard.press('Enter');
    await form.getByText('خذوا رمز الرسالة التي تذكر هذا الطلب').waitFor();
    await code.fill(await codeFor(second));
    await form.keyboard.press('Enter');
    await form.locator('.portal-links').waitFor();
    await other.context.close();
  });
});
