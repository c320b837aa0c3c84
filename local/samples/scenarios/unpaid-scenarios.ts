import type { CareFormFields } from '../truth.ts';
import { daysBefore } from './calendar.ts';
import { act, careFormFields } from './care-form-fields.ts';
import { paid, quarantined, read, referred, unpaid } from './expected.ts';
import { PEOPLE } from './people.ts';
import { PROVIDERS } from './providers.ts';
import { mehdiSpouseForm } from './repeated-forms.ts';
import { CHANNELS, type Scenario } from './scenario.ts';
import { formPage, scanOf } from './scans.ts';

/** Claims that end without money, and files that never become claims. */
export function unpaidScenarios(today: string): readonly Scenario[] {
  return [...rejections(today), ...doubts(today), ...repeats(today), ...faultyFiles(today)];
}

function rejections(today: string): readonly Scenario[] {
  const late = careFormFields({
    household: PEOPLE.karim,
    provider: PROVIDERS.cardiologist,
    acts: [act(today, 100, 'CS', 1, 150_00)],
    signedOn: daysBefore(today, 97),
    dossier: '0069254',
  });
  const closed = careFormFields({
    household: PEOPLE.driss,
    provider: PROVIDERS.surgeon,
    acts: [act(today, 25, 'CS', 1, 150_00)],
    signedOn: daysBefore(today, 25),
  });
  const owing = careFormFields({
    household: PEOPLE.nadia,
    provider: PROVIDERS.gynaecologist,
    acts: [act(today, 19, 'CS', 1, 250_00)],
    signedOn: daysBefore(today, 19),
  });
  return [
    {
      id: 'late-filing',
      title: 'Handed in more than two months after the care',
      channelId: CHANNELS.agency,
      after: [],
      source: { kind: 'scan', scan: scanOf('late-filing', [formPage(late, 'classic', 'serif', 'office')]) },
      expected: read(unpaid(PEOPLE.karim, 'REJECTED', 150_00, ['LATE_FILING'])),
    },
    {
      id: 'rights-closed',
      title: 'The cover had ended before the day of care',
      channelId: CHANNELS.shop,
      after: [],
      source: {
        kind: 'scan',
        scan: scanOf('rights-closed', [formPage(closed, 'labels-above', 'serif', 'officeColour')]),
      },
      expected: read(unpaid(PEOPLE.driss, 'REJECTED', 150_00, ['RIGHTS_CLOSED_AT_CARE_DATE'])),
    },
    {
      id: 'contributions-unpaid',
      title: 'A self-employed woman who has not paid for four months',
      channelId: CHANNELS.agency,
      after: [],
      source: {
        kind: 'scan',
        scan: scanOf('contributions-unpaid', [formPage(owing, 'classic', 'courier', 'office')]),
      },
      expected: read(unpaid(PEOPLE.nadia, 'REJECTED', 250_00, ['CONTRIBUTIONS_UNPAID'])),
    },
  ];
}

