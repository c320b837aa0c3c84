import { daysBefore } from './calendar.ts';
import { act, careFormFields } from './care-form-fields.ts';
import { paid, read } from './expected.ts';
import { fatimaWithChild, PEOPLE } from './people.ts';
import { PROVIDERS } from './providers.ts';
import { mehdiSpouseForm, youssefConsultation } from './repeated-forms.ts';
import { CHANNELS, type Scenario } from './scenario.ts';
import { formPage, scanOf } from './scans.ts';

/** A claim of each scheme that is paid in full. Amounts follow the tariffs of 2006 and the rates of each scheme. */
export function simpleApprovals(today: string): readonly Scenario[] {
  const self = careFormFields({
    household: PEOPLE.youssef,
    provider: PROVIDERS.cardiologist,
    acts: [youssefConsultation(today)],
    signedOn: daysBefore(today, 23),
    dossier: '0071120',
  });
  const fatima = fatimaWithChild(today);
  const child = careFormFields({
    household: fatima,
    dependantId: '1',
    provider: PROVIDERS.publicPaediatrician,
    acts: [act(today, 15, 'CS', 1, 75_00)],
    signedOn: daysBefore(today, 15),
  });
  const achamil = careFormFields({
    household: PEOPLE.salma,
    provider: PROVIDERS.cardiologist,
    acts: [act(today, 20, 'CS', 1, 300_00), act(today, 19, 'Z', 13, 130_00), act(today, 12, 'Z', 6, 80_00)],
    signedOn: daysBefore(today, 11),
  });
  return [
    {
      id: 'employee-self',
      title: 'An employee’s own consultation: 70 % of the reference tariff',
      channelId: CHANNELS.agency,
      after: [],
      source: {
        kind: 'scan',
        scan: scanOf('employee-self', [formPage(self, 'classic', 'serif', 'office')]),
      },
      // 70 % of min(250, 150).
      expected: read(paid(PEOPLE.youssef, 'APPROVED', 250_00, 105_00)),
    },
    {
      id: 'tns-spouse',
      title: 'The wife of a self-employed man, whose contributions are paid',
      channelId: CHANNELS.shop,
      after: [],
      source: {
        kind: 'scan',
        scan: scanOf('tns-spouse', [formPage(mehdiSpouseForm(today), 'classic', 'courier', 'officeColour')]),
      },
      // 70 % of min(200, 150).
      expected: read(paid(PEOPLE.mehdi, 'APPROVED', 200_00, 105_00)),
    },
    {
      id: 'tadamon-child-public',
      title: 'A Tadamon child in a public hospital: nothing is left to the family',
      channelId: CHANNELS.mobile,
      after: [],
      source: {
        kind: 'scan',
        scan: scanOf('tadamon-child-public', [formPage(child, 'labels-above', 'serif', 'office')]),
      },
      // 100 % of min(75, 75).
      expected: read(paid(fatima, 'APPROVED', 75_00, 75_00)),
    },
    {
      id: 'achamil-several-acts',
      title: 'Achamil: a consultation, a picture Z13 and a later one Z6 on one form',
      channelId: CHANNELS.shop,
      after: [],
      source: {
        kind: 'scan',
        scan: scanOf('achamil-several-acts', [formPage(achamil, 'arabic-first', 'serif', 'skewed')]),
      },
      // 70 % of 150, of 13 × 10 = 130, and of 6 × 10 = 60.
      expected: read(paid(PEOPLE.salma, 'APPROVED', 510_00, 238_00)),
    },
  ];
}
