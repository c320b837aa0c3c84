import { inject } from 'vitest';
import { addDays } from '../../../contexts/shared/index.ts';
import { receivedSms } from '../../../local/cloud/received-sms.ts';
import type { Household } from '../../../local/samples/scenarios/household.ts';
import { until } from '../flow/wait.ts';
import type { Page } from 'playwright-core';

/** Births of adults, over so many days. */
const DAYS_OF_BIRTH = 18_000;

let made = 0;

/** Someone whom nothing on the cloud knows yet, also where tests ran on it before: no number, phone or account is used twice. */
export function somebodyNew(facts: Partial<Household> = {}): Household {
  made += 1;
  const number = (Math.floor(Date.now() / 100) * 10 + made).toString().slice(-8);
  return {
    registrationNumber: `2${number}`,
    cin: `Q${number.slice(-6)}`,
    family: 'SEFRIOUI',
    given: 'Hajar',
    familyArabic: 'الصفريوي',
    givenArabic: 'هاجر',
    // Care of two people born on one day, at one provider, is a question to a person.
    birthDate: addDays('1950-01-01', Number(number) % DAYS_OF_BIRTH),
    sex: 'F',
    address: '6, rue Al Wahda',
    city: 'Tanger',
    phone: `+2126${number}`,
    language: 'ar',
    scheme: 'AMO_SALARIE',
    account: `01178000000000${number}`,
    ...facts,
  };
}

export const smsTo = ({ phone = '' }: Household): Promise<readonly string[]> =>
  receivedSms(inject('cloudVariables'), phone);

/** The text of an SMS that is still to come, or came. */
export function smsWith(household: Household, words: RegExp): Promise<string> {
  const look = async () => (await smsTo(household)).find((text) => words.test(text));
  return until(`an SMS with ${words.source}`, look);
}

/** Signs an insured person in through the pages, with the code that their phone is sent. */
export async function signInInsured(page: Page, household: Household): Promise<void> {
  const before = (await smsTo(household)).length;
  await page.goto('/portal');
  await page.locator('input[autocomplete="username"]').fill(household.registrationNumber);
  await page.keyboard.press('Enter');
  const text = await until('the code has come', async () => (await smsTo(household))[before]);
  await page.locator('input[autocomplete="one-time-code"]').fill(/\d{6}/.exec(text)?.[0] ?? '');
  await page.keyboard.press('Enter');
  await page.locator('.portal-links').waitFor();
}