function doubts(today: string): readonly Scenario[] {
  const unknownTariff = careFormFields({
    household: PEOPLE.hassan,
    provider: PROVIDERS.surgeon,
    acts: [act(today, 16, 'CS', 1, 250_00), act(today, 16, 'K', 16, 352_00)],
    signedOn: daysBefore(today, 15),
  });
  const mismatch: CareFormFields = {
    ...careFormFields({
      household: PEOPLE.imane,
      provider: PROVIDERS.cardiologist,
      acts: [act(today, 13, 'CS', 1, 250_00)],
      signedOn: daysBefore(today, 13),
    }),
    cin: PEOPLE.karim.cin,
  };
  const incomplete = careFormFields({
    household: PEOPLE.salma,
    provider: PROVIDERS.cardiologist,
    acts: [act(today, 10, 'CS', 1, 120_00)],
    signedOn: daysBefore(today, 10),
    empty: ['inpe', 'total', 'montant_frais'],
  });
  return [
    {
      id: 'unknown-tariff',
      title: 'The tariff of an act (K16, private) is not known: it waits for a person, the other one is paid',
      channelId: CHANNELS.shop,
      after: [],
      source: {
        kind: 'scan',
        scan: scanOf('unknown-tariff', [formPage(unknownTariff, 'classic', 'printed', 'worn')]),
      },
      expected: read(paid(PEOPLE.hassan, 'PARTLY_REFERRED', 602_00, 105_00, ['TARIFF_UNKNOWN'])),
    },
    {
      id: 'identity-mismatch',
      title: 'The number of one person with the CIN of another',
      channelId: CHANNELS.mobile,
      after: [],
      source: {
        kind: 'scan',
        scan: scanOf('identity-mismatch', [formPage(mismatch, 'classic', 'courier', 'office')]),
      },
      expected: read(referred(250_00, ['IDENTITY_MISMATCH'])),
    },
    {
      id: 'incomplete-form',
      title: 'INPE and total were left empty: the insured is asked for them',
      channelId: CHANNELS.shop,
      after: [],
      source: {
        kind: 'scan',
        scan: scanOf('incomplete-form', [formPage(incomplete, 'arabic-first', 'serif', 'office')]),
      },
      expected: read(unpaid(PEOPLE.salma, 'INCOMPLETE', 120_00, ['FORM_INCOMPLETE'])),
    },
  ];
}

function repeats(today: string): readonly Scenario[] {
  return [
    {
      id: 'same-file-again',
      title: 'The same file, sent twice: linked to the first, paid once',
      channelId: CHANNELS.agency,
      after: ['employee-self'],
      source: { kind: 'copy', of: 'employee-self' },
      expected: { file: 'DUPLICATE', claims: [] },
    },
    {
      id: 'same-claim-scanned-again',
      title: 'The same paper, scanned again elsewhere: other bytes, the same act',
      channelId: CHANNELS.agency,
      after: ['tns-spouse'],
      source: {
        kind: 'scan',
        scan: scanOf(
          'same-claim-scanned-again',
          [formPage(mehdiSpouseForm(today), 'classic', 'courier', 'office')],
          'png',
        ),
      },
      expected: read(unpaid(PEOPLE.mehdi, 'REJECTED', 200_00, ['DUPLICATE'])),
    },
  ];
}

function faultyFiles(today: string): readonly Scenario[] {
  const fields = careFormFields({
    household: PEOPLE.leila,
    provider: PROVIDERS.generalist,
    acts: [act(today, 8, 'C', 1, 100_00)],
    signedOn: daysBefore(today, 8),
  });
  const scan = (name: string) =>
    scanOf(name, [formPage(fields, 'classic', 'printed', 'lowResolution')], 'pdf');
  return [
    {
      id: 'pdf-with-password',
      title: 'A PDF that asks for a password',
      channelId: CHANNELS.agency,
      after: [],
      source: { kind: 'damaged', scan: scan('pdf-with-password'), damage: 'password' },
      expected: quarantined('ENCRYPTED'),
    },
    {
      id: 'pdf-cut-short',
      title: 'The upload of a PDF broke off',
      channelId: CHANNELS.shop,
      after: [],
      source: { kind: 'damaged', scan: scan('pdf-cut-short'), damage: 'truncated' },
      expected: quarantined('INCOMPLETE'),
    },
    {
      id: 'empty-file',
      title: 'A file of no bytes',
      channelId: CHANNELS.shop,
      after: [],
      source: { kind: 'text', fileName: 'empty-file.jpg', text: '' },
      expected: quarantined('EMPTY'),
    },
    {
      id: 'not-a-scan',
      title: 'A text under a scan’s name',
      channelId: CHANNELS.mobile,
      after: [],
      source: {
        kind: 'text',
        fileName: 'not-a-scan.jpg',
        text: 'Le scan est dans mon courriel. Merci.\n'.repeat(40),
      },
      expected: quarantined('UNKNOWN_TYPE'),
    },
  ];
}
