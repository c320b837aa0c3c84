import { Temporal } from 'temporal-polyfill';
import type { RegistryRecord } from '../../../contexts/registry/records/registry-records.ts';
import { daysBefore } from './calendar.ts';
import { act, careFormFields } from './care-form-fields.ts';
import { read } from './expected.ts';
import { ribOf } from './household.ts';
import { PEOPLE } from './people.ts';
import { PROVIDERS } from './providers.ts';
import { CHANNELS, type Scenario } from './scenario.ts';
import { formPage, scanOf } from './scans.ts';

/** A claim that a clinic files itself, and that it is paid for. */
export function thirdPartyPayment(today: string): readonly Scenario[] {
  const { hind } = PEOPLE;
  const form = careFormFields({
    household: hind,
    provider: PROVIDERS.clinic,
    acts: [act(today, 12, 'Z', 22, 300_00)],
    signedOn: daysBefore(today, 12),
  });
  return [
    {
      id: 'clinic-is-paid',
      title: 'A clinic files under a prise en charge: it is paid, and the insured needs no account',
      channelId: CHANNELS.clinic,
      after: [],
      source: {
        kind: 'scan',
        scan: scanOf('clinic-is-paid', [formPage(form, 'labels-above', 'serif', 'office')]),
      },
      // 70 % of min(300, 22 × 10).
      expected: read({
        state: 'APPROVED',
        reasonCodes: [],
        billedCentimes: 300_00,
        paidCentimes: 154_00,
        payment: { state: 'PENDING' },
        sms: { kind: 'sent', event: 'claim.approved.v1', language: hind.language },
      }),
    },
  ];
}

/** What the registry must know for it: the clinic's account, and that it is paid for what it does. */
export function thirdPartyRecords(today: string): readonly RegistryRecord[] {
  const { inpe } = PROVIDERS.clinic;
  return [
    {
      type: 'provider-account',
      inpe,
      rib: ribOf('0117800000553018820041'),
      from: daysBefore(today, 400),
      confirmed: { on: daysBefore(today, 395), reference: 'letter 12' },
    },
    {
      type: 'prior-approval',
      registrationNumber: PEOPLE.hind.registrationNumber,
      approvalId: 'PEC-1',
      keyLetter: 'Z',
      paidToInpe: inpe,
      from: daysBefore(today, 20),
      to: Temporal.PlainDate.from(today).add({ days: 10 }).toString(),
    },
  ];
}
