import { daysBefore } from './calendar.ts';
import { act, careFormFields } from './care-form-fields.ts';
import { paid, read } from './expected.ts';
import { PEOPLE } from './people.ts';
import { PROVIDERS } from './providers.ts';
import { youssefConsultation } from './repeated-forms.ts';
import { CHANNELS, type Scenario } from './scenario.ts';
import { formPage, scanOf } from './scans.ts';

/** Claims that are paid, and what may be odd about the money. */
export function paymentCases(today: string): readonly Scenario[] {
  const held = careFormFields({
    household: PEOPLE.samira,
    provider: PROVIDERS.cardiologist,
    acts: [act(today, 14, 'CS', 1, 200_00)],
    signedOn: daysBefore(today, 14),
  });
  const otherRib = careFormFields({
    household: { ...PEOPLE.rachid, account: '0118100000663820001844' },
    provider: PROVIDERS.cardiologist,
    acts: [act(today, 17, 'CS', 1, 100_00)],
    signedOn: daysBefore(today, 16),
  });
  const scannedLater = careFormFields({
    household: PEOPLE.karim,
    provider: PROVIDERS.generalist,
    acts: [act(today, 66, 'C', 1, 80_00)],
    signedOn: daysBefore(today, 64),
  });
  const overlap = careFormFields({
    household: PEOPLE.youssef,
    provider: PROVIDERS.cardiologist,
    acts: [youssefConsultation(today), act(today, 22, 'Z', 22, 220_00)],
    signedOn: daysBefore(today, 20),
  });
  return [
    {
      id: 'no-account-on-file',
      title: 'Approved, but no account is on file: the payment is held, not lost',
      channelId: CHANNELS.shop,
      after: [],
      source: {
        kind: 'scan',
        scan: scanOf('no-account-on-file', [formPage(held, 'comb', 'printed', 'office')]),
      },
      expected: read(paid(PEOPLE.samira, 'APPROVED', 200_00, 105_00, ['ACCOUNT_MISSING'])),
    },
    {
      id: 'other-rib-on-form',
      title: 'Another RIB is printed on the form: the money goes to the account on file',
      channelId: CHANNELS.mobile,
      after: [],
      source: {
        kind: 'scan',
        scan: scanOf('other-rib-on-form', [formPage(otherRib, 'classic', 'serif', 'telephone')]),
      },
      expected: read(paid(PEOPLE.rachid, 'APPROVED', 100_00, 70_00, ['RIB_DIFFERS_FROM_ACCOUNT'])),
    },
    {
      id: 'handed-in-in-time',
      title: 'Scanned more than two months after the care, but handed in in time',
      channelId: CHANNELS.shop,
      submissionDate: daysBefore(today, 12),
      after: [],
      source: {
        kind: 'scan',
        scan: scanOf('handed-in-in-time', [formPage(scannedLater, 'comb', 'courier', 'officeColour')]),
      },
      expected: read(paid(PEOPLE.karim, 'APPROVED', 80_00, 56_00)),
    },
    {
      id: 'one-act-paid-before',
      title: 'One of two acts was paid with an earlier claim: only the other one is paid',
      channelId: CHANNELS.agency,
      after: ['employee-self'],
      source: {
        kind: 'scan',
        scan: scanOf('one-act-paid-before', [formPage(overlap, 'labels-above', 'serif', 'office')]),
      },
      // 70 % of 200 × 1.10 = 220.
      expected: read(paid(PEOPLE.youssef, 'PARTLY_APPROVED', 470_00, 154_00, ['DUPLICATE'])),
    },
  ];
}
