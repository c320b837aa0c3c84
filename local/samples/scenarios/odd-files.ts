import type { AttachmentSpec } from '../pages/attachment.ts';
import { asOnForm, daysBefore } from './calendar.ts';
import { act, careFormFields } from './care-form-fields.ts';
import { paid, read } from './expected.ts';
import { PEOPLE } from './people.ts';
import { PROVIDERS } from './providers.ts';
import { CHANNELS, type Scenario } from './scenario.ts';
import { formPage, SCANNERS, scanOf } from './scans.ts';

/** Files whose pages lie otherwise than one form upright; all of them are paid. */
export function oddFiles(today: string): readonly Scenario[] {
  const upsideDown = careFormFields({
    household: PEOPLE.leila,
    provider: PROVIDERS.cardiologist,
    acts: [act(today, 30, 'CS', 1, 120_00)],
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
    provider: PROVIDERS.surgeon,
    acts: [act(today, 22, 'CS', 1, 180_00)],
    signedOn: daysBefore(today, 22),
  });
  const second = careFormFields({
    household: PEOPLE.omar,
    provider: PROVIDERS.cardiologist,
    acts: [act(today, 21, 'CS', 1, 350_00)],
    signedOn: daysBefore(today, 21),
  });
  const attached = attachments(today).map((content) => ({ content, degradation: SCANNERS.fax }));
  const [prescription, invoice, blank] = attached;
  const pages = [prescription, formPage(amongOthers, 'classic', 'courier', 'fax'), invoice, blank].filter(
    (page) => page !== undefined,
  );
  return [
    {
      id: 'upside-down',
      title: 'The page went through the scanner upside down; the insured wants no SMS',
      channelId: CHANNELS.agency,
      after: [],
      source: {
        kind: 'scan',
        scan: scanOf('upside-down', [formPage(upsideDown, 'classic', 'courier', 'upsideDown')]),
      },
      // 70 % of min(120, 150).
      expected: read(paid(PEOPLE.leila, 'APPROVED', 120_00, 84_00)),
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
            formPage(first, 'classic', 'serif', 'office'),
            formPage(second, 'labels-above', 'courier', 'office'),
          ],
          'pdf',
        ),
      },
      expected: read(
        // 70 % of min(180, 150); 70 % of min(350, 150).
        paid(PEOPLE.hassan, 'APPROVED', 180_00, 105_00, ['SEVERAL_FORMS_IN_FILE']),
        paid(PEOPLE.omar, 'APPROVED', 350_00, 105_00, ['SEVERAL_FORMS_IN_FILE']),
      ),
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
