import type { AttachmentSpec } from '../pages/attachment.ts';
import { asOnForm, daysBefore } from './calendar.ts';
import { act, careFormFields } from './care-form-fields.ts';
import { paid, read } from './expected.ts';
import { fatimaWithChild, PEOPLE } from './people.ts';
import { PROVIDERS } from './providers.ts';
import { CHANNELS, type Scenario } from './scenario.ts';
import { formPage, SCANNERS, scanOf } from './scans.ts';

/** Claims that end with money for somebody. Amounts follow the tariffs of 2006 and the rates of each scheme. */
export function paidScenarios(today: string): readonly Scenario[] {
  return [...simpleApprovals(today), ...oddFiles(today), ...paymentCases(today)];
}

/** The consultation that later filings bring again. */
export function youssefConsultation(today: string) {
  return act(today, 24, 'CS', 1, 250_00);
}

export function mehdiSpouseForm(today: string) {
  return careFormFields({
    household: PEOPLE.mehdi,
    dependantId: '1',
    provider: PROVIDERS.generalist,
    acts: [act(today, 18, 'C', 1, 150_00)],
    signedOn: daysBefore(today, 18),
    dossier: '0071177',
  });
}

function simpleApprovals(today: string): readonly Scenario[] {
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
    acts: [
      act(today, 20, 'CS', 1, 300_00),
      act(today, 19, 'B', 120, 132_00),
      act(today, 12, 'Z', 25, 400_00),
    ],
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
        scan: scanOf('employee-self', [formPage(self, 'classic', 'printed', 'office')]),
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
      // 70 % of min(150, 80).
      expected: read(paid(PEOPLE.mehdi, 'APPROVED', 150_00, 56_00)),
    },
    {
      id: 'tadamon-child-public',
      title: 'A Tadamon child in a public hospital: nothing is left to the family',
      channelId: CHANNELS.mobile,
      after: [],
      source: {
        kind: 'scan',
        scan: scanOf('tadamon-child-public', [formPage(child, 'labels-above', 'printed-noto', 'office')]),
      },
      // 100 % of min(75, 75).
      expected: read(paid(fatima, 'APPROVED', 75_00, 75_00)),
    },
    {
      id: 'achamil-several-acts',
      title: 'Achamil: a consultation, a laboratory test B120 and an X-ray on one form',
      channelId: CHANNELS.shop,
      after: [],
      source: {
        kind: 'scan',
        scan: scanOf('achamil-several-acts', [formPage(achamil, 'arabic-first', 'serif', 'skewed')]),
      },
      // 70 % of 150, of 120 × 1.10 = 132, and of 25 × 10 = 250.
      expected: read(paid(PEOPLE.salma, 'APPROVED', 832_00, 372_40)),
    },
  ];
}

function oddFiles(today: string): readonly Scenario[] {
  const upsideDown = careFormFields({
    household: PEOPLE.leila,
    provider: PROVIDERS.generalist,
    acts: [act(today, 30, 'V', 1, 200_00)],
    signedOn: daysBefore(today, 30),
    dossier: '0071802',
  });
  const amongOthers = careFormFields({
    household: PEOPLE.imane,
    provider: PROVIDERS.gynaecologist,
    acts: [act(today, 27, 'CS', 1, 300_00)],
    signedOn: daysBefore(today, 26),
    attachments: 2,
  });
  const first = careFormFields({
    household: PEOPLE.hassan,
    provider: PROVIDERS.generalist,
    acts: [act(today, 22, 'C', 1, 120_00)],
    signedOn: daysBefore(today, 22),
  });
  const second = careFormFields({
    household: PEOPLE.omar,
    provider: PROVIDERS.cardiologist,
    acts: [act(today, 21, 'CSC', 1, 350_00)],
    signedOn: daysBefore(today, 21),
  });
  const attached = attachments(today).map((content) => ({ content, degradation: SCANNERS.fax }));
  const [prescription, invoice, blank] = attached;
  const pages = [
    prescription,
    formPage(amongOthers, 'classic', 'printed-noto', 'fax'),
    invoice,
    blank,
  ].filter((page) => page !== undefined);
  return [
    {
      id: 'upside-down',
      title: 'The page went through the scanner upside down; the insured wants no SMS',
      channelId: CHANNELS.agency,
      after: [],
      source: {
        kind: 'scan',
        scan: scanOf('upside-down', [formPage(upsideDown, 'classic', 'printed', 'upsideDown')]),
      },
      // 70 % of min(200, 120).
      expected: read(paid(PEOPLE.leila, 'APPROVED', 200_00, 84_00)),
    },
    {
      id: 'form-among-attachments',
      title: 'A TIFF of four pages: prescription, care form, pharmacy invoice, blank page',
      channelId: CHANNELS.agency,
      after: [],
      source: { kind: 'scan', scan: scanOf('form-among-attachments', pages, 'tiff') },
      expected: read(paid(PEOPLE.imane, 'APPROVED', 300_00, 105_00)),
    },
    {
      id: 'two-forms-in-one-file',
      title: 'The forms of two people in one PDF: two claims; one of them has no phone',
      channelId: CHANNELS.shop,
      after: [],
      source: {
        kind: 'scan',
        scan: scanOf(
          'two-forms-in-one-file',
          [
            formPage(first, 'classic', 'printed', 'office'),
            formPage(second, 'labels-above', 'printed', 'office'),
          ],
          'pdf',
        ),
      },
      expected: read(
        // 70 % of min(120, 80); 70 % of min(350, 190).
        paid(PEOPLE.hassan, 'APPROVED', 120_00, 56_00, ['SEVERAL_FORMS_IN_FILE']),
        paid(PEOPLE.omar, 'APPROVED', 350_00, 133_00, ['SEVERAL_FORMS_IN_FILE']),
      ),
    },
  ];
}

function paymentCases(today: string): readonly Scenario[] {
  const held = careFormFields({
    household: PEOPLE.samira,
    provider: PROVIDERS.cardiologist,
    acts: [act(today, 14, 'CS', 1, 200_00)],
    signedOn: daysBefore(today, 14),
  });
  const otherRib = careFormFields({
    household: { ...PEOPLE.rachid, account: '0118100000663820001844' },
    provider: PROVIDERS.generalist,
    acts: [act(today, 17, 'C', 1, 100_00)],
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
    acts: [youssefConsultation(today), act(today, 22, 'B', 200, 220_00)],
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
      expected: read(paid(PEOPLE.rachid, 'APPROVED', 100_00, 56_00, ['RIB_DIFFERS_FROM_ACCOUNT'])),
    },
    {
      id: 'handed-in-in-time',
      title: 'Scanned more than two months after the care, but handed in in time',
      channelId: CHANNELS.shop,
      depositDate: daysBefore(today, 12),
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

function attachments(today: string): readonly AttachmentSpec[] {
  const date = asOnForm(daysBefore(today, 27));
  const { name, specialty, inpe, place } = PROVIDERS.gynaecologist;
  const patient = `${PEOPLE.imane.family} ${PEOPLE.imane.given}`;
  return [
    {
      kind: 'prescription',
      doctor: name,
      specialty,
      inpe,
      city: place,
      patient,
      date,
      medicines: [
        { name: 'Paracétamol 1 g', use: '1 comprimé matin et soir, 5 jours' },
        { name: 'Fer 80 mg', use: '1 gélule par jour, un mois' },
      ],
    },
    {
      kind: 'pharmacy-invoice',
      pharmacy: 'PHARMACIE AL WAFA',
      city: place,
      ice: '001525876000043',
      number: '2026-1187',
      date,
      customer: patient,
      lines: [
        { name: 'Paracétamol 1 g B/8', quantity: 2, price: '18,00', amount: '36,00' },
        { name: 'Fer 80 mg B/30', quantity: 1, price: '42,30', amount: '42,30' },
      ],
      total: '78,30',
    },
    { kind: 'blank' },
  ];
}
